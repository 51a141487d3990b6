#include "gui/frame/review_window.h"

#include "app/example_review.h"
#include "base/held_files.h"
#include "gui/backups/restorer.h"
#include "gui/file_dialog.h"
#include "gui/frame/command_palette.h"
#include "gui/frame/keys_sheet.h"
#include "gui/frame/new_review_dialog.h"
#include "gui/frame/read_only_guard.h"
#include "gui/frame/run_apart.h"
#include "gui/frame/step.h"
#include "gui/frame/step_numbers.h"
#include "gui/frame/steps.h"
#include "gui/icons/icons.h"
#include "gui/row_parts.h"
#include "gui/settings/language.h"
#include "gui/settings/settings_dialog.h"
#include "ui_review_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenu>
#include <QMimeData>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>

namespace winnow::gui {

namespace {

constexpr double kStepTitle = 1.35;
constexpr int kIcon = 16;
constexpr int kNarrowLetters = 110; ///< a window of fewer is too narrow for a side bar with names
constexpr int kTitleMargin = 12;

QString geometryName()
{
    return QStringLiteral("window/geometry");
}

void askForReview(QWidget *parent, const QString &title, const TakeFile &take)
{
    askForFile(parent, title, ReviewWindow::tr("Winnow reviews (*.winnow);;All files (*)"), take);
}

} // namespace

ReviewWindow::ReviewWindow(app::Services services, QWidget *parent)
    : ReviewWindow(std::move(services), std::make_unique<Appearance>(), parent)
{}

ReviewWindow::ReviewWindow(app::Services services, std::unique_ptr<Appearance> appearance, QWidget *parent)
    : ReviewWindow(std::move(services), *appearance, parent)
{
    m_ownAppearance = std::move(appearance);
}

ReviewWindow::ReviewWindow(app::Services services, Appearance &appearance, QWidget *parent)
    : QMainWindow(parent)
    , m_appearance(appearance)
    , m_look(appearance.look())
    , m_ui(std::make_unique<Ui::ReviewWindow>())
    , m_services(std::move(services))
    , m_idle(new QTimer(this))
    , m_recent(appearance.store())
    , m_palette(new CommandPalette(appearance.store(), this))
    , m_restorer(new Restorer(*this))
{
    m_ui->setupUi(this);
    m_ui->reviewTitle->setContentsMargins(0, 0, kTitleMargin, 0);
    setAcceptDrops(true);
    setHeading(m_ui->stepTitle, kStepTitle);
    connectActions();
    connectStart();
    connectSearch();
    addSteps();
    connect(&m_appearance, &Appearance::changed, this, &ReviewWindow::takeAppearance);
    m_ui->startPage->setRecent(m_recent.all());
    if (const QSettings *store = m_appearance.store()) {
        restoreGeometry(store->value(geometryName()).toByteArray());
    }
    fitSideBar();
    fitActions();
    m_idle->setSingleShot(true);
    connect(m_idle, &QTimer::timeout, this, &ReviewWindow::makeNextStep);
}

/// What works on the review goes before it.
ReviewWindow::~ReviewWindow()
{
    for (Step *&step : m_steps) {
        delete std::exchange(step, nullptr);
    }
}

void ReviewWindow::connectActions()
{
    connect(m_ui->newAction, &QAction::triggered, this, &ReviewWindow::askForNew);
    connect(m_ui->openAction, &QAction::triggered, this, &ReviewWindow::askForOpen);
    connect(m_ui->closeAction, &QAction::triggered, this, &ReviewWindow::closeReview);
    connect(m_ui->quitAction, &QAction::triggered, this, &QWidget::close);
    connect(m_ui->undoAction, &QAction::triggered, this, [this] { m_session->undo(); });
    connect(m_ui->redoAction, &QAction::triggered, this, [this] { m_session->redo(); });
    connect(m_ui->findAction, &QAction::triggered, this, [this] {
        m_ui->searchEdit->setFocus(Qt::ShortcutFocusReason);
        m_ui->searchEdit->selectAll();
    });
    connect(m_ui->paletteButton, &QPushButton::clicked, m_ui->paletteAction, &QAction::trigger);
    connect(m_ui->paletteAction, &QAction::triggered, this, &ReviewWindow::showPalette);
    connect(m_palette, &CommandPalette::chosen, this, &ReviewWindow::takeFound);
    connect(m_ui->settingsAction, &QAction::triggered, this, &ReviewWindow::showSettings);
    connect(m_ui->keysAction, &QAction::triggered, this, &ReviewWindow::showKeys);
    connect(m_ui->foldAction, &QAction::triggered, this, &ReviewWindow::fold);
    connect(m_ui->copyCommandAction, &QAction::triggered, m_ui->messageLine, &MessageLine::copyCommand);
    connect(m_ui->stopWorkAction, &QAction::triggered, m_ui->messageLine, &MessageLine::stopWork);
    connect(m_ui->foldButton, &QToolButton::clicked, m_ui->foldAction, &QAction::trigger);
    connect(m_ui->backupsAction, &QAction::triggered, this, &ReviewWindow::showBackups);
    connect(m_restorer, &Restorer::said, this, &ReviewWindow::say);
    connect(m_ui->sideBar, &SideBar::chosen, this, &ReviewWindow::showStep);
    for (QMenu *menu : m_ui->menuBar->findChildren<QMenu *>()) {
        keepKeys(menu);
    }
}

void ReviewWindow::connectStart()
{
    const StartPage *page = m_ui->startPage;
    const auto openExampleOfUser = [this] {
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
        openExample(std::filesystem::path(folder.toStdString()) / "example");
    };
    connect(page, &StartPage::newWanted, this, &ReviewWindow::askForNew);
    connect(page, &StartPage::openWanted, this, &ReviewWindow::askForOpen);
    connect(page, &StartPage::restoreWanted, this, &ReviewWindow::showBackups);
    connect(page, &StartPage::exampleWanted, this, openExampleOfUser);
    connect(m_ui->exampleAction, &QAction::triggered, this, openExampleOfUser);
    connect(page, &StartPage::reviewWanted, this, [this](const QString &path) {
        openReview(path.toStdString());
    });
    connect(page, &StartPage::removeWanted, this, [this](const QString &path) {
        m_recent.remove(path);
        m_ui->startPage->setRecent(m_recent.all());
    });
}

void ReviewWindow::addSteps()
{
    int number = 0;
    for (const StepEntry &entry : allSteps()) {
        number = (number + 1) % 10;
        QAction *action = m_ui->goMenu->addAction(gui::titleOf(entry.id));
        action->setObjectName(QStringLiteral("go-") + QString::fromLatin1(entry.name));
        if (entry.id != StepId::Log) { // the digits are used up
            action->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(number)));
        }
        connect(action, &QAction::triggered, this, [this, id = entry.id] { goTo({id}); });
    }
}

