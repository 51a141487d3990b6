#include "app/labels.h"

#include "store/event_detail.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace winnow::app {

namespace {

/// Labels and notes are blind as titles and abstracts are: that is where most of them are given.
constexpr Stage kStageOfMarks = Stage::TitleAbstract;

/// reviewer -> label -> records, by the record that stands for the group.
using LabelTable = std::map<std::string, std::map<std::string, std::set<RecordId>>>;

/// All that was said of labels in the order in which it is folded, and the renaming of labels; of these
/// records where given.
Result<std::vector<Event>> labelEvents(Workspace &workspace, std::span<const RecordId> records = {})
{
    std::vector<Event> all;
    for (const EventKind kind : {EventKind::LabelAdded, EventKind::LabelRemoved, EventKind::LabelRenamed}) {
        const bool isOfAll = records.empty() || kind == EventKind::LabelRenamed;
        auto events = isOfAll ? workspace.log().live(kind) : workspace.log().live(kind, records);
        if (!events) {
            return events;
        }
        all.insert(
            all.end(), std::make_move_iterator(events->begin()), std::make_move_iterator(events->end()));
    }
    std::ranges::sort(all, {}, [](const Event &event) { return std::tie(event.clock, event.uuid); });
    return all;
}

void rename(std::map<std::string, std::set<RecordId>> &labels, const std::string &from, const std::string &to)
{
    const auto found = labels.find(from);
    if (found == labels.end() || from == to) {
        return;
    }
    std::set<RecordId> records = std::move(found->second);
    labels.erase(found);
    labels[to].merge(records);
}

LabelTable fold(const std::vector<Event> &events, const store::Representatives &representatives)
{
    LabelTable table;
    for (const Event &event : events) {
        auto &labels = table[event.reviewer];
        const RecordId record = representatives.of({event.subject});
        if (event.kind == EventKind::LabelAdded) {
            labels[event.reason].insert(record);
        } else if (event.kind == EventKind::LabelRemoved) {
            labels[event.reason].erase(record);
        } else {
            rename(labels, event.reason, store::renamedDetail(event.detail));
        }
    }
    return table;
}

Result<LabelTable> labelTable(Workspace &workspace)
{
    auto events = labelEvents(workspace);
    auto representatives = workspace.judgement().representatives();
    if (!events || !representatives) {
        return !events ? std::move(events).error() : std::move(representatives).error();
    }
    return fold(*events, *representatives);
}

/// label -> records, of what the reviewer may see.
std::map<std::string, std::set<RecordId>>
seenOf(const LabelTable &table, const Standings &standings, const std::string &looking)
{
    std::map<std::string, std::set<RecordId>> seen;
    for (const auto &[reviewer, labels] : table) {
        for (const auto &[label, records] : labels) {
            for (const RecordId record : records) {
                if (reviewer == looking || standings.isOpen(kStageOfMarks, std::span(&record, 1))) {
                    seen[label].insert(record);
                }
            }
        }
    }
    return seen;
}

Result<std::vector<store::EventDraft>>
draftsOn(Workspace &workspace, EventKind kind, const std::string &label, std::span<const RecordId> records)
{
    std::vector<store::EventDraft> drafts;
    for (const RecordId record : records) {
        auto kept = workspace.judgement().keptFor(record);
        if (!kept) {
            return std::move(kept).error();
        }
        store::EventDraft event;
        event.kind = kind;
        event.stage = toString(kStageOfMarks);
        event.subjectKind = "record";
        event.subject = kept->value;
        event.reason = label;
        drafts.push_back(std::move(event));
    }
    return drafts;
}

Result<void> appendLabels(Workspace &workspace,
                          EventKind kind,
                          const std::string &label,
                          std::span<const RecordId> records)
{
    if (label.find_first_not_of(" \t\n") == std::string::npos) {
        return Error{ErrorCode::InvalidArgument, "A label needs a name.", {}, {}};
    }
    auto drafts = draftsOn(workspace, kind, label, records);
    if (!drafts) {
        return std::move(drafts).error();
    }
    return workspace.log().append(workspace.act(), *drafts);
}

} // namespace

Result<void> addLabel(Workspace &workspace, const std::string &label, std::span<const RecordId> records)
{
    return appendLabels(workspace, EventKind::LabelAdded, label, records);
}

/// Duplicates may each have brought the label: it is taken from all of them.
Result<void> removeLabel(Workspace &workspace, const std::string &label, std::span<const RecordId> records)
{
    return appendLabels(workspace, EventKind::LabelRemoved, label, records);
}

