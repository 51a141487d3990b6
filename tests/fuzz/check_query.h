#pragma once

#include <string>
#include <string_view>

namespace winnow::fuzz {

/// The Scopus language: every text is read or refused with a place, what is printed is read as the same tree,
/// and what the checks offer can be applied.
[[nodiscard]] std::string checkQuery(std::string_view bytes);

} // namespace winnow::fuzz
