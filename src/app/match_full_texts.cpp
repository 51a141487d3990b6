#include "app/match_full_texts.h"

#include "app/attachments.h"
#include "base/sha256.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <map>
#include <set>
#include <system_error>
#include <thread>
#include <utility>

namespace winnow::app {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kReaders = 2; ///< files that are read at a time

constexpr std::array<std::string_view, kMatchStates.size()> kStateNames{
    "attached", "to-confirm", "no-match", "already-attached", "same-as-other", "unreadable", "not-attached"};

bool isPdfName(const fs::path &path)
{
    std::string ending = path.extension().string();
    std::ranges::transform(
        ending, ending.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return ending == ".pdf";
}

bool isHidden(const fs::path &path)
{
    return path.filename().string().starts_with('.');
}

Error noFolderError(const fs::path &folder, const std::error_code &failure)
{
    return {ErrorCode::Unreadable,
            folder.string() + " is no folder that can be read: " + failure.message() +
                ". Name the folder that the PDFs are in.",
            failure.message(),
            folder.string()};
}

/// All PDFs of a folder, by path; `own` is the review's folder of files.
Result<MatchOutcome> pdfsOf(const fs::path &folder, const fs::path &own, const Task &task)
{
    MatchOutcome outcome;
    std::error_code failure;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, failure);
    if (failure) {
        return noFolderError(folder, failure);
    }
    for (; entry != fs::recursive_directory_iterator(); entry.increment(failure)) {
        if (task.isStopped()) {
            return Task::stoppedError();
        }
        std::error_code unknown;
        const bool isOwn = entry->is_directory(unknown) && fs::equivalent(entry->path(), own, unknown);
        if (isHidden(entry->path()) || isOwn) {
            entry.disable_recursion_pending();
        } else if (isPdfName(entry->path()) && entry->is_symlink(unknown)) {
            ++outcome.links;
        } else if (isPdfName(entry->path()) && entry->is_regular_file(unknown)) {
            outcome.files.push_back({.file = entry->path()});
        }
    }
    if (failure) {
        return noFolderError(folder, failure);
    }
    std::ranges::sort(outcome.files, {}, &MatchedFile::file);
    return outcome;
}

/// The reports that are sought, and how people name them.
struct Sought
{
    std::vector<MatchTarget> targets;
    std::map<RecordId, ListRow> rows;
    std::set<RecordId> withFile;
    std::set<std::string> hashes; ///< of all files that a report has
};

Result<std::vector<Record>> recordsOf(Workspace &workspace, RecordId report)
{
    auto members = workspace.judgement().membersOf(report);
    if (!members) {
        return std::move(members).error();
    }
    std::vector<Record> records;
    for (const RecordId member : *members) {
        auto record = workspace.records().get(member);
        if (!record) {
            return std::move(record).error();
        }
        records.push_back(*std::move(record));
    }
    return records;
}

Result<Sought> soughtOf(Workspace &workspace)
{
    const store::Snapshot snapshot = workspace.snapshot();
    auto reports = soughtReports(workspace);
    const auto files = attachments(workspace);
    if (!reports || !files) {
        return !reports ? std::move(reports).error() : files.error();
    }
    Sought sought;
    for (const auto &[report, held] : *files) {
        sought.withFile.insert(report);
        std::ranges::transform(
            held, std::inserter(sought.hashes, sought.hashes.end()), &AttachedFile::sha256);
    }
    for (SoughtReport &report : *reports) {
        auto records = recordsOf(workspace, report.row.id);
        if (!records) {
            return std::move(records).error();
        }
        sought.targets.push_back({report.row.id, *std::move(records)});
        sought.rows.emplace(report.row.id, std::move(report.row));
    }
    return sought;
}

/// Tells the contents apart: what is attached already, what the folder has twice, what cannot be read.
Result<void> tellApart(MatchOutcome &outcome, const Sought &sought, Task &task)
{
    std::map<std::string, const MatchedFile *> first;
    std::int64_t done = 0;
    for (MatchedFile &file : outcome.files) {
        if (task.isStopped()) {
            return Task::stoppedError();
        }
        std::error_code unknown;
        const auto bytes = fs::file_size(file.file, unknown);
        const auto hash =
            !unknown && bytes > static_cast<std::uintmax_t>(kMostReportBytes)
                ? Result<std::string>(Error{ErrorCode::Unsupported,
                                            file.file.filename().string() + " " + std::string(kIsTooLarge),
                                            {},
                                            file.file.string()})
                : sha256OfFile(file.file);
        if (!hash) {
            file.state = MatchState::Unreadable;
            file.why = hash.error().message;
        } else if (sought.hashes.contains(*hash)) {
            file.state = MatchState::AlreadyAttached;
        } else if (const auto [other, isFirst] = first.try_emplace(*hash, &file); !isFirst) {
            file.state = MatchState::SameAsOther;
            file.why = other->second->file.string();
        }
        task.report({"looking at the files", ++done, static_cast<std::int64_t>(outcome.files.size())});
    }
    return {};
}

/// What one file says, or why it says nothing.
using Answer = Result<PdfMatch>;

/// Reads and matches files, several at a time, each in its place.
std::vector<Answer>
matchAll(const std::vector<const MatchedFile *> &files, const ReportMatcher &matcher, Task &task)
{
    std::vector<Answer> answers(files.size(), Answer(PdfMatch{}));
    std::atomic<std::size_t> next{0};
    std::atomic<std::int64_t> done{0};
    const auto work = [&](bool reports) {
        for (std::size_t i = next++; i < files.size() && !task.isStopped(); i = next++) {
            auto facts = readPdfFacts(files[i]->file, task);
            answers[i] = facts ? Answer(matcher.match(*facts)) : Answer(std::move(facts).error());
            ++done;
            if (reports) {
                task.report({"matching the files", done, static_cast<std::int64_t>(files.size())});
            }
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t reader = 1; reader < std::min(kReaders, files.size()); ++reader) {
            others.emplace_back([&work] { work(false); });
        }
        work(true);
    }
    return answers;
}

/// Writes into the files what was found for them.
void takeOver(std::vector<MatchedFile *> &files, std::vector<Answer> &answers, const Sought &sought)
{
    std::vector<PdfMatch *> matches;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (!answers[i]) {
            files[i]->state = MatchState::Unreadable;
            files[i]->why = answers[i].error().message;
            continue;
        }
        PdfMatch &match = *answers[i];
        if (match.grade == MatchGrade::Sure && sought.withFile.contains(match.candidates.front().report)) {
            match.grade = MatchGrade::ToConfirm;
            match.candidates.front().reason += "; but the report has a file already";
        }
        matches.push_back(&match);
        names.push_back(files[i]->file.string());
    }
    keepOneForEachReport(matches, names);
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (!answers[i]) {
            continue;
        }
        files[i]->state = answers[i]->grade == MatchGrade::Sure        ? MatchState::Attached
                          : answers[i]->grade == MatchGrade::ToConfirm ? MatchState::ToConfirm
                                                                       : MatchState::NoMatch;
        for (MatchCandidate &candidate : answers[i]->candidates) {
            const ListRow &row = sought.rows.at(candidate.report);
            files[i]->reports.push_back({std::move(candidate), row.key, row.title});
        }
    }
}

