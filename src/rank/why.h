#pragma once

#include "rank/ridge.h"

#include <string>
#include <vector>

namespace winnow::rank {

/// What a term of a record adds to its score; below 0 it speaks against the record.
struct TermShare
{
    std::string term;
    float share = 0;
};

/// The terms that put a record where it is, those with the largest share first, at most `most`. All shares
/// and the intercept add up to the score.
[[nodiscard]] std::vector<TermShare>
why(const Features &features, const Ridge &model, Row row, std::size_t most);

} // namespace winnow::rank
