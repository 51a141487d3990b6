#pragma once

#include <cstddef>

namespace winnow::extraction {

/// Limits of one value, so that a hostile file cannot fill the review.
inline constexpr std::size_t kMostTextBytes = 100'000; ///< of a text, a quote, a note
inline constexpr std::size_t kMostParts = 10'000;
inline constexpr std::size_t kMostQuotes = 100;
inline constexpr std::size_t kMostValueBytes = 4'000'000; ///< as JSON

} // namespace winnow::extraction
