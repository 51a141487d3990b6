#include "app/show_record.h"

#include "app/merged_record.h"
#include "app/record_keys.h"
#include "app/standing.h"

namespace winnow::app {

namespace {

Result<RecordOrigin> originOf(Workspace &workspace, RecordId member)
{
    auto keys = keysOf(workspace, std::span(&member, 1));
    auto source = workspace.records().source(member);
    auto raw = workspace.records().raw(member);
    if (!keys || !source || !raw) {
        return !keys ? std::move(keys).error() : !source ? std::move(source).error() : std::move(raw).error();
    }
    return RecordOrigin{member, keys->front(), std::move(source->name), raw->file, raw->line};
}

} // namespace

Result<RecordView> showRecord(Workspace &workspace, RecordId id)
{
    auto kept = workspace.judgement().keptFor(id);
    if (!kept) {
        return std::move(kept).error();
    }
    auto merged = mergedRecord(workspace, *kept);
    auto members = workspace.judgement().membersOf(*kept);
    auto standings = Standings::of(workspace);
    if (!merged || !members || !standings) {
        return !merged    ? std::move(merged).error()
               : !members ? std::move(members).error()
                          : std::move(standings).error();
    }
    auto standing = standings->standing(workspace, *kept);
    if (!standing) {
        return std::move(standing).error();
    }
    RecordView view{
        *kept, std::move(merged->record), std::move(merged->origins), {}, {}, *std::move(standing)};
    for (const RecordId member : *members) {
        auto origin = originOf(workspace, member);
        if (!origin) {
            return std::move(origin).error();
        }
        view.origins.push_back(*std::move(origin));
    }
    if (members->size() > 1) {
        auto rule = workspace.judgement().ruleOf(members->back());
        if (!rule) {
            return std::move(rule).error();
        }
        view.duplicateRule = *std::move(rule);
    }
    return view;
}

} // namespace winnow::app
