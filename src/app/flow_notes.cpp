#include "app/flow_notes.h"

#include "app/attachments.h"
#include "app/exclusion_reasons.h"
#include "app/record_keys.h"
#include "app/standing.h"
#include "store/event_detail.h"

#include <algorithm>

namespace winnow::app {

namespace {

/// More than there are records in the world.
constexpr std::int64_t kMostRecords = 1'000'000'000'000;

Error refusal(std::string message)
{
    return {ErrorCode::InvalidArgument, std::move(message), {}, {}};
}

std::string nameOf(Workspace &workspace, RecordId record)
{
    auto key = keysOf(workspace, std::span(&record, 1));
    return key && !key->empty() ? key->front() : "#" + std::to_string(record.value);
}

Result<void> append(Workspace &workspace, store::EventDraft event)
{
    return workspace.log().append(workspace.act(), std::span(&event, 1));
}

/// A report that has a file was retrieved.
Result<void> refuseIfItIsThere(Workspace &workspace, const ReportStatusRequest &request)
{
    if (request.status != ReportStatus::NotRetrieved) {
        return {};
    }
    const auto files = attachmentsOf(workspace, request.record);
    if (!files) {
        return files.error();
    }
    return files->empty()
               ? Result<void>()
               : refusal("The report of " + nameOf(workspace, request.record) +
                         " has a file attached, so it was retrieved; detach that before you say otherwise.");
}

Result<void> refuseUnlessSought(Workspace &workspace, const ReportStatusRequest &request)
{
    auto standings = Standings::of(workspace);
    if (!standings) {
        return std::move(standings).error();
    }
    auto standing = standings->standing(workspace, request.record);
    if (!standing) {
        return std::move(standing).error();
    }
    for (const Stage stage : {Stage::Title, Stage::TitleAbstract}) {
        if (standing->outcomes[stage].state == screening::State::Exclude) {
            return refusal("Record " + nameOf(workspace, request.record) + " was excluded at " +
                           stageInWords(stage) + ", so its report was not sought; include it there first.");
        }
    }
    const screening::State read = standing->outcomes[Stage::FullText].state;
    const bool isRead = read == screening::State::Include || read == screening::State::Exclude;
    if (isRead && request.status != ReportStatus::Duplicate && request.status != ReportStatus::Sought) {
        return refusal("The report of " + nameOf(workspace, request.record) +
                       " was assessed at full text, so it was read; decide maybe there, or take the decision "
                       "back, before you say otherwise.");
    }
    return refuseIfItIsThere(workspace, request);
}

} // namespace

Result<void> setReportStatus(Workspace &workspace, const ReportStatusRequest &request)
{
    return workspace.file().transact([&]() -> Result<void> {
        auto kept = workspace.judgement().keptFor(request.record);
        if (!kept) {
            return std::move(kept).error();
        }
        if (auto sought = refuseUnlessSought(workspace, request); !sought) {
            return sought;
        }
        store::EventDraft event;
        event.kind = EventKind::ReportStatusSet;
        event.subjectKind = "record";
        event.subject = kept->value;
        event.verdict = toString(request.status);
        event.reason = request.why;
        if (request.duplicateOf) {
            auto other = workspace.judgement().keptFor(*request.duplicateOf);
            if (!other) {
                return std::move(other).error();
            }
            if (*other == *kept) {
                return refusal("Record " + nameOf(workspace, request.record) +
                               " cannot be a duplicate of itself; name the other one.");
            }
            event.detail = store::toOtherDetail(*other);
        }
        return append(workspace, std::move(event));
    });
}

Result<void> setStudies(Workspace &workspace, const StudyRequest &request)
{
    if (std::ranges::any_of(request.studies, &std::string::empty)) {
        return refusal("A study needs a name, as Smith 2020.");
    }
    return workspace.file().transact([&]() -> Result<void> {
        auto kept = workspace.judgement().keptFor(request.record);
        if (!kept) {
            return std::move(kept).error();
        }
        store::EventDraft event;
        event.kind = EventKind::ReportOfStudy;
        event.subjectKind = "record";
        event.subject = kept->value;
        event.detail = store::toDetail(store::StudyDetail{request.studies, request.isOfPreviousVersion});
        return append(workspace, std::move(event));
    });
}

Result<void> noteFlowNumber(Workspace &workspace, const FlowNumberRequest &request)
{
    const auto place = flow::lineNamed(request.line);
    if (!place) {
        std::string names;
        for (const std::string_view name : flow::placeNames()) {
            names.append(names.empty() ? "" : ", ").append(name.starts_with("box") ? "" : name);
        }
        while (names.ends_with(", ")) {
            names.resize(names.size() - 2);
        }
        return refusal("The diagram has no line " + request.line + ". It has " + names + ".");
    }
    const bool isTotal =
        place->line == flow::LineId::TotalStudies || place->line == flow::LineId::TotalReports;
    if (isTotal || flow::isPart(place->line)) {
        return refusal("The number of " + std::string(flow::inWords(place->line)) +
                       " is computed from others; note those.");
    }
    const std::string name = request.name.empty() ? place->name : request.name;
    if (flow::isList(place->line) && name.empty()) {
        return refusal("There is one number of " + std::string(flow::inWords(place->line)) +
                       " for each source or reason: say which it is.");
    }
    if (!flow::isList(place->line) && !name.empty()) {
        return refusal("There is only one number of " + std::string(flow::inWords(place->line)) +
                       "; it has no name.");
    }
    if (request.count && (*request.count < 0 || *request.count > kMostRecords)) {
        return refusal("A number of records is 0 or more.");
    }
    if (request.note.empty() && request.count) {
        return refusal("Say in a note where the number comes from.");
    }
    store::EventDraft event;
    event.kind = EventKind::FlowNumberNoted;
    event.subjectKind = "review";
    event.detail = store::toDetail(
        store::FlowNumberDetail{std::string(flow::toString(place->line)), name, request.count, request.note});
    return append(workspace, std::move(event));
}

} // namespace winnow::app
