#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/workspace.h"
#include "base/task.h"
#endif

#include <QObject>
#include <QThread>

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace winnow::gui {

/// Does long work on one review in a thread of its own, one job after another, with its own connection to the
/// file.
class Worker : public QObject
{
    Q_OBJECT

public:
    /// What to do afterwards in the thread of the worker object.
    using Done = std::function<void()>;
    /// Runs in the worker's thread.
    using Job = std::function<Done(app::Workspace &workspace, Task &task)>;

    Worker(std::filesystem::path review, app::Services services, QObject *parent = nullptr);

    /// What becomes of a job when the worker ends before it.
    enum class Ending {
        Left,     ///< it is stopped, or never begins
        Finished, ///< it is done first: it changes the review, and somebody was told so
    };

    /// Finishes or stops what runs and waits, and waits for it.
    ~Worker() override;

    /// Adds a job. A job whose `group` is not empty takes the place of waiting jobs of that group and stops a
    /// running one, so that only the newest of them comes to an end.
    void start(const QString &group, Job job, Ending ending = Ending::Left);

    /// Stops the job that runs now.
    void stop();

    /// Stops the job of a group if it runs now, and drops those of the group that wait: true where there were
    /// any.
    bool stop(const QString &group);

Q_SIGNALS:
    void progress(const QString &what, qint64 done, qint64 total);
    void idle();
    void failed(const QString &message);
    void jobEnded(); ///< one more waits in m_done

private:
    struct Waiting
    {
        QString group;
        Job job;
        Ending ending = Ending::Left;
    };

    void run();
    bool drop(const QString &group);
    std::optional<Waiting> take();
    void runOne(Waiting &waiting);
    void runDone();

    std::filesystem::path m_review;
    app::Services m_services;
    std::unique_ptr<app::Workspace> m_workspace; // of the worker's thread
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Waiting> m_waiting;
    std::deque<Done> m_done;
    std::shared_ptr<Task> m_task;
    QString m_runningGroup;
    Ending m_runningEnding = Ending::Left;
    bool m_isEnding = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace winnow::gui
