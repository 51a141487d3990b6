#pragma once

#include "screening/agreement_of_two.h"
#include "screening/krippendorff.h"

#include <vector>

namespace winnow::screening {

/// Two raters, named by their columns.
struct PairAgreement
{
    std::size_t first = 0;
    std::size_t second = 0;
    CrossTable table;
    Coefficient observed;
    Coefficient kappa;    ///< Cohen's
    Coefficient adjusted; ///< PABAK
    Coefficient ac1;
    std::optional<double> prevalenceIndex;
    std::optional<double> biasIndex;
};

/// All there is to report of the agreement of a team.
struct TeamAgreement
{
    std::size_t units = 0; ///< rated at least twice
    Coefficient observed;  ///< mean of agreeing pairs
    Coefficient fleiss;
    Coefficient ac1;
    Coefficient light;
    Coefficient alpha;                ///< Krippendorff's, nominal, with the interval of the bootstrap
    std::vector<PairAgreement> pairs; ///< that rated a unit both, in the order of columns
};

/// Every coefficient of `ratings`; those that cannot be estimated have no value.
[[nodiscard]] TeamAgreement teamAgreement(const Ratings &ratings, const Bootstrap &bootstrap = {});

} // namespace winnow::screening
