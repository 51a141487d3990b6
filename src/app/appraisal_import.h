#pragma once

#include "app/appraisals.h"

#include <filesystem>
#include <string>

namespace winnow::app {

struct AppraisalImport
{
    appraisal::ToolPtr tool; ///< that was asked for or recognised
    std::size_t studies = 0;
    std::size_t judgements = 0;
};

/// Takes over the judgements of a table in the form of robvis as those of the current reviewer, in one act. A
/// study is a record by its key, or by its label: "Hassan 2020", "Hassan et al. (2020)"; where several
/// records have it, the one that was included at full text. Fails, and takes nothing over, where a study is
/// no record or several; the message names them. An Overall that the file lacks is not recorded, since it
/// follows from the domains. `result` is the result of each study that was judged; may be empty.
[[nodiscard]] Result<AppraisalImport> importAppraisals(Workspace &workspace,
                                                       const std::filesystem::path &file,
                                                       const appraisal::ToolPtr &tool,
                                                       const std::string &result = {});

} // namespace winnow::app
