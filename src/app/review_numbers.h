#pragma once

#include "app/standing.h"

#include <cstdint>
#include <optional>
#include <set>
#include <unordered_map>

namespace winnow::app {

/// The current reviewer's work at a stage, in groups of duplicates.
struct WorkNumbers
{
    std::int64_t done = 0;
    std::int64_t left = 0; ///< what WorkList holds

    bool operator==(const WorkNumbers &) const = default;
};

/// Where a review stands, a few numbers for each of its steps. Numbers only, so that they may be shown while
/// screening is blind.
struct ReviewNumbers
{
    std::int64_t searches = 0;
    std::int64_t records = 0;                ///< visible, also duplicates
    std::int64_t linked = 0;                 ///< of them, those that another one stands for
    std::optional<std::int64_t> likelyPairs; ///< to be judged by a person; none: nobody looked yet
    WorkNumbers screening;                   ///< of titles and abstracts
    WorkNumbers fullText;
    std::int64_t conflicts = 0; ///< open ones that this reviewer may settle
    std::int64_t awaited = 0;   ///< groups that others are still to vote on
    std::int64_t forms = 0;     ///< for extraction
    std::int64_t studies = 0;   ///< included
    std::int64_t studiesWithoutValues = 0;
    std::int64_t tables = 0;

    bool operator==(const ReviewNumbers &) const = default;
};

/// Counts a review, and counts again only what the log added since. Belongs to one review and one reviewer.
class NumbersCount
{
public:
    /// As the review stands now. `likelyPairs` is left to the caller, since finding them takes long.
    [[nodiscard]] Result<ReviewNumbers> read(Workspace &workspace);

private:
    /// What a group of duplicates adds to the numbers.
    struct Share
    {
        bool isScreened = false;
        bool isToScreen = false;
        bool isRead = false;
        bool isToRead = false;
        bool isIncluded = false;
        bool isAwaited = false;
        int conflicts = 0;
    };

    /// What is to be counted again.
    struct Due
    {
        bool all = true;
        bool tables = false;
        bool studies = false;
        std::set<RecordId> records;
    };

    [[nodiscard]] Result<Due> dueIn(Workspace &workspace);
    [[nodiscard]] Result<void> countAll(Workspace &workspace);
    [[nodiscard]] Result<void> countAgain(Workspace &workspace, RecordId record);
    [[nodiscard]] Result<void> countStudies(Workspace &workspace);
    [[nodiscard]] Result<void> countTables(Workspace &workspace);
    [[nodiscard]] Share shareOf(RecordId record, const Standing *standing, const std::string &reviewer) const;
    void add(RecordId record, const Share &share, int sign);

    std::optional<EventId> m_last; ///< the newest event that is counted
    std::optional<Standings> m_standings;
    PerStage<std::set<RecordId>> m_pilots;
    std::unordered_map<RecordId, Share> m_shares; ///< of all groups
    std::set<RecordId> m_included;
    ReviewNumbers m_numbers;
};

} // namespace winnow::app
