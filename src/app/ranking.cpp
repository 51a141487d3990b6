#include "app/ranking.h"

#include "app/ranking_models.h"
#include "rank/trainer.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <optional>

namespace winnow::app {

namespace {

/// What is screened, in order of its ids: a row of the features for each.
struct Pool
{
    std::vector<RecordId> records;
    std::shared_ptr<const rank::Features> features;
    std::vector<rank::Label> labels;
    std::vector<rank::Row> undecided;
};

std::optional<rank::Row> rowOf(const Pool &pool, RecordId record)
{
    const auto found = std::ranges::lower_bound(pool.records, record);
    if (found == pool.records.end() || *found != record) {
        return std::nullopt;
    }
    return static_cast<rank::Row>(found - pool.records.begin());
}

/// Texts of the records that stand for their groups; an abstract may be that of a duplicate.
Result<void> readTexts(Workspace &workspace, const rank::TermScheme &terms, Pool &pool, Task &task)
{
    auto duplicates = workspace.judgement().duplicates();
    if (!duplicates) {
        return std::move(duplicates).error();
    }
    std::vector<std::string> titles(pool.records.size());
    std::vector<std::string> abstracts(pool.records.size());
    auto last = workspace.records().last();
    if (!last) {
        return std::move(last).error();
    }
    auto visited = workspace.records().forEach({0}, [&](RecordId id, const Record &record) {
        const auto link = duplicates->find(id);
        const auto row = rowOf(pool, link == duplicates->end() ? id : link->second.kept);
        if (row) {
            std::string &title = titles[*row];
            if (title.empty() || link == duplicates->end()) {
                title = record.title;
            }
            std::string &abstractText = abstracts[*row];
            if (abstractText.empty() || (link == duplicates->end() && !record.abstractText.empty())) {
                abstractText = record.abstractText;
            }
        }
        task.report({"reading", id.value, last->value});
        return !task.isStopped();
    });
    if (!visited) {
        return visited;
    }
    if (task.isStopped()) {
        return Task::stoppedError();
    }
    rank::FeatureBuilder builder(terms);
    for (std::size_t row = 0; row < titles.size(); ++row) {
        builder.add(titles[row], abstracts[row]);
    }
    pool.features = builder.build();
    return {};
}

/// The reviewer's own decision on a group at a stage, if there is one.
std::optional<Verdict>
ownVerdict(const std::vector<Decision> &decisions, Stage stage, const std::string &reviewer)
{
    for (const Decision &decision : decisions) {
        if (decision.reviewer == reviewer && decision.stage == stage) {
            return decision.verdict;
        }
    }
    return std::nullopt;
}

Result<Pool> poolOf(Workspace &workspace, const RankRequest &request, const rank::Model &model, Task &task)
{
    Pool pool;
    auto units = workspace.records().units();
    if (!units) {
        return std::move(units).error();
    }
    pool.records = *std::move(units);
    auto decisions = workspace.judgement().allDecisions();
    if (!decisions) {
        return std::move(decisions).error();
    }
    for (std::size_t i = 0; i < pool.records.size(); ++i) {
        const auto row = static_cast<rank::Row>(i);
        const auto found = decisions->find(pool.records[i]);
        const bool hasAny = found != decisions->end();
        const auto verdict =
            hasAny ? ownVerdict(found->second, request.stage, workspace.reviewer()) : std::nullopt;
        if (verdict) {
            pool.labels.push_back({row, *verdict != Verdict::Exclude});
            continue;
        }
        const bool isLate = request.stage == Stage::FullText;
        const auto before = hasAny && isLate
                                ? ownVerdict(found->second, Stage::TitleAbstract, workspace.reviewer())
                                : std::nullopt;
        if (!isLate || (before && *before != Verdict::Exclude)) {
            pool.undecided.push_back(row);
        }
    }
    auto read = readTexts(workspace, model.terms, pool, task);
    if (!read) {
        return std::move(read).error();
    }
    return pool;
}

/// A trainer that has learned all labels of the pool.
rank::Trainer trainerOf(const Pool &pool, const rank::Model &model)
{
    rank::Trainer trainer(pool.features, model.ridge);
    trainer.add(pool.labels);
    return trainer;
}

Ranking rankingOf(const Pool &pool,
                  const rank::Trainer &trainer,
                  const RankRequest &request,
                  const rank::Model &model)
{
    Ranking ranking;
    ranking.stage = request.stage;
    ranking.model = model.name;
    ranking.relevant =
        static_cast<std::size_t>(std::ranges::count(pool.labels, true, &rank::Label::isRelevant));
    ranking.irrelevant = pool.labels.size() - ranking.relevant;
    ranking.isLearned = trainer.model().isReady();
    for (const rank::Ranked &ranked : trainer.all()) {
        if (std::ranges::binary_search(pool.undecided, ranked.row)) {
            ranking.records.push_back({pool.records[ranked.row], ranked.score});
        }
    }
    return ranking;
}

} // namespace

Result<Ranking> rankRecords(Workspace &workspace, const RankRequest &request, Task &task)
{
    const auto model = chosenModel(request.model);
    if (!model) {
        return model.error();
    }
    const auto pool = poolOf(workspace, request, *model, task);
    if (!pool) {
        return pool.error();
    }
    return rankingOf(*pool, trainerOf(*pool, *model), request, *model);
}

Result<void> recordRanking(Workspace &workspace, const Ranking &ranking)
{
    const auto model = chosenModel(ranking.model);
    if (!model) {
        return model.error();
    }
    const nlohmann::json detail{{"model", ranking.model},
                                {"c", model->ridge.c},
                                {"ratio", model->ridge.ratio},
                                {"intercept", model->ridge.intercept},
                                {"tolerance", model->ridge.tolerance},
                                {"titleWeight", model->terms.titleWeight},
                                {"stemmed", model->terms.isStemmed},
                                {"fieldsApart", model->terms.areFieldsApart},
                                {"pairsUnordered", model->terms.isPairUnordered},
                                {"mostRecords", model->terms.mostRecords},
                                {"bareLength", model->terms.bareLength},
                                {"numbersOne", model->terms.areNumbersOne},
                                {"relevant", ranking.relevant},
                                {"irrelevant", ranking.irrelevant},
                                {"ranked", ranking.records.size()}};
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

Result<Explanation> explainRank(Workspace &workspace, RecordId record, const RankRequest &request, Task &task)
{
    constexpr std::size_t kMostTerms = 20;
    const auto model = chosenModel(request.model);
    if (!model) {
        return model.error();
    }
    const auto kept = workspace.judgement().keptFor(record);
    if (!kept) {
        return kept.error();
    }
    const auto pool = poolOf(workspace, request, *model, task);
    if (!pool) {
        return pool.error();
    }
    const auto row = rowOf(*pool, *kept);
    if (!row) {
        return Error{ErrorCode::NotFound,
                     "The import of this record was undone, so it is not screened; redo the import first.",
                     {},
                     {}};
    }
    const rank::Trainer trainer = trainerOf(*pool, *model);
    Explanation explanation;
    explanation.ranking = rankingOf(*pool, trainer, request, *model);
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
