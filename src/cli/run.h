#pragma once

#include "base/clock.h"
#include "base/task.h"
#include "base/uuid.h"

#include <iosfwd>
#include <span>
#include <string>

namespace winnow::cli {

/// What the program needs from outside.
struct Environment
{
    std::ostream &out;
    std::ostream &err;
    const Clock &clock;
    UuidSource &uuids;
    Task &task;
};

/// Runs `winnow ARGUMENTS...` in this process; the exit code: 0 done, 1 refused or failed, 2 used wrongly.
[[nodiscard]] int run(std::span<const std::string> arguments, const Environment &environment);

} // namespace winnow::cli
