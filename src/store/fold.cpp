#include "store/fold.h"

#include "store/event_detail.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <vector>

namespace winnow::store {

namespace {

Decision decisionOf(const Event &event)
{
    return {{event.subject},
            stageFromString(event.stage).value_or(Stage::TitleAbstract),
            event.reviewer,
            verdictFromString(event.verdict).value_or(Verdict::Maybe),
            event.reason,
            noteDetail(event.detail),
            event.atUtc};
}

void merge(Judged &judged, const Event &event)
{
    const MergeDetail detail = mergeDetail(event.detail);
    const RecordId kept{event.subject};
    judged.duplicates.erase(kept);
    for (const RecordId member : detail.members) {
        if (member != kept) {
            judged.duplicates[member] = {kept, detail.tier, event.reason};
        }
    }
    // Who merges two records no longer keeps them apart.
    const std::set<RecordId> members(detail.members.begin(), detail.members.end());
    for (const RecordId member : members) {
        auto pair = judged.keptApart.lower_bound({member, RecordId{}});
        while (pair != judged.keptApart.end() && pair->first == member) {
            pair = members.contains(pair->second) ? judged.keptApart.erase(pair) : std::next(pair);
        }
    }
}

void keepApart(Judged &judged, RecordId a, RecordId b)
{
    judged.keptApart.emplace(std::min(a, b), std::max(a, b));
}

void split(Judged &judged, const Event &event)
{
    const RecordId record{event.subject};
    std::vector<RecordId> others;
    const auto link = judged.duplicates.find(record);
    const RecordId kept = link == judged.duplicates.end() ? record : link->second.kept;
    for (const auto &[member, memberLink] : judged.duplicates) {
        if (memberLink.kept == kept && member != record) {
            others.push_back(member);
        }
    }
    if (kept != record) {
        judged.duplicates.erase(link);
        others.push_back(kept);
    } else if (!others.empty()) {
        // The record stood for its group: the one with the lowest id does so from now on.
        const RecordId heir = others.front();
        for (const RecordId other : others) {
            judged.duplicates[other].kept = heir;
        }
        judged.duplicates.erase(heir);
    }
    for (const RecordId other : others) {
        keepApart(judged, record, other);
    }
}

/// Takes records of imports that are not live out of their groups; a group that lost its kept record gets a
/// new one.
void hideUndoneImports(Judged &judged, std::span<const ImportRange> imports)
{
    const auto isLive = [&](RecordId record) {
        return std::ranges::any_of(imports, [&](const ImportRange &range) {
            return range.first <= record && record <= range.last && judged.liveImports.contains(range.import);
        });
    };
    std::map<RecordId, RecordId> heirs;
    std::map<RecordId, DuplicateLink> visible;
    std::vector<std::pair<RecordId, RecordId>> hidden; ///< with the record that stood for its group
    for (const auto &[member, link] : judged.duplicates) {
        if (!isLive(member)) {
            hidden.emplace_back(member, link.kept);
            continue;
        }
        if (isLive(link.kept)) {
            visible.emplace(member, link);
            continue;
        }
        const auto [heir, isFirst] = heirs.try_emplace(link.kept, member);
        if (isFirst) {
            hidden.emplace_back(link.kept, link.kept);
        } else {
            visible.emplace(member, DuplicateLink{heir->second, link.tier, link.rule});
        }
    }
    judged.duplicates = std::move(visible);
    for (const auto &[member, kept] : hidden) {
        const auto heir = heirs.find(kept);
        if (heir != heirs.end()) {
            judged.inherited.emplace(member, heir->second);
        } else if (isLive(kept)) {
            judged.inherited.emplace(member, kept);
        }
    }
}

} // namespace

Judged fold(std::span<const Event> events, std::span<const ImportRange> imports)
{
    std::unordered_set<std::int64_t> retracted;
    for (const Event &event : events) {
        if (event.retracts) {
            retracted.insert(event.retracts->value);
        }
    }
    Judged judged;
    for (const Event &event : events) {
        if (retracted.contains(event.id.value)) {
            continue;
        }
        switch (event.kind) {
        case EventKind::Import:
            judged.liveImports.insert({event.subject});
            break;
        case EventKind::DuplicatesMerged:
            merge(judged, event);
            break;
        case EventKind::DuplicateSplit:
            split(judged, event);
            break;
        case EventKind::RecordsKeptApart:
            keepApart(judged, {event.subject}, otherDetail(event.detail));
            break;
        case EventKind::FieldChosen:
            judged.fieldChoices.insert_or_assign({{event.subject}, event.reason}, event.id);
            break;
        case EventKind::Decision: {
            Decision decision = decisionOf(event);
            judged.decisions.insert_or_assign({decision.record, decision.stage, decision.reviewer}, decision);
            break;
        }
        default: // nothing that is kept in a cache
            break;
        }
    }
    hideUndoneImports(judged, imports);
    return judged;
}

} // namespace winnow::store