void ReviewWindow::connectSearch()
{
    connect(m_ui->searchEdit, &QLineEdit::textEdited, this, [this](const QString &query) {
        m_queries[m_step] = query;
        step(m_step)->search(query, true);
    });
    connect(m_ui->searchEdit, &QLineEdit::returnPressed, this, [this] {
        step(m_step)->search(m_ui->searchEdit->text(), false);
        step(m_step)->takeFocus();
    });
}

/// What can be done only while a review is open, or only to one that can be written.
void ReviewWindow::fitActions()
{
    const bool isOpen = m_session != nullptr;
    const bool isWritable = isOpen && !m_session->isReadOnly();
    for (QAction *action : m_ui->goMenu->actions()) {
        action->setEnabled(isOpen);
    }
    m_ui->closeAction->setEnabled(isOpen);
    m_ui->findAction->setEnabled(isOpen);
    m_ui->undoAction->setEnabled(isWritable);
    m_ui->redoAction->setEnabled(isWritable);
}

app::Services ReviewWindow::services() const
{
    app::Services services = m_services;
    services.translator = translated;
    if (const QString &reviewer = m_appearance.preferences().reviewer; !reviewer.isEmpty()) {
        services.reviewer = reviewer.toStdString();
    }
    return services;
}

bool ReviewWindow::openReview(const std::filesystem::path &path)
{
    if (m_session && hasLostWhatIsBeside(path) && !closeReview()) {
        return false; // it cannot be opened anew beside itself
    }
    auto session = Session::open(path, services(), &m_appearance);
    if (!session) {
        tellFailed(path, shown(session.error().message));
        return false;
    }
    if (!closeReview()) {
        return false;
    }
    adopt(*std::move(session));
    goTo({StepId::Overview});
    m_session->writer().start({}, [this](app::Workspace &open, Task & /*task*/) -> Worker::Done {
        auto kept = app::backUpWhenDue(open);
        return [this, problem = kept ? QString() : shown(kept.error().message)] {
            if (!problem.isEmpty()) {
                say(problem);
            }
        };
    });
    return true;
}

