#include "base/child_process.h"

#include "base/spawned_process.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <utility>

namespace winnow {

namespace {

constexpr int kPollMs = 50;  ///< how long a stop may go unnoticed
constexpr int kEndingMs = 1; ///< between looks whether a child is gone that has said all
constexpr std::size_t kMostComplaints = 64U << 10U;

class Child
{
public:
    explicit Child(const ChildCommand &command)
        : m_command(command)
    {}

    Result<void> start()
    {
        auto process = SpawnedProcess::start(m_command.program, m_command.arguments);
        if (!process) {
            return std::move(process).error();
        }
        m_process.emplace(std::move(*process));
        return {};
    }

    Result<ChildOutcome> finish(const Task &task)
    {
        const auto end = std::chrono::steady_clock::now() + m_command.timeout;
        ChildOutcome outcome;
        while (m_process->output.isOpen() || m_process->complaints.isOpen() || !m_process->hasEnded()) {
            if (task.isStopped()) {
                return Task::stoppedError();
            }
            if (std::chrono::steady_clock::now() > end) {
                return Error{ErrorCode::Busy,
                             m_command.program + " did not come to an end in " +
                                 std::to_string(m_command.timeout.count()) + " seconds and was stopped.",
                             outcome.complaints,
                             {}};
            }
            exchange(outcome);
            if (outcome.output.size() > m_command.mostOutput) {
                return Error{
                    ErrorCode::Inconsistent, m_command.program + " wrote too much and was stopped.", {}, {}};
            }
        }
        outcome.exitCode = m_process->exitCode();
        return outcome;
    }

private:
    void exchange(ChildOutcome &outcome)
    {
        if (m_process->input.isOpen() && m_sent == m_command.input.size()) {
            m_process->input.close();
        }
        std::array<pollfd, 3> waits{{{m_process->output.number(), POLLIN, 0},
                                     {m_process->complaints.number(), POLLIN, 0},
                                     {m_process->input.number(), POLLOUT, 0}}};
        const bool hasSaidAll = !m_process->output.isOpen() && !m_process->complaints.isOpen();
        if (::poll(waits.data(), waits.size(), hasSaidAll ? kEndingMs : kPollMs) <= 0) {
            return;
        }
        if (waits[0].revents != 0) {
            take(m_process->output, outcome.output, m_command.mostOutput + 1);
        }
        if (waits[1].revents != 0) {
            take(m_process->complaints, outcome.complaints, kMostComplaints);
        }
        if (waits[2].revents != 0) {
            send();
        }
    }

    static void take(Descriptor &from, std::string &to, std::size_t most)
    {
        std::array<char, 65536> buffer{};
        const ssize_t count = ::read(from.number(), buffer.data(), buffer.size());
        if (count > 0) {
            const std::size_t room = most - std::min(most, to.size());
            to.append(buffer.data(), std::min(static_cast<std::size_t>(count), room));
        } else if (count == 0 || errno != EINTR) {
            from.close();
        }
    }

    void send()
    {
        const std::string_view rest = m_command.input.substr(m_sent);
        const ssize_t count = writeToPipe(m_process->input, rest);
        if (count >= 0) {
            m_sent += static_cast<std::size_t>(count);
        } else if (errno != EINTR && errno != EAGAIN) {
            m_process->input.close(); // it does not want the rest
        }
    }

    const ChildCommand &m_command;
    std::optional<SpawnedProcess> m_process;
    std::size_t m_sent = 0;
};

} // namespace

Result<ChildOutcome> runChild(const ChildCommand &command, const Task &task)
{
    Child child(command);
    if (auto started = child.start(); !started) {
        return std::move(started).error();
    }
    return child.finish(task);
}

} // namespace winnow
