#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/conflicts.h"
#endif

#include <QWidget>

#include <memory>
#include <vector>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class ConflictsPage;
}

namespace winnow::gui {

class Worker;

/// The conflicts that the reviewer may settle, with the record beside them. `workspace` and `worker` must
/// outlive it.
class ConflictsPage : public QWidget
{
    Q_OBJECT

public:
    ConflictsPage(app::Workspace &workspace, Worker &worker, QWidget *parent = nullptr);
    ~ConflictsPage() override;

    void reload();

Q_SIGNALS:
    void told(const QString &text);
    void changed();

private:
    void showConflicts(const Result<std::vector<app::Conflict>> &conflicts);
    void showCurrent();
    void showReasons(const app::Conflict *conflict);
    void settle(Verdict verdict);
    void openCurrent();
    void askToOpenStage();
    void openStage(Stage stage);
    [[nodiscard]] QString nothingToSettle();
    [[nodiscard]] const app::Conflict *current() const;

    std::unique_ptr<Ui::ConflictsPage> m_ui;
    app::Workspace &m_workspace;
    Worker &m_worker;
    std::vector<app::Conflict> m_conflicts; ///< in the order of the list
};

} // namespace winnow::gui
