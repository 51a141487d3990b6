#pragma once

#include <optional>
#include <string_view>

namespace winnow::extraction {

/// The usual English name of a country that somebody calls so, whatever its case: "United Kingdom" for "UK".
[[nodiscard]] std::optional<std::string_view> countryFrom(std::string_view text);

} // namespace winnow::extraction
