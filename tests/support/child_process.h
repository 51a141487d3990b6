#pragma once

#include <string>
#include <vector>

namespace winnow::test {

struct ChildOutcome
{
    int code = -1;      ///< -1: not started, killed, or too slow
    std::string output; ///< standard output and standard error, or why it did not start

    [[nodiscard]] bool isOk() const { return code == 0; }
};

/// Runs a program, found by PATH, without a shell and without input, and waits; kills it after `seconds`. A
/// program that is missing is a failure that names itself.
[[nodiscard]] ChildOutcome runProgram(const std::vector<std::string> &arguments, int seconds = 120);

} // namespace winnow::test
