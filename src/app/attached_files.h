#pragma once

#include "base/result.h"
#include "base/task.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// The folder NAME.files beside NAME.winnow. Each PDF lies there once, as <SHA-256 of its content>.pdf,
/// however often it is attached. Nothing in it is ever deleted: what no report has any longer (it was
/// detached, the attaching was undone, or Winnow was killed while it copied) stays until a person deletes it,
/// so that undo and redo work for ever; checkAttachments() names such files.
[[nodiscard]] std::filesystem::path filesFolder(const std::filesystem::path &review);
[[nodiscard]] std::filesystem::path storedFile(const std::filesystem::path &review, std::string_view sha256);

struct StoredFile
{
    std::string sha256;
    std::int64_t bytes = 0;
};

/// More bytes no report has.
constexpr std::int64_t kMostReportBytes = std::int64_t{1} << 31U;
/// Says so of a file that has more, as part of a sentence: "is larger than ...".
constexpr std::string_view kIsTooLarge = "is larger than 2 GB, which no report is.";

/// Copies a PDF into the review's folder, whole or not at all; a copy of it that is missing or was changed is
/// right again afterwards. Fails with WrongFormat where the file does not begin as a PDF does, is empty, or
/// has more than kMostReportBytes; with Unreadable or Unwritable.
[[nodiscard]] Result<StoredFile>
storePdf(const std::filesystem::path &review, const std::filesystem::path &file, Task &task);

/// What was said of a stored file, by the name that people know it by: its own is a hash.
[[nodiscard]] Error byItsName(Error error, const std::filesystem::path &stored, std::string_view name);

/// What became of a stored file.
enum class FileState {
    There,
    Missing,
    Changed,    ///< something else is in its place
    Unreadable, ///< there is something, but it may not be read
};

/// "there", "missing", "changed", "unreadable"; never changes.
[[nodiscard]] std::string_view toString(FileState state);

/// What to do about it, in a sentence or two; empty where nothing is to be done.
[[nodiscard]] std::string_view adviceOn(FileState state);

/// By its size only.
[[nodiscard]] FileState stateOf(const std::filesystem::path &file, std::int64_t bytes);

/// By its content, which is read.
[[nodiscard]] FileState checkedStateOf(const std::filesystem::path &file, const StoredFile &wanted);

/// Everything in the folder, by name.
[[nodiscard]] Result<std::vector<std::filesystem::path>> filesIn(const std::filesystem::path &folder);

} // namespace winnow::app
