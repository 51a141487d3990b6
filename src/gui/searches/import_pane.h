#pragma once

#include "gui/frame/step.h"

#ifndef Q_MOC_RUN // moc of Qt 6.4 cannot read the concepts of the C++20 library
#include "app/import_files.h"
#include "app/inspect_files.h"
#include "app/take_decisions.h"
#include "base/result.h"
#endif

#include <functional>
#include <memory>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class ImportPane;
}

namespace winnow::gui {

/// Where records come in from files: a place to drop them, what is to be known of them, and what came of it
/// with what to do next.
class ImportPane : public Step
{
    Q_OBJECT

public:
    /// `query` says what stands in the editor, which the files were probably found with.
    ImportPane(Session &session, std::function<QString()> query, QWidget *parent = nullptr);
    ~ImportPane() override;

    void reload(Changes changes) override;
    void goTo(const Place &place) override;
    void takeFocus() override;

    /// Shows what is in the files and asks what is to be known of them. More files are added to those that
    /// are asked about already.
    void ask(const QStringList &files);

    /// Takes the decisions in a file that a screening tool exported.
    void takeDecisions(const QString &file);

    void askForFiles();
    void askForDecisions();

Q_SIGNALS:
    void shownByItself(); ///< there is something to see here

private:
    void connectWidgets();
    void addActions();
    void inspect();
    void showInspected(const Result<app::InspectOutcome> &outcome);
    void showColumns(const std::vector<app::ColumnMapping> &columns);
    void readColumns();
    [[nodiscard]] app::ImportRequest request() const;
    [[nodiscard]] std::vector<app::ColumnMapping> columns() const;
    void import();
    void cancel();
    void showOutcome(const Result<app::ImportOutcome> &outcome, const app::ImportRequest &request);
    void tellOutcome(const app::ImportOutcome &outcome, const app::ImportRequest &request);
    void countDuplicates();
    void setImporting(bool isImporting);

    std::unique_ptr<Ui::ImportPane> m_ui;
    std::function<QString()> m_query;
    QStringList m_files;
    QString m_imported;    ///< "535 records from 2 files", of the last import
    QStringList m_command; ///< that imports the same
    bool m_isImporting = false;
    bool m_isSourceTyped = false;
};

} // namespace winnow::gui
