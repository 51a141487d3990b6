#pragma once

#include "app/attachments.h"
#include "app/full_text_answers.h"
#include "app/online_sources.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace winnow::net {
class Timing;
} // namespace winnow::net

namespace winnow::app {

/// Which reports to look for, and where.
struct FullTextRequest
{
    std::vector<std::string> sources{}; ///< ids; empty: all that can be asked
    std::vector<FindState> only{};      ///< those that stand so, which are asked for again; empty: all
    std::vector<RecordId> records{};    ///< the reports of these records only; empty: of all
    bool asksAgain = false;             ///< also what was answered within the last 30 days
    std::string resolver{};             ///< pattern, see link_resolver.h; empty: that of the access
    std::uint64_t mostBytes = std::uint64_t{200} << 20U; ///< of one file
    std::chrono::milliseconds longestDownload{std::chrono::minutes(10)};
    net::Timing *timing = nullptr; ///< of tests
};

/// A source that is not asked, and why.
struct UnaskedSource
{
    std::string source; ///< label
    std::string why;    ///< in a sentence that names it
};

/// What a run would do.
struct FullTextPreview
{
    struct Source
    {
        std::string label;
        std::int64_t reports = 0;  ///< that it would be asked for, unless one before it has them
        std::int64_t requests = 0; ///< at most, files aside
    };

    std::vector<Source> sources; ///< in the order in which they are asked
    std::int64_t reports = 0;    ///< that any is asked for
    std::int64_t answered = 0;   ///< that all have answered lately
    std::int64_t nameless = 0;   ///< that have nothing by which to ask for them
    std::vector<UnaskedSource> passedOver;
};

/// How one report without a file stood, and stands.
struct SoughtFullText
{
    RecordId record;
    std::string key;
    std::string title;
    FindState state = FindState::New;
    std::string source;  ///< label of who gave the answer; empty where nobody was asked
    std::string address; ///< of the file or the page
    std::string licence;
    std::string version; ///< see FullTextAnswer
    std::string message; ///< why it failed
    std::string
        resolver; ///< where the user's institution may have it; empty where it was found or none is set
    bool isAskedNow = false;
};

/// What answers say of a report that it does not name.
[[nodiscard]] SoughtFullText soughtOf(std::span<const DatedAnswer> answers);

struct FullTextOutcome
{
    std::vector<SoughtFullText> reports; ///< all that had no file before, in the order of import
    std::map<FindState, std::int64_t> counts;
    std::int64_t asked = 0; ///< of the reports, in this run
    std::vector<UnaskedSource> passedOver;
    std::vector<std::string> notices; ///< in sentences: sources that stopped answering, for one
};

/// Error::where of a run that was stopped or failed, all of whose answers are kept.
inline constexpr const char *kFindAgain = "again";

/// What findFullTexts() would do; asks nobody.
[[nodiscard]] Result<FullTextPreview>
previewFullTexts(Workspace &workspace, const FullTextRequest &request, const OnlineAccess &access);

/// Looks for copies that everybody may read of the sought reports that have no file, were not read yet and
/// were not said to be not retrieved: asks source after source, fetches the first PDF that can be had and
/// attaches it with its source and licence. What each source said is noted in the log; a later run, also
/// after a stop or a failure, asks only what was not answered within the last 30 days. Fails with Denied
/// where no source can be asked, with InvalidArgument where there is no such source or the pattern of the
/// link resolver is none, with Cancelled, and where an answer cannot be kept.
[[nodiscard]] Result<FullTextOutcome>
findFullTexts(Workspace &workspace, const FullTextRequest &request, const OnlineAccess &access, Task &task);

} // namespace winnow::app
