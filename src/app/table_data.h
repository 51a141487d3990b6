#pragma once

#include "app/workspace.h"
#include "evidence/ready_made.h"
#include "evidence/review_data.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// What evidence tables are filled from, as far as the reviewer may see it: studies with what was extracted
/// and judged, and evidence from outside. `cited`: keys that must be found even where their records are not
/// included.
[[nodiscard]] Result<evidence::ReviewData> tableData(Workspace &workspace,
                                                     std::span<const std::string> cited = {});

/// The fields that a table can show, as "form/field": those of all forms, then the domains of the appraisal
/// tools used.
[[nodiscard]] Result<std::vector<evidence::FieldChoice>> tableFields(Workspace &workspace);

} // namespace winnow::app
