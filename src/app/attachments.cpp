#include "app/attachments.h"

#include "store/event_detail.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

namespace winnow::app {

namespace fs = std::filesystem;

namespace {

constexpr std::array kKinds{EventKind::FileAttached, EventKind::FileDetached};

/// What was said of files, in the order in which it is folded; of these records where given.
Result<std::vector<Event>> fileEvents(Workspace &workspace, std::span<const RecordId> records = {})
{
    std::vector<Event> all;
    for (const EventKind kind : kKinds) {
        auto events = records.empty() ? workspace.log().live(kind) : workspace.log().live(kind, records);
        if (!events) {
            return events;
        }
        all.insert(
            all.end(), std::make_move_iterator(events->begin()), std::make_move_iterator(events->end()));
    }
    std::ranges::sort(all, {}, [](const Event &event) { return std::tie(event.clock, event.uuid); });
    return all;
}

AttachedFile fileOf(const Event &event, store::FileDetail detail)
{
    return {{event.subject},
            std::move(detail.sha256),
            detail.bytes,
            std::move(detail.name),
            {std::move(detail.source),
             std::move(detail.address),
             std::move(detail.licence),
             std::move(detail.version)},
            event.reviewer,
            event.atUtc,
            {},
            FileState::There};
}

/// What each record has, in the order in which it was attached. Records are told apart here, so that each of
/// a group keeps its own when the group is split.
std::vector<AttachedFile> fold(const std::vector<Event> &events)
{
    std::map<std::pair<RecordId, std::string>, std::pair<std::size_t, AttachedFile>> held;
    for (std::size_t place = 0; place < events.size(); ++place) {
        const Event &event = events[place];
        const RecordId record{event.subject};
        if (event.subjectKind != "record") {
            continue;
        }
        if (event.kind == EventKind::FileDetached) {
            held.erase({record, store::detachedFile(event.detail)});
        } else if (auto detail = store::fileDetail(event.detail)) {
            std::pair key(record, detail->sha256);
            held.try_emplace(std::move(key), place, fileOf(event, *std::move(detail)));
        }
    }
    std::vector<std::pair<std::size_t, AttachedFile>> ordered;
    ordered.reserve(held.size());
    for (auto &[key, file] : held) {
        ordered.push_back(std::move(file));
    }
    std::ranges::sort(ordered, {}, [](const auto &file) { return file.first; });
    std::vector<AttachedFile> files;
    files.reserve(ordered.size());
    for (auto &[place, file] : ordered) {
        files.push_back(std::move(file));
    }
    return files;
}

/// Adds a file to those of a report, unless it has the content, and looks what became of it.
void addOnce(const fs::path &review,
             std::vector<AttachedFile> &files,
             AttachedFile file,
             FileLook look = FileLook::Size)
{
    if (std::ranges::find(files, file.sha256, &AttachedFile::sha256) == files.end()) {
        file.path = storedFile(review, file.sha256);
        file.state = look == FileLook::None ? FileState::There : stateOf(file.path, file.bytes);
        files.push_back(std::move(file));
    }
}

Result<std::vector<RecordId>> groupOf(Workspace &workspace, RecordId record)
{
    auto kept = workspace.judgement().keptFor(record);
    return kept ? workspace.judgement().representedBy(*kept) : std::move(kept).error();
}

Result<void> requireReady(Workspace &workspace, RecordId record)
{
    if (workspace.isReadOnly()) {
        return Error{ErrorCode::Unwritable,
                     "This review can only be read, so that nothing can be attached in it. Copy it, with the "
                     "folder NAME.files, to a folder of your own to work on it.",
                     {},
                     workspace.path().string()};
    }
    auto found = workspace.records().get(record);
    return found ? Result<void>() : std::move(found).error();
}

/// Why the group's report is said to be not retrieved, where that is the last that was said of it.
Result<std::optional<std::string>> whyNotRetrieved(Workspace &workspace, std::span<const RecordId> group)
{
    auto events = workspace.log().live(EventKind::ReportStatusSet, group);
    if (!events) {
        return std::move(events).error();
    }
    const bool isNotRetrieved =
        !events->empty() && events->back().verdict == toString(ReportStatus::NotRetrieved);
    return isNotRetrieved ? std::optional(std::move(events->back().reason)) : std::nullopt;
}

store::EventDraft draftOn(RecordId record, EventKind kind, std::string detail)
{
    store::EventDraft event;
    event.kind = kind;
    event.subjectKind = "record";
    event.subject = record.value;
    event.detail = std::move(detail);
    return event;
}

/// A copied file that a report is to have.
struct Copied
{
    const AttachRequest &request;
    StoredFile stored;
};

/// What is to be said so that the report has the file; `outcome` learns what that changes.
Result<std::vector<store::EventDraft>>
draftsFor(Workspace &workspace, const Copied &copied, AttachOutcome &outcome)
{
    const AttachRequest &request = copied.request;
    const StoredFile &stored = copied.stored;
    auto group = groupOf(workspace, request.record);
    if (!group) {
        return std::move(group).error();
    }
    auto before = attachmentsOf(workspace, request.record);
    auto why = whyNotRetrieved(workspace, *group);
    if (!before || !why) {
        return !before ? std::move(before).error() : std::move(why).error();
    }
    outcome.isNew = std::ranges::find(*before, stored.sha256, &AttachedFile::sha256) == before->end();
    outcome.notRetrieved = *std::move(why);
    std::vector<store::EventDraft> drafts;
    if (outcome.isNew) {
        const FileOrigin &origin = request.origin;
        const store::FileDetail detail{stored.sha256,
                                       stored.bytes,
                                       request.name.empty() ? request.file.filename().string() : request.name,
                                       origin.source,
                                       origin.address,
                                       origin.licence,
                                       origin.version};
        drafts.push_back(draftOn(group->front(), EventKind::FileAttached, store::toDetail(detail)));
    }
    if (outcome.notRetrieved) {
        drafts.push_back(draftOn(group->front(), EventKind::ReportStatusSet, {}));
        drafts.back().verdict = toString(ReportStatus::Sought);
    }
    return drafts;
}

Result<AttachedFile> attachedFile(Workspace &workspace, const Copied &copied)
{
    auto files = attachmentsOf(workspace, copied.request.record);
    if (!files) {
        return std::move(files).error();
    }
    const auto found = std::ranges::find(*files, copied.stored.sha256, &AttachedFile::sha256);
    if (found == files->end()) {
        return Error{ErrorCode::Internal, "The file was attached, but is not found again.", {}, {}};
    }
    return std::move(*found);
}

/// Says of copied files, in one act, that they are the reports'.
Result<std::vector<AttachOutcome>> record(Workspace &workspace, std::span<const Copied> files)
{
    std::vector<AttachOutcome> outcomes(files.size());
    std::vector<store::EventDraft> act;
    for (std::size_t i = 0; i < files.size(); ++i) {
        auto drafts = draftsFor(workspace, files[i], outcomes[i]);
        if (!drafts) {
            return std::move(drafts).error();
        }
        std::ranges::move(*drafts, std::back_inserter(act));
        std::ranges::copy(files[i].request.besides, std::back_inserter(act));
    }
    if (!act.empty()) {
        if (auto done = workspace.log().append(workspace.act(), act); !done) {
            return std::move(done).error();
        }
    }
    for (std::size_t i = 0; i < files.size(); ++i) {
        auto file = attachedFile(workspace, files[i]);
        if (!file) {
            return std::move(file).error();
        }
        outcomes[i].file = *std::move(file);
    }
    return outcomes;
}

Result<StoredFile> copyFor(Workspace &workspace, const AttachRequest &request, Task &task)
{
    if (task.isStopped()) {
        return Task::stoppedError();
    }
    auto ready = requireReady(workspace, request.record);
    return ready ? storePdf(workspace.path(), request.file, task) : std::move(ready).error();
}

} // namespace

Result<AttachOutcome> attach(Workspace &workspace, const AttachRequest &request, Task &task)
{
    return std::move(attachAll(workspace, std::span(&request, 1), task).front());
}

std::vector<Result<AttachOutcome>>
attachAll(Workspace &workspace, std::span<const AttachRequest> requests, Task &task)
{
    std::vector<Result<AttachOutcome>> answers;
    std::vector<Copied> copied;
    std::vector<std::size_t> places; ///< of those in `answers`
    for (const AttachRequest &request : requests) {
        auto stored = copyFor(workspace, request, task);
        answers.push_back(stored ? Result(AttachOutcome{}) : Result<AttachOutcome>(stored.error()));
        if (stored) {
            places.push_back(answers.size() - 1);
            copied.push_back({request, *std::move(stored)});
        }
    }
    if (task.isStopped()) {
        return {requests.size(), Result<AttachOutcome>(Task::stoppedError())};
    }
    if (copied.empty()) {
        return answers;
    }
    Result<std::vector<AttachOutcome>> outcomes = Error{};
    auto done = workspace.file().transact([&]() -> Result<void> {
        outcomes = record(workspace, copied);
        return outcomes ? Result<void>() : Result<void>(outcomes.error());
    });
    for (std::size_t i = 0; i < places.size(); ++i) {
        answers[places[i]] = done ? Result(std::move((*outcomes)[i])) : Result<AttachOutcome>(done.error());
    }
    return answers;
}

Result<void> detach(Workspace &workspace, RecordId record, std::string_view sha256)
{
    return workspace.file().transact([&]() -> Result<void> {
        auto group = groupOf(workspace, record);
        if (!group) {
            return std::move(group).error();
        }
        auto events = fileEvents(workspace, *group);
        if (!events) {
            return std::move(events).error();
        }
        std::vector<store::EventDraft> act;
        for (const AttachedFile &file : fold(*events)) {
            if (file.sha256 == sha256) {
                act.push_back(
                    draftOn(file.record, EventKind::FileDetached, store::toDetachedDetail(file.sha256)));
            }
        }
        if (act.empty()) {
            return Error{ErrorCode::NotFound,
                         "The report has no such file; 'winnow fulltext status' lists what is attached.",
                         {},
                         std::string(sha256)};
        }
        return workspace.log().append(workspace.act(), act);
    });
}

Result<std::map<RecordId, std::vector<AttachedFile>>> attachments(Workspace &workspace, FileLook look)
{
    auto events = fileEvents(workspace);
    auto representatives = workspace.judgement().representatives();
    if (!events || !representatives) {
        return !events ? std::move(events).error() : std::move(representatives).error();
    }
    std::map<RecordId, std::vector<AttachedFile>> files;
    for (AttachedFile &file : fold(*events)) {
        const RecordId unit = representatives->of(file.record);
        addOnce(workspace.path(), files[unit], std::move(file), look);
    }
    return files;
}

Result<std::vector<AttachedFile>> attachmentsOf(Workspace &workspace, RecordId record)
{
    auto group = groupOf(workspace, record);
    if (!group) {
        return std::move(group).error();
    }
    auto events = fileEvents(workspace, *group);
    if (!events) {
        return std::move(events).error();
    }
    std::vector<AttachedFile> files;
    for (AttachedFile &file : fold(*events)) {
        addOnce(workspace.path(), files, std::move(file));
    }
    return files;
}

Result<RecordId> reportWith(Workspace &workspace, std::string_view sha256)
{
    auto all = attachments(workspace, FileLook::None);
    if (!all) {
        return std::move(all).error();
    }
    for (const auto &[record, files] : *all) {
        if (std::ranges::find(files, sha256, &AttachedFile::sha256) != files.end()) {
            return record;
        }
    }
    return Error{ErrorCode::NotFound,
                 "No report has the PDF of this quote any longer; attach it again to see the place.",
                 {},
                 {}};
}

bool isStillSought(Workspace &workspace, RecordId record)
{
    const auto group = groupOf(workspace, record);
    const auto files = attachmentsOf(workspace, record);
    const auto why =
        group ? whyNotRetrieved(workspace, *group) : Result<std::optional<std::string>>(group.error());
    return files && files->empty() && why && !*why;
}

Result<AttachmentCheck> checkAttachments(Workspace &workspace, Task &task)
{
    auto all = attachments(workspace);
    auto present = filesIn(filesFolder(workspace.path()));
    if (!all || !present) {
        return !all ? std::move(all).error() : std::move(present).error();
    }
    std::map<std::string, AttachedFile> wanted;
    for (auto &[unit, files] : *all) {
        for (AttachedFile &file : files) {
            std::string hash = file.sha256;
            wanted.try_emplace(std::move(hash), std::move(file));
        }
    }
    AttachmentCheck check;
    std::set<fs::path> used;
    for (const auto &[hash, file] : wanted) {
        if (task.isStopped()) {
            return Task::stoppedError();
        }
        used.insert(file.path);
        check.states.emplace(hash, checkedStateOf(file.path, {hash, file.bytes}));
        task.report({"checking the files",
                     static_cast<std::int64_t>(check.states.size()),
                     static_cast<std::int64_t>(wanted.size())});
    }
    std::erase_if(*present, [&](const fs::path &path) { return used.contains(path); });
    check.unused = *std::move(present);
    return check;
}

bool isRetrieved(const FullText &text)
{
    return isAssessed(text.report) || (text.report.status == ReportStatus::Sought && !text.files.empty());
}

std::string_view statusOf(const FullText &text)
{
    const bool hasTurnedOut =
        text.report.status != ReportStatus::Sought && text.report.status != ReportStatus::NotRetrieved;
    return isRetrieved(text) && !hasTurnedOut ? "retrieved" : toString(text.report.status);
}

Result<FullTexts> fullTexts(Workspace &workspace)
{
    const store::Snapshot snapshot = workspace.snapshot();
    auto reports = soughtReports(workspace);
    auto files = attachments(workspace);
    if (!reports || !files) {
        return !reports ? std::move(reports).error() : std::move(files).error();
    }
    auto answers = fullTextAnswers(workspace);
    if (!answers) {
        return std::move(answers).error();
    }
    FullTexts texts;
    texts.sought.reserve(reports->size());
    for (SoughtReport &report : *reports) {
        auto held = files->extract(report.row.id);
        auto said = answers->extract(report.row.id);
        texts.sought.push_back({std::move(report),
                                held.empty() ? std::vector<AttachedFile>() : std::move(held.mapped()),
                                said.empty() ? std::vector<DatedAnswer>() : std::move(said.mapped())});
    }
    for (const auto &[unit, others] : *files) {
        texts.elsewhere += static_cast<std::int64_t>(others.size());
    }
    return texts;
}

} // namespace winnow::app
