#pragma once

#include <cstdint>
#include <string>

namespace winnow::query::test {

/// A text made at random from all parts of the language, and from what is pasted along with it; the same for
/// the same seed. About one of three can be read.
[[nodiscard]] std::string randomQuery(std::uint32_t seed);

} // namespace winnow::query::test
