#pragma once

#include <cstdint>
#include <string>

namespace winnow::crash {

/// `count` records in RIS; every third shares its DOI with those of other seeds, so that there are
/// duplicates.
[[nodiscard]] std::string hits(std::uint64_t seed, int count);

} // namespace winnow::crash