bool ReviewWindow::createReview(const std::filesystem::path &path, const QString &title)
{
    auto session = Session::create(path, title, services(), &m_appearance);
    if (!session) {
        tellFailed(path, shown(session.error().message));
        return false;
    }
    if (!closeReview()) {
        return false;
    }
    adopt(*std::move(session));
    goTo({StepId::Searches});
    return true;
}

void ReviewWindow::openExample(const std::filesystem::path &folder)
{
    const std::filesystem::path review = folder / "belitung.winnow";
    std::error_code ignored;
    if (std::filesystem::exists(review, ignored)) {
        openReview(review);
        return;
    }
    say(tr("The example is being made ..."));
    m_ui->startPage->setEnabled(false);
    runApart(
        this,
        [review, folder, services = services()] {
            Task task;
            return app::makeExampleReview(review, folder / "files", services, task);
        },
        [this, review](const Result<void> &made) {
            m_ui->startPage->setEnabled(true);
            say({});
            if (!made) {
                tellFailed(review, shown(made.error().message));
            } else if (openReview(review)) {
                say(tr("The example is yours to change. It is kept in %1.")
                        .arg(QString::fromStdString(review.string())));
            }
        });
}

/// Where there is a backup it is offered.
void ReviewWindow::tellFailed(const std::filesystem::path &review, const QString &text)
{
    if (m_session) {
        say(text);
        return;
    }
    const auto copies = app::backups(review);
    m_failed = copies && !copies->empty() ? review : std::filesystem::path();
    m_ui->startPage->tell(text, !m_failed.empty());
    say(text);
}

void ReviewWindow::say(const QString &text)
{
    m_ui->messageLine->tell({text, {}, {}, false});
}

void ReviewWindow::showBackups()
{
    if (m_session) {
        m_restorer->show(m_session->workspace().path());
    } else if (!m_failed.empty()) {
        m_restorer->show(m_failed);
    } else {
        askForReview(this, tr("Review to restore"), [this](const QString &file) {
            m_restorer->show(file.toStdString());
        });
    }
}

void ReviewWindow::adopt(std::unique_ptr<Session> session)
{
    m_session = std::move(session);
    m_ui->messageLine->follow(m_session.get());
    connect(m_session.get(), &Session::wanted, this, &ReviewWindow::goTo);
    StepNumbers::of(*m_session).showIn(m_ui->sideBar);
    const QString title = shown(m_session->workspace().info().title);
    m_ui->reviewTitle->setText(title);
    m_ui->reviewerLabel->setText(tr("Reviewer: %1").arg(shown(m_session->workspace().reviewer())));
    setWindowTitle((m_session->isReadOnly() ? tr("%1 (read only)").arg(title) : title) +
                   QStringLiteral(" \u2013 Winnow"));
    if (m_session->isReadOnly()) {
        m_session->say(tr("This review can only be read. Copy it to a folder of your own to work on it."));
    }
    if (m_session->isReadOnly()) {
        m_guard = std::make_unique<ReadOnlyGuard>();
    }
    m_failed.clear();
    m_ui->startPage->tell({}, false);
    m_recent.add(
        QString::fromStdString(m_session->workspace().path().string()), title, QDateTime::currentDateTime());
    m_ui->pages->setCurrentWidget(m_ui->reviewPage);
    fitActions();
    Q_EMIT opened();
    m_idle->start();
}

bool ReviewWindow::closeReview()
{
    if (!m_session) {
        return true;
    }
    for (Step *step : m_steps) {
        if (step != nullptr && !step->mayClose()) {
            return false;
        }
    }
    for (Step *&step : m_steps) {
        delete std::exchange(step, nullptr);
    }
    m_guard.reset();
    m_queries.clear();
    m_idle->stop();
    m_ui->messageLine->follow(nullptr);
    m_session.reset();
    m_ui->startPage->setRecent(m_recent.all());
    m_ui->pages->setCurrentWidget(m_ui->startPage);
    setWindowTitle(QStringLiteral("Winnow"));
    fitActions();
    return true;
}

