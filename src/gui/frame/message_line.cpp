#include "gui/frame/message_line.h"

#include "ui_message_line.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QRegularExpression>

namespace winnow::gui {

namespace {

/// As a shell takes it.
QString quoted(const QString &argument)
{
    static const QRegularExpression kPlain(QStringLiteral("^[A-Za-z0-9_./:=,@%+-]+$"));
    if (kPlain.match(argument).hasMatch()) {
        return argument;
    }
    QString text = argument;
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QStringLiteral("'\\''")) + QLatin1Char('\'');
}

QString commandLine(const QStringList &arguments, const std::filesystem::path &review)
{
    QString line = QStringLiteral("winnow");
    for (const QString &argument : arguments) {
        line += QLatin1Char(' ') +
                quoted(argument == QStringLiteral("{}") ? QString::fromStdString(review.string()) : argument);
    }
    return line;
}

} // namespace

MessageLine::MessageLine(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::MessageLine>())
{
    m_ui->setupUi(this);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_ui->onwardButton,
                                                            m_ui->undoButton,
                                                            m_ui->commandButton,
                                                            m_ui->progressLabel,
                                                            m_ui->progressBar,
                                                            m_ui->stopButton,
                                                            m_ui->readOnlyLabel}) {
        widget->hide();
    }
    connect(m_ui->onwardButton, &QPushButton::clicked, this, [this] {
        if (m_session) {
            m_session->go(m_next);
        }
    });
    connect(m_ui->undoButton, &QPushButton::clicked, this, [this] {
        if (m_session) {
            m_session->undo();
        }
    });
    connect(m_ui->stopButton, &QPushButton::clicked, this, &MessageLine::stopWork);
    connect(m_ui->commandButton, &QPushButton::clicked, this, &MessageLine::copyCommand);
}

MessageLine::~MessageLine() = default;

void MessageLine::stopWork()
{
    if (m_session == nullptr) {
        return;
    }
    for (const QPointer<Worker> &worker : m_session->followed()) {
        if (worker != nullptr) {
            worker->stop();
        }
    }
}

void MessageLine::copyCommand()
{
    if (m_command.isEmpty()) {
        m_ui->messageLabel->setText(tr("What was done last has no command."));
        return;
    }
    QGuiApplication::clipboard()->setText(m_command);
    m_ui->messageLabel->setText(tr("Copied: %1").arg(m_command));
}

void MessageLine::follow(Session *session)
{
    m_session = session;
    m_busy = nullptr;
    tell({});
    m_ui->readOnlyLabel->setVisible(session != nullptr && session->isReadOnly());
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_ui->progressLabel, m_ui->progressBar, m_ui->stopButton}) {
        widget->hide();
    }
    if (session != nullptr) {
        connect(session, &Session::told, this, &MessageLine::tell);
        connect(session, &Session::followedToo, this, [this](Worker *worker) { followWorker(*worker); });
        for (const QPointer<Worker> &worker : session->followed()) {
            if (worker != nullptr) {
                followWorker(*worker);
            }
        }
    }
}

void MessageLine::followWorker(Worker &worker)
{
    connect(
        &worker, &Worker::progress, this, [this, &worker](const QString &what, qint64 done, qint64 total) {
            showProgress(&worker, what, done, total);
        });
    connect(&worker, &Worker::failed, this, [this](const QString &text) { tell({text, {}, {}, false}); });
    connect(&worker, &Worker::idle, this, [this, &worker] {
        if (m_busy == &worker) {
            m_busy = nullptr;
            m_ui->progressLabel->hide();
            m_ui->progressBar->hide();
            m_ui->stopButton->hide();
        }
    });
}

void MessageLine::tell(const Done &done)
{
    m_ui->messageLabel->setText(done.told);
    m_ui->messageLabel->setToolTip(done.told);
    m_next = done.place;
    m_ui->onwardButton->setText(done.next);
    m_ui->onwardButton->setVisible(!done.next.isEmpty());
    m_ui->undoButton->setVisible(done.canUndo && done.changes);
    m_command = done.command.isEmpty() || !m_session
                    ? QString()
                    : commandLine(done.command, m_session->workspace().path());
    m_ui->commandButton->setVisible(!m_command.isEmpty());
    m_ui->commandButton->setToolTip(m_command);
}

void MessageLine::showProgress(const QObject *worker, const QString &what, qint64 done, qint64 total)
{
    m_busy = worker;
    m_ui->progressLabel->setText(what);
    m_ui->progressBar->setRange(0, total > 0 ? 1000 : 0);
    m_ui->progressBar->setValue(total > 0 ? static_cast<int>(1000 * done / total) : 0);
    m_ui->progressLabel->show();
    m_ui->progressBar->show();
    m_ui->stopButton->show();
}

} // namespace winnow::gui
