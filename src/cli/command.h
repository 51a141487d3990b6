#pragma once

#include "app/workspace.h"
#include "base/task.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <iosfwd>
#include <memory>
#include <span>
#include <string_view>

namespace winnow::cli {

/// Exit codes of every command.
enum ExitCode : int { Done = 0, Refused = 1, UsedWrongly = 2 };

/// What a command works with.
struct Context
{
    std::ostream &out;
    std::ostream &err;
    const Clock &clock;
    UuidSource &uuids;
    Task &task;

    /// Opens a review; `reviewer` empty: WINNOW_REVIEWER, else the login name. Prints the error and returns
    /// nullptr on failure.
    [[nodiscard]] std::unique_ptr<app::Workspace> open(const std::string &review,
                                                       const std::string &reviewer = {}) const;

    [[nodiscard]] app::Services services(const std::string &reviewer = {}) const;

    /// Prints the error for a person; the exit code to return.
    [[nodiscard]] int fail(const Error &error) const;
};

using Action = std::function<int(const Context &)>;

/// One command. Each lives in a file of its own, cli/commands/NAME.cpp, as `extern const Command NAME`; the
/// table of all is generated from the file list.
struct Command
{
    std::string_view name;    ///< as typed
    std::string_view summary; ///< one sentence
    std::string_view example; ///< a line or two to copy

    /// Adds the options to `parser` and returns what to do once they are parsed.
    Action (*define)(CLI::App &parser);
};

/// All commands, in order of their files' names.
[[nodiscard]] std::span<const Command *const> allCommands();

} // namespace winnow::cli
