#include "app/stopping.h"

#include "app/pilot.h"
#include "screening/mixing.h"
#include "store/event_detail.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <utility>

namespace winnow::app {

namespace {

constexpr const char *kStop = "stop";

/// Groups of which somebody said something; `isRelevant` in the order in which that was first.
struct Screened
{
    screening::ScreenedOrder isRelevant;
    std::unordered_map<RecordId, bool> records; ///< each, with whether it is relevant
    std::vector<RecordId> unscreened;           ///< that came to the stage, ascending
    std::int64_t relevant = 0;

    [[nodiscard]] std::size_t total() const { return records.size() + unscreened.size(); }
};

/// Anybody would have it go on: a doubt about relevance must not bring the end nearer.
bool isRelevant(const Standing &standing, Stage stage)
{
    const screening::State state = standing.outcomes[stage].state;
    if (screening::isSettled(state)) {
        return screening::goesOn(state);
    }
    return std::ranges::any_of(standing.said, [stage](const Decision &decision) {
        return decision.stage == stage && decision.verdict != Verdict::Exclude;
    });
}

Result<Screened> screenedAt(Workspace &workspace, Stage stage)
{
    const store::Snapshot snapshot = workspace.snapshot();
    auto standings = Standings::of(workspace);
    auto units = workspace.records().units();
    auto decisions = workspace.log().live(EventKind::Decision);
    auto representatives = workspace.judgement().representatives();
    if (!standings || !units || !decisions || !representatives) {
        return !standings   ? std::move(standings).error()
               : !units     ? std::move(units).error()
               : !decisions ? std::move(decisions).error()
                            : std::move(representatives).error();
    }
    auto all = standings->all(workspace);
    if (!all) {
        return std::move(all).error();
    }
    std::set<RecordId> open;
    for (const RecordId record : *units) {
        const auto entry = all->find(record);
        if (hasCome(*standings, entry == all->end() ? nullptr : &entry->second, stage)) {
            open.insert(record);
        }
    }
    Screened screened;
    for (const Event &event : *decisions) {
        const RecordId record = representatives->of({event.subject});
        if (event.stage != toString(stage) || open.erase(record) == 0) {
            continue;
        }
        const bool relevant = isRelevant(all->at(record), stage);
        screened.records.emplace(record, relevant);
        screened.isRelevant.push_back(relevant);
        screened.relevant += static_cast<std::int64_t>(relevant);
    }
    screened.unscreened.assign(open.begin(), open.end());
    return screened;
}

Error refusal(std::string message)
{
    return {ErrorCode::InvalidArgument, std::move(message), {}, {}};
}

/// The newest sample that was drawn from what was left.
Result<std::optional<store::PilotDetail>> newestTail(Workspace &workspace, Stage stage)
{
    auto drawn = workspace.log().live(EventKind::PilotDrawn);
    if (!drawn) {
        return std::move(drawn).error();
    }
    std::optional<store::PilotDetail> newest;
    for (const Event &event : *drawn) {
        store::PilotDetail detail = store::pilotDetail(event.detail);
        if (event.stage == toString(stage) && detail.unscreened) {
            newest = std::move(detail);
        }
    }
    return newest;
}

Result<screening::RecallEstimate>
recallOfTail(Workspace &workspace, const StoppingRequest &request, const Screened &screened)
{
    auto tail = newestTail(workspace, request.stage);
    if (!tail) {
        return std::move(tail).error();
    }
    if (!*tail) {
        return refusal(
            "No sample of the unscreened records was drawn yet; draw one and screen all of it first.");
    }
    const store::PilotDetail &sample = **tail;
    screening::TailSample counts{
        *sample.unscreened, static_cast<std::int64_t>(sample.records.size()), 0, sample.relevantBefore};
    std::int64_t left = 0;
    for (const RecordId record : sample.records) {
        auto kept = workspace.judgement().keptFor(record);
        if (!kept) {
            return std::move(kept).error();
        }
        const auto place = screened.records.find(*kept);
        if (place == screened.records.end()) {
            ++left;
        } else {
            counts.found += static_cast<std::int64_t>(place->second);
        }
    }
    if (left > 0) {
        return refusal(std::to_string(left) + " of the " + std::to_string(sample.records.size()) +
                       " records of the sample are not screened yet; they come first in the work list.");
    }
    return screening::recallFromTailSample(counts, request.goal);
}

using Numbers = std::vector<std::pair<std::string_view, double>>;

Numbers numbersOf(const screening::IrrelevantRun &run)
{
    return {{"run", static_cast<double>(run.run)}, {"needed", static_cast<double>(run.needed)}};
}

Numbers numbersOf(const screening::Buscar &buscar)
{
    return {{"goal", buscar.goal.recall},
            {"confidence", buscar.goal.confidence},
            {"p", buscar.p},
            {"least_missed", static_cast<double>(buscar.leastMissed)},
            {"sample_size", static_cast<double>(buscar.sampleSize)},
            {"sample_relevant", static_cast<double>(buscar.sampleRelevant)}};
}

Numbers numbersOf(const screening::RecallEstimate &estimate)
{
    Numbers numbers{{"goal", estimate.goal.recall},
                    {"confidence", estimate.goal.confidence},
                    {"missed", estimate.missed},
                    {"recall_at_least", estimate.recallAtLeast}};
    if (estimate.recall) {
        numbers.emplace_back("recall", *estimate.recall);
    }
    if (estimate.recallInterval) {
        numbers.emplace_back("recall_from", estimate.recallInterval->low);
        numbers.emplace_back("recall_to", estimate.recallInterval->high);
    }
    return numbers;
}

template <class Answer>
Result<StoppingReport> reportOf(const Screened &screened, Result<Answer> answer)
{
    if (!answer) {
        return std::move(answer).error();
    }
    return StoppingReport{static_cast<std::int64_t>(screened.total()),
                          static_cast<std::int64_t>(screened.records.size()),
                          screened.relevant,
                          numbersOf(*answer),
                          std::move(answer->advice)};
}

} // namespace

std::string_view toString(StoppingRule rule)
{
    static constexpr std::array<std::string_view, 3> kNames{"run", "buscar", "sample"};
    return kNames.at(static_cast<std::size_t>(rule));
}

Result<StoppingReport> checkStopping(Workspace &workspace, const StoppingRequest &request)
{
    const store::Snapshot snapshot = workspace.snapshot();
    auto screened = screenedAt(workspace, request.stage);
    if (!screened) {
        return std::move(screened).error();
    }
    switch (request.rule) {
    case StoppingRule::Run:
        return reportOf(*screened, screening::irrelevantRun(screened->isRelevant, request.run));
    case StoppingRule::Buscar:
        return reportOf(*screened, screening::buscar(screened->isRelevant, screened->total(), request.goal));
    case StoppingRule::TailSample:
        return reportOf(*screened, recallOfTail(workspace, request, *screened));
    }
    return refusal("There is no such rule.");
}

Result<StoppingReport> recordStopping(Workspace &workspace, const StoppingRequest &request, bool stops)
{
    if (stops && request.stage != Stage::TitleAbstract) {
        return Error{
            ErrorCode::InvalidArgument,
            "A rule ends screening at title and abstract only; at the other stages every record needs "
            "a decision.",
            {},
            {}};
    }
    auto report = checkStopping(workspace, request);
    if (!report) {
        return report;
    }
    nlohmann::json detail = nlohmann::json::object();
    for (const auto &[name, value] : report->numbers) {
        detail[std::string(name)] = value;
    }
    detail["rule"] = toString(request.rule);
    detail["total"] = report->total;
    detail["screened"] = report->screened;
    detail["relevant"] = report->relevant;
    detail["saysStop"] = report->advice.saysStop;
    store::EventDraft event;
    event.kind = EventKind::StoppingChecked;
    event.stage = toString(request.stage);
    event.subjectKind = "review";
    event.verdict = stops ? kStop : "";
    event.reason = report->advice.explanation;
    event.detail = detail.dump();
    if (auto done = workspace.log().append(workspace.act(), std::span(&event, 1)); !done) {
        return std::move(done).error();
    }
    return report;
}

Result<std::int64_t> sampleNeeded(Workspace &workspace, Stage stage, const screening::RecallGoal &goal)
{
    auto screened = screenedAt(workspace, stage);
    if (!screened) {
        return std::move(screened).error();
    }
    const auto needed = screening::tailSampleNeeded(
        static_cast<std::int64_t>(screened->unscreened.size()), screened->relevant, goal);
    if (!needed) {
        return refusal("A recall is above 0 and at most 1, a confidence between 0 and 1.");
    }
    return *needed;
}

Result<std::int64_t> drawTailSample(Workspace &workspace, Stage stage, std::size_t size, std::uint64_t seed)
{
    auto screened = screenedAt(workspace, stage);
    if (!screened) {
        return std::move(screened).error();
    }
    if (screened->unscreened.empty() || size == 0) {
        return refusal("There is no unscreened record to draw a sample from.");
    }
    store::PilotDetail sample{
        seed, screening::inRandomOrder(screened->unscreened, seed), {}, screened->relevant};
    sample.unscreened = static_cast<std::int64_t>(sample.records.size());
    sample.records.resize(std::min(sample.records.size(), size));
    std::ranges::sort(sample.records);
    if (auto done = recordSample(workspace, stage, sample); !done) {
        return std::move(done).error();
    }
    return static_cast<std::int64_t>(sample.records.size());
}

Result<std::optional<ScreeningEnd>> screeningEnd(Workspace &workspace)
{
    auto checks = workspace.log().live(EventKind::StoppingChecked);
    if (!checks) {
        return std::move(checks).error();
    }
    std::optional<ScreeningEnd> end;
    for (Event &event : *checks) {
        if (event.verdict == kStop && event.stage == toString(Stage::TitleAbstract)) {
            end = ScreeningEnd{std::move(event.reviewer), std::move(event.atUtc), std::move(event.reason)};
        }
    }
    return end;
}

Result<bool> isStopped(Workspace &workspace)
{
    auto end = screeningEnd(workspace);
    return end ? Result(end->has_value()) : Result<bool>(std::move(end).error());
}

} // namespace winnow::app
