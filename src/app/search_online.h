#pragma once

#include "app/online_sources.h"
#include "app/online_translation.h"
#include "app/workspace.h"
#include "base/task.h"
#include "model/diagnostic.h"
#include "model/online_search.h"
#include "query/level.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace winnow::app {

struct OnlineRequest
{
    std::string source; ///< id
    std::string query;  ///< in the Scopus language
    query::Precedence precedence = query::Precedence::Classic;
    bool fillsAbstracts = true; ///< looks for missing abstracts at other sources, by DOI and PMID
};

/// Which search to go on with, and what the user believes it to be.
struct ResumeRequest
{
    std::optional<SearchId> search; ///< absent: the newest that is unfinished
    std::string source;             ///< empty: whatever it was begun with; likewise below
    std::string query;
    std::optional<query::Precedence> precedence;
    bool fillsAbstracts = true;
};

/// Error::where of a search that failed but can be resumed.
inline constexpr const char *kResumable = "resume";

/// What a search will bring and cost.
struct OnlinePreview
{
    std::string label;             ///< of the source
    std::vector<std::string> sent; ///< one query, or one for each part
    std::vector<OnlineLoss> losses;
    bool isSuperset = false; ///< the source finds all that the query asks for, and maybe more
    std::optional<std::int64_t> hits;
    std::int64_t requests = 0; ///< to fetch them
    std::optional<std::int64_t> quotaLeft;
    std::string quotaReset; ///< "in 3 h 20 min"; empty where not told
    std::vector<std::string> notices;
};

struct OnlineOutcome
{
    OnlineSearch search;
    std::string label; ///< of the source
    std::int64_t stored = 0;
    std::vector<RejectedRow> rejected;
    std::vector<Diagnostic> notices; ///< alike ones grouped
};

/// Asks the source how much there is, and fetches nothing.
[[nodiscard]] Result<OnlinePreview>
previewOnline(const OnlineRequest &request, const OnlineAccess &access, const Clock &clock, Task &task);

/// Runs a query at a source and takes its records into the review, page by page. What a source other than
/// Scopus sends is judged by the query as written: what does not match is left out, what cannot be judged is
/// kept. Where it is interrupted or fails, what came stays, hidden, Error::where is kResumable, and
/// resumeOnline() goes on.
[[nodiscard]] Result<OnlineOutcome> searchOnline(Workspace &workspace,
                                                 const OnlineRequest &request,
                                                 const OnlineAccess &access,
                                                 const Clock &clock,
                                                 Task &task);

/// Goes on with a search that did not come to its end. Fails with NotFound where there is none, and with
/// InvalidArgument where it was begun otherwise than the request says.
[[nodiscard]] Result<OnlineOutcome> resumeOnline(Workspace &workspace,
                                                 const ResumeRequest &request,
                                                 const OnlineAccess &access,
                                                 const Clock &clock,
                                                 Task &task);

} // namespace winnow::app
