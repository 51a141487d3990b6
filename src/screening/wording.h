#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace winnow::screening {

/// "95 %", "93.8 %": a share with at most one decimal, in any locale with a point. Never "100 %" of a share
/// below 1 nor "0 %" of one above 0.
[[nodiscard]] std::string percent(double share);

/// "0.0123", "below 0.001": a probability with three significant digits.
[[nodiscard]] std::string probabilityInWords(double p);

/// "1 record", "12 records"; `plural` when adding an s would not do.
[[nodiscard]] std::string
counted(std::int64_t count, std::string_view singular, std::string_view plural = {});

/// "none", "1", "2": of things found.
[[nodiscard]] std::string countOrNone(std::int64_t count);

} // namespace winnow::screening
