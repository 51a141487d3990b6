#include "model/event.h"

#include <algorithm>
#include <array>
#include <utility>

namespace winnow {

namespace {

constexpr std::array<std::pair<EventKind, std::string_view>, 36> kKinds{{
    {EventKind::SearchRun, "search-run"},
    {EventKind::Import, "import"},
    {EventKind::DuplicatesMerged, "duplicates-merged"},
    {EventKind::DuplicateSplit, "duplicate-split"},
    {EventKind::RecordsKeptApart, "records-kept-apart"},
    {EventKind::FieldChosen, "field-chosen"},
    {EventKind::Removal, "removal"},
    {EventKind::Decision, "decision"},
    {EventKind::ScreeningSet, "screening-set"},
    {EventKind::ScreeningOpened, "screening-opened"},
    {EventKind::ConflictResolved, "conflict-resolved"},
    {EventKind::RecordSkipped, "record-skipped"},
    {EventKind::LabelAdded, "label-added"},
    {EventKind::LabelRemoved, "label-removed"},
    {EventKind::LabelRenamed, "label-renamed"},
    {EventKind::NoteWritten, "note-written"},
    {EventKind::Appraised, "appraisal"},
    {EventKind::AppraisalAnswered, "appraisal-answer"},
    {EventKind::PilotDrawn, "pilot-drawn"},
    {EventKind::RankingComputed, "ranking-computed"},
    {EventKind::StoppingChecked, "stopping-checked"},
    {EventKind::TablesLoaded, "tables-loaded"},
    {EventKind::ReportStatusSet, "report-status"},
    {EventKind::ReportOfStudy, "report-of-study"},
    {EventKind::FlowNumberNoted, "flow-number"},
    {EventKind::FlowSnapshot, "flow-snapshot"},
    {EventKind::FormPublished, "form-published"},
    {EventKind::ValueExtracted, "value-extracted"},
    {EventKind::ValueAgreed, "value-agreed"},
    {EventKind::EvidenceNoted, "evidence-noted"},
    {EventKind::BroughtIn, "brought-in"},
    {EventKind::ReportTextSet, "report-text"},
    {EventKind::FileAttached, "file-attached"},
    {EventKind::FileDetached, "file-detached"},
    {EventKind::FullTextSought, "full-text-sought"},
    {EventKind::Retraction, "retraction"},
}};

} // namespace

std::string_view toString(EventKind kind)
{
    return kKinds.at(static_cast<std::size_t>(kind)).second;
}

std::optional<EventKind> eventKindFromString(std::string_view name)
{
    const auto *found = std::ranges::find(kKinds, name, [](const auto &entry) { return entry.second; });
    return found == kKinds.end() ? std::nullopt : std::optional(found->first);
}

} // namespace winnow
