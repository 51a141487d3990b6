#pragma once

#include "app/attached_files.h"
#include "app/full_text_answers.h"
#include "app/sought_reports.h"

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// Where a file came from: the user's own hand, or a source.
struct FileOrigin
{
    std::string source = "user";
    std::string address{}; ///< where the source has it
    std::string licence{}; ///< as the source names it
    std::string version{}; ///< likewise
};

/// The full text of a report, as a PDF beside the review.
struct AttachedFile
{
    RecordId record; ///< it was attached to; a member of the report's group
    std::string sha256;
    std::int64_t bytes = 0;
    std::string name; ///< that it had; anybody's text
    FileOrigin origin;
    std::string reviewer; ///< who attached it
    std::string atUtc;
    std::filesystem::path path; ///< where it lies, or would
    FileState state = FileState::There;
};

struct AttachRequest
{
    RecordId record;
    std::filesystem::path file;
    FileOrigin origin{};
    std::string name{};                       ///< empty: the file's own
    std::vector<store::EventDraft> besides{}; ///< what else the same act says
};

struct AttachOutcome
{
    AttachedFile file;
    bool isNew = true; ///< the report did not have it yet
    std::optional<std::string>
        notRetrieved; ///< why the report was said to be not retrieved, which does not hold any longer
};

/// Copies a PDF beside the review (see attached_files.h) and says that it is the full text of the record's
/// report, which has been retrieved by that: where it was said to be not retrieved, the same act takes that
/// back, and the outcome has what was said, to be shown. A content that the report has already is no new act.
/// Undo takes back what was said and leaves the copy.
[[nodiscard]] Result<AttachOutcome> attach(Workspace &workspace, const AttachRequest &request, Task &task);

/// The same for many, in one act, which one undo takes back. Each answers for itself: what fails leaves out
/// that one. Stopped by `task`, all fail with Cancelled, and nothing was attached.
[[nodiscard]] std::vector<Result<AttachOutcome>>
attachAll(Workspace &workspace, std::span<const AttachRequest> requests, Task &task);

/// The report has the file no longer; the copy stays. Fails with NotFound where it has not.
[[nodiscard]] Result<void> detach(Workspace &workspace, RecordId record, std::string_view sha256);

/// Whether files are looked at.
enum class FileLook {
    Size,
    None, ///< every state is There
};

/// Of all reports, by the record that stands for the group, in the order in which they were attached: a
/// report has the files of all members of its group, each content once.
[[nodiscard]] Result<std::map<RecordId, std::vector<AttachedFile>>>
attachments(Workspace &workspace, FileLook look = FileLook::Size);

/// The same of the report of one record.
[[nodiscard]] Result<std::vector<AttachedFile>> attachmentsOf(Workspace &workspace, RecordId record);

/// The record that stands for a report with this content. NotFound where no report has it (any longer).
[[nodiscard]] Result<RecordId> reportWith(Workspace &workspace, std::string_view sha256);

/// Whether the report of a record has no file and was not said to be not retrieved, as far as can be read.
[[nodiscard]] bool isStillSought(Workspace &workspace, RecordId record);

struct AttachmentCheck
{
    std::map<std::string, FileState> states;   ///< by hash, of every file that a report has
    std::vector<std::filesystem::path> unused; ///< in the folder, but no report's
};

/// Reads every attached file whole and compares it with what was attached.
[[nodiscard]] Result<AttachmentCheck> checkAttachments(Workspace &workspace, Task &task);

/// A sought report with its files.
struct FullText
{
    SoughtReport report;
    std::vector<AttachedFile> files;
    std::vector<DatedAnswer> answers; ///< of the sources that were asked for it
};

/// Whether the report could be had: it was read, or has a file. Who said that it was not retrieved is
/// believed before a file.
[[nodiscard]] bool isRetrieved(const FullText &text);

/// "retrieved", or what toString() says of its status.
[[nodiscard]] std::string_view statusOf(const FullText &text);

struct FullTexts
{
    std::vector<FullText> sought;
    std::int64_t elsewhere = 0; ///< files of records whose reports are not sought
};

[[nodiscard]] Result<FullTexts> fullTexts(Workspace &workspace);

} // namespace winnow::app
