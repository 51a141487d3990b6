#pragma once

#include <cstddef>
#include <string_view>

namespace winnow::text {

/// Whether brackets of a JSON text stand in brackets deeper than `levels`; those in strings do not count. To
/// be asked before a text from elsewhere is parsed, as what is written or taken apart by recursion would
/// overflow the stack.
[[nodiscard]] bool isDeeperThan(std::string_view json, std::size_t levels);

} // namespace winnow::text
