#pragma once

#include <string>
#include <string_view>

namespace winnow::fuzz {

/// A file of evidence tables: what is read is written and read again as it was, and every table can be
/// printed.
[[nodiscard]] std::string checkTables(std::string_view bytes);

} // namespace winnow::fuzz
