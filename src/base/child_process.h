#pragma once

#include "base/result.h"
#include "base/task.h"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace winnow {

/// A program to run. It is found on PATH and gets its arguments as they are: no shell sees them.
struct ChildCommand
{
    std::string program;
    std::vector<std::string> arguments{};
    std::string_view input{};             ///< what it reads; must outlive the run
    std::chrono::seconds timeout{60};     ///< then it is ended
    std::size_t mostOutput = 256U << 20U; ///< bytes; a child that writes more is ended
};

/// What it wrote and how it ended.
struct ChildOutcome
{
    int exitCode = 0; ///< 128 and the signal where a signal ended it
    std::string output;
    std::string complaints; ///< of its standard error, the first 64 KiB
};

/// Runs it to its end. Fails with NotFound where there is no such program, with Cancelled when `task` is
/// stopped, with Busy when its time is over, and with Inconsistent when it writes too much; the child is gone
/// then too.
[[nodiscard]] Result<ChildOutcome> runChild(const ChildCommand &command, const Task &task = {});

} // namespace winnow
