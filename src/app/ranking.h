#pragma once

#include "app/workspace.h"
#include "base/task.h"
#include "rank/why.h"

#include <memory>
#include <string>
#include <vector>

namespace winnow::app {

struct RankingPool;

struct RankRequest
{
    Stage stage = Stage::TitleAbstract;
    std::string model; ///< see chosenModel(); empty: that of the stage
};

struct RankedRecord
{
    RecordId record;
    double score = 0; ///< has no meaning beyond its order
};

struct Ranking
{
    Stage stage = Stage::TitleAbstract;
    std::string model;
    std::size_t relevant = 0;   ///< decisions of the current reviewer that were learned from
    std::size_t irrelevant = 0; ///< likewise
    bool isLearned = false;     ///< false: only one kind of decision is there, so records stand as imported
    std::vector<RankedRecord> records; ///< those that the reviewer has not decided on, the first one first

    /// The records without their scores.
    [[nodiscard]] std::vector<RecordId> order() const;
};

/// Ranks what the current reviewer has not decided on at a stage, by the reviewer's own decisions alone, so
/// that blind screening stays blind: included and doubtful records are relevant. At full text only records
/// that the reviewer did not exclude before are ranked. The same data and decisions give the same order on
/// every machine.
[[nodiscard]] Result<Ranking> rankRecords(Workspace &workspace, const RankRequest &request, Task &task);

/// Writes down that a ranking was shown: its model with all parameters and what it learned from, which is all
/// that makes it again. Once for the same decisions; it is no act of the reviewer's that undo would take
/// back. A review that can only be read keeps nothing.
[[nodiscard]] Result<void> recordRanking(Workspace &workspace, const Ranking &ranking);

struct Explanation
{
    Ranking ranking;                         ///< without its records
    std::size_t place = 0;                   ///< from 1; 0 where the reviewer has decided on the record
    std::size_t records = 0;                 ///< how many are ranked
    double score = 0;                        ///< intercept and all shares
    double intercept = 0;                    ///< what every record has
    std::vector<rank::TermShare> terms;      ///< those that matter most
    std::shared_ptr<const RankingPool> pool; ///< makes the next explanation quick
};

/// Why a record stands where it is, by its words. `before`: the pool of an earlier explanation, so that the
/// texts need not be read again; may be nullptr.
[[nodiscard]] Result<Explanation> explainRank(Workspace &workspace,
                                              RecordId record,
                                              const RankRequest &request,
                                              Task &task,
                                              const RankingPool *before = nullptr);

} // namespace winnow::app