Result<std::int64_t> renameLabel(Workspace &workspace, const std::string &from, const std::string &to)
{
    auto table = labelTable(workspace);
    if (!table) {
        return std::move(table).error();
    }
    const auto &labels = (*table)[workspace.reviewer()];
    const auto found = labels.find(from);
    if (found == labels.end() || found->second.empty()) {
        return Error{ErrorCode::NotFound, "You have no label \"" + from + "\" to rename.", {}, {}};
    }
    if (to.find_first_not_of(" \t\n") == std::string::npos) {
        return Error{ErrorCode::InvalidArgument, "A label needs a name.", {}, {}};
    }
    store::EventDraft event;
    event.kind = EventKind::LabelRenamed;
    event.stage = toString(kStageOfMarks);
    event.subjectKind = "review";
    event.reason = from;
    event.detail = store::toRenamedDetail(to);
    if (auto appended = workspace.log().append(workspace.act(), std::span(&event, 1)); !appended) {
        return std::move(appended).error();
    }
    return static_cast<std::int64_t>(found->second.size());
}

Result<std::map<std::string, std::set<RecordId>>> recordsOfLabels(Workspace &workspace)
{
    auto table = labelTable(workspace);
    auto standings = Standings::of(workspace);
    if (!table || !standings) {
        return !table ? std::move(table).error() : std::move(standings).error();
    }
    return seenOf(*table, *standings, workspace.reviewer());
}

Result<std::map<RecordId, std::vector<RecordNote>>> notesOfRecords(Workspace &workspace)
{
    auto written = workspace.log().live(EventKind::NoteWritten);
    auto representatives = workspace.judgement().representatives();
    auto standings = Standings::of(workspace);
    if (!written || !representatives || !standings) {
        return !written           ? std::move(written).error()
               : !representatives ? std::move(representatives).error()
                                  : std::move(standings).error();
    }
    std::map<RecordId, std::vector<RecordId>> members;
    for (const auto &[member, kept] : representatives->others()) {
        members[kept].push_back(member);
    }
    std::map<RecordId, std::map<std::string, RecordNote>> latest;
    for (const Event &event : *written) {
        const RecordId record = representatives->of({event.subject});
        std::vector<RecordId> group = members[record];
        group.push_back(record);
        if (event.reviewer == workspace.reviewer() || standings->isOpen(kStageOfMarks, group)) {
            latest[record][event.reviewer] = {event.reviewer, store::noteDetail(event.detail), event.atUtc};
        }
    }
    std::map<RecordId, std::vector<RecordNote>> notes;
    for (auto &[record, ofReviewers] : latest) {
        for (auto &[reviewer, note] : ofReviewers) {
            if (!note.text.empty()) {
                notes[record].push_back(std::move(note));
            }
        }
    }
    return notes;
}

Result<std::vector<LabelCount>> labels(Workspace &workspace)
{
    auto seen = recordsOfLabels(workspace);
    if (!seen) {
        return std::move(seen).error();
    }
    std::vector<LabelCount> counts;
    for (const auto &[label, records] : *seen) {
        if (!records.empty()) {
            counts.push_back({label, static_cast<std::int64_t>(records.size())});
        }
    }
    return counts;
}

Result<std::vector<RecordId>> recordsLabelled(Workspace &workspace, const std::string &label)
{
    auto seen = recordsOfLabels(workspace);
    if (!seen) {
        return std::move(seen).error();
    }
    const std::set<RecordId> &records = (*seen)[label];
    return std::vector<RecordId>(records.begin(), records.end());
}

Result<void> writeNote(Workspace &workspace, RecordId record, const std::string &note)
{
    auto drafts = draftsOn(workspace, EventKind::NoteWritten, {}, std::span(&record, 1));
    if (!drafts) {
        return std::move(drafts).error();
    }
    drafts->front().detail = store::toNoteDetail(note);
    return workspace.log().append(workspace.act(), *drafts);
}

/// Reads what was said of this record and its duplicates only: it is shown with every record.
Result<RecordMarks> marksOf(Workspace &workspace, RecordId record)
{
    auto kept = workspace.judgement().keptFor(record);
    auto standings = Standings::of(workspace);
    if (!kept || !standings) {
        return !kept ? std::move(kept).error() : std::move(standings).error();
    }
    auto members = workspace.judgement().representedBy(*kept);
    if (!members) {
        return std::move(members).error();
    }
    auto said = labelEvents(workspace, *members);
    auto written = workspace.log().live(EventKind::NoteWritten, *members);
    if (!said || !written) {
        return !said ? std::move(said).error() : std::move(written).error();
    }
    std::map<RecordId, RecordId> represented;
    for (const RecordId member : *members) {
        represented.emplace(member, *kept);
    }
    RecordMarks marks;
    for (const auto &[label, records] : seenOf(
             fold(*said, store::Representatives(std::move(represented))), *standings, workspace.reviewer())) {
        marks.labels.push_back(label);
    }
    std::map<std::string, RecordNote> latest;
    for (const Event &event : *written) {
        if (event.reviewer == workspace.reviewer() || standings->isOpen(kStageOfMarks, *members)) {
            latest[event.reviewer] = {event.reviewer, store::noteDetail(event.detail), event.atUtc};
        }
    }
    for (auto &[reviewer, note] : latest) {
        if (!note.text.empty()) {
            marks.notes.push_back(std::move(note));
        }
    }
    return marks;
}

} // namespace winnow::app
