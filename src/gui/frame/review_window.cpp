#include "gui/frame/review_window.h"

#include "base/held_files.h"
#include "gui/file_dialog.h"
#include "gui/frame/step.h"
#include "gui/frame/step_numbers.h"
#include "gui/frame/steps.h"
#include "gui/theme.h"
#include "ui_review_window.h"

#include <QCloseEvent>
#include <QInputDialog>
#include <QMimeData>
#include <QTimer>

namespace winnow::gui {

ReviewWindow::ReviewWindow(app::Services services, QWidget *parent)
    : QMainWindow(parent)
    , m_ui(std::make_unique<Ui::ReviewWindow>())
    , m_services(std::move(services))
    , m_idle(new QTimer(this))
{
    m_ui->setupUi(this);
    setAcceptDrops(true);
    QFont heading = font();
    heading.setPointSizeF(heading.pointSizeF() * 1.35);
    heading.setWeight(QFont::DemiBold);
    m_ui->stepTitle->setFont(heading);
    connectActions();
    connectSearch();
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
    connect(m_ui->startPage, &StartPage::newWanted, this, &ReviewWindow::askForNew);
    connect(m_ui->startPage, &StartPage::openWanted, this, &ReviewWindow::askForOpen);
    connect(m_ui->undoAction, &QAction::triggered, this, [this] { m_session->undo(); });
    connect(m_ui->redoAction, &QAction::triggered, this, [this] { m_session->redo(); });
    connect(m_ui->findAction, &QAction::triggered, this, [this] {
        m_ui->searchEdit->setFocus(Qt::ShortcutFocusReason);
        m_ui->searchEdit->selectAll();
    });
    connect(m_ui->paletteButton, &QPushButton::clicked, m_ui->paletteAction, &QAction::trigger);
    connect(m_ui->sideBar, &SideBar::chosen, this, &ReviewWindow::showStep);
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

bool ReviewWindow::openReview(const std::filesystem::path &path)
{
    if (m_session && hasLostWhatIsBeside(path) && !closeReview()) {
        return false; // it cannot be opened anew beside itself
    }
    auto session = Session::open(path, m_services);
    if (!session) {
        m_ui->messageLine->tell({shown(session.error().message), {}, {}, false});
        return false;
    }
    if (!closeReview()) {
        return false;
    }
    adopt(*std::move(session));
    goTo({StepId::Overview});
    return true;
}

bool ReviewWindow::createReview(const std::filesystem::path &path, const QString &title)
{
    auto session = Session::create(path, title, m_services);
    if (!session) {
        m_ui->messageLine->tell({shown(session.error().message), {}, {}, false});
        return false;
    }
    if (!closeReview()) {
        return false;
    }
    adopt(*std::move(session));
    goTo({StepId::Searches});
    return true;
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
    m_queries.clear();
    m_idle->stop();
    m_ui->messageLine->follow(nullptr);
    m_session.reset();
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
    step(place.step)->goTo(place);
}

void ReviewWindow::showStep(StepId id)
{
    m_step = id;
    m_ui->stepTitle->setText(gui::titleOf(id));
    showProblem({});
    m_ui->steps->setCurrentWidget(step(id));
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
    m_ui->problemLabel->setText(text);
    m_ui->problemLabel->setFont(text.contains(QLatin1Char('^')) ? QFont(QStringLiteral("monospace"))
                                                                : font());
    m_ui->problemLabel->setVisible(!text.isEmpty());
}

void ReviewWindow::askForNew()
{
    bool isChosen = false;
    const QString title = QInputDialog::getText(
        this, tr("New review"), tr("Title of the review"), QLineEdit::Normal, {}, &isChosen);
    if (!isChosen || title.trimmed().isEmpty()) {
        return;
    }
    const QString file = askWhereToSave(this,
                                        tr("Where to keep the review"),
                                        title.simplified() + QStringLiteral(".winnow"),
                                        tr("Winnow reviews (*.winnow)"));
    if (!file.isEmpty()) {
        createReview(file.toStdString(), title.trimmed());
    }
}

void ReviewWindow::askForOpen()
{
    const QString file = askForFile(this, tr("Open review"), tr("Winnow reviews (*.winnow)"));
    if (!file.isEmpty()) {
        openReview(file.toStdString());
    }
}

void ReviewWindow::closeEvent(QCloseEvent *event)
{
    event->setAccepted(closeReview());
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
        Place place{StepId::Searches};
        place.part = QStringLiteral("import");
        place.files = files;
        goTo(place);
    } else if (!files.isEmpty()) {
        m_ui->messageLine->tell(
            {tr("Make or open a review first; then drop the files again."), {}, {}, false});
    }
}

} // namespace winnow::gui
