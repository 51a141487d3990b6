#include "app/duplicates.h"

#include "dedupe/groups.h"
#include "store/event_detail.h"

#include <algorithm>
#include <map>
#include <set>

namespace winnow::app {

namespace {

constexpr std::string_view kSafe = "safe";

int rankOf(SourceKind kind)
{
    if (kind == SourceKind::Database) {
        return 0;
    }
    return kind == SourceKind::Register ? 1 : 2;
}

Result<std::map<SearchId, int>> ranks(Workspace &workspace)
{
    auto sources = workspace.imports().sources();
    if (!sources) {
        return std::move(sources).error();
    }
    auto searches = workspace.imports().liveSearches();
    if (!searches) {
        return std::move(searches).error();
    }
    std::map<SearchId, int> ranks;
    for (const Search &search : *searches) {
        const auto source = std::ranges::find(*sources, search.source, &Source::id);
        ranks[search.id] = source == sources->end() ? 2 : rankOf(source->kind);
    }
    return ranks;
}

Result<std::vector<dedupe::Traits>>
traitsOf(Workspace &workspace, const std::vector<store::UnitRow> &units, Task &task)
{
    auto rankOfSearch = ranks(workspace);
    if (!rankOfSearch) {
        return std::move(rankOfSearch).error();
    }
    std::vector<dedupe::Traits> traits;
    traits.reserve(units.size());
    auto unit = units.begin();
    auto visited = workspace.records().forEach({}, [&](RecordId id, const Record &record) {
        while (unit != units.end() && unit->id < id) {
            ++unit;
        }
        if (unit == units.end()) {
            return false;
        }
        if (unit->id == id) {
            traits.push_back(dedupe::traitsOf(id, record, (*rankOfSearch)[unit->search]));
            task.report({"reading", unit - units.begin() + 1, static_cast<std::int64_t>(units.size())});
        }
        return !task.isStopped();
    });
    if (!visited) {
        return std::move(visited).error();
    }
    if (task.isStopped()) {
        return Task::stoppedError();
    }
    return traits;
}

/// What holds now, and what is proposed beyond it.
struct Found
{
    std::int64_t records = 0;
    std::map<RecordId, store::DuplicateLink> links;
    dedupe::Proposal proposal;
};

Result<Found> find(Workspace &workspace, Task &task)
{
    auto units = workspace.judgement().unitRows();
    auto links = workspace.judgement().duplicates();
    auto apart = workspace.judgement().keptApart();
    if (!units || !links || !apart) {
        return !units   ? std::move(units).error()
               : !links ? std::move(links).error()
                        : std::move(apart).error();
    }
    auto traits = traitsOf(workspace, *units, task);
    if (!traits) {
        return std::move(traits).error();
    }
    std::vector<dedupe::RecordPair> together;
    for (const auto &[record, link] : *links) {
        together.emplace_back(record, link.kept);
    }
    dedupe::Proposal proposal = dedupe::findDuplicates(*std::move(traits), {together, *apart}, task);
    if (task.isStopped()) {
        return Task::stoppedError();
    }
    return Found{static_cast<std::int64_t>(units->size()), *std::move(links), std::move(proposal)};
}

store::EventDraft mergeEvent(const dedupe::Group &group)
{
    store::EventDraft event;
    event.kind = EventKind::DuplicatesMerged;
    event.subjectKind = "record";
    event.subject = group.kept.value;
    event.reason = group.why;
    event.detail = store::toDetail(store::MergeDetail{group.members, std::string(kSafe)});
    return event;
}

/// Groups that are not exactly what holds already.
std::vector<dedupe::Group> changedGroups(std::vector<dedupe::Group> groups,
                                         const std::map<RecordId, store::DuplicateLink> &links)
{
    const auto rootOf = [&](RecordId record) {
        const auto link = links.find(record);
        return link == links.end() ? record : link->second.kept;
    };
    std::erase_if(groups, [&](const dedupe::Group &group) {
        const RecordId root = rootOf(group.members.front());
        return std::ranges::all_of(group.members, [&](RecordId member) { return rootOf(member) == root; });
    });
    return groups;
}

} // namespace

Result<DedupeOutcome> deduplicate(Workspace &workspace, Task &task)
{
    DedupeOutcome outcome;
    auto done = workspace.file().transact([&]() -> Result<void> {
        auto found = find(workspace, task);
        if (!found) {
            return std::move(found).error();
        }
        std::vector<store::EventDraft> events;
        for (const dedupe::Group &group : changedGroups(std::move(found->proposal.groups), found->links)) {
            events.push_back(mergeEvent(group));
            outcome.newGroups.push_back({group.kept, group.members, std::string(kSafe), group.why});
        }
        outcome.records = found->records;
        outcome.grey = static_cast<std::int64_t>(found->proposal.grey.size());
        if (!events.empty()) {
            if (auto appended = workspace.log().append(workspace.act(), events); !appended) {
                return appended;
            }
        }
        auto after = workspace.judgement().duplicates();
        if (!after) {
            return std::move(after).error();
        }
        outcome.removed = static_cast<std::int64_t>(after->size());
        outcome.removedNow = outcome.removed - static_cast<std::int64_t>(found->links.size());
        return {};
    });
    if (!done) {
        return std::move(done).error();
    }
    return outcome;
}

Result<std::vector<LikelyDuplicate>> likelyDuplicates(Workspace &workspace, Task &task)
{
    auto found = find(workspace, task);
    if (!found) {
        return std::move(found).error();
    }
    std::vector<LikelyDuplicate> likely;
    likely.reserve(found->proposal.grey.size());
    for (dedupe::GreyPair &pair : found->proposal.grey) {
        likely.push_back({pair.a, pair.b, pair.probability, std::move(pair.why)});
    }
    return likely;
}

Result<std::vector<DuplicateGroup>> duplicateGroups(Workspace &workspace)
{
    auto links = workspace.judgement().duplicates();
    if (!links) {
        return std::move(links).error();
    }
    std::map<RecordId, DuplicateGroup> groups;
    for (const auto &[record, link] : *links) {
        DuplicateGroup &group = groups[link.kept];
        if (group.members.empty()) {
            group = {link.kept, {link.kept}, link.tier, link.rule};
        }
        group.members.push_back(record);
    }
    std::vector<DuplicateGroup> list;
    list.reserve(groups.size());
    for (auto &[kept, group] : groups) {
        list.push_back(std::move(group));
    }
    return list;
}

Result<void> splitDuplicate(Workspace &workspace, RecordId record)
{
    return workspace.file().transact([&]() -> Result<void> {
        auto kept = workspace.judgement().keptFor(record);
        if (!kept) {
            return std::move(kept).error();
        }
        auto members = workspace.judgement().membersOf(*kept);
        if (!members) {
            return std::move(members).error();
        }
        if (members->size() < 2) {
            return Error{ErrorCode::NotFound,
                         "That record is in no group of duplicates; nothing was changed.",
                         {},
                         {}};
        }
        store::EventDraft event;
        event.kind = EventKind::DuplicateSplit;
        event.subjectKind = "record";
        event.subject = record.value;
        return workspace.log().append(workspace.act(), std::span(&event, 1));
    });
}

} // namespace winnow::app
