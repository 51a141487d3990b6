#pragma once

#include "app/study_units.h"
#include "app/workspace.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// An investigation with the reports that tell of it (PRISMA 2020: record, report, study). A report that
/// names no study is one of its own.
struct Study
{
    std::string id;                ///< as StudyUnit::id
    std::string name;              ///< that was given to it; empty where it has only this report
    std::string label;             ///< the name, or "Hassan 2020"
    std::vector<RecordId> reports; ///< each by the record that stands for its group, ascending
    std::vector<std::string> keys; ///< theirs, as many
    bool isIncluded = false;
    bool isOfPreviousVersion = false;
    std::string whyExcluded{}; ///< empty: nobody excluded it
};

/// As far as the reviewer may know it: the included studies, each with its included reports, in order of
/// these; and each report that was excluded at full text by itself, with the reason. A report of several
/// studies is in each of them.
[[nodiscard]] Result<std::vector<Study>> studiesOf(Workspace &workspace);

/// The study to which a report belongs with all its reports, whether or not they have a verdict; of a report
/// of several studies the one that `name` names, else the first.
[[nodiscard]] Result<Study> studyOfReport(Workspace &workspace, RecordId report, std::string_view name = {});

/// Reports that may tell of one study.
struct StudySuggestion
{
    std::vector<RecordId> reports; ///< included ones, ascending
    std::vector<std::string> keys;
    std::string name; ///< that the study could have
    std::string why;  ///< "All name the registration NCT01234567."
};

/// Of included reports that name no study yet: those that share a number of a trial register, or have a first
/// author and half of the authors in common, years no more than five apart, and titles alike.
[[nodiscard]] Result<std::vector<StudySuggestion>> suggestStudies(Workspace &workspace);

/// Makes reports one study: one act that undo takes back. What was said of a previous version stays.
[[nodiscard]] Result<void>
groupReports(Workspace &workspace, std::span<const RecordId> reports, const std::string &name);

/// The reports of a study do not tell of it any more: each is of its other studies, or one of its own. One
/// act that undo takes back; InvalidArgument where nobody grouped them.
[[nodiscard]] Result<void> takeApart(Workspace &workspace, const Study &study);

} // namespace winnow::app
