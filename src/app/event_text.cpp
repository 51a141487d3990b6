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

// Verdicts, stages and states as the log has them.
constexpr std::array kWords{
    sentence("EventText", "include"),
    sentence("EventText", "exclude"),
    sentence("EventText", "maybe"),
    sentence("EventText", "title"),
    sentence("EventText", "title-abstract"),
    sentence("EventText", "full-text"),
    sentence("EventText", "sought"),
    sentence("EventText", "not-retrieved"),
    sentence("EventText", "duplicate"),
    sentence("EventText", "awaiting-classification"),
    sentence("EventText", "ongoing"),
    sentence("EventText", "found"),
    sentence("EventText", "landing-page"),
    sentence("EventText", "not-found"),
    sentence("EventText", "failed"),
    sentence("EventText", "unanswered"),
};

/// As it is where it is none of those.
std::string wordOf(const Workspace &workspace, std::string_view word)
{
    const auto *const known = std::ranges::find(kWords, word, &Sentence::text);
    return known == kWords.end() ? std::string(word) : workspace.say(*known);
}

std::string stageOf(const Workspace &workspace, const Event &event)
{
    return wordOf(workspace, event.stage);
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

std::string searchText(Workspace &workspace, const Event &event)
{
    return workspace.say(sentence("EventText", "search %1 noted: %2"),
                         {std::to_string(event.subject), store::noteDetail(event.detail)});
}

std::string importText(Workspace &workspace, const Event &event)
{
    return workspace.say(sentence("EventText", "import of %1"), {store::noteDetail(event.detail)});
}

std::string mergeText(Workspace &workspace, const Event &event)
{
    return workspace.say(sentence("EventText", "%1 records are one, kept as %2: %3"),
                         {std::to_string(store::mergeDetail(event.detail).members.size()),
                          subjectOf(workspace, event),
                          event.reason});
}

std::string splitText(Workspace &workspace, const Event &event)
{
    return workspace.say(sentence("EventText", "%1 taken out of its group of duplicates"),
                         {subjectOf(workspace, event)});
}

std::string apartText(Workspace &workspace, const Event &event)
{
    return workspace.say(
        sentence("EventText", "%1 and %2 are not the same"),
        {subjectOf(workspace, event), keyOf(workspace, store::otherDetail(event.detail).value)});
}

std::string fieldText(Workspace &workspace, const Event &event)
{
    return workspace.say(sentence("EventText", "%1 of the group taken from %2"),
                         {event.reason, subjectOf(workspace, event)});
}

std::string removalText(Workspace &workspace, const Event &event)
{
    const store::RemovalDetail removal = store::removalDetail(event.detail);
    const Sentence text =
        removal.isByAutomation
            ? sentence("EventText", "%1 records removed before screening by automation tools")
            : sentence("EventText", "%1 records removed before screening for other reasons");
    return workspace.say(text, {std::to_string(removal.count)}) + after(": ", removal.note);
}

std::string decisionText(Workspace &workspace, const Event &event)
{
    const store::DecisionDetail detail = store::decisionDetail(event.detail);
    std::string text = workspace.say(
        sentence("EventText", "%1 %2 at %3"),
        {wordOf(workspace, event.verdict), subjectOf(workspace, event), stageOf(workspace, event)});
    text += after(": ", event.reason);
    for (const std::string &reason : detail.furtherReasons) {
        text += after("; ", reason);
    }
    text += after(" (", detail.note, ")");
    return detail.bulk.empty()
               ? text
               : text + " " + workspace.say(sentence("EventText", "[with all that match %1]"), {detail.bulk});
}

std::string settingsText(Workspace &workspace, const Event &event)
{
    return workspace.say(sentence("EventText", "settings of %1 changed"), {stageOf(workspace, event)});
}

std::string openedText(Workspace &workspace, const Event &event)
{
    const bool isOfRecord = event.subjectKind == "record";
    const Sentence text = isOfRecord ? sentence("EventText", "verdicts of all at %1 opened for %2")
                                     : sentence("EventText", "verdicts of all at %1 opened");
    return workspace.say(
        text, {stageOf(workspace, event), isOfRecord ? subjectOf(workspace, event) : std::string()});
}

std::string resolvedText(Workspace &workspace, const Event &event)
{
    const store::ResolutionDetail detail = store::resolutionDetail(event.detail);
    const Sentence text = detail.isConsensus
                              ? sentence("EventText", "conflict on %1 at %2 settled by consensus: %3")
                              : sentence("EventText", "conflict on %1 at %2 settled by a third person: %3");
    return workspace.say(
               text,
               {subjectOf(workspace, event), stageOf(workspace, event), wordOf(workspace, event.verdict)}) +
           after(", ", event.reason) + after(" (", detail.note, ")");
}

std::string skippedText(Workspace &workspace, const Event &event)
{
    return workspace.say(sentence("EventText", "%1 put off at %2"),
                         {subjectOf(workspace, event), stageOf(workspace, event)});
}

std::string labelAddedText(Workspace &workspace, const Event &event)
{
    return workspace.say(sentence("EventText", "%1 labelled %2"),
                         {subjectOf(workspace, event), event.reason});
}

std::string labelRemovedText(Workspace &workspace, const Event &event)
{
    return workspace.say(sentence("EventText", "label %1 taken from %2"),
                         {event.reason, subjectOf(workspace, event)});
}

std::string labelRenamedText(Workspace &workspace, const Event &event)
{
    return workspace.say(sentence("EventText", "label %1 is now %2"),
                         {event.reason, store::renamedDetail(event.detail)});
}

std::string noteText(Workspace &workspace, const Event &event)
{
    const std::string note = store::noteDetail(event.detail);
    const Sentence text =
        note.empty() ? sentence("EventText", "note on %1 removed") : sentence("EventText", "note on %1: %2");
    return workspace.say(text, {subjectOf(workspace, event), note});
}

std::string appraisalText(Workspace &workspace, const Event &event)
{
    const store::AppraisalDetail detail = store::appraisalDetail(event.detail);
    const bool isJudgement = event.kind == EventKind::Appraised;
    const Sentence own = isJudgement ? sentence("EventText", "risk of bias of %1 by %2, %3: %4")
                                     : sentence("EventText", "appraisal of %1 by %2, %3: %4");
    const Sentence agreed = isJudgement
                                ? sentence("EventText", "consensus on risk of bias of %1 by %2, %3: %4")
                                : sentence("EventText", "consensus on appraisal of %1 by %2, %3: %4");
    return workspace.say(detail.isConsensus ? agreed : own,
                         {subjectOf(workspace, event) + after(", ", detail.result),
                          detail.tool,
                          event.reason,
                          event.verdict}) +
           after(" (", detail.support, ")");
}

std::string pilotText(Workspace &workspace, const Event &event)
{
    const store::PilotDetail pilot = store::pilotDetail(event.detail);
    const Sentence text =
        pilot.unscreened
            ? sentence("EventText", "sample of the unscreened at %1: %2 records drawn with seed %3")
            : sentence("EventText", "pilot round at %1: %2 records drawn with seed %3");
    return workspace.say(
        text, {stageOf(workspace, event), std::to_string(pilot.records.size()), std::to_string(pilot.seed)});
}

std::string rankingText(Workspace &workspace, const Event &event)
{
    return workspace.say(sentence("EventText", "ranking computed at %1"), {stageOf(workspace, event)}) +
           after(": ", event.reason);
}

std::string stoppingText(Workspace &workspace, const Event &event)
{
    const Sentence text = event.verdict == "stop" ? sentence("EventText", "screening stopped at %1")
                                                  : sentence("EventText", "stopping rule at %1");
    return workspace.say(text, {stageOf(workspace, event)}) + after(": ", event.reason);
}

std::string tablesText(Workspace &workspace, const Event & /*event*/)
{
    return workspace.say(sentence("EventText", "evidence tables loaded"));
}

std::string statusText(Workspace &workspace, const Event &event)
{
    return workspace.say(sentence("EventText", "report of %1: %2"),
                         {subjectOf(workspace, event), wordOf(workspace, event.verdict)}) +
           after(", ", event.reason);
}

std::string studyText(Workspace &workspace, const Event &event)
{
    const store::StudyDetail detail = store::studyDetail(event.detail);
    std::string studies;
    for (const std::string &study : detail.studies) {
        studies =
            studies.empty() ? study : workspace.say(sentence("EventText", "%1 and %2"), {studies, study});
    }
    const Sentence text = studies.empty() ? sentence("EventText", "%1 reports a study of its own")
                                          : sentence("EventText", "%1 reports %2");
    const std::string reports = workspace.say(text, {subjectOf(workspace, event), studies});
    return detail.isOfPreviousVersion
               ? workspace.say(sentence("EventText", "%1, of the previous version"), {reports})
               : reports;
}

std::string numberText(Workspace &workspace, const Event &event)
{
    const store::FlowNumberDetail detail = store::flowNumberDetail(event.detail);
    const Sentence text = detail.count ? sentence("EventText", "number of %1 from outside: %2")
                                       : sentence("EventText", "number of %1 from outside taken back");
    return workspace.say(text,
                         {detail.line + after(", ", detail.name),
                          detail.count ? std::to_string(*detail.count) : std::string()}) +
           after(" (", detail.note, ")");
}

std::string snapshotText(Workspace &workspace, const Event &event)
{
    return workspace.say(sentence("EventText", "numbers of the flow diagram kept as %1"), {event.reason});
}

std::string formText(Workspace &workspace, const Event &event)
{
    const bool isTool = event.stage == "appraisal";
    const Sentence plain = isTool ? sentence("EventText", "tool %1") : sentence("EventText", "form %1");
    const Sentence numbered =
        isTool ? sentence("EventText", "tool %1, version %2") : sentence("EventText", "form %1, version %2");
    return workspace.say(event.verdict.empty() ? plain : numbered, {event.reason, event.verdict});
}

/// What a value belongs to: a record, or evidence from outside.
std::string extractedText(Workspace &workspace, const Event &event)
{
    const auto said = valueOf(event);
    const std::string from = said && !said->evidence.empty() ? said->evidence : subjectOf(workspace, event);
    std::string text = from + ", " + event.reason + ": ";
    if (!said || said->value.parts.empty()) {
        const bool isTakenBack = event.verdict == toString(extraction::ValueStatus::Extracted);
        return text + (isTakenBack ? workspace.say(sentence("EventText", "taken back")) : event.verdict);
    }
    for (const extraction::Part &part : said->value.parts) {
        text += (&part == &said->value.parts.front() ? "" : "; ") +
                (part.name == "value" ? std::string() : part.name + " ") + part.text;
    }
    return text;
}

std::string agreedText(Workspace &workspace, const Event &event)
{
    return workspace.say(sentence("EventText", "agreed: %1"), {extractedText(workspace, event)});
}

std::string evidenceText(Workspace &workspace, const Event &event)
{
    const Sentence text = event.verdict.empty() ? sentence("EventText", "evidence %1 removed")
                                                : sentence("EventText", "evidence %1: %2");
    return workspace.say(text, {event.reason, event.verdict});
}

std::string broughtInText(Workspace &workspace, const Event & /*event*/)
{
    return workspace.say(sentence("EventText", "what others said was brought in"));
}

std::string reportTextText(Workspace &workspace, const Event & /*event*/)
{
    return workspace.say(sentence("EventText", "texts of the report written"));
}

std::string attachedText(Workspace &workspace, const Event &event)
{
    const auto file = store::fileDetail(event.detail);
    if (!file) {
        return workspace.say(sentence("EventText", "file attached to %1"), {subjectOf(workspace, event)});
    }
    const Sentence text = file->source == store::kFromUser
                              ? sentence("EventText", "file %1 attached to %2")
                              : sentence("EventText", "file %1 attached to %2, from %3");
    return workspace.say(text, {file->name, subjectOf(workspace, event), file->source});
}

std::string detachedText(Workspace &workspace, const Event &event)
{
    constexpr std::size_t kShown = 12; // digits; more say nothing to a person
    const std::string file = store::detachedFile(event.detail).substr(0, kShown);
    const Sentence text = file.empty() ? sentence("EventText", "file detached from %1")
                                       : sentence("EventText", "file %2 detached from %1");
    return workspace.say(text, {subjectOf(workspace, event), file});
}

/// "unpaywall: found, openalex: landing-page"
std::string soughtText(Workspace &workspace, const Event &event)
{
    std::string answers;
    for (const FullTextAnswer &answer : store::fullTextAnswers(event.detail)) {
        answers +=
            (answers.empty() ? "" : ", ") + answer.source + ": " + wordOf(workspace, toString(answer.status));
    }
    return workspace.say(sentence("EventText", "full text of %1 looked for"), {subjectOf(workspace, event)}) +
           after(": ", answers);
}

std::string retractionText(Workspace &workspace, const Event &event)
{
    return workspace.say(sentence("EventText", "undone: entry %1"),
                         {std::to_string(event.retracts ? event.retracts->value : 0)});
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
