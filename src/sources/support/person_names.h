#pragma once

#include "model/record.h"

#include <optional>
#include <string_view>

namespace winnow::sources {

/// A name as sources show it, the given names first: "Lauren N. Wilson", "Ludwig van Beethoven", "J. Li";
/// with a comma, or with initials at the end, the family name first. Groups stay whole ("LIGO
/// Collaboration").
[[nodiscard]] std::optional<PersonName> shownName(std::string_view text);

} // namespace winnow::sources
