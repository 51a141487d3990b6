#pragma once

#include "model/decision.h"
#include "screening/ratings.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::screening {

/// One verdict in the history of a review. Verdicts that were taken back are best not handed in.
struct Vote
{
    RecordId record;
    Stage stage = Stage::TitleAbstract;
    std::string reviewer;
    Verdict verdict = Verdict::Include;
    std::string reason;     ///< of an exclusion; may be empty
    std::int64_t order = 0; ///< earlier is smaller, such as the number of the event
};

/// From here on reviewers may have known what others said of the record: its conflict was opened or resolved.
struct Opening
{
    RecordId record;
    Stage stage = Stage::TitleAbstract;
    std::int64_t order = 0;
};

/// What a reviewer said of a record first and alone.
struct Ballot
{
    Verdict verdict = Verdict::Include;
    std::string reason;
};

/// The independent first votes at one stage: what agreement is measured on (consensus would measure nothing).
struct FirstVotes
{
    std::vector<RecordId> records;              ///< that have such a vote, by id
    std::vector<std::string> reviewers;         ///< that gave one, by name
    std::vector<std::optional<Ballot>> ballots; ///< records by reviewers
    std::size_t late = 0;                       ///< first verdicts left out as the record was open already

    [[nodiscard]] const std::optional<Ballot> &at(std::size_t record, std::size_t reviewer) const
    {
        return ballots[record * reviewers.size() + reviewer];
    }
};

/// Of each reviewer and record the verdict with the smallest order, if that is below the smallest order at
/// which the record was opened; in any order of `votes`. Later verdicts never count, even where the first
/// came late.
[[nodiscard]] FirstVotes
firstVotes(std::span<const Vote> votes, std::span<const Opening> openings, Stage stage);

/// What becomes of Maybe, which has no place in a table of two by two. To be said with the result.
enum class MaybeCounts {
    AsInclude, ///< it goes on to the next stage, as an inclusion does
    AsItself,  ///< a category between include and exclude
    Not,       ///< a gap
};

/// The names of the categories, in their order: "include", ("maybe",) "exclude".
[[nodiscard]] std::vector<std::string_view> verdictCategories(MaybeCounts maybe);

/// Records by reviewers, with the categories of verdictCategories.
[[nodiscard]] Ratings verdictRatings(const FirstVotes &votes, MaybeCounts maybe = MaybeCounts::AsInclude);

/// The same for one reason: 0 given, 1 not given, whatever else was said. A gap where a reviewer excluded
/// without a reason, since then nobody knows.
[[nodiscard]] Ratings reasonRatings(const FirstVotes &votes, std::string_view reason);

/// All reasons that were given, by name.
[[nodiscard]] std::vector<std::string> reasonsGiven(const FirstVotes &votes);

} // namespace winnow::screening
