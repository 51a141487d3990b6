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

/// Reads a name as bibliographic files write it: "Wilson, Lauren N.", "Wilson L.N.", "De la Torre-Castro,
/// M.", "J. Li". A name without a comma is divided only where its last or first words are initials; anything
/// else stays whole ("World Health Organization"). Two commas at the end say that the name is to stay whole.
[[nodiscard]] NameParts parseName(std::string_view name);

/// "Wilson, Lauren N."; the form that parseName() reads back as the same parts.
[[nodiscard]] std::string printName(const NameParts &name);

/// Reads a name as BibTeX writes it: the same with a comma; without one the last word is the family name,
/// with its lower-case particles ("Ludwig van Beethoven" -> "van Beethoven", "Ludwig"); a name in braces
/// stays whole.
[[nodiscard]] NameParts parseBibtexName(std::string_view name);

} // namespace winnow::text
