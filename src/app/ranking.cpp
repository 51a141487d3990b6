#include "app/ranking.h"

#include "app/ranking_models.h"
#include "app/ranking_pool.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <optional>

namespace winnow::app {

std::vector<RecordId> Ranking::order() const
{
    std::vector<RecordId> ids(records.size());
    std::ranges::transform(records, ids.begin(), &RankedRecord::record);
    return ids;
}

Result<Ranking> rankRecords(Workspace &workspace, const RankRequest &request, Task &task)
{
    const auto pool = rankingPool(workspace, request, task);
    if (!pool) {
        return pool.error();
    }
    return rankingOf(*pool, trainerOf(*pool, pool->isOut, pool->labels));
}

Result<void> recordRanking(Workspace &workspace, const Ranking &ranking)
{
    if (workspace.isReadOnly()) {
        return {};
    }
    const auto model = chosenModel(ranking.model);
    if (!model) {
        return model.error();
    }
    nlohmann::json detail{{"model", ranking.model},
                          {"relevant", ranking.relevant},
                          {"irrelevant", ranking.irrelevant},
                          {"ranked", ranking.records.size()}};
    for (const RankingParameter &parameter : rankingParameters()) {
        detail[std::string(parameter.name)] = parameter.get(*model);
    }
    store::EventDraft event;
    event.kind = EventKind::RankingComputed;
    event.stage = toString(ranking.stage);
    event.subjectKind = "review";
    event.reason = ranking.model + ", learned from " + std::to_string(ranking.relevant) + " relevant and " +
                   std::to_string(ranking.irrelevant) + " irrelevant records";
    event.detail = detail.dump();
    auto before = workspace.log().live(EventKind::RankingComputed);
    if (!before) {
        return std::move(before).error();
    }
    const bool isKnown = std::ranges::any_of(*before, [&](const Event &other) {
        return other.reviewer == workspace.reviewer() && other.stage == event.stage &&
               other.detail == event.detail;
    });
    return isKnown ? Result<void>() : workspace.log().append(workspace.act(), std::span(&event, 1));
}

Result<Explanation> explainRank(
    Workspace &workspace, RecordId record, const RankRequest &request, Task &task, const RankingPool *before)
{
    constexpr std::size_t kMostTerms = 20;
    const auto kept = workspace.judgement().keptFor(record);
    if (!kept) {
        return kept.error();
    }
    auto read = rankingPool(workspace, request, task, before);
    if (!read) {
        return std::move(read).error();
    }
    const auto pool = std::make_shared<const RankingPool>(*std::move(read));
    const auto row = pool->rowOf(*kept);
    if (!row) {
        return Error{ErrorCode::NotFound,
                     "The import of this record was undone, so it is not screened; redo the import first.",
                     {},
                     {}};
    }
    const rank::Trainer trainer = trainerOf(*pool, pool->isOut, pool->labels);
    Explanation explanation;
    explanation.pool = pool;
    explanation.ranking = rankingOf(*pool, trainer);
    explanation.records = explanation.ranking.records.size();
    const auto place = std::ranges::find(explanation.ranking.records, *kept, &RankedRecord::record);
    if (place != explanation.ranking.records.end()) {
        explanation.place = static_cast<std::size_t>(place - explanation.ranking.records.begin()) + 1;
    }
    explanation.ranking.records.clear();
    if (explanation.ranking.isLearned) {
        explanation.score = trainer.model().score(*row);
        explanation.intercept = trainer.model().intercept();
        explanation.terms = rank::why(*pool->features, trainer.model(), *row, kMostTerms);
    }
    return explanation;
}

} // namespace winnow::app
