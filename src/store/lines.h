#pragma once

#include "model/record.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::store {

/// How lists lie in one column: an entry a line, and of an author family and given name divided by a tab.
/// Line ends and tabs inside an entry become spaces.
[[nodiscard]] std::string toLines(std::span<const std::string> entries);
[[nodiscard]] std::vector<std::string> fromLines(std::string_view lines);
[[nodiscard]] std::string authorLines(std::span<const PersonName> authors);
[[nodiscard]] std::vector<PersonName> authorsFromLines(std::string_view lines);

} // namespace winnow::store
