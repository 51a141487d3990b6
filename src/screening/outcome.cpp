#include "screening/outcome.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace winnow::screening {

namespace {

/// Of the decisions that give a reason; as handed in where the times are equal.
std::string earliestReason(std::span<const Decision> decisions)
{
    const Decision *earliest = nullptr;
    for (const Decision &decision : decisions) {
        if (!decision.reason.empty() && (earliest == nullptr || decision.atUtc < earliest->atUtc)) {
            earliest = &decision;
        }
    }
    return earliest == nullptr ? std::string() : earliest->reason;
}

} // namespace

Outcome outcome(std::span<const Decision> decisions)
{
    const auto has = [&](Verdict verdict) {
        return std::ranges::any_of(
            decisions, [verdict](const Decision &decision) { return decision.verdict == verdict; });
    };
    if (decisions.empty()) {
        return {};
    }
    if (has(Verdict::Exclude)) {
        if (has(Verdict::Include) || has(Verdict::Maybe)) {
            return {State::Conflict, {}};
        }
        return {State::Exclude, earliestReason(decisions)};
    }
    return {has(Verdict::Include) ? State::Include : State::Maybe, {}};
}

Outcome outcomeAt(std::span<const Decision> decisions, Stage stage)
{
    return outcome(atStage(decisions, stage));
}

std::vector<Decision> atStage(std::span<const Decision> decisions, Stage stage)
{
    std::vector<Decision> selected;
    std::ranges::copy_if(decisions, std::back_inserter(selected), [stage](const Decision &decision) {
        return decision.stage == stage;
    });
    return selected;
}

bool goesOn(State state)
{
    return state == State::Include || state == State::Maybe;
}

std::string_view toString(State state)
{
    static constexpr std::array<std::string_view, 5> kNames{
        "undecided", "include", "exclude", "maybe", "conflict"};
    return kNames.at(static_cast<std::size_t>(state));
}

} // namespace winnow::screening
