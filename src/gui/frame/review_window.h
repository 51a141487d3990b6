#pragma once

#include "gui/frame/session.h"

#include <QHash>
#include <QMainWindow>

#include <array>
#include <filesystem>
#include <memory>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class ReviewWindow;
}

class QTimer;

namespace winnow::gui {

class Step;

/// The one window: the start page, or a review with its steps in the side bar.
class ReviewWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit ReviewWindow(app::Services services, QWidget *parent = nullptr);
    ~ReviewWindow() override;

    /// Shows a review; tells in the message line when it cannot.
    bool openReview(const std::filesystem::path &path);

    /// Makes a review and shows where its records come from.
    bool createReview(const std::filesystem::path &path, const QString &title);

    /// Back to the start page. False where a step holds something that cannot be kept, which was said.
    bool closeReview();

    /// The review that is open; nullptr: none.
    [[nodiscard]] Session *session() { return m_session.get(); }

    /// A step of the open review, made when it is first asked for.
    [[nodiscard]] Step *step(StepId id);

    void goTo(const Place &place);

Q_SIGNALS:
    void opened(); ///< a review is shown

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void connectActions();
    void connectSearch();
    void makeNextStep();
    void adopt(std::unique_ptr<Session> session);
    void askForNew();
    void askForOpen();
    void showStep(StepId id);
    void showSearch();
    void showProblem(const QString &text);
    void fitActions();

    std::unique_ptr<Ui::ReviewWindow> m_ui;
    app::Services m_services;
    QTimer *m_idle; ///< until the next step is made
    std::unique_ptr<Session> m_session;
    std::array<Step *, 11> m_steps{}; ///< by StepId; nullptr: not made yet
    StepId m_step = StepId::Overview; ///< that is shown
    QHash<StepId, QString> m_queries; ///< in the search box, of each step
};

} // namespace winnow::gui
