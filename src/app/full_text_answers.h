#pragma once

#include "app/workspace.h"
#include "model/full_text_answer.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// What a source said of a report, when it was last asked.
struct DatedAnswer
{
    FullTextAnswer answer;
    std::string reviewer; ///< who asked
    std::string atUtc;
};

/// Of all reports that any source was asked for, by the record that stands for the group: the newest answer
/// of each source, whoever asked it, in the order in which they came.
[[nodiscard]] Result<std::map<RecordId, std::vector<DatedAnswer>>> fullTextAnswers(Workspace &workspace);

/// Takes in a later answer, which takes the place of the source's earlier one; that it did not answer says
/// nothing against what it found, or did not find, before.
void addAnswer(std::vector<DatedAnswer> &answers, DatedAnswer answer);

/// The one that helps most: a file, else a page, else a file that could not be had, else that nothing was
/// found; nullptr where there is none.
[[nodiscard]] const DatedAnswer *bestOf(std::span<const DatedAnswer> answers);

/// How the looking for a full text stands.
enum class FindState {
    New, ///< nobody was asked yet
    Found,
    LandingPage,
    NotFound,
    Failed,
};

/// "new", "found", "landing-page", "not-found", "failed"; never changes.
[[nodiscard]] std::string_view toString(FindState state);
[[nodiscard]] std::optional<FindState> findStateFromString(std::string_view name);

[[nodiscard]] FindState stateOf(std::span<const DatedAnswer> answers);

} // namespace winnow::app
