#pragma once

#include "app/attachments.h"
#include "app/workspace.h"
#include "base/task.h"
#include "index/index.h"
#include "pdf/read_text.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace winnow::app {

/// As what the text of an attached PDF was read.
enum class TextState {
    Whole,
    Partial,    ///< some pages could not be read
    Scanned,    ///< no page has a word: probably pictures of pages
    Unreadable, ///< damaged, or it needs a password
};

/// "whole", "partial", "scanned", "unreadable"; never changes.
[[nodiscard]] std::string_view toString(TextState state);

struct TextOutcome
{
    TextState state = TextState::Whole;
    std::string message{}; ///< what is wrong, in a sentence; empty where nothing is
};

using pdf::FileText;
using pdf::PageFailure;

/// Reads an attached file that is there and unchanged; else fails with what to do about it, and as
/// pdf::readText() does.
[[nodiscard]] Result<FileText> readText(const AttachedFile &file, Task &task);

/// The searchable texts of all attached PDFs.
struct FullTextIndex
{
    index::Index index;
    std::vector<std::pair<std::int64_t, RecordId>> of{}; ///< texts with words, for every record of the report
    std::vector<RecordId> incomplete{};            ///< records of which a text is not known, or not all of it
    std::map<std::string, TextOutcome> outcomes{}; ///< by hash, of every file that was read

    [[nodiscard]] index::FullTexts texts() const { return {index, of, incomplete}; }
};

/// The index beside the review (of one that can only be read, if need be in the cache of the user), brought
/// up to date first: every attached file is read once, by its content, in several processes, and stays
/// searched where it is missing later. Nothing where no file is attached. Fails with Cancelled when the task
/// is stopped; what was read by then is kept.
[[nodiscard]] Result<std::optional<FullTextIndex>> upToDateFullTexts(Workspace &workspace, Task &task);

/// Forgets what was read, so that all is read anew.
void forgetFullTexts(Workspace &workspace);

/// What is known of the files without reading any.
[[nodiscard]] std::map<std::string, TextOutcome> knownTexts(Workspace &workspace);

} // namespace winnow::app
