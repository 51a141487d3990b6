#pragma once

#include "appraisal/plots.h"
#include "base/result.h"

#include <filesystem>

namespace winnow::app {

/// Whether a name is that of a table with appraisals, not of a review.
[[nodiscard]] bool isAppraisalFile(const std::string &name);

/// Appraisals from a CSV (or TSV) in the form of robvis; see appraisal::appraisalsFrom(). Errors name the
/// file.
[[nodiscard]] Result<appraisal::Appraisals> readAppraisals(const std::filesystem::path &file,
                                                           const appraisal::ToolPtr &tool);

/// How appraisals are drawn.
struct AppraisalPlot
{
    appraisal::PlotOptions options;
    bool isSummary = false; ///< instead of the traffic lights
    double dpi = 300;       ///< of files made of pixels
};

/// Writes a plot as the kind of file that the name asks for; .csv: the appraisals as robvis reads them.
[[nodiscard]] Result<void> publishAppraisals(const appraisal::Appraisals &appraisals,
                                             const std::filesystem::path &file,
                                             const AppraisalPlot &plot);

} // namespace winnow::app
