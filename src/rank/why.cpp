#include "rank/why.h"

#include <algorithm>
#include <cmath>

namespace winnow::rank {

std::vector<TermShare> why(const Features &features, const Ridge &model, Row row, std::size_t most)
{
    std::vector<TermWeight> shares;
    shares.reserve(features.row(row).size());
    for (const TermWeight entry : features.row(row)) {
        shares.push_back({entry.term, entry.weight * model.weights()[entry.term]});
    }
    std::ranges::stable_sort(shares, [](const TermWeight &a, const TermWeight &b) {
        return std::abs(a.weight) > std::abs(b.weight);
    });
    shares.resize(std::min(shares.size(), most));
    std::vector<TermShare> named;
    named.reserve(shares.size());
    for (const TermWeight &share : shares) {
        named.push_back({features.termText(share.term), share.weight});
    }
    return named;
}

} // namespace winnow::rank
