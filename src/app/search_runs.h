#pragma once

#include "app/workspace.h"
#include "model/online_search.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace winnow::app {

enum class SearchRunState { Counted, Unfinished, Undone };

/// One search of the review: run by Winnow, noted by hand, or that of imported files.
struct SearchRun
{
    SearchId search;
    std::string source; ///< its name
    std::string query;  ///< as written; may be empty
    std::string date;   ///< when it was run; may be partial or empty
    std::string note;
    std::optional<std::int64_t> hits; ///< that the source claimed
    SearchRunState state = SearchRunState::Counted;
    std::optional<OnlineSearch> online; ///< where Winnow ran it: what was sent, when, and what came
};

/// All searches that count, and those of Winnow's own that do not count (yet), in the order of their numbers.
[[nodiscard]] Result<std::vector<SearchRun>> searchRuns(Workspace &workspace);

/// What a search brought that counts.
struct SearchRecords
{
    std::int64_t stored = 0;        ///< records, with those that another stands for
    std::vector<RecordId> standing; ///< the records that stand for them, ascending, each once
};

/// By search; those without records are not there.
[[nodiscard]] Result<std::map<SearchId, SearchRecords>> recordsOfSearches(Workspace &workspace);

} // namespace winnow::app
