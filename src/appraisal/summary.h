#pragma once

#include "appraisal/appraisals.h"

#include <string>
#include <vector>

namespace winnow::appraisal {

/// One part of a bar.
struct Share
{
    Judgement judgement = Judgement::Low;
    double percent = 0; ///< of the studies, or of their weights
    int studies = 0;

    bool operator==(const Share &) const = default;
};

/// How the judgements of one domain, or of the whole, are spread.
struct Bar
{
    std::string label; ///< "Bias due to confounding"
    bool isOverall = false;
    std::vector<Share> shares; ///< those above nothing, from the lowest risk
};

/// The bars in order of the domains, the overall one last; weighted where `isWeighted`. None of no studies.
[[nodiscard]] std::vector<Bar> summarise(const Appraisals &appraisals, bool isWeighted);

/// "66.7"
[[nodiscard]] std::string percentText(double percent);

} // namespace winnow::appraisal
