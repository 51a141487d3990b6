#pragma once

#include "query/fields.h"

#include <span>

namespace winnow::query {

/// Every field code of the Scopus language, those of titles and abstracts first, and Winnow's own at the end.
[[nodiscard]] std::span<const FieldCode> allFieldCodes();

} // namespace winnow::query
