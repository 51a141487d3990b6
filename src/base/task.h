#pragma once

#include "base/result.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace winnow {

/// How far a long piece of work is. `total` is 0 while it is unknown.
struct Progress
{
    std::string_view what;
    std::int64_t done = 0;
    std::int64_t total = 0;
};

/// Handed to every piece of work that may last: it reports progress and learns whether the user wants it to
/// stop. Thread-safe towards stop(); everything else belongs to the thread that does the work.
class Task
{
public:
    using Listener = std::function<void(const Progress &)>;

    Task() = default;
    explicit Task(Listener listener);

    /// Tells the listener, at most ten times a second and always when `done` reaches `total`.
    void report(const Progress &progress);

    /// Asks the work to stop at the next opportunity; may be called from any thread and from a signal
    /// handler.
    void stop() noexcept { m_stopped.store(true, std::memory_order_relaxed); }

    [[nodiscard]] bool isStopped() const noexcept { return m_stopped.load(std::memory_order_relaxed); }

    /// The error to return when isStopped().
    [[nodiscard]] static Error stoppedError();

private:
    Listener m_listener;
    std::chrono::steady_clock::time_point m_lastReport{};
    std::atomic<bool> m_stopped{false};
};

} // namespace winnow
