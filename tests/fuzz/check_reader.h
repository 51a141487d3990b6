#pragma once

#include "formats/format.h"

#include <string>
#include <string_view>

namespace winnow::fuzz {

/// Reads `bytes` with a format that can be read, and its records again; returns what does not hold.
[[nodiscard]] std::string checkReader(const formats::Format &format, std::string_view bytes);

} // namespace winnow::fuzz
