#include "app/duplicates.h"

#include "app/search_sources.h"
#include "app/standing.h"
#include "dedupe/groups.h"
#include "dedupe/merge.h"
#include "store/event_detail.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace winnow::app {

namespace {

constexpr std::string_view kSafe = "safe";
constexpr std::string_view kPerson = "person";

int rankOf(SourceKind kind)
{
    return kind == SourceKind::Database ? 0 : kind == SourceKind::Register ? 1 : 2;
}

Result<std::vector<dedupe::Traits>>
traitsOf(Workspace &workspace, const std::vector<store::UnitRow> &units, Task &task)
{
    auto sourceOf = sourcesOfSearches(workspace);
    if (!sourceOf) {
        return std::move(sourceOf).error();
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
            traits.push_back(dedupe::traitsOf(id, record, rankOf((*sourceOf)[unit->search].kind)));
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

store::EventDraft recordEvent(EventKind kind, RecordId record)
{
    store::EventDraft event;
    event.kind = kind;
    event.subjectKind = "record";
    event.subject = record.value;
    return event;
}

store::EventDraft mergeEvent(const DuplicateGroup &group)
{
    store::EventDraft event = recordEvent(EventKind::DuplicatesMerged, group.kept);
    event.reason = group.rule;
    event.detail = store::toDetail(store::MergeDetail{group.members, group.tier});
    return event;
}

/// Groups on whose members people decided differently at some stage.
Result<std::int64_t> conflictsIn(Workspace &workspace, const std::vector<DuplicateGroup> &groups)
{
    auto standings = Standings::of(workspace);
    if (!standings) {
        return std::move(standings).error();
    }
    std::int64_t conflicts = 0;
    for (const DuplicateGroup &group : groups) {
        auto standing = standings->standing(workspace, group.kept);
        if (!standing) {
            return std::move(standing).error();
        }
        conflicts += static_cast<std::int64_t>(std::ranges::any_of(kStages, [&](Stage stage) {
            return standing->outcomes[stage].state == screening::State::Conflict;
        }));
    }
    return conflicts;
}

/// All members of the groups of these records, each once, ascending.
Result<std::vector<RecordId>> withGroups(Workspace &workspace, std::span<const RecordId> records)
{
    std::set<RecordId> all;
    for (const RecordId record : records) {
        auto kept = workspace.judgement().keptFor(record);
        if (!kept) {
            return std::move(kept).error();
        }
        auto members = workspace.judgement().membersOf(*kept);
        if (!members) {
            return std::move(members).error();
        }
        all.insert(members->begin(), members->end());
    }
    return std::vector<RecordId>(all.begin(), all.end());
}

/// Fails with NotFound where a record is in no group.
Result<void> expectGroup(Workspace &workspace, RecordId record)
{
    auto members = withGroups(workspace, std::span(&record, 1));
    if (!members) {
        return std::move(members).error();
    }
    return members->size() > 1 ? Result<void>()
                               : Result<void>(Error{ErrorCode::NotFound,
                                                    "That record is in no group of duplicates; nothing was "
                                                    "changed.",
                                                    {},
                                                    {}});
}

store::EventDraft choiceEvent(RecordId record, std::string_view field)
{
    store::EventDraft event = recordEvent(EventKind::FieldChosen, record);
    event.reason = field;
    return event;
}

/// Fails with InvalidArgument for what is no field to choose.
Result<void> expectField(std::string_view field)
{
    const std::vector<std::string_view> fields = dedupe::mergedFields();
    if (std::ranges::find(fields, field) == fields.end()) {
        std::string names;
        for (const std::string_view name : fields) {
            names.append(names.empty() ? "" : ", ").append(name);
        }
        return Error{ErrorCode::InvalidArgument,
                     "There is no field " + std::string(field) + " to choose; there are: " + names + ".",
                     {},
                     {}};
    }
    return {};
}

using RecordPairs = std::set<std::pair<RecordId, RecordId>>;

/// What people kept apart, the lower id first.
Result<RecordPairs> apartPairs(Workspace &workspace)
{
    auto apart = workspace.judgement().keptApart();
    if (!apart) {
        return std::move(apart).error();
    }
    RecordPairs pairs;
    for (const auto &[a, b] : *apart) {
        pairs.insert(std::minmax(a, b));
    }
    return pairs;
}

bool holdsPair(std::span<const RecordId> members, const RecordPairs &pairs)
{
    return std::ranges::any_of(pairs, [&](const std::pair<RecordId, RecordId> &pair) {
        return std::ranges::count(members, pair.first) > 0 && std::ranges::count(members, pair.second) > 0;
    });
}

Result<bool> areVisible(Workspace &workspace, std::span<const RecordId> records)
{
    for (const RecordId record : records) {
        auto visible = workspace.records().isVisible(record);
        if (!visible || !*visible) {
            return visible;
        }
    }
    return true;
}

/// With the titles of their first records.
Result<std::vector<LikelyDuplicate>> likelyOf(Workspace &workspace, std::vector<dedupe::GreyPair> grey)
{
    std::vector<RecordId> firsts;
    firsts.reserve(grey.size());
    for (const dedupe::GreyPair &pair : grey) {
        firsts.push_back(pair.a);
    }
    auto rows = workspace.records().rows(firsts);
    if (!rows) {
        return std::move(rows).error();
    }
    std::vector<LikelyDuplicate> likely;
    likely.reserve(rows->size());
    for (std::size_t i = 0; i < rows->size(); ++i) {
        likely.push_back(
            {grey[i].a, grey[i].b, grey[i].probability, std::move(grey[i].why), std::move((*rows)[i].title)});
    }
    return likely;
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

/// Whether a person made a part of the group.
bool isByPerson(const dedupe::Group &group, const std::map<RecordId, store::DuplicateLink> &links)
{
    return std::ranges::any_of(group.members, [&](RecordId member) {
        const auto link = links.find(member);
        return link != links.end() && link->second.tier == kPerson;
    });
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
        for (dedupe::Group &group : changedGroups(std::move(found->proposal.groups), found->links)) {
            const std::string_view tier = isByPerson(group, found->links) ? kPerson : kSafe;
            outcome.newGroups.push_back(
                {group.kept, std::move(group.members), std::string(tier), std::move(group.why)});
            events.push_back(mergeEvent(outcome.newGroups.back()));
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
        auto conflicts = conflictsIn(workspace, outcome.newGroups);
        if (!conflicts) {
            return std::move(conflicts).error();
        }
        outcome.conflicts = *conflicts;
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
    return likelyOf(workspace, std::move(found->proposal.grey));
}

Result<DuplicateProposal> proposedDuplicates(Workspace &workspace, Task &task)
{
    auto found = find(workspace, task);
    if (!found) {
        return std::move(found).error();
    }
    auto likely = likelyOf(workspace, std::move(found->proposal.grey));
    if (!likely) {
        return std::move(likely).error();
    }
    DuplicateProposal proposal{{}, *std::move(likely)};
    for (dedupe::Group &group : changedGroups(std::move(found->proposal.groups), found->links)) {
        const std::string_view tier = isByPerson(group, found->links) ? kPerson : kSafe;
        std::erase(group.members, group.kept);
        group.members.insert(group.members.begin(), group.kept);
        proposal.safe.push_back(
            {group.kept, std::move(group.members), std::string(tier), std::move(group.why)});
    }
    return proposal;
}

Result<std::vector<DuplicateGroup>> linkProposed(Workspace &workspace, std::span<const DuplicateGroup> groups)
{
    std::vector<DuplicateGroup> linked;
    auto done = workspace.file().transact([&]() -> Result<void> {
        auto apart = apartPairs(workspace);
        if (!apart) {
            return std::move(apart).error();
        }
        std::vector<store::EventDraft> events;
        for (const DuplicateGroup &proposed : groups) {
            auto members = membersTogether(workspace, proposed.members);
            auto own = withGroups(workspace, std::span(&proposed.kept, 1));
            auto isShown = areVisible(workspace, proposed.members);
            if (!members || !own || !isShown) {
                return !members ? std::move(members).error()
                       : !own   ? std::move(own).error()
                                : std::move(isShown).error();
            }
            if (!*isShown || own->size() == members->size() || holdsPair(*members, *apart)) {
                continue;
            }
            linked.push_back({members->front(), *std::move(members), proposed.tier, proposed.rule});
            events.push_back(mergeEvent(linked.back()));
        }
        return events.empty() ? Result<void>() : workspace.log().append(workspace.act(), events);
    });
    return done ? Result<std::vector<DuplicateGroup>>(std::move(linked)) : std::move(done).error();
}

Result<std::vector<LikelyDuplicate>> stillLikely(Workspace &workspace, std::vector<LikelyDuplicate> pairs)
{
    auto links = workspace.judgement().representatives();
    auto apart = apartPairs(workspace);
    if (!links || !apart) {
        return !links ? std::move(links).error() : std::move(apart).error();
    }
    std::vector<LikelyDuplicate> left;
    for (LikelyDuplicate &pair : pairs) {
        const std::array both{pair.a, pair.b};
        auto isShown = areVisible(workspace, both);
        if (!isShown) {
            return std::move(isShown).error();
        }
        if (*isShown && links->of(pair.a) != links->of(pair.b) && !holdsPair(both, *apart)) {
            left.push_back(std::move(pair));
        }
    }
    return left;
}

Result<std::vector<RecordId>> membersTogether(Workspace &workspace, std::span<const RecordId> records)
{
    auto members = withGroups(workspace, records);
    if (!members) {
        return members;
    }
    std::vector<dedupe::Traits> traits;
    traits.reserve(members->size());
    for (const RecordId member : *members) {
        auto record = workspace.records().get(member);
        auto source = workspace.records().source(member);
        if (!record || !source) {
            return !record ? std::move(record).error() : std::move(source).error();
        }
        traits.push_back(dedupe::traitsOf(member, *record, rankOf(source->kind)));
    }
    const RecordId kept = dedupe::keptOf(traits);
    std::erase(*members, kept);
    members->insert(members->begin(), kept);
    return members;
}

Result<DuplicateGroup>
mergeDuplicates(Workspace &workspace, std::span<const RecordId> records, std::span<const FieldChoice> chosen)
{
    DuplicateGroup group{{}, {}, std::string(kPerson), "a person said so"};
    auto done = workspace.file().transact([&]() -> Result<void> {
        auto members = membersTogether(workspace, records);
        auto own = withGroups(workspace, records.first(std::min<std::size_t>(records.size(), 1)));
        if (!members || !own) {
            return !members ? std::move(members).error() : std::move(own).error();
        }
        if (members->size() == own->size()) {
            return Error{
                ErrorCode::InvalidArgument, "These records are one already; nothing was changed.", {}, {}};
        }
        group.kept = members->front();
        group.members = *std::move(members);
        std::vector<store::EventDraft> events{mergeEvent(group)};
        for (const auto &[record, field] : chosen) {
            if (auto known = expectField(field); !known) {
                return known;
            }
            events.push_back(choiceEvent(record, field));
        }
        return workspace.log().append(workspace.act(), events);
    });
    return done ? Result<DuplicateGroup>(std::move(group)) : std::move(done).error();
}

Result<void> keepApart(Workspace &workspace, RecordId a, RecordId b)
{
    return workspace.file().transact([&]() -> Result<void> {
        auto keptForA = workspace.judgement().keptFor(a);
        auto keptForB = workspace.judgement().keptFor(b);
        if (!keptForA || !keptForB) {
            return !keptForA ? std::move(keptForA).error() : std::move(keptForB).error();
        }
        if (*keptForA == *keptForB) {
            return Error{ErrorCode::InvalidArgument,
                         a == b ? "That is one record. Name two."
                                : "These records are in one group; take one out with 'winnow split', which "
                                  "keeps it apart from the others.",
                         {},
                         {}};
        }
        store::EventDraft event = recordEvent(EventKind::RecordsKeptApart, a);
        event.detail = store::toOtherDetail(b);
        return workspace.log().append(workspace.act(), std::span(&event, 1));
    });
}

Result<void> chooseField(Workspace &workspace, RecordId record, std::string_view field)
{
    if (auto known = expectField(field); !known) {
        return known;
    }
    return workspace.file().transact([&]() -> Result<void> {
        if (auto grouped = expectGroup(workspace, record); !grouped) {
            return grouped;
        }
        const store::EventDraft event = choiceEvent(record, field);
        return workspace.log().append(workspace.act(), std::span(&event, 1));
    });
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
        if (auto grouped = expectGroup(workspace, record); !grouped) {
            return grouped;
        }
        const store::EventDraft event = recordEvent(EventKind::DuplicateSplit, record);
        return workspace.log().append(workspace.act(), std::span(&event, 1));
    });
}

} // namespace winnow::app
