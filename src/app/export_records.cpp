#include "app/export_records.h"

#include "app/find_records.h"
#include "app/merged_record.h"
#include "app/search_sources.h"
#include "app/standing.h"
#include "app/write_format.h"
#include "base/file.h"
#include "formats/format.h"

#include <algorithm>
#include <map>

namespace winnow::app {

namespace {

Result<std::vector<RecordId>>
selected(Workspace &workspace, const Standings &standings, const ExportRequest &request, Task &task)
{
    auto ids = request.records         ? Result(*request.records)
               : request.query.empty() ? workspace.records().units()
                                       : findRecords(workspace, request.query, task);
    if (!ids || !request.verdict) {
        return ids;
    }
    std::vector<RecordId> kept;
    for (const RecordId id : *ids) {
        auto standing = standings.standing(workspace, id);
        if (!standing) {
            return std::move(standing).error();
        }
        const auto &outcome = standing->outcomes[request.stage.value_or(Stage::TitleAbstract)];
        if (outcome.state == screening::stateOf(*request.verdict)) {
            kept.push_back(id);
        }
    }
    return kept;
}

/// Reads one record's raw text again for the fields that only its own format has.
class ExtrasSink final : public formats::RecordSink
{
public:
    bool record(formats::ReadRecord &&read) override
    {
        extras = std::move(read.extras);
        return false;
    }

    bool rejected(formats::RejectedRecord && /*record*/) override { return false; }

    void diagnostic(Diagnostic && /*diagnostic*/) override {}

    std::vector<RawField> extras;
};

std::vector<RawField> extrasOf(const store::RawRecord &raw, const formats::Format &format)
{
    if (raw.format != format.id || format.read == nullptr) {
        return {};
    }
    auto input = formats::TextInput::fromBytes(raw.preamble + raw.raw);
    ExtrasSink sink;
    const auto read = format.read(input, {.columns = {}, .beginsWithPreamble = true}, sink);
    return read ? std::move(sink.extras) : std::vector<RawField>();
}

Result<formats::ExportRecord>
exportRecord(Workspace &workspace, const Standings &standings, RecordId id, const formats::Format &format)
{
    auto merged = mergedRecord(workspace, id);
    if (!merged) {
        return std::move(merged).error();
    }
    auto raw = workspace.records().raw(id);
    if (!raw) {
        return std::move(raw).error();
    }
    auto standing = standings.standing(workspace, id);
    if (!standing) {
        return std::move(standing).error();
    }
    formats::ExportRecord exported{std::move(merged->record), extrasOf(*raw, format), {}, {}};
    for (Decision &decision : standing->decisions) {
        exported.decisions.push_back({decision.stage,
                                      std::move(decision.reviewer),
                                      decision.verdict,
                                      std::move(decision.reason),
                                      std::move(decision.note)});
    }
    return exported;
}

} // namespace

Result<std::int64_t> exportRecords(Workspace &workspace, const ExportRequest &request, Task &task)
{
    auto target = formatToWrite(request.file, request.format);
    if (!target) {
        return std::move(target).error();
    }
    const formats::Format *const format = *target;
    auto standings = Standings::of(workspace);
    if (!standings) {
        return std::move(standings).error();
    }
    auto ids = selected(workspace, *standings, request, task);
    auto names = sourcesOfSearches(workspace);
    auto rows = workspace.judgement().unitRows();
    if (!ids || !names || !rows) {
        return !ids ? std::move(ids).error() : !names ? std::move(names).error() : std::move(rows).error();
    }
    const auto writer = format->writer();
    std::string bytes;
    writer->begin(bytes);
    std::int64_t written = 0;
    for (const RecordId id : *ids) {
        auto record = exportRecord(workspace, *standings, id, *format);
        if (!record) {
            return std::move(record).error();
        }
        const auto row = std::ranges::lower_bound(*rows, id, {}, &store::UnitRow::id);
        record->source = row == rows->end() ? std::string() : (*names)[row->search].name;
        writer->record(*record, bytes);
        task.report({"exporting", ++written, static_cast<std::int64_t>(ids->size())});
        if (task.isStopped()) {
            return Task::stoppedError();
        }
    }
    if (auto ended = writer->end(bytes); !ended) {
        return std::move(ended).error();
    }
    if (auto saved = writeFile(request.file, bytes); !saved) {
        return std::move(saved).error();
    }
    return written;
}

} // namespace winnow::app
