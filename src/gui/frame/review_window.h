#pragma once

#include "gui/frame/recent_reviews.h"
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

class CommandPalette;
class ReadOnlyGuard;
class Restorer;
class Step;
struct FoundAction;

/// The one window: the start page, or a review with its steps in the side bar.
class ReviewWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// The appearance outlives the window.
    ReviewWindow(app::Services services, Appearance &appearance, QWidget *parent = nullptr);

    /// With an appearance of its own, of which nothing is kept.
    explicit ReviewWindow(app::Services services, QWidget *parent = nullptr);
    ~ReviewWindow() override;

    /// With the reviewer whom the settings name.
    [[nodiscard]] app::Services services() const;

    /// Shows a review; tells in the message line when it cannot.
    bool openReview(const std::filesystem::path &path);

    /// Makes a review and shows where its records come from.
    bool createReview(const std::filesystem::path &path, const QString &title);

    /// Shows the example review, which is made in `folder` where it is not there yet.
    void openExample(const std::filesystem::path &folder);

    /// Shows the backups of the review that is open; without one, of the one that could not be opened, or
    /// asks of which.
    void showBackups();

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
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    ReviewWindow(app::Services services, std::unique_ptr<Appearance> appearance, QWidget *parent);

    void connectActions();
    void connectStart();
    void connectSearch();
    void addSteps();
    void makeNextStep();
    void adopt(std::unique_ptr<Session> session);
    void askForNew();
    void askForOpen();
    void showSettings();
    void showPalette();
    void showKeys();
    void takeFound(const FoundAction &found);
    void showStep(StepId id);
    void showSearch();
    void showProblem(const QString &text);
    void tellFailed(const std::filesystem::path &review, const QString &text);
    void say(const QString &text);
    void takeAppearance();
    void takeReviewer();
    void fold(bool isFolded);
    void fitActions();
    void fitSideBar();
    [[nodiscard]] bool isNarrow() const;

    std::unique_ptr<Appearance> m_ownAppearance; ///< nullptr: it is somebody else's
    Appearance &m_appearance;
    Look m_look; ///< that is applied
    std::unique_ptr<Ui::ReviewWindow> m_ui;
    app::Services m_services;
    QTimer *m_idle; ///< until the next step is made
    RecentReviews m_recent;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<ReadOnlyGuard> m_guard; ///< of a review that can only be read
    std::array<Step *, 11> m_steps{};       ///< by StepId; nullptr: not made yet
    StepId m_step = StepId::Overview;       ///< that is shown
    QHash<StepId, QString> m_queries;       ///< in the search box, of each step
    CommandPalette *m_palette;
    Restorer *m_restorer;
    std::filesystem::path m_failed; ///< the review that could not be opened
    QStringList m_dropped;          ///< files to import into the review that is being made
    bool m_isUnfolded = false;      ///< though the window is narrow
    bool m_isFittedNarrow = false;  ///< what the side bar was fitted to last
};

} // namespace winnow::gui
