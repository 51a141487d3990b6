#pragma once

#include "app/appraisals.h"
#include "app/workspace.h"
#include "appraisal/tools.h"
#include "evidence/ready_made.h"
#include "evidence/review_data.h"

#include <vector>

namespace winnow::app {

/// The appraisal tools with which something was said that still holds, in the order of the tools.
[[nodiscard]] Result<std::vector<appraisal::ToolPtr>> usedTools(Workspace &workspace);

/// What they judge, as fields of tables: "rob2/D1", "rob2/Overall"; of tools without judgements their
/// questions.
[[nodiscard]] Result<std::vector<evidence::FieldChoice>> judgedFields(Workspace &workspace);

/// Adds the appraisals of a report to its study, in the colours of the plots.
void addJudgements(const std::vector<RecordAppraisal> &appraisals, evidence::StudyData &study);

} // namespace winnow::app
