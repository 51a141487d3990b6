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

Result<std::vector<dedupe::Candidate>>
candidates(Workspace &workspace, const std::vector<store::UnitRow> &units, Task &task)
{
    auto rankOfSearch = ranks(workspace);
    if (!rankOfSearch) {
        return std::move(rankOfSearch).error();
    }
    std::vector<dedupe::Candidate> candidates;
    candidates.reserve(units.size());
    auto unit = units.begin();
    auto visited = workspace.records().forEach({}, [&](RecordId id, const Record &record) {
        while (unit != units.end() && unit->id < id) {
            ++unit;
        }
        if (unit == units.end()) {
            return false;
        }
        if (unit->id == id) {
            candidates.push_back(dedupe::candidateOf(id, record, (*rankOfSearch)[unit->search]));
            task.report({"comparing", unit - units.begin() + 1, static_cast<std::int64_t>(units.size())});
        }
        return !task.isStopped();
    });
    if (!visited) {
        return std::move(visited).error();
    }
    if (task.isStopped()) {
        return Task::stoppedError();
    }
    return candidates;
}

store::EventDraft mergeEvent(const dedupe::Group &group)
{
    store::EventDraft event;
    event.kind = EventKind::DuplicatesMerged;
    event.subjectKind = "record";
    event.subject = group.kept.value;
    event.reason = group.rule;
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
        auto units = workspace.judgement().unitRows();
        auto links = workspace.judgement().duplicates();
        auto apart = workspace.judgement().keptApart();
        if (!units || !links || !apart) {
            return !units   ? std::move(units).error()
                   : !links ? std::move(links).error()
                            : std::move(apart).error();
        }
        auto input = candidates(workspace, *units, task);
        if (!input) {
            return std::move(input).error();
        }
        std::vector<std::pair<RecordId, RecordId>> together;
        for (const auto &[record, link] : *links) {
            together.emplace_back(record, link.kept);
        }
        const auto groups = changedGroups(dedupe::findGroups(*input, together, *apart), *links);
        std::vector<store::EventDraft> events;
        for (const dedupe::Group &group : groups) {
            events.push_back(mergeEvent(group));
            outcome.newGroups.push_back({group.kept, group.members, std::string(kSafe), group.rule});
        }
        outcome.records = static_cast<std::int64_t>(units->size());
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
        outcome.removedNow = outcome.removed - static_cast<std::int64_t>(links->size());
        return {};
    });
    if (!done) {
        return std::move(done).error();
    }
    return outcome;
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
