#include "base/task.h"

namespace winnow {

Task::Task(Listener listener)
    : m_listener(std::move(listener))
{}

void Task::report(const Progress &progress)
{
    if (!m_listener) {
        return;
    }
    constexpr std::chrono::milliseconds kPause{100};
    const auto now = std::chrono::steady_clock::now();
    const bool finished = progress.total > 0 && progress.done >= progress.total;
    if (finished || now - m_lastReport >= kPause) {
        m_lastReport = now;
        m_listener(progress);
    }
}

Error Task::stoppedError()
{
    return {ErrorCode::Cancelled, "Stopped as you asked; the review is as it was before.", {}, {}};
}

} // namespace winnow
