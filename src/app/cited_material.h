#pragma once

#include "app/report_text.h"
#include "app/workspace.h"
#include "evidence/table.h"

#include <vector>

namespace winnow::app {

/// All that cites, with what it is filled from and the numbers that follow. Keys are those of the records
/// that stand for their groups now, whatever was merged since they were written.
struct CitedMaterial
{
    evidence::TableSet tables; ///< perhaps none
    ReportText text;
    evidence::ReviewData data;
    std::vector<evidence::ReferenceNumber> numbers;
};

[[nodiscard]] Result<CitedMaterial> citedMaterial(Workspace &workspace);

} // namespace winnow::app
