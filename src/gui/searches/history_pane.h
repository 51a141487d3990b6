#pragma once

#include "gui/frame/step.h"

#ifndef Q_MOC_RUN // moc of Qt 6.4 cannot read the concepts of the C++20 library
#include "app/import_files.h"
#include "app/search_runs.h"
#include "base/result.h"
#endif

#include <map>
#include <vector>

class QAction;
class QPushButton;
class QTreeWidget;

namespace winnow::gui {

/// The searches of the review: when, where, what for, what the source claimed and what is here of it.
class HistoryPane : public Step
{
    Q_OBJECT

public:
    explicit HistoryPane(Session &session, QWidget *parent = nullptr);

    void reload(Changes changes) override;
    void takeFocus() override;

    /// The query of the newest search that has one.
    [[nodiscard]] QString newestQuery() const;

    /// Asks for a search whose records are not imported; `query` is offered.
    void askForNote(const QString &query);

    /// Notes it and says so.
    void note(const app::SearchRunRequest &request);

Q_SIGNALS:
    void wasRead();
    void queryWanted(const QString &query); ///< into the editor
    void noteWanted();                      ///< askForNote() is to be called

private:
    /// All searches and what they brought.
    struct History
    {
        std::vector<app::SearchRun> runs;
        std::map<SearchId, app::SearchRecords> records;
    };

    void showHistory(const Result<History> &history);
    void showRecords();
    void copyQuery();
    void fitButtons();
    [[nodiscard]] static Result<History> read(app::Workspace &workspace);
    [[nodiscard]] const app::SearchRun *current() const;

    History m_history;
    QTreeWidget *m_tree;
    QPushButton *m_records;
    QPushButton *m_copy;
};

} // namespace winnow::gui
