#include "cli/run.h"

#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <iostream>
#include <string>
#include <vector>

namespace {

// A signal handler can reach nothing but a global.
std::atomic<winnow::Task *> runningTask{nullptr};

extern "C" void stopOnInterrupt(int /*signal*/)
{
    if (winnow::Task *task = runningTask.load()) {
        task->stop();
    }
}

/// Shows progress on a terminal once work has lasted a second.
class ProgressLine
{
public:
    void show(const winnow::Progress &progress)
    {
        constexpr std::chrono::seconds kQuietTime{1};
        if (std::chrono::steady_clock::now() - m_begin < kQuietTime || isatty(STDERR_FILENO) == 0) {
            return;
        }
        std::cerr << "\r\x1b[K" << progress.what;
        if (progress.total > 0) {
            std::cerr << ' ' << 100 * progress.done / progress.total << " %";
        }
        std::cerr << " (Ctrl-C stops)" << std::flush;
        m_isShown = true;
    }

    void clear() const
    {
        if (m_isShown) {
            std::cerr << "\r\x1b[K" << std::flush;
        }
    }

private:
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
    bool m_isShown = false;
};

} // namespace

int main(int argc, char **argv)
{
    std::ios::sync_with_stdio(false);
    ProgressLine line;
    winnow::Task task([&line](const winnow::Progress &progress) { line.show(progress); });
    runningTask = &task;
    // The second Ctrl-C ends the program at once: SA_RESETHAND brings back the default action.
    struct sigaction action = {};
    action.sa_handler = stopOnInterrupt;
    action.sa_flags = SA_RESETHAND;
    sigaction(SIGINT, &action, nullptr);

    const winnow::SystemClock clock;
    winnow::RandomUuidSource uuids;
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    std::ostringstream err;
    const int code = winnow::cli::run(arguments, {std::cout, err, clock, uuids, task});
    line.clear();
    std::cerr << err.str() << std::flush;
    runningTask = nullptr;
    std::cout.flush();
    if (!std::cout) {
        std::cerr << "winnow: The output could not be written in full; check the disk or the program that "
                     "reads it.\n";
        return 1;
    }
    return code;
}
