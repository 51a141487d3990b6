#pragma once

#include "app/standing.h"
#include "app/workspace.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace winnow::app {

/// Finds the records of studies that a file names by key or by label ("Hassan 2020", "Hassan et al. (2020)"),
/// and notes those of which there is none or more than one. Where several records have a label, it is the one
/// that was included at full text.
class StudyFinder
{
public:
    /// `workspace` must outlive it.
    [[nodiscard]] static Result<StudyFinder> of(Workspace &workspace);

    /// None where that is no single record; see complaint().
    [[nodiscard]] Result<std::optional<RecordId>> find(const std::string &study);

    /// None where all studies were found.
    [[nodiscard]] std::optional<Error> complaint() const;

private:
    StudyFinder(Workspace &workspace, Standings standings)
        : m_workspace(&workspace)
        , m_standings(std::move(standings))
    {}

    Result<std::optional<RecordId>> noted(const std::string &study, const std::vector<RecordId> &records);

    Workspace *m_workspace;
    Standings m_standings;
    /// Records by the family name of their first author and their year.
    std::optional<std::unordered_map<std::string, std::vector<RecordId>>> m_labels;
    std::vector<std::string> m_lost;
};

} // namespace winnow::app
