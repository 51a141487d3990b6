#include "support/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstring>

namespace winnow::test {

namespace {

/// Reads until the other end is closed; false: too slow.
bool readAll(int from, std::string &out, std::chrono::steady_clock::time_point until)
{
    std::array<char, 65536> buffer{};
    while (true) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        pollfd waited{from, POLLIN, 0};
        if (left.count() <= 0 || poll(&waited, 1, static_cast<int>(left.count())) <= 0) {
            return false;
        }
        const ssize_t got = read(from, buffer.data(), buffer.size());
        if (got <= 0) {
            return true;
        }
        out.append(buffer.data(), static_cast<std::size_t>(got));
    }
}

} // namespace

ChildOutcome runProgram(const std::vector<std::string> &arguments, int seconds)
{
    ChildOutcome outcome;
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
        outcome.output = "cannot make a pipe";
        return outcome;
    }
    std::vector<std::string> copies = arguments;
    std::vector<char *> pointers;
    pointers.reserve(copies.size() + 1);
    for (std::string &copy : copies) {
        pointers.push_back(copy.data());
    }
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP); // so that its own children end with it
    pid_t child = 0;
    const int failed =
        posix_spawnp(&child, pointers.front(), &actions, &attributes, pointers.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    if (failed != 0) {
        close(ends[0]);
        outcome.output = "cannot start " + arguments.front() + ": " + std::strerror(failed) +
                         " (script/test installs what tests need)";
        return outcome;
    }
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
    if (!readAll(ends[0], outcome.output, until)) {
        kill(-child, SIGKILL);
        outcome.output += "\n" + arguments.front() + " took longer than " + std::to_string(seconds) + " s";
    }
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return outcome;
}

} // namespace winnow::test
