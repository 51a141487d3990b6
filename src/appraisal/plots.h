#pragma once

#include "appraisal/appraisals.h"
#include "flow/diagram.h"

#include <optional>

namespace winnow::appraisal {

struct PlotOptions
{
    std::optional<double> widthMm; ///< none: as wide as robvis draws it
    double fontSizePt = 9;
    Colours colours = Colours::Cochrane;
    bool isWeighted = true; ///< the summary, where the studies have weights
};

/// A disc for each study and domain, as robvis lays it out: studies below one another, the overall judgement
/// in the last column, the domains explained below. Rows are as high for many studies as for few. A page that
/// is too narrow for the columns is widened.
[[nodiscard]] flow::Diagram trafficLight(const Appraisals &appraisals, const PlotOptions &options = {});

/// A bar of 100 % for each domain and for the whole, divided into judgements.
[[nodiscard]] flow::Diagram summaryPlot(const Appraisals &appraisals, const PlotOptions &options = {});

} // namespace winnow::appraisal
