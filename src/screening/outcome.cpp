#include "screening/outcome.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

namespace winnow::screening {

namespace {

/// What the decisions on a record say taken together.
class Votes
{
public:
    explicit Votes(std::span<const Decision> decisions)
        : m_decisions(decisions)
    {}

    [[nodiscard]] std::ptrdiff_t count(Verdict verdict) const
    {
        return std::ranges::count(m_decisions, verdict, &Decision::verdict);
    }

    [[nodiscard]] std::ptrdiff_t forMore() const { return count(Verdict::Include) + count(Verdict::Maybe); }

    [[nodiscard]] std::size_t reviewers() const
    {
        std::set<std::string_view> names;
        for (const Decision &decision : m_decisions) {
            names.insert(decision.reviewer);
        }
        return names.size();
    }

    /// Somebody would both exclude the record and not: they judged its duplicates differently.
    [[nodiscard]] bool contradictThemselves() const
    {
        return std::ranges::any_of(m_decisions, [&](const Decision &decision) {
            return decision.verdict == Verdict::Exclude &&
                   std::ranges::any_of(m_decisions, [&](const Decision &other) {
                       return other.reviewer == decision.reviewer && other.verdict != Verdict::Exclude;
                   });
        });
    }

    [[nodiscard]] State forMoreState() const
    {
        return count(Verdict::Include) > 0 ? State::Include : State::Maybe;
    }

    /// Of the exclusions that give one, each once, the primary one first.
    [[nodiscard]] std::vector<std::string> reasons(const std::vector<std::string> &order) const
    {
        std::vector<const Decision *> giving;
        for (const Decision &decision : m_decisions) {
            if (decision.verdict == Verdict::Exclude && !decision.reason.empty()) {
                giving.push_back(&decision);
            }
        }
        std::ranges::stable_sort(giving, {}, [&](const Decision *decision) {
            const auto place = std::ranges::find(order, decision->reason) - order.begin();
            return std::pair(place, decision->atUtc);
        });
        std::vector<std::string> reasons;
        for (const Decision *decision : giving) {
            if (std::ranges::find(reasons, decision->reason) == reasons.end()) {
                reasons.push_back(decision->reason);
            }
        }
        return reasons;
    }

private:
    std::span<const Decision> m_decisions;
};

State stateBy(AgreementRule rule, const Votes &votes)
{
    const auto against = votes.count(Verdict::Exclude);
    const auto forMore = votes.forMore();
    if (against == 0) {
        return votes.forMoreState();
    }
    if (forMore == 0) {
        return State::Exclude;
    }
    switch (rule) {
    case AgreementRule::Unanimous:
        break;
    case AgreementRule::Majority:
        if (against != forMore) {
            return against > forMore ? State::Exclude : votes.forMoreState();
        }
        break;
    case AgreementRule::AnyInclude:
        return votes.forMoreState();
    }
    return State::Conflict;
}

} // namespace

Outcome outcome(const StageVotes &votes, const StageSettings &settings)
{
    if (votes.resolution) {
        return {stateOf(votes.resolution->verdict), votes.resolution->reason};
    }
    if (votes.decisions.empty()) {
        return {};
    }
    const Votes said(votes.decisions);
    if (said.contradictThemselves()) {
        return {State::Conflict, {}};
    }
    const State state = stateBy(settings.rule, said);
    const bool isCertain = settings.rule == AgreementRule::AnyInclude && goesOn(state);
    if (said.reviewers() < static_cast<std::size_t>(votes.needed) && !isCertain) {
        return {State::Pending, {}};
    }
    if (state != State::Exclude) {
        return {state, {}};
    }
    const std::vector<std::string> reasons = said.reasons(settings.reasons);
    if (settings.stage == Stage::FullText && reasons.size() > 1) {
        return {State::Conflict, {}};
    }
    return {state, reasons.empty() ? std::string() : reasons.front()};
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

bool isSettled(State state)
{
    return goesOn(state) || state == State::Exclude;
}

State stateOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Include:
        return State::Include;
    case Verdict::Exclude:
        return State::Exclude;
    case Verdict::Maybe:
        return State::Maybe;
    }
    return State::Undecided;
}

std::string_view toString(State state)
{
    static constexpr std::array<std::string_view, 6> kNames{
        "undecided", "include", "exclude", "maybe", "conflict", "pending"};
    return kNames.at(static_cast<std::size_t>(state));
}

} // namespace winnow::screening
