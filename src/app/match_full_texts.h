#pragma once

#include "app/report_matcher.h"
#include "app/workspace.h"
#include "base/task.h"

#include <array>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

struct MatchRequest
{
    std::filesystem::path folder; ///< of PDFs, with all folders in it
    bool attaches = true;         ///< what is sure; else it is only told
};

/// What became of a PDF.
enum class MatchState {
    Attached, ///< or would be, where nothing is to be attached
    ToConfirm,
    NoMatch,
    AlreadyAttached, ///< a report has this content
    SameAsOther,     ///< another file of the folder has this content, and is told of
    Unreadable,
    NotAttached, ///< it is surely a report, but could not be attached
};

inline constexpr std::array kMatchStates{MatchState::Attached,
                                         MatchState::ToConfirm,
                                         MatchState::NoMatch,
                                         MatchState::AlreadyAttached,
                                         MatchState::SameAsOther,
                                         MatchState::Unreadable,
                                         MatchState::NotAttached};

/// "attached", "to-confirm", "no-match", "already-attached", "same-as-other", "unreadable", "not-attached";
/// never changes.
[[nodiscard]] std::string_view toString(MatchState state);

/// A report that a PDF may be.
struct MatchedReport
{
    MatchCandidate match;
    std::string key;
    std::string title;
};

struct MatchedFile
{
    std::filesystem::path file;
    MatchState state = MatchState::NoMatch;
    std::vector<MatchedReport> reports{}; ///< one where it is sure, the best first where not; else none
    std::string why{}; ///< it is unreadable or not attached, or which file it is the same as
    std::optional<std::string> notRetrieved{}; ///< why the report was said to be so, which holds no longer
};

struct MatchOutcome
{
    std::vector<MatchedFile> files; ///< by path
    std::size_t links = 0;          ///< symbolic links, which are not followed

    [[nodiscard]] std::size_t count(MatchState state) const;
};

/// Finds for each PDF of a folder the sought report that it is, and attaches those that are sure, in one act;
/// the others are told with what speaks for them, to be attached by attach() where a person says so. Hidden
/// files and folders are passed over, and so is the review's own folder of files. A file that cannot be read
/// keeps no other from being matched. Fails where the folder cannot be read, and with Cancelled, and has then
/// attached nothing.
[[nodiscard]] Result<MatchOutcome>
matchFullTexts(Workspace &workspace, const MatchRequest &request, Task &task);

} // namespace winnow::app
