#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/workspace.h"
#include "model/decision.h"
#endif

#include <QDialog>

#include <memory>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class ScreeningDialog;
}

namespace winnow::gui {

class ConflictsPage;
class NumbersPage;
class StagePage;
class StoppingPage;
class TeamPage;
class Worker;

/// All about screening that is not reading and deciding: settings, conflicts, numbers, stopping, team.
/// `workspace` and `worker` must outlive it.
class ScreeningDialog : public QDialog
{
    Q_OBJECT

public:
    ScreeningDialog(app::Workspace &workspace, Worker &worker, Stage stage, QWidget *parent = nullptr);
    ~ScreeningDialog() override;

    /// Something changed in the review: shows it anew.
    void reload();

    /// Asks first where settings were changed and not saved.
    void reject() override;

Q_SIGNALS:
    void changed();

private:
    template <typename Page>
    void add(Page *page, const QString &title);
    void reloadShown();

    std::unique_ptr<Ui::ScreeningDialog> m_ui;
    StagePage *m_stages;
    ConflictsPage *m_conflicts;
    NumbersPage *m_numbers;
    StoppingPage *m_stopping;
    TeamPage *m_team;
};

} // namespace winnow::gui
