#pragma once

#include "cli/command.h"

#include <cstdint>
#include <string>

namespace winnow::cli {

/// What `winnow fulltext text` is asked for.
struct TextOptions
{
    std::string key;       ///< empty: all files are read, and what became of them is told
    std::string hash;      ///< how the one begins, where the report has several files
    std::int64_t page = 0; ///< from 1; 0: all
    bool again = false;    ///< without a key: what was read before is forgotten
    bool asJson = false;
};

/// Prints the text of a report, pages divided by form feeds, or reads all attached files for the search.
[[nodiscard]] int tellText(app::Workspace &workspace, const TextOptions &options, const Context &context);

} // namespace winnow::cli
