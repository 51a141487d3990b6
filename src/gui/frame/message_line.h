#pragma once

#include "gui/frame/session.h"

#include <QPointer>
#include <QWidget>

#include <memory>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class MessageLine;
}

namespace winnow::gui {

/// The line at the bottom: what happened, with Undo and the command that does the same, and the background
/// work with its progress and Stop.
class MessageLine : public QWidget
{
    Q_OBJECT

public:
    explicit MessageLine(QWidget *parent = nullptr);
    ~MessageLine() override;

    /// Listens to the session from now on; nullptr: to none.
    void follow(Session *session);

    void tell(const Done &done);

    /// The command line that does what was done last; empty where there is none.
    [[nodiscard]] QString command() const { return m_command; }

    void copyCommand();

    /// Stops all that runs in the background.
    void stopWork();

private:
    void followWorker(Worker &worker);
    void showProgress(const QObject *worker, const QString &what, qint64 done, qint64 total);

    std::unique_ptr<Ui::MessageLine> m_ui;
    QPointer<Session> m_session;
    const QObject *m_busy = nullptr; ///< the worker whose progress is shown
    QString m_command;
    Place m_next; ///< where the button for what comes next goes
};

} // namespace winnow::gui
