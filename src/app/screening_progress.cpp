#include "app/screening_progress.h"

#include "base/clock.h"

#include <algorithm>
#include <map>
#include <utility>

namespace winnow::app {

namespace {

using screening::State;

void add(StageProgress &progress, State state)
{
    ++progress.come;
    switch (state) {
    case State::Undecided:
        ++progress.undecided;
        break;
    case State::Pending:
        ++progress.pending;
        break;
    case State::Conflict:
        ++progress.conflicts;
        break;
    case State::Include:
        ++progress.included;
        break;
    case State::Exclude:
        ++progress.excluded;
        break;
    case State::Maybe:
        ++progress.maybe;
        break;
    }
}

using Place = std::pair<Stage, std::string>;

/// Decisions by stage and reviewer, with the times of those that were made alone.
class Doings
{
public:
    void addEvents(const std::vector<Event> &events)
    {
        std::map<std::int64_t, std::int64_t> sizes;
        for (const Event &event : events) {
            ++sizes[event.op];
        }
        for (const Event &event : events) {
            const Place place{stageFromString(event.stage).value_or(Stage::TitleAbstract), event.reviewer};
            ReviewerProgress &progress = at(place);
            progress.lastUtc = std::max(progress.lastUtc, event.atUtc);
            const auto time = millisecondsOf(event.atUtc);
            if (sizes[event.op] > 1) {
                ++progress.atOnce;
            } else if (time) {
                m_times[place].push_back(*time);
            }
        }
    }

    void addDecided(const Standing &standing)
    {
        std::vector<Place> counted; // a reviewer may have decided on several duplicates
        for (const Decision &decision : standing.said) {
            const Place place{decision.stage, decision.reviewer};
            if (std::ranges::count(counted, place) == 0) {
                counted.push_back(place);
                ++at(place).decided;
            }
        }
    }

    std::vector<ReviewerProgress> list()
    {
        std::vector<ReviewerProgress> reviewers;
        for (auto &[place, progress] : m_progress) {
            progress.pace = screening::paceOf(m_times[place]);
            reviewers.push_back(std::move(progress));
        }
        return reviewers;
    }

private:
    ReviewerProgress &at(const Place &place)
    {
        ReviewerProgress &progress = m_progress[place];
        progress.stage = place.first;
        progress.reviewer = place.second;
        return progress;
    }

    std::map<Place, ReviewerProgress> m_progress;
    std::map<Place, std::vector<std::int64_t>> m_times;
};

} // namespace

Result<ScreeningProgress> screeningProgress(Workspace &workspace)
{
    auto standings = Standings::of(workspace);
    if (!standings) {
        return std::move(standings).error();
    }
    auto all = standings->all(workspace);
    auto units = workspace.records().units();
    auto events = workspace.log().live(EventKind::Decision);
    if (!all || !units || !events) {
        return !all ? std::move(all).error() : !units ? std::move(units).error() : std::move(events).error();
    }
    ScreeningProgress progress;
    for (const Stage stage : stagesOf(*standings)) {
        progress.stages.push_back({stage});
    }
    Doings doings;
    doings.addEvents(*events);
    for (const RecordId record : *units) {
        const auto entry = all->find(record);
        const bool isSaid = entry != all->end();
        if (isSaid) {
            doings.addDecided(entry->second);
        }
        for (StageProgress &stage : progress.stages) {
            const State state = isSaid ? entry->second.outcomes[stage.stage].state : State::Undecided;
            add(stage, state);
            if (!screening::goesOn(state)) {
                break;
            }
        }
    }
    progress.reviewers = doings.list();
    return progress;
}

} // namespace winnow::app
