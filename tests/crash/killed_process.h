#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>
#include <vector>

namespace winnow::crash {

/// A program that runs until it is killed, and the lines that it wrote to its standard output.
class KilledProcess
{
public:
    /// `arguments` begin with the path of the program.
    explicit KilledProcess(std::vector<std::string> arguments);

    /// Kills it, should it still run.
    ~KilledProcess();
    KilledProcess(const KilledProcess &) = delete;
    KilledProcess &operator=(const KilledProcess &) = delete;

    /// Reads until a line `end` came `count` times; false when the program ended or `patience` ran out.
    bool waitFor(const std::string &end, std::size_t count, std::chrono::seconds patience);

    /// SIGKILL; then reads what the pipe still holds. False when the program had ended by itself.
    bool kill();

    /// All whole lines so far.
    [[nodiscard]] const std::vector<std::string> &lines() const { return m_lines; }

private:
    bool readSome();
    bool reap();

    pid_t m_process = -1;
    int m_output = -1;
    std::string m_rest;
    std::vector<std::string> m_lines;
};

} // namespace winnow::crash
