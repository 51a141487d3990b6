#pragma once

#include "formats/support/record_builder.h"

#include <string_view>

namespace winnow::formats {

/// What a column means, by nameOfColumn(); nullptr where Winnow does not know it.
[[nodiscard]] const FieldRule *csvColumnRule(std::string_view name);

} // namespace winnow::formats
