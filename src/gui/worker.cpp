#include "gui/worker.h"

#include "gui/shown.h"

#include <algorithm>
#include <condition_variable>

namespace winnow::gui {

Worker::Worker(std::filesystem::path review, app::Services services, QObject *parent)
    : QObject(parent)
    , m_review(std::move(review))
    , m_services(std::move(services))
    , m_thread(QThread::create([this] { run(); }))
{
    // Not QMetaObject::invokeMethod(): the analyser takes what Qt makes of a function for a leak.
    connect(this, &Worker::jobEnded, this, &Worker::runDone, Qt::QueuedConnection);
    m_thread->start();
}

Worker::~Worker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
        std::erase_if(m_waiting, [](const Waiting &waiting) { return waiting.ending == Ending::Left; });
        if (m_task && m_runningEnding == Ending::Left) {
            m_task->stop();
        }
    }
    m_wake.notify_all();
    m_thread->wait();
}

void Worker::start(const QString &group, Job job, Ending ending)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!group.isEmpty()) {
            drop(group);
        }
        m_waiting.push_back({group, std::move(job), ending});
    }
    m_wake.notify_all();
}

void Worker::stop()
{
    const std::lock_guard lock(m_mutex);
    if (m_task) {
        m_task->stop();
    }
}

bool Worker::stop(const QString &group)
{
    const std::lock_guard lock(m_mutex);
    return drop(group);
}

/// With the mutex locked.
bool Worker::drop(const QString &group)
{
    const bool hadWaiting =
        std::erase_if(m_waiting, [&](const Waiting &waiting) { return waiting.group == group; }) > 0;
    if (m_task && m_runningGroup == group) {
        m_task->stop();
    }
    return hadWaiting;
}

std::optional<Worker::Waiting> Worker::take()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_isEnding || !m_waiting.empty(); });
    if (m_waiting.empty()) {
        return std::nullopt;
    }
    Waiting next = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_runningGroup = next.group;
    m_runningEnding = next.ending;
    m_task = std::make_shared<Task>([this](const Progress &progress) {
        Q_EMIT this->progress(shown(progress.what), progress.done, progress.total);
    });
    return next;
}

void Worker::run()
{
    while (auto next = take()) {
        runOne(*next);
        const std::lock_guard lock(m_mutex);
        m_task.reset();
        if (m_waiting.empty()) {
            Q_EMIT idle();
        }
    }
    m_workspace.reset();
}

void Worker::runOne(Waiting &waiting)
{
    if (!m_workspace) {
        auto opened = app::Workspace::open(m_review, m_services);
        if (!opened) {
            Q_EMIT failed(QString::fromStdString(opened.error().message));
            return;
        }
        m_workspace = *std::move(opened);
    }
    Done done = waiting.job(*m_workspace, *m_task);
    if (done) {
        {
            const std::lock_guard lock(m_mutex);
            m_done.push_back(std::move(done));
        }
        Q_EMIT jobEnded();
    }
}

void Worker::runDone()
{
    Done done;
    {
        const std::lock_guard lock(m_mutex);
        done = std::move(m_done.front());
        m_done.pop_front();
    }
    done();
}

} // namespace winnow::gui
