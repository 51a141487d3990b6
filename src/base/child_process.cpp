#include "base/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

extern char **environ; // NOLINT(readability-redundant-declaration): POSIX leaves it to the program

namespace winnow {

namespace {

constexpr int kPollMs = 50;  ///< how long a stop may go unnoticed
constexpr int kEndingMs = 1; ///< between looks whether a child is gone that has said all
constexpr std::size_t kMostComplaints = 64U << 10U;
constexpr int kBySignal = 128;

/// A file descriptor that closes itself.
class Descriptor
{
public:
    explicit Descriptor(int number = -1)
        : m_number(number)
    {}

    Descriptor(Descriptor &&other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {}

    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }

    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    ~Descriptor() { close(); }

    void close()
    {
        if (m_number >= 0) {
            ::close(std::exchange(m_number, -1));
        }
    }

    [[nodiscard]] int number() const { return m_number; }

    [[nodiscard]] bool isOpen() const { return m_number >= 0; }

private:
    int m_number;
};

struct Pipe
{
    Descriptor reading;
    Descriptor writing;
};

Error systemError(const char *what)
{
    return {ErrorCode::Internal,
            std::string("A program could not be started: ") + what + ".",
            std::strerror(errno),
            {}};
}

Result<Pipe> makePipe()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return systemError("no pipe");
    }
    return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

/// A child that closes its input early must not end this program.
class IgnoredSigPipe
{
public:
    IgnoredSigPipe()
    {
        struct sigaction ignore = {};
        ignore.sa_handler = SIG_IGN;
        sigaction(SIGPIPE, &ignore, &m_before);
    }

    IgnoredSigPipe(const IgnoredSigPipe &) = delete;
    IgnoredSigPipe &operator=(const IgnoredSigPipe &) = delete;

    ~IgnoredSigPipe() { sigaction(SIGPIPE, &m_before, nullptr); }

private:
    struct sigaction m_before = {};
};

class Child
{
public:
    explicit Child(const ChildCommand &command)
        : m_command(command)
    {}

    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;

    ~Child()
    {
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            while (::waitpid(m_pid, &m_status, 0) < 0 && errno == EINTR) {
            }
        }
    }

    Result<void> start()
    {
        auto in = makePipe();
        auto out = makePipe();
        auto complaints = makePipe();
        if (!in || !out || !complaints) {
            return !in    ? std::move(in).error()
                   : !out ? std::move(out).error()
                          : std::move(complaints).error();
        }
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, in->reading.number(), STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, out->writing.number(), STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&actions, complaints->writing.number(), STDERR_FILENO);
        std::vector<std::string> words{m_command.program};
        words.insert(words.end(), m_command.arguments.begin(), m_command.arguments.end());
        std::vector<char *> pointers;
        pointers.reserve(words.size() + 1);
        for (std::string &word : words) {
            pointers.push_back(word.data());
        }
        pointers.push_back(nullptr);
        posix_spawnattr_t attributes;
        posix_spawnattr_init(&attributes);
        sigset_t usual;
        sigemptyset(&usual);
        sigaddset(&usual, SIGPIPE); // ignored here, but not in the child
        posix_spawnattr_setsigdefault(&attributes, &usual);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
        const int failure =
            posix_spawnp(&m_pid, m_command.program.c_str(), &actions, &attributes, pointers.data(), environ);
        posix_spawnattr_destroy(&attributes);
        posix_spawn_file_actions_destroy(&actions);
        if (failure != 0) {
            m_pid = -1;
            return Error{ErrorCode::NotFound,
                         "The program " + m_command.program + " cannot be started; is it installed?",
                         std::strerror(failure),
                         m_command.program};
        }
        m_input = std::move(in->writing);
        m_output = std::move(out->reading);
        m_complaints = std::move(complaints->reading);
        ::fcntl(m_input.number(), F_SETFL, O_NONBLOCK);
        return {};
    }

    Result<ChildOutcome> finish(const Task &task)
    {
        const auto end = std::chrono::steady_clock::now() + m_command.timeout;
        ChildOutcome outcome;
        while (m_output.isOpen() || m_complaints.isOpen() || !hasEnded()) {
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
        outcome.exitCode = WIFSIGNALED(m_status) ? kBySignal + WTERMSIG(m_status) : WEXITSTATUS(m_status);
        return outcome;
    }

private:
    void exchange(ChildOutcome &outcome)
    {
        if (m_input.isOpen() && m_sent == m_command.input.size()) {
            m_input.close();
        }
        std::array<pollfd, 3> waits{{{m_output.number(), POLLIN, 0},
                                     {m_complaints.number(), POLLIN, 0},
                                     {m_input.number(), POLLOUT, 0}}};
        const bool hasSaidAll = !m_output.isOpen() && !m_complaints.isOpen();
        if (::poll(waits.data(), waits.size(), hasSaidAll ? kEndingMs : kPollMs) <= 0) {
            return;
        }
        if (waits[0].revents != 0) {
            take(m_output, outcome.output, m_command.mostOutput + 1);
        }
        if (waits[1].revents != 0) {
            take(m_complaints, outcome.complaints, kMostComplaints);
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
        const ssize_t count = ::write(m_input.number(), rest.data(), rest.size());
        if (count >= 0) {
            m_sent += static_cast<std::size_t>(count);
        } else if (errno != EINTR && errno != EAGAIN) {
            m_input.close(); // it does not want the rest
        }
    }

    /// Whether the child is gone; does not wait for it.
    bool hasEnded()
    {
        if (m_pid > 0 && ::waitpid(m_pid, &m_status, WNOHANG) == m_pid) {
            m_pid = -1;
        }
        return m_pid < 0;
    }

    const ChildCommand &m_command;
    pid_t m_pid = -1;
    int m_status = 0;
    Descriptor m_input;
    Descriptor m_output;
    Descriptor m_complaints;
    std::size_t m_sent = 0;
};

} // namespace

Result<ChildOutcome> runChild(const ChildCommand &command, const Task &task)
{
    const IgnoredSigPipe ignored;
    Child child(command);
    if (auto started = child.start(); !started) {
        return std::move(started).error();
    }
    return child.finish(task);
}

} // namespace winnow