/// False where it was stopped, and nothing attached.
bool attachSure(Workspace &workspace, MatchOutcome &outcome, Task &task)
{
    std::vector<MatchedFile *> files;
    std::vector<AttachRequest> requests;
    for (MatchedFile &file : outcome.files) {
        if (file.state == MatchState::Attached) {
            files.push_back(&file);
            requests.push_back({file.reports.front().match.report, file.file});
        }
    }
    const auto answers = attachAll(workspace, requests, task);
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (answers[i]) {
            files[i]->notRetrieved = answers[i]->notRetrieved;
        } else if (answers[i].error().code == ErrorCode::Cancelled) {
            return false;
        } else {
            files[i]->state = MatchState::NotAttached;
            files[i]->why = answers[i].error().message;
        }
    }
    return true;
}

} // namespace

std::string_view toString(MatchState state)
{
    return kStateNames.at(static_cast<std::size_t>(state));
}

std::size_t MatchOutcome::count(MatchState state) const
{
    return static_cast<std::size_t>(std::ranges::count(files, state, &MatchedFile::state));
}

Result<MatchOutcome> matchFullTexts(Workspace &workspace, const MatchRequest &request, Task &task)
{
    auto sought = soughtOf(workspace);
    if (!sought) {
        return std::move(sought).error();
    }
    auto outcome = pdfsOf(request.folder, filesFolder(workspace.path()), task);
    if (!outcome) {
        return outcome;
    }
    if (auto done = tellApart(*outcome, *sought, task); !done) {
        return std::move(done).error();
    }
    std::vector<MatchedFile *> unknown;
    for (MatchedFile &file : outcome->files) {
        if (file.state == MatchState::NoMatch) {
            unknown.push_back(&file);
        }
    }
    const ReportMatcher matcher(sought->targets);
    std::vector<Answer> answers = matchAll({unknown.begin(), unknown.end()}, matcher, task);
    if (task.isStopped()) {
        return Task::stoppedError();
    }
    takeOver(unknown, answers, *sought);
    if (request.attaches && !attachSure(workspace, *outcome, task)) {
        return Task::stoppedError();
    }
    return outcome;
}

} // namespace winnow::app
