#include "app/ranking_pool.h"

#include "app/ranking_models.h"
#include "app/stages.h"

#include <algorithm>
#include <utility>

namespace winnow::app {

namespace {

Result<void> takeDuplicates(Workspace &workspace, RankingPool &pool)
{
    auto duplicates = workspace.judgement().duplicates();
    if (!duplicates) {
        return std::move(duplicates).error();
    }
    for (const auto &[record, link] : *duplicates) {
        pool.kept.emplace(record, link.kept);
    }
    return {};
}

/// The duplicates of each record that is kept, ascending.
std::unordered_map<RecordId, std::vector<RecordId>> duplicatesOf(const RankingPool &pool)
{
    std::unordered_map<RecordId, std::vector<RecordId>> duplicates;
    for (const auto &[record, kept] : pool.kept) {
        duplicates[kept].push_back(record);
    }
    for (auto &[kept, records] : duplicates) {
        std::ranges::sort(records);
    }
    return duplicates;
}

/// A title or an abstract that a record lacks is that of the first duplicate that has one.
Result<void> completeTexts(Workspace &workspace, const std::vector<RecordId> &duplicates, Record &record)
{
    for (const RecordId duplicate : duplicates) {
        if (!record.title.empty() && !record.abstractText.empty()) {
            break;
        }
        auto other = workspace.records().get(duplicate);
        if (!other) {
            return std::move(other).error();
        }
        for (const auto text : {&Record::title, &Record::abstractText}) {
            if ((record.*text).empty()) {
                record.*text = std::move((*other).*text);
            }
        }
    }
    return {};
}

/// One record after the other, in order of their rows: all texts together would take hundreds of megabytes.
Result<void> readTexts(Workspace &workspace, RankingPool &pool, Task &task)
{
    auto last = workspace.records().last();
    if (!last) {
        return std::move(last).error();
    }
    const auto duplicates = duplicatesOf(pool);
    rank::FeatureBuilder builder(pool.model.terms);
    Result<void> completed;
    auto visited = workspace.records().forEach({0}, [&](RecordId id, const Record &record) {
        task.report({"reading", id.value, last->value});
        if (!pool.rowOf(id)) {
            return !task.isStopped();
        }
        const auto found = duplicates.find(id);
        if (found == duplicates.end()) {
            builder.add(record.title, record.abstractText);
        } else {
            Record whole = record;
            completed = completeTexts(workspace, found->second, whole);
            builder.add(whole.title, whole.abstractText);
        }
        return completed.isOk() && !task.isStopped();
    });
    if (!visited || !completed) {
        return visited ? completed : visited;
    }
    if (task.isStopped()) {
        return Task::stoppedError();
    }
    pool.features = builder.build();
    return {};
}

/// What is asked for, or what the stage is set to.
Result<std::string> modelChoice(Workspace &workspace, const RankRequest &request)
{
    if (!request.model.empty()) {
        return request.model;
    }
    auto settings = stageSettings(workspace);
    if (!settings) {
        return std::move(settings).error();
    }
    return std::move(settings->at(static_cast<std::size_t>(request.stage)).rankingModel);
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

Result<void> takeLabels(Workspace &workspace, RankingPool &pool)
{
    auto decisions = workspace.judgement().allDecisions();
    if (!decisions) {
        return std::move(decisions).error();
    }
    const bool isLate = pool.stage == Stage::FullText;
    pool.isOut.assign(pool.records.size(), isLate);
    for (std::size_t row = 0; row < pool.records.size(); ++row) {
        const auto found = decisions->find(pool.records[row]);
        if (found == decisions->end()) {
            continue;
        }
        if (const auto verdict = ownVerdict(found->second, pool.stage, workspace.reviewer())) {
            pool.labels.push_back({static_cast<rank::Row>(row), *verdict != Verdict::Exclude});
        }
        if (isLate) {
            const auto before = ownVerdict(found->second, Stage::TitleAbstract, workspace.reviewer());
            pool.isOut[row] = !before || *before == Verdict::Exclude;
        }
    }
    return {};
}

} // namespace

std::optional<rank::Row> RankingPool::rowOf(RecordId record) const
{
    const auto found = std::ranges::lower_bound(records, record);
    if (found == records.end() || *found != record) {
        return std::nullopt;
    }
    return static_cast<rank::Row>(found - records.begin());
}

Result<RankingPool>
rankingPool(Workspace &workspace, const RankRequest &request, Task &task, const RankingPool *before)
{
    auto choice = modelChoice(workspace, request);
    if (!choice) {
        return std::move(choice).error();
    }
    const auto model = chosenModel(*choice);
    if (!model) {
        return model.error();
    }
    auto units = workspace.records().units();
    if (!units) {
        return std::move(units).error();
    }
    RankingPool pool;
    pool.stage = request.stage;
    pool.choice = choice->empty() ? std::string(model->name) : *std::move(choice);
    pool.model = *model;
    pool.records = *std::move(units);
    if (auto taken = takeDuplicates(workspace, pool); !taken) {
        return std::move(taken).error();
    }
    if (auto taken = takeLabels(workspace, pool); !taken) {
        return std::move(taken).error();
    }
    // The text of a record never changes: the same records and duplicates have the same features.
    if (before != nullptr && before->model.terms == pool.model.terms && before->records == pool.records &&
        before->kept == pool.kept) {
        pool.features = before->features;
    } else if (auto read = readTexts(workspace, pool, task); !read) {
        return std::move(read).error();
    }
    return pool;
}

rank::Trainer
trainerOf(const RankingPool &pool, const std::vector<bool> &isOut, std::span<const rank::Label> labels)
{
    rank::Trainer trainer(pool.features, pool.model.ridge);
    for (std::size_t row = 0; row < isOut.size(); ++row) {
        if (isOut[row]) {
            trainer.leaveOut(static_cast<rank::Row>(row));
        }
    }
    trainer.add(labels);
    return trainer;
}

Ranking rankingOf(const RankingPool &pool, const rank::Trainer &trainer)
{
    Ranking ranking;
    ranking.stage = pool.stage;
    ranking.model = pool.choice;
    ranking.relevant =
        static_cast<std::size_t>(std::ranges::count(pool.labels, true, &rank::Label::isRelevant));
    ranking.irrelevant = pool.labels.size() - ranking.relevant;
    ranking.isLearned = trainer.model().isReady();
    const std::vector<rank::Ranked> all = trainer.all();
    ranking.records.reserve(all.size());
    for (const rank::Ranked &ranked : all) {
        ranking.records.push_back({pool.records[ranked.row], ranked.score});
    }
    return ranking;
}

} // namespace winnow::app