Step *ReviewWindow::step(StepId id)
{
    Step *&step = m_steps.at(static_cast<std::size_t>(id));
    if (step == nullptr) {
        const StepEntry &entry = allSteps()[static_cast<std::size_t>(id)];
        step = entry.make(*m_session, m_ui->steps);
        step->setObjectName(QString::fromLatin1(entry.name));
        m_ui->steps->addWidget(step);
        if (m_guard) {
            m_guard->guard(step);
        }
        connect(step, &Step::searchProblem, this, [this, step](const QString &text) {
            if (m_ui->steps->currentWidget() == step) {
                showProblem(text);
            }
        });
        connect(step, &Step::searchHintChanged, this, [this, id] {
            if (m_step == id) {
                showSearch();
            }
        });
        connect(step, &Step::searchReplaced, this, [this, id](const QString &query) {
            m_queries[id] = query;
            if (m_step == id) {
                m_ui->searchEdit->setText(query);
            }
        });
    }
    return step;
}

/// One by one while nothing else is to be done, so that each is there at once when it is asked for.
void ReviewWindow::makeNextStep()
{
    for (const StepEntry &entry : allSteps()) {
        if (m_steps.at(static_cast<std::size_t>(entry.id)) == nullptr) {
            (void)step(entry.id);
            m_idle->start();
            return;
        }
    }
}

void ReviewWindow::goTo(const Place &place)
{
    if (!m_session) {
        return;
    }
    m_ui->sideBar->setStep(place.step);
    showStep(place.step);
    if (place.query) {
        m_queries[place.step] = *place.query;
        m_ui->searchEdit->setText(*place.query);
    }
    step(place.step)->takeFocus();
    step(place.step)->goTo(place);
}

void ReviewWindow::showStep(StepId id)
{
    m_step = id;
    m_ui->stepTitle->setText(gui::titleOf(id));
    showProblem({});
    m_ui->steps->setCurrentWidget(step(id));
    if (m_guard) {
        m_guard->guard(step(id)); // it may have more to do by now
    }
    showSearch();
    if (!m_ui->sideBar->hasFocus()) {
        step(id)->takeFocus();
    }
}

void ReviewWindow::showSearch()
{
    const QString hint = step(m_step)->searchHint();
    QSizePolicy policy = m_ui->searchEdit->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_ui->searchEdit->setSizePolicy(policy);
    m_ui->searchEdit->setVisible(!hint.isEmpty());
    m_ui->searchEdit->setPlaceholderText(hint);
    m_ui->searchEdit->setText(m_queries.value(m_step));
    m_ui->findAction->setEnabled(!hint.isEmpty());
}

void ReviewWindow::showProblem(const QString &text)
{
    m_ui->searchProblemLabel->setText(text);
    m_ui->searchProblemLabel->setFont(text.contains(QLatin1Char('^')) ? QFont(QStringLiteral("monospace"))
                                                                      : font());
    m_ui->searchProblemLabel->setVisible(!text.isEmpty());
}

void ReviewWindow::askForNew()
{
    auto *dialog =
        new NewReviewDialog(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::rejected, this, [this] { m_dropped.clear(); });
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const QStringList files = std::exchange(m_dropped, {});
        if (createReview(dialog->path().toStdString(), dialog->title()) && !files.isEmpty()) {
            Place place{StepId::Searches};
            place.part = QStringLiteral("import");
            place.files = files;
            goTo(place);
        }
    });
    dialog->open();
}

void ReviewWindow::askForOpen()
{
    askForReview(this, tr("Open review"), [this](const QString &file) { openReview(file.toStdString()); });
}

