#pragma once

#include "app/workspace.h"
#include "flow/lines.h"
#include "model/report_status.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace winnow::app {

struct ReportStatusRequest
{
    RecordId record; ///< a duplicate stands for its group
    ReportStatus status = ReportStatus::Sought;
    std::string why;                       ///< may be empty
    std::optional<RecordId> duplicateOf{}; ///< of ReportStatus::Duplicate
};

/// Notes what became of a record's report; the newest note holds. A verdict at full text says that the report
/// was read, so that a report which has one can only be called a duplicate; one that has a file attached was
/// retrieved. Fails with InvalidArgument where such a thing is contradicted, or the record was excluded
/// before.
[[nodiscard]] Result<void> setReportStatus(Workspace &workspace, const ReportStatusRequest &request);

struct StudyRequest
{
    RecordId record;
    std::vector<std::string> studies; ///< by name; none: the report is a study of its own
    bool isOfPreviousVersion = false; ///< the review's previous version had those studies
};

/// Says of which studies a record's report tells: reports that name the same study are one study. The newest
/// saying holds.
[[nodiscard]] Result<void> setStudies(Workspace &workspace, const StudyRequest &request);

struct FlowNumberRequest
{
    std::string line;                  ///< as flow::lineNamed() knows it
    std::string name;                  ///< where the line is a list: of its entry
    std::optional<std::int64_t> count; ///< none: takes the number back
    std::string note;                  ///< where it comes from
};

/// Notes a number of the flow diagram that comes from outside Winnow; it is added to what Winnow counts, and
/// marked. Of each line, or entry of a list, the newest holds. Fails with InvalidArgument for lines that are
/// computed from others, and without a note.
[[nodiscard]] Result<void> noteFlowNumber(Workspace &workspace, const FlowNumberRequest &request);

} // namespace winnow::app
