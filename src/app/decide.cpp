#include "app/decide.h"

#include "app/exclusion_reasons.h"
#include "app/read_file.h"
#include "app/record_keys.h"
#include "app/standing.h"
#include "formats/support/csv_rows.h"
#include "store/event_detail.h"

#include <algorithm>
#include <array>

namespace winnow::app {

namespace {

store::EventDraft decisionEvent(RecordId record, const DecideRequest &request)
{
    store::EventDraft event;
    event.kind = EventKind::Decision;
    event.stage = toString(request.stage);
    event.subjectKind = "record";
    event.subject = record.value;
    event.verdict = toString(request.verdict);
    event.reason = request.reason;
    event.detail = store::toDetail(store::DecisionDetail{request.note, request.bulk, request.furtherReasons});
    return event;
}

std::string nameOf(Workspace &workspace, RecordId record)
{
    auto key = keysOf(workspace, std::span(&record, 1));
    return key ? key->front() : std::to_string(record.value);
}

Result<DecideRequest> withPrimaryReason(DecideRequest request, const StageSettings &settings)
{
    std::vector<std::string> given = std::move(request.furtherReasons);
    given.insert(given.begin(), std::move(request.reason));
    auto reasons = orderedReasons(request.verdict, std::move(given), settings);
    if (!reasons) {
        return std::move(reasons).error();
    }
    request.reason.clear();
    request.furtherReasons.clear();
    if (!reasons->empty()) {
        request.reason = reasons->front();
        request.furtherReasons.assign(reasons->begin() + 1, reasons->end());
    }
    return request;
}

/// A reviewer who decided on several records before they were found to be duplicates decides anew on each of
/// them, so that the old verdicts do not stand against the new one.
Result<void> addEvents(Workspace &workspace,
                       const Standings &standings,
                       const DecideRequest &asked,
                       std::vector<store::EventDraft> &events)
{
    auto request = withPrimaryReason(asked, standings.settings(asked.stage));
    auto standing = standings.standing(workspace, asked.record);
    auto kept = workspace.judgement().keptFor(asked.record);
    if (!request || !standing || !kept) {
        return !request    ? std::move(request).error()
               : !standing ? std::move(standing).error()
                           : std::move(kept).error();
    }
    for (const Stage earlier : stagesOf(standings)) {
        if (earlier < request->stage && standing->outcomes[earlier].state == screening::State::Exclude) {
            return Error{ErrorCode::InvalidArgument,
                         "Record " + nameOf(workspace, asked.record) + " was excluded at " +
                             stageInWords(earlier) + "; include it there before you decide at " +
                             stageInWords(request->stage) + ".",
                         {},
                         {}};
        }
    }
    events.push_back(decisionEvent(*kept, *request));
    for (const Decision &decision : screening::atStage(standing->decisions, request->stage)) {
        if (decision.reviewer == workspace.reviewer() && decision.record != *kept) {
            events.push_back(decisionEvent(decision.record, *request));
        }
    }
    return {};
}

Error badRow(const std::filesystem::path &file, std::int64_t line, const std::string &what)
{
    return {ErrorCode::WrongFormat,
            file.string() + ", line " + std::to_string(line) + ": " + what + " Nothing was decided.",
            {},
            file.string() + ":" + std::to_string(line)};
}

enum Column { Key, StageName, VerdictName, Reason, Note };

constexpr std::array<std::string_view, 5> kColumns{"key", "stage", "verdict", "reason", "note"};

using Positions = std::array<std::optional<std::size_t>, kColumns.size()>;

Result<Positions> readHeader(const std::filesystem::path &file, const formats::CsvRow &row)
{
    Positions positions;
    for (std::size_t column = 0; column < kColumns.size(); ++column) {
        const auto found = std::ranges::find(row.fields, kColumns.at(column));
        if (found != row.fields.end()) {
            positions.at(column) = static_cast<std::size_t>(found - row.fields.begin());
        } else if (column <= VerdictName) {
            return badRow(
                file,
                row.line,
                "there is no column " + std::string(kColumns.at(column)) +
                    "; the first line must name key, stage, verdict and, if you like, reason and note.");
        }
    }
    return positions;
}

Result<DecideRequest> readRow(Workspace &workspace,
                              const std::filesystem::path &file,
                              const formats::CsvRow &row,
                              const Positions &positions)
{
    const auto field = [&](Column column) -> std::string {
        const auto position = positions.at(column);
        return position && *position < row.fields.size() ? row.fields[*position] : std::string();
    };
    const auto stage = stageFromString(field(StageName));
    if (!stage) {
        return badRow(
            file, row.line, "the stage is " + field(StageName) + "; it must be title-abstract or full-text.");
    }
    const auto verdict = verdictFromString(field(VerdictName));
    if (!verdict) {
        return badRow(file,
                      row.line,
                      "the verdict is " + field(VerdictName) + "; it must be include, exclude or maybe.");
    }
    auto record = recordFromKey(workspace, field(Key));
    if (!record) {
        return badRow(file, row.line, record.error().message);
    }
    return DecideRequest{*record, *stage, *verdict, field(Reason), field(Note), {}, {}};
}

} // namespace

Result<void> decide(Workspace &workspace, std::span<const DecideRequest> requests)
{
    return workspace.file().transact([&]() -> Result<void> {
        // One by one, so that a full-text decision sees the title-abstract decision of the same list; one act
        // all the same.
        store::Act act = workspace.act();
        std::vector<store::EventDraft> events;
        auto standings = Standings::of(workspace);
        if (!standings) {
            return std::move(standings).error();
        }
        for (const DecideRequest &request : requests) {
            if (auto added = addEvents(workspace, *standings, request, events); !added) {
                return added;
            }
        }
        return workspace.log().append(act, events);
    });
}

bool isDecisionList(const std::filesystem::path &file)
{
    const auto files = recogniseFiles({file}, {});
    return !files && files.error().code == ErrorCode::WrongFormat;
}

Result<std::vector<DecideRequest>> decisionsFromCsv(Workspace &workspace, const std::filesystem::path &file)
{
    auto input = formats::TextInput::open(file);
    if (!input) {
        return std::move(input).error();
    }
    formats::CsvReader reader(*input, ',');
    formats::CsvRow row;
    std::optional<Positions> positions;
    std::vector<DecideRequest> requests;
    while (reader.next(row)) {
        if (!positions) {
            auto header = readHeader(file, row);
            if (!header) {
                return std::move(header).error();
            }
            positions = *header;
            continue;
        }
        auto request = readRow(workspace, file, row, *positions);
        if (!request) {
            return std::move(request).error();
        }
        requests.push_back(*std::move(request));
    }
    if (auto status = input->status(); !status) {
        return std::move(status).error();
    }
    if (requests.empty()) {
        return badRow(file, 1, "there is no decision in it.");
    }
    return requests;
}

} // namespace winnow::app
