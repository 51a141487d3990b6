#include "base/spawned_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>

extern char **environ; // NOLINT(readability-redundant-declaration): POSIX leaves it to the program

namespace winnow {

namespace {

constexpr int kBySignal = 128;

struct Pipe
{
    Descriptor reading;
    Descriptor writing;
};

Result<Pipe> makePipe()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return Error{
            ErrorCode::Internal, "A program could not be started: no pipe.", std::strerror(errno), {}};
    }
    return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

sigset_t onlySigPipe()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGPIPE);
    return set;
}

/// Starts `words` with the three ends as its streams; the error number, or 0.
int spawn(pid_t &pid, std::vector<std::string> &words, const std::array<int, 3> &streams)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, streams[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, streams[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, streams[2], STDERR_FILENO);
    std::vector<char *> pointers;
    pointers.reserve(words.size() + 1);
    for (std::string &word : words) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    const sigset_t usual = onlySigPipe(); // may be ignored here, but not in the child
    posix_spawnattr_setsigdefault(&attributes, &usual);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    const int failure = ::posix_spawnp(&pid, pointers[0], &actions, &attributes, pointers.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failure;
}

} // namespace

void Descriptor::close()
{
    if (m_number >= 0) {
        ::close(std::exchange(m_number, -1));
    }
}

Result<SpawnedProcess> SpawnedProcess::start(const std::string &program,
                                             const std::vector<std::string> &arguments)
{
    auto in = makePipe();
    auto out = makePipe();
    auto complaints = makePipe();
    for (auto *pipe : {&in, &out, &complaints}) {
        if (!*pipe) {
            return std::move(*pipe).error();
        }
    }
    std::vector<std::string> words{program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    SpawnedProcess process;
    const int failure = spawn(
        process.m_pid, words, {in->reading.number(), out->writing.number(), complaints->writing.number()});
    if (failure != 0) {
        process.m_pid = -1;
        return Error{ErrorCode::NotFound,
                     "The program " + program + " cannot be started; is it installed?",
                     std::strerror(failure),
                     program};
    }
    process.input = std::move(in->writing);
    process.output = std::move(out->reading);
    process.complaints = std::move(complaints->reading);
    ::fcntl(process.input.number(), F_SETFL, O_NONBLOCK);
    return process;
}

SpawnedProcess::SpawnedProcess(SpawnedProcess &&other) noexcept
    : input(std::move(other.input))
    , output(std::move(other.output))
    , complaints(std::move(other.complaints))
    , m_pid(std::exchange(other.m_pid, -1))
    , m_status(other.m_status)
{}

SpawnedProcess &SpawnedProcess::operator=(SpawnedProcess &&other) noexcept
{
    std::swap(input, other.input);
    std::swap(output, other.output);
    std::swap(complaints, other.complaints);
    std::swap(m_pid, other.m_pid);
    std::swap(m_status, other.m_status);
    return *this;
}

bool SpawnedProcess::hasEnded()
{
    if (m_pid > 0 && ::waitpid(m_pid, &m_status, WNOHANG) == m_pid) {
        m_pid = -1;
    }
    return m_pid < 0;
}

void SpawnedProcess::end()
{
    if (m_pid > 0) {
        ::kill(m_pid, SIGKILL);
        while (::waitpid(m_pid, &m_status, 0) < 0 && errno == EINTR) {
        }
        m_pid = -1;
    }
}

int SpawnedProcess::exitCode() const
{
    return WIFSIGNALED(m_status) ? kBySignal + WTERMSIG(m_status) : WEXITSTATUS(m_status);
}

ssize_t writeToPipe(const Descriptor &pipe, std::string_view bytes)
{
    // The signal goes to the thread that writes: it is held back here, and taken away if it came. To ignore
    // it for the whole program and back again would meet other threads that do the same.
    const sigset_t held = onlySigPipe();
    sigset_t before;
    sigset_t waiting;
    sigpending(&waiting);
    const bool wasWaiting = sigismember(&waiting, SIGPIPE) == 1;
    pthread_sigmask(SIG_BLOCK, &held, &before);
    const ssize_t count = ::write(pipe.number(), bytes.data(), bytes.size());
    const int failure = errno;
    if (count < 0 && failure == EPIPE && !wasWaiting) {
        const timespec atOnce{};
        while (sigtimedwait(&held, nullptr, &atOnce) < 0 && errno == EINTR) {
        }
    }
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    errno = failure;
    return count;
}

} // namespace winnow
