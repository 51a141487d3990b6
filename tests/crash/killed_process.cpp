#include "killed_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <stdexcept>

namespace winnow::crash {

KilledProcess::KilledProcess(std::vector<std::string> arguments)
{
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
        throw std::runtime_error("cannot make a pipe");
    }
    m_output = ends[0];
    std::vector<char *> pointers;
    pointers.reserve(arguments.size() + 1);
    for (std::string &argument : arguments) {
        pointers.push_back(argument.data());
    }
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    const int code = posix_spawn(&m_process, pointers.front(), &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    if (code != 0) {
        close(m_output);
        throw std::runtime_error("cannot start " + arguments.front());
    }
}

KilledProcess::~KilledProcess()
{
    if (m_process > 0) {
        kill();
    }
    close(m_output);
}

bool KilledProcess::readSome()
{
    std::array<char, 4096> buffer{};
    const ssize_t got = read(m_output, buffer.data(), buffer.size());
    if (got <= 0) {
        return false;
    }
    m_rest.append(buffer.data(), static_cast<std::size_t>(got));
    for (std::size_t end = m_rest.find('\n'); end != std::string::npos; end = m_rest.find('\n')) {
        m_lines.push_back(m_rest.substr(0, end));
        m_rest.erase(0, end + 1);
    }
    return true;
}

bool KilledProcess::waitFor(const std::string &end, std::size_t count, std::chrono::seconds patience)
{
    const auto until = std::chrono::steady_clock::now() + patience;
    while (static_cast<std::size_t>(std::ranges::count(m_lines, end)) < count) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        pollfd waited{m_output, POLLIN, 0};
        if (left.count() <= 0 || poll(&waited, 1, static_cast<int>(left.count())) <= 0 || !readSome()) {
            return false;
        }
    }
    return true;
}

bool KilledProcess::reap()
{
    int status = 0;
    const bool isReaped = waitpid(m_process, &status, 0) == m_process;
    m_process = -1;
    return isReaped && WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

bool KilledProcess::kill()
{
    ::kill(m_process, SIGKILL);
    const bool wasRunning = reap();
    while (readSome()) {
    }
    return wasRunning;
}

} // namespace winnow::crash
