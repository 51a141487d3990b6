#pragma once

#include "screening/coefficient.h"
#include "screening/first_votes.h"

#include <string>
#include <vector>

namespace winnow::screening {

/// How far one reason divides the reviewers. Counts are of pairs of reviewers who both voted on a record.
struct ReasonDivision
{
    std::string reason;
    std::size_t both = 0;               ///< gave it
    std::size_t oneOnly = 0;            ///< gave it; the sum of the next two
    std::size_t againstGoingOn = 0;     ///< the other included the record or was in doubt
    std::size_t againstOtherReason = 0; ///< the other excluded it for another reason
    std::size_t neither = 0;
    std::optional<double> dividedShare; ///< oneOnly / (both + oneOnly)
    Coefficient kappa;                  ///< on giving it or not: Cohen's of two reviewers, Fleiss' of more
};

/// Which criterion divides the reviewers, for the report of a pilot round: each reason given, the one with
/// the most divided pairs first, then by their share, then by name. Votes to exclude without a reason do not
/// count.
[[nodiscard]] std::vector<ReasonDivision> reasonDivisions(const FirstVotes &votes,
                                                          double confidence = kUsualConfidence);

} // namespace winnow::screening
