#pragma once

#include "gui/frame/step.h"

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/import_report.h"
#endif

#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class ImportsPane;
}

class QTreeWidgetItem;

namespace winnow::gui {

/// The imports of a review with what each rejected, to be corrected in place or in a file and retried; each
/// can be taken back.
class ImportsPane : public Step
{
    Q_OBJECT

public:
    explicit ImportsPane(Session &session, QWidget *parent = nullptr);
    ~ImportsPane() override;

    void reload(Changes changes) override;
    void takeFocus() override;
    [[nodiscard]] bool mayClose() override;

    /// Writes what the chosen import rejected to a file.
    void saveRejected(const QString &file);

    /// Imports a file in which what the chosen import rejected is corrected.
    void retryFrom(const QString &file);

private:
    using Report = std::vector<app::ReportedImport>;
    using RowOf = std::pair<std::int64_t, std::int64_t>; ///< import, line

    void show(Report report);
    void addImport(const app::ReportedImport &entry);
    void showCurrent();
    void keepText();
    void retryHere();
    void tellRetried(const Result<app::ImportOutcome> &outcome, const QStringList &command);
    void undoCurrent();
    [[nodiscard]] const app::ReportedImport *current() const;
    [[nodiscard]] const RejectedRow *currentRow() const;

    std::unique_ptr<Ui::ImportsPane> m_ui;
    Report m_report;
    std::map<RowOf, QString> m_corrected; ///< what was typed and not retried yet
    bool m_isShowing = false;             ///< the text is set by the pane, not by a person
};

} // namespace winnow::gui
