#pragma once

#include "app/ranking.h"
#include "rank/model.h"
#include "rank/trainer.h"

#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace winnow::app {

/// What is ranked at a stage for the current reviewer: the records in order of their ids, each with its row
/// of features, and what the reviewer said of them.
struct RankingPool
{
    Stage stage = Stage::TitleAbstract;
    std::string choice; ///< of the model, see chosenModel()
    rank::Model model;
    std::vector<RecordId> records; ///< ascending
    std::shared_ptr<const rank::Features> features;
    std::unordered_map<RecordId, RecordId> kept; ///< of each duplicate: what speaks for it in the features
    std::vector<rank::Label> labels;             ///< in order of their rows
    std::vector<bool> isOut;                     ///< by row: not to be read at the stage by this reviewer

    /// The row of a record that is screened.
    [[nodiscard]] std::optional<rank::Row> rowOf(RecordId record) const;
};

/// `before`: a pool of which the features are taken over where the same texts are screened, which saves
/// nearly all of the time; may be nullptr.
[[nodiscard]] Result<RankingPool> rankingPool(Workspace &workspace,
                                              const RankRequest &request,
                                              Task &task,
                                              const RankingPool *before = nullptr);

/// A trainer that has learned `labels` and ranks what is not out; by row, as in the pool.
[[nodiscard]] rank::Trainer
trainerOf(const RankingPool &pool, const std::vector<bool> &isOut, std::span<const rank::Label> labels);

/// What the trainer says of the pool.
[[nodiscard]] Ranking rankingOf(const RankingPool &pool, const rank::Trainer &trainer);

} // namespace winnow::app
