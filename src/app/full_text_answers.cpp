#include "app/full_text_answers.h"

#include "store/event_detail.h"

#include <algorithm>
#include <array>

namespace winnow::app {

namespace {

struct Rank
{
    FullTextStatus status;
    int place; ///< what helps most has the smallest
    FindState state;
};

constexpr std::array kRanks{
    Rank{FullTextStatus::Found, 0, FindState::Found},
    Rank{FullTextStatus::LandingPage, 1, FindState::LandingPage},
    Rank{FullTextStatus::Failed, 2, FindState::Failed},
    Rank{FullTextStatus::Unanswered, 3, FindState::Failed},
    Rank{FullTextStatus::NotFound, 4, FindState::NotFound},
};

constexpr std::array<std::string_view, 5> kStates{"new", "found", "landing-page", "not-found", "failed"};

const Rank &rankOf(const DatedAnswer &answer)
{
    return *std::ranges::find(kRanks, answer.answer.status, &Rank::status);
}

} // namespace

Result<std::map<RecordId, std::vector<DatedAnswer>>> fullTextAnswers(Workspace &workspace)
{
    auto events = workspace.log().live(EventKind::FullTextSought);
    auto representatives = workspace.judgement().representatives();
    if (!events || !representatives) {
        return !events ? std::move(events).error() : std::move(representatives).error();
    }
    std::map<RecordId, std::vector<DatedAnswer>> all;
    for (const Event &event : *events) {
        if (event.subjectKind != "record") {
            continue;
        }
        std::vector<DatedAnswer> &answers = all[representatives->of({event.subject})];
        for (FullTextAnswer &answer : store::fullTextAnswers(event.detail)) {
            addAnswer(answers, {std::move(answer), event.reviewer, event.atUtc});
        }
    }
    return all;
}

void addAnswer(std::vector<DatedAnswer> &answers, DatedAnswer answer)
{
    const auto old = std::ranges::find_if(
        answers, [&](const DatedAnswer &other) { return other.answer.source == answer.answer.source; });
    if (old == answers.end()) {
        answers.push_back(std::move(answer));
    } else if (answer.answer.status != FullTextStatus::Unanswered ||
               old->answer.status == FullTextStatus::Unanswered ||
               old->answer.status == FullTextStatus::Failed) {
        answers.erase(old);
        answers.push_back(std::move(answer));
    }
}

const DatedAnswer *bestOf(std::span<const DatedAnswer> answers)
{
    const auto found =
        std::ranges::min_element(answers, {}, [](const DatedAnswer &answer) { return rankOf(answer).place; });
    return found == answers.end() ? nullptr : &*found;
}

std::string_view toString(FindState state)
{
    return kStates.at(static_cast<std::size_t>(state));
}

std::optional<FindState> findStateFromString(std::string_view name)
{
    const auto *const found = std::ranges::find(kStates, name);
    return found == kStates.end() ? std::nullopt
                                  : std::optional(static_cast<FindState>(found - kStates.begin()));
}

FindState stateOf(std::span<const DatedAnswer> answers)
{
    const DatedAnswer *const best = bestOf(answers);
    return best == nullptr ? FindState::New : rankOf(*best).state;
}

} // namespace winnow::app
