#include "app/event_text.h"

#include "app/extraction_log.h"
#include "app/record_keys.h"
#include "store/event_detail.h"

#include <algorithm>
#include <array>
#include <utility>

namespace winnow::app {

namespace {

std::string keyOf(Workspace &workspace, std::int64_t record)
{
    const RecordId id{record};
    auto keys = keysOf(workspace, std::span(&id, 1));
    return keys && !keys->empty() ? keys->front() : "#" + std::to_string(record);
}

std::string subjectOf(Workspace &workspace, const Event &event)
{
    return keyOf(workspace, event.subject);
}

/// "a" -> ": a", nothing -> nothing.
std::string after(std::string_view mark, const std::string &text, std::string_view end = {})
{
    std::string all;
    if (!text.empty()) {
        all.append(mark).append(text).append(end);
    }
    return all;
}

std::string searchText(Workspace & /*workspace*/, const Event &event)
{
    return "search " + std::to_string(event.subject) + " noted: " + store::noteDetail(event.detail);
}

std::string importText(Workspace & /*workspace*/, const Event &event)
{
    return "import of " + store::noteDetail(event.detail);
}

std::string mergeText(Workspace &workspace, const Event &event)
{
    return std::to_string(store::mergeDetail(event.detail).members.size()) + " records are one, kept as " +
           subjectOf(workspace, event) + ": " + event.reason;
}

std::string splitText(Workspace &workspace, const Event &event)
{
    return subjectOf(workspace, event) + " taken out of its group of duplicates";
}

std::string apartText(Workspace &workspace, const Event &event)
{
    return subjectOf(workspace, event) + " and " + keyOf(workspace, store::otherDetail(event.detail).value) +
           " are not the same";
}

std::string fieldText(Workspace &workspace, const Event &event)
{
    return event.reason + " of the group taken from " + subjectOf(workspace, event);
}

std::string removalText(Workspace & /*workspace*/, const Event &event)
{
    const store::RemovalDetail removal = store::removalDetail(event.detail);
    return std::to_string(removal.count) + " records removed before screening " +
           (removal.isByAutomation ? "by automation tools" : "for other reasons") + after(": ", removal.note);
}

std::string decisionText(Workspace &workspace, const Event &event)
{
    const store::DecisionDetail detail = store::decisionDetail(event.detail);
    std::string text = event.verdict + " " + subjectOf(workspace, event) + " at " + event.stage;
    text += after(": ", event.reason);
    for (const std::string &reason : detail.furtherReasons) {
        text += after("; ", reason);
    }
    return text + after(" (", detail.note, ")") + after(" [with all that match ", detail.bulk, "]");
}

std::string settingsText(Workspace & /*workspace*/, const Event &event)
{
    return "settings of " + event.stage + " changed";
}

std::string openedText(Workspace &workspace, const Event &event)
{
    return "verdicts of all at " + event.stage + " opened" +
           (event.subjectKind == "record" ? " for " + subjectOf(workspace, event) : std::string());
}

std::string resolvedText(Workspace &workspace, const Event &event)
{
    const store::ResolutionDetail detail = store::resolutionDetail(event.detail);
    return "conflict on " + subjectOf(workspace, event) + " at " + event.stage + " settled " +
           (detail.isConsensus ? "by consensus" : "by a third person") + ": " + event.verdict +
           after(", ", event.reason) + after(" (", detail.note, ")");
}

std::string skippedText(Workspace &workspace, const Event &event)
{
    return subjectOf(workspace, event) + " put off at " + event.stage;
}

std::string labelAddedText(Workspace &workspace, const Event &event)
{
    return subjectOf(workspace, event) + " labelled " + event.reason;
}

std::string labelRemovedText(Workspace &workspace, const Event &event)
{
    return "label " + event.reason + " taken from " + subjectOf(workspace, event);
}

std::string labelRenamedText(Workspace & /*workspace*/, const Event &event)
{
    return "label " + event.reason + " is now " + store::renamedDetail(event.detail);
}

std::string noteText(Workspace &workspace, const Event &event)
{
    const std::string note = store::noteDetail(event.detail);
    return note.empty() ? "note on " + subjectOf(workspace, event) + " removed"
                        : "note on " + subjectOf(workspace, event) + ": " + note;
}

std::string appraisalText(Workspace &workspace, const Event &event)
{
    const store::AppraisalDetail detail = store::appraisalDetail(event.detail);
    return (detail.isConsensus ? "consensus on " : "") +
           std::string(event.kind == EventKind::Appraised ? "risk of bias of " : "appraisal of ") +
           subjectOf(workspace, event) + after(", ", detail.result) + " by " + detail.tool + ", " +
           event.reason + ": " + event.verdict + after(" (", detail.support, ")");
}

std::string pilotText(Workspace & /*workspace*/, const Event &event)
{
    const store::PilotDetail pilot = store::pilotDetail(event.detail);
    return (pilot.unscreened ? "sample of the unscreened at " : "pilot round at ") + event.stage + ": " +
           std::to_string(pilot.records.size()) + " records drawn with seed " + std::to_string(pilot.seed);
}

std::string rankingText(Workspace & /*workspace*/, const Event &event)
{
    return "ranking computed at " + event.stage + after(": ", event.reason);
}

std::string stoppingText(Workspace & /*workspace*/, const Event &event)
{
    return (event.verdict == "stop" ? "screening stopped at " : "stopping rule at ") + event.stage +
           after(": ", event.reason);
}

std::string tablesText(Workspace & /*workspace*/, const Event & /*event*/)
{
    return "evidence tables loaded";
}

std::string statusText(Workspace &workspace, const Event &event)
{
    return "report of " + subjectOf(workspace, event) + ": " + event.verdict + after(", ", event.reason);
}

std::string studyText(Workspace &workspace, const Event &event)
{
    const store::StudyDetail detail = store::studyDetail(event.detail);
    std::string text =
        subjectOf(workspace, event) + (detail.studies.empty() ? " reports a study of its own" : " reports ");
    for (const std::string &study : detail.studies) {
        text += (&study == &detail.studies.front() ? "" : " and ") + study;
    }
    return text + (detail.isOfPreviousVersion ? ", of the previous version" : "");
}

std::string numberText(Workspace & /*workspace*/, const Event &event)
{
    const store::FlowNumberDetail detail = store::flowNumberDetail(event.detail);
    return "number of " + detail.line + after(", ", detail.name) +
           (detail.count ? " from outside: " + std::to_string(*detail.count) : " from outside taken back") +
           after(" (", detail.note, ")");
}

std::string snapshotText(Workspace & /*workspace*/, const Event &event)
{
    return "numbers of the flow diagram kept as " + event.reason;
}

std::string formText(Workspace & /*workspace*/, const Event &event)
{
    return (event.stage == "appraisal" ? "tool " : "form ") + event.reason +
           after(", version ", event.verdict);
}

/// What a value belongs to: a record, or evidence from outside.
std::string extractedText(Workspace &workspace, const Event &event)
{
    const auto said = valueOf(event);
    const std::string from = said && !said->evidence.empty() ? said->evidence : subjectOf(workspace, event);
    std::string text = from + ", " + event.reason + ": ";
    if (!said || said->value.parts.empty()) {
        const bool isTakenBack = event.verdict == toString(extraction::ValueStatus::Extracted);
        return text + (isTakenBack ? "taken back" : event.verdict);
    }
    for (const extraction::Part &part : said->value.parts) {
        text += (&part == &said->value.parts.front() ? "" : "; ") +
                (part.name == "value" ? std::string() : part.name + " ") + part.text;
    }
    return text;
}

std::string agreedText(Workspace &workspace, const Event &event)
{
    return "agreed: " + extractedText(workspace, event);
}

std::string evidenceText(Workspace & /*workspace*/, const Event &event)
{
    return event.verdict.empty() ? "evidence " + event.reason + " removed"
                                 : "evidence " + event.reason + ": " + event.verdict;
}

std::string broughtInText(Workspace & /*workspace*/, const Event & /*event*/)
{
    return "what others said was brought in";
}

std::string reportTextText(Workspace & /*workspace*/, const Event & /*event*/)
{
    return "texts of the report written";
}

std::string attachedText(Workspace &workspace, const Event &event)
{
    const auto file = store::fileDetail(event.detail);
    return "file " + (file ? file->name + " " : std::string()) + "attached to " +
           subjectOf(workspace, event) +
           (file && file->source != store::kFromUser ? after(", from ", file->source) : std::string());
}

std::string detachedText(Workspace &workspace, const Event &event)
{
    constexpr std::size_t kShown = 12; // digits; more say nothing to a person
    return "file " + after("", store::detachedFile(event.detail).substr(0, kShown), " ") + "detached from " +
           subjectOf(workspace, event);
}

/// "unpaywall: found, openalex: landing-page"
std::string soughtText(Workspace &workspace, const Event &event)
{
    std::string said;
    for (const FullTextAnswer &answer : store::fullTextAnswers(event.detail)) {
        said += (said.empty() ? "" : ", ") + answer.source + ": " + std::string(toString(answer.status));
    }
    return "full text of " + subjectOf(workspace, event) + " looked for" + after(": ", said);
}

std::string retractionText(Workspace & /*workspace*/, const Event &event)
{
    return "undone: entry " + std::to_string(event.retracts ? event.retracts->value : 0);
}

using Writer = std::string (*)(Workspace &, const Event &);

constexpr std::array<std::pair<EventKind, Writer>, 36> kWriters{{
    {EventKind::SearchRun, searchText},          {EventKind::Import, importText},
    {EventKind::DuplicatesMerged, mergeText},    {EventKind::DuplicateSplit, splitText},
    {EventKind::RecordsKeptApart, apartText},    {EventKind::FieldChosen, fieldText},
    {EventKind::Removal, removalText},           {EventKind::Decision, decisionText},
    {EventKind::ScreeningSet, settingsText},     {EventKind::ScreeningOpened, openedText},
    {EventKind::ConflictResolved, resolvedText}, {EventKind::RecordSkipped, skippedText},
    {EventKind::LabelAdded, labelAddedText},     {EventKind::LabelRemoved, labelRemovedText},
    {EventKind::LabelRenamed, labelRenamedText}, {EventKind::NoteWritten, noteText},
    {EventKind::PilotDrawn, pilotText},          {EventKind::RankingComputed, rankingText},
    {EventKind::StoppingChecked, stoppingText},  {EventKind::TablesLoaded, tablesText},
    {EventKind::ReportStatusSet, statusText},    {EventKind::ReportOfStudy, studyText},
    {EventKind::FlowNumberNoted, numberText},    {EventKind::FlowSnapshot, snapshotText},
    {EventKind::Appraised, appraisalText},       {EventKind::AppraisalAnswered, appraisalText},
    {EventKind::Retraction, retractionText},     {EventKind::FormPublished, formText},
    {EventKind::ValueExtracted, extractedText},  {EventKind::ValueAgreed, agreedText},
    {EventKind::EvidenceNoted, evidenceText},    {EventKind::ReportTextSet, reportTextText},
    {EventKind::BroughtIn, broughtInText},       {EventKind::FileAttached, attachedText},
    {EventKind::FileDetached, detachedText},     {EventKind::FullTextSought, soughtText},
}};

} // namespace

std::string eventText(Workspace &workspace, const Event &event)
{
    const auto *const found = std::ranges::find(kWriters, event.kind, &std::pair<EventKind, Writer>::first);
    return found == kWriters.end() ? std::string() : found->second(workspace, event);
}

} // namespace winnow::app
