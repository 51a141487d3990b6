#include "app/work_list.h"

#include "app/find_records.h"
#include "app/pilot.h"
#include "app/ranking.h"
#include "screening/allocation.h"
#include "screening/mixing.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

namespace winnow::app {

namespace {

using screening::State;

bool hasDecided(const Standing &standing, Stage stage, const std::string &reviewer)
{
    return std::ranges::any_of(standing.said, [&](const Decision &decision) {
        return decision.stage == stage && decision.reviewer == reviewer;
    });
}

/// Whether a further vote on the record would be of use.
bool wantsVotes(const Standing &standing, Stage stage)
{
    const State state = standing.outcomes[stage].state;
    return state == State::Undecided || state == State::Pending;
}

/// What a reviewer can decide at a stage.
struct Eligible
{
    std::vector<RecordId> records; ///< ascending
    std::set<RecordId> pilot;
    std::size_t decided = 0; ///< by the reviewer at the stage
};

Result<Eligible> eligible(Workspace &workspace, const Standings &standings, Stage stage)
{
    auto units = workspace.records().units();
    auto all = standings.all(workspace);
    auto pilot = pilotRecords(workspace, stage, true);
    if (!units || !all || !pilot) {
        return !units ? std::move(units).error() : !all ? std::move(all).error() : std::move(pilot).error();
    }
    const StageSettings &settings = standings.settings(stage);
    Eligible found{{}, *std::move(pilot), 0};
    for (const RecordId record : *units) {
        const auto entry = all->find(record);
        const Standing *const standing = entry == all->end() ? nullptr : &entry->second;
        const bool isDecided = standing != nullptr && hasDecided(*standing, stage, workspace.reviewer());
        found.decided += isDecided ? 1 : 0;
        if (isDecided || !hasCome(standings, standing, stage)) {
            continue;
        }
        const bool isWanted = standing == nullptr || wantsVotes(*standing, stage);
        const bool isOwn = screening::isAssigned(settings, record, workspace.reviewer());
        if (found.pilot.contains(record) || (isWanted && isOwn)) {
            found.records.push_back(record);
        }
    }
    return found;
}

/// The records that the reviewer put off at the stage, in the order in which that was done.
Result<std::vector<RecordId>> putOffBy(Workspace &workspace, Stage stage)
{
    auto events = workspace.log().live(EventKind::RecordSkipped);
    if (!events) {
        return std::move(events).error();
    }
    std::vector<RecordId> records;
    for (const Event &event : *events) {
        if (event.stage == toString(stage) && event.reviewer == workspace.reviewer()) {
            records.push_back({event.subject});
        }
    }
    return records;
}

void keepOnly(std::vector<RecordId> &records, const std::vector<RecordId> &wanted)
{
    std::erase_if(records, [&](RecordId record) { return !std::ranges::binary_search(wanted, record); });
}

Result<std::vector<RecordId>> rankNow(Workspace &workspace, Stage stage, Task &task)
{
    auto ranking = rankRecords(workspace, {stage, {}}, task);
    if (!ranking) {
        return std::move(ranking).error();
    }
    if (auto recorded = recordRanking(workspace, *ranking); !recorded) {
        return std::move(recorded).error();
    }
    return ranking->order();
}

/// A ranking of exactly these records: those it names that are among them, then the others.
std::vector<RecordId> rankingOf(const std::vector<RecordId> &ranking, const std::vector<RecordId> &records)
{
    std::unordered_set<RecordId> left(records.begin(), records.end());
    std::vector<RecordId> order;
    order.reserve(records.size());
    for (const RecordId record : ranking) {
        if (left.erase(record) > 0) {
            order.push_back(record);
        }
    }
    std::ranges::copy_if(
        records, std::back_inserter(order), [&](RecordId record) { return left.contains(record); });
    return order;
}

} // namespace

std::optional<WorkOrder> workOrderFromString(std::string_view name)
{
    constexpr std::array<std::pair<std::string_view, WorkOrder>, 3> kOrders{
        {{"import", WorkOrder::Import}, {"rank", WorkOrder::Rank}, {"random", WorkOrder::Random}}};
    const auto *const found =
        std::ranges::find(kOrders, name, &std::pair<std::string_view, WorkOrder>::first);
    return found == kOrders.end() ? std::nullopt : std::optional(found->second);
}

Result<WorkList> WorkList::open(Workspace &workspace, const WorkRequest &request, Task &task)
{
    auto standings = Standings::of(workspace);
    if (!standings) {
        return std::move(standings).error();
    }
    auto found = eligible(workspace, *standings, request.stage);
    auto putOff = putOffBy(workspace, request.stage);
    if (!found || !putOff) {
        return !found ? std::move(found).error() : std::move(putOff).error();
    }
    if (!request.query.empty()) {
        auto hits = findRecords(workspace, request.query, task);
        if (!hits) {
            return std::move(hits).error();
        }
        keepOnly(found->records, *hits);
    }
    const StageSettings &settings = standings->settings(request.stage);
    WorkList list;
    list.m_decidedBefore = found->decided;
    list.m_records = std::move(found->records);
    for (const RecordId record : request.order == WorkOrder::Random
                                     ? screening::inRandomOrder(list.m_records, settings.seed)
                                     : list.m_records) {
        (found->pilot.contains(record) ? list.m_pilot : list.m_ranked).push_back(record);
    }
    if (request.order == WorkOrder::Rank) {
        auto ranking =
            request.ranking ? request.ranking(list.m_records) : rankNow(workspace, request.stage, task);
        if (!ranking) {
            return std::move(ranking).error();
        }
        list.m_ranked = rankingOf(*ranking, list.m_ranked);
        list.m_randomShare = settings.randomShare;
        if (settings.randomShare > 0) {
            list.m_random = screening::inRandomOrder(list.m_ranked, settings.seed);
        }
    }
    for (const RecordId record : *putOff) {
        list.putOff(record);
    }
    return list;
}

bool WorkList::isLeft(RecordId record) const
{
    return std::ranges::binary_search(m_records, record) && !m_done.contains(record);
}

/// The record that stands at a place of the list (from 0), counted from the reviewer's first decision.
template <class IsLeft>
std::optional<RecordId> WorkList::following(Cursors &cursors, std::size_t place, const IsLeft &isLeft) const
{
    const auto find = [](const std::vector<RecordId> &part, std::size_t &cursor, const auto &isWanted) {
        while (cursor < part.size() && !isWanted(part[cursor])) {
            ++cursor;
        }
        return cursor < part.size() ? std::optional(part[cursor]) : std::nullopt;
    };
    const auto isDue = [&](RecordId record) { return isLeft(record) && !m_isPutOff.contains(record); };
    std::optional<RecordId> found = find(m_pilot, cursors.pilot, isDue);
    if (!found && screening::isRandomPlace(place, m_randomShare)) {
        found = find(m_random, cursors.random, isDue);
    }
    if (!found) {
        found = find(m_front, cursors.front, isDue);
    }
    if (!found) {
        found = find(m_ranked, cursors.ranked, isDue);
    }
    return found ? found : find(m_putOff, cursors.putOff, isLeft);
}

std::optional<RecordId> WorkList::next()
{
    return following(
        m_cursors, m_decidedBefore + m_done.size(), [this](RecordId record) { return isLeft(record); });
}

std::vector<RecordId> WorkList::ahead(std::size_t count) const
{
    std::vector<RecordId> records;
    std::unordered_set<RecordId> seen;
    Cursors cursors = m_cursors;
    const auto isUnseen = [&](RecordId record) { return isLeft(record) && !seen.contains(record); };
    const std::size_t place = m_decidedBefore + m_done.size();
    while (records.size() < count) {
        const auto record = following(cursors, place + records.size(), isUnseen);
        if (!record) {
            break;
        }
        records.push_back(*record);
        seen.insert(*record);
    }
    return records;
}

void WorkList::take(RecordId record)
{
    if (isLeft(record)) {
        m_done.insert(record);
    }
}

void WorkList::putOff(RecordId record)
{
    if (!std::ranges::binary_search(m_records, record)) {
        return;
    }
    if (!m_isPutOff.insert(record).second) {
        std::erase(m_putOff, record);
        m_cursors.putOff = 0;
    }
    m_putOff.push_back(record);
}

void WorkList::bringForward(std::vector<RecordId> records)
{
    m_front = std::move(records);
    m_cursors.front = 0;
}

Result<std::vector<RecordId>> undecided(Workspace &workspace, Stage stage)
{
    auto standings = Standings::of(workspace);
    if (!standings) {
        return std::move(standings).error();
    }
    auto found = eligible(workspace, *standings, stage);
    if (!found) {
        return std::move(found).error();
    }
    return std::move(found->records);
}

} // namespace winnow::app
