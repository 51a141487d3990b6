#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace winnow::rank {

/// How well an order of screening finds what is relevant. The formulae are those of ASReview's simulations,
/// so that figures compare.
struct Metrics
{
    double loss = 0;       ///< area lost above the recall curve: 0 the best order there is, 1 the worst
    double wss95 = 0;      ///< work saved over chance at 95 % recall, as a share of the records
    double wss95Cohen = 0; ///< the same by its first definition (Cohen 2006)
    double wss100 = 0;
    double atd = 0;      ///< how many records were read when a relevant one was found, on average
    double recall10 = 0; ///< share of the relevant ones found in the first tenth

    bool operator==(const Metrics &) const = default;
};

/// `labels` are those of the records in the order of screening, 1 relevant and 0 not, without those known
/// before; behind its end, up to `records`, none is relevant. Nothing when no label is relevant.
[[nodiscard]] std::optional<Metrics> metricsOf(std::span<const int> labels, std::size_t records);

} // namespace winnow::rank