void ReviewWindow::showSettings()
{
    auto *dialog = new SettingsDialog(m_appearance, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ReviewWindow::showPalette()
{
    std::vector<FoundAction> all;
    if (m_session) {
        all = actionsOf(*step(m_step), m_step);
        for (const StepEntry &entry : allSteps()) {
            if (entry.id != m_step) {
                for (FoundAction &found : actionsOf(*step(entry.id), entry.id)) {
                    all.push_back(std::move(found));
                }
            }
        }
    }
    for (FoundAction &found : actionsOf(*m_ui->menuBar)) {
        if (found.action != m_ui->paletteAction) {
            all.push_back(std::move(found));
        }
    }
    m_palette->open(std::move(all));
}

void ReviewWindow::showKeys()
{
    std::vector<FoundAction> all;
    if (m_session) {
        all = actionsOf(*step(m_step), m_step);
    }
    for (FoundAction &found : actionsOf(*m_ui->menuBar)) {
        all.push_back(std::move(found));
    }
    auto *sheet = new KeysSheet(all, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

/// What a step does is done where it is seen.
void ReviewWindow::takeFound(const FoundAction &found)
{
    if (found.step && *found.step != m_step) {
        goTo({*found.step});
    }
    if (!found.action) {
        return;
    }
    if (!found.action->isEnabled()) {
        say(m_guard && found.action->property(kChangesReview).toBool()
                ? tr("This review can only be read, so this cannot be done: %1.").arg(found.text)
                : tr("This cannot be done now: %1.").arg(found.text));
        return;
    }
    found.action->trigger();
}

void ReviewWindow::takeAppearance()
{
    if (std::exchange(m_look, m_appearance.look()) != m_appearance.look()) {
        applyTheme(*qApp, m_look);
        if (m_session) {
            m_session->refresh(kAllChanges); // texts with colours of their own
        }
    }
    fitSideBar();
    takeReviewer();
}

/// Another reviewer sees the review as it is for that reviewer: it is opened anew, at the same step.
void ReviewWindow::takeReviewer()
{
    if (!m_session || m_session->workspace().reviewer() == services().reviewer) {
        return;
    }
    const StepId place = m_step;
    if (openReview(std::filesystem::path(m_session->workspace().path()))) {
        goTo({place});
        say(m_ui->reviewerLabel->text());
    }
}

/// The side bar would take too much of it.
bool ReviewWindow::isNarrow() const
{
    return width() < kNarrowLetters * fontMetrics().averageCharWidth();
}

/// In a narrow window for as long as that is narrow; else from now on.
void ReviewWindow::fold(bool isFolded)
{
    if (isNarrow()) {
        m_isUnfolded = !isFolded;
        fitSideBar();
        return;
    }
    Preferences all = m_appearance.preferences();
    all.foldsSideBar = isFolded;
    m_appearance.setPreferences(all);
}

void ReviewWindow::fitSideBar()
{
    m_isFittedNarrow = isNarrow();
    m_isUnfolded = m_isUnfolded && m_isFittedNarrow;
    const bool isFolded = m_isFittedNarrow ? !m_isUnfolded : m_appearance.preferences().foldsSideBar;
    m_ui->foldAction->setChecked(isFolded);
    m_ui->sideBar->setFolded(isFolded);
    m_ui->sidePane->setFixedWidth(m_ui->sideBar->wantedWidth());
    m_ui->reviewTitle->setVisible(!isFolded);
    m_ui->reviewerLabel->setVisible(!isFolded);
    const QString tip = isFolded ? tr("Unfold the side bar (Ctrl+B)") : tr("Fold the side bar (Ctrl+B)");
    m_ui->foldButton->setToolTip(tip);
    m_ui->foldButton->setAccessibleName(tip);
    const int size = std::max(kIcon, fontMetrics().ascent());
    m_ui->foldButton->setIconSize({size, size});
    m_ui->foldButton->setIcon(iconOf(isFolded ? QStringLiteral("unfold") : QStringLiteral("fold"),
                                     currentTheme().secondaryText,
                                     size,
                                     devicePixelRatioF()));
}

void ReviewWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (isNarrow() != m_isFittedNarrow) {
        fitSideBar();
    }
}

void ReviewWindow::closeEvent(QCloseEvent *event)
{
    event->setAccepted(closeReview());
    if (event->isAccepted() && m_appearance.store() != nullptr) {
        m_appearance.store()->setValue(geometryName(), saveGeometry());
    }
}

void ReviewWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void ReviewWindow::dropEvent(QDropEvent *event)
{
    QStringList files;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            files << url.toLocalFile();
        }
    }
    if (files.size() == 1 && files.front().endsWith(QStringLiteral(".winnow"))) {
        openReview(files.front().toStdString());
    } else if (!files.isEmpty() && m_session) {
        const bool isBundle = files.size() == 1 && files.front().endsWith(QStringLiteral(".winnow-bundle"));
        Place place{isBundle ? StepId::Team : StepId::Searches};
        place.part = isBundle ? QStringLiteral("exchange") : QStringLiteral("import");
        place.files = files;
        goTo(place);
    } else if (!files.isEmpty()) {
        m_dropped = files;
        askForNew();
    }
}

} // namespace winnow::gui
