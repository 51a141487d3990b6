#pragma once

#include "app/record_list.h"
#include "model/report_status.h"

namespace winnow::app {

/// A report that is read at full text, or would be if it could be had.
struct SoughtReport
{
    ListRow row;
    ReportStatus status = ReportStatus::Sought;
    std::string why; ///< the status is so; may be empty
};

/// Whether somebody read the report, as far as the reviewer may know.
[[nodiscard]] bool isAssessed(const SoughtReport &report);

/// The reports of all records that came to full text, in the order in which the records were imported.
[[nodiscard]] Result<std::vector<SoughtReport>> soughtReports(Workspace &workspace);

} // namespace winnow::app
