#pragma once

#include "gui/frame/step.h"

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/conflicts.h"
#endif

#include <array>
#include <memory>
#include <vector>

class QAction;
class QPushButton;

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class ConflictsPane;
}

namespace winnow::gui {

/// The conflicts that the reviewer may settle, with the report beside them.
class ConflictsPane : public Step
{
    Q_OBJECT

public:
    explicit ConflictsPane(Session &session, QWidget *parent = nullptr);
    ~ConflictsPane() override;

    void reload(Changes changes) override;
    void takeFocus() override;

private:
    /// A verdict that settles, by its button or its key of screening.
    struct Settling
    {
        QPushButton *button;
        QAction *action;
        Verdict verdict;
    };

    void makeActions();
    void showKeys();
    void read();
    void done(const QString &told, Changes changes, const QStringList &command = {});
    void showConflicts(const Result<std::vector<app::Conflict>> &conflicts);
    void showCurrent();
    void showFiles(const app::Conflict *conflict);
    void forgetWords();
    void showReasons(const app::Conflict *conflict);
    void settle(Verdict verdict);
    void openCurrent();
    void askToOpenStage();
    void openStage(Stage stage);
    [[nodiscard]] QString nothingToSettle();
    [[nodiscard]] QString chosenReason() const;
    [[nodiscard]] const app::Conflict *current() const;

    std::unique_ptr<Ui::ConflictsPane> m_ui;
    std::array<Settling, 3> m_settlings{};
    QAction *m_openAction = nullptr;
    QAction *m_otherAction = nullptr;       ///< the PDF, or the record
    std::vector<app::Conflict> m_conflicts; ///< in the order of the list
};

} // namespace winnow::gui
