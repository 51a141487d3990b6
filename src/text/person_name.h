#pragma once

#include <string>
#include <string_view>

namespace winnow::text {

/// A name in two parts; `given` is empty for an organisation or a name of one word.
struct NameParts
{
    std::string family;
    std::string given;

    bool operator==(const NameParts &) const = default;
};

/// Reads a name as bibliographic files write it: "Wilson, Lauren N.", "Wilson L.N.", "De la Torre-Castro, M.", "Li, J". A name
/// without a comma is divided before its last word if that is initials; anything else stays whole ("World Health Organization").
[[nodiscard]] NameParts parseName(std::string_view name);

/// Reads a name as BibTeX writes it: the same with a comma; without one the last word is the family name, with its lower-case
/// particles ("Ludwig van Beethoven" -> "van Beethoven", "Ludwig"); a name in braces stays whole.
[[nodiscard]] NameParts parseBibtexName(std::string_view name);

} // namespace winnow::text
