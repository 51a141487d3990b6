#pragma once

#include "sources/locators/locator.h"
#include "sources/support/json_values.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::locators {

/// An address that a browser or a download can be given, without blanks at its ends; empty for any other
/// scheme than HTTP and HTTPS, for one with a name or password, and for what is too long or holds controls.
[[nodiscard]] std::string webAddress(std::string_view text);

/// Adds a copy unless it leads nowhere or is there already. A licence is one line.
void addCopy(std::vector<Copy> &copies, Copy copy);

} // namespace winnow::locators
