#include "screening/outcome.h"

#include <algorithm>
#include <array>

namespace winnow::screening {

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
        const auto first = std::ranges::find_if(
            decisions, [](const Decision &decision) { return !decision.reason.empty(); });
        return {State::Exclude, first == decisions.end() ? std::string() : first->reason};
    }
    return {has(Verdict::Include) ? State::Include : State::Maybe, {}};
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
