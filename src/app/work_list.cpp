#include "app/work_list.h"

#include "app/find_records.h"
#include "app/pilot.h"
#include "app/ranking.h"
#include "screening/allocation.h"
#include "screening/mixing.h"

#include <algorithm>
#include <array>
#include <iterator>
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
    Eligible found{{}, *std::move(pilot)};
    for (const RecordId record : *units) {
        const auto entry = all->find(record);
        const Standing *const standing = entry == all->end() ? nullptr : &entry->second;
        if (!hasCome(standings, standing, stage) ||
            (standing != nullptr && hasDecided(*standing, stage, workspace.reviewer()))) {
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

/// Takes some records out of a list; both keep their order.
template <class Wanted>
std::vector<RecordId> takeOut(std::vector<RecordId> &records, const Wanted &isWanted)
{
    std::vector<RecordId> taken;
    std::ranges::copy_if(records, std::back_inserter(taken), isWanted);
    std::erase_if(records, isWanted);
    return taken;
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
    std::vector<RecordId> ranking = request.ranking;
    if (request.order == WorkOrder::Rank && ranking.empty()) {
        auto ranked = rankRecords(workspace, {request.stage, {}}, task);
        if (!ranked) {
            return std::move(ranked).error();
        }
        ranking.resize(ranked->records.size());
        std::ranges::transform(ranked->records, ranking.begin(), &RankedRecord::record);
    }
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
    list.m_randomShare = request.order == WorkOrder::Rank ? settings.randomShare : 0;
    list.m_seed = settings.seed;
    list.m_order = request.order == WorkOrder::Random
                       ? screening::inRandomOrder(found->records, settings.seed)
                       : std::move(found->records);
    list.m_pilot = std::move(found->pilot);
    list.number();
    list.rank(request.order == WorkOrder::Rank ? ranking : list.m_order);
    for (const RecordId record : *putOff) {
        list.putOff(record);
    }
    return list;
}

bool WorkList::isLeft(std::size_t place) const
{
    return m_order[place] != RecordId{} && !m_done.contains(m_order[place]);
}

std::optional<RecordId> WorkList::next()
{
    while (m_next < m_order.size() && !isLeft(m_next)) {
        ++m_next;
    }
    return m_next < m_order.size() ? std::optional(m_order[m_next]) : std::nullopt;
}

std::vector<RecordId> WorkList::ahead(std::size_t count) const
{
    std::vector<RecordId> records;
    for (std::size_t i = m_next; i < m_order.size() && records.size() < count; ++i) {
        if (isLeft(i)) {
            records.push_back(m_order[i]);
        }
    }
    return records;
}

void WorkList::take(RecordId record)
{
    if (m_places.contains(record)) {
        m_done.insert(record);
    }
}

void WorkList::putBack(RecordId record)
{
    if (m_done.erase(record) > 0) {
        m_next = std::min(m_next, m_places.at(record));
    }
}

void WorkList::putOff(RecordId record)
{
    const auto place = m_places.find(record);
    if (place == m_places.end()) {
        return;
    }
    m_putOff.insert(record);
    m_order[place->second] = RecordId{};
    m_order.push_back(record);
    place->second = m_order.size() - 1;
}

void WorkList::rank(const std::vector<RecordId> &ranking)
{
    std::erase(m_order, RecordId{});
    const std::vector<RecordId> putOff =
        takeOut(m_order, [&](RecordId record) { return m_putOff.contains(record); });
    const std::vector<RecordId> rest =
        takeOut(m_order, [&](RecordId record) { return !m_pilot.contains(record); });
    const std::vector<RecordId> order = screening::mixed(rankingOf(ranking, rest), m_randomShare, m_seed);
    m_order.insert(m_order.end(), order.begin(), order.end());
    m_order.insert(m_order.end(), putOff.begin(), putOff.end());
    number();
}

void WorkList::number()
{
    m_places.clear();
    m_places.reserve(m_order.size());
    for (std::size_t i = 0; i < m_order.size(); ++i) {
        m_places.insert_or_assign(m_order[i], i);
    }
    m_next = 0;
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
