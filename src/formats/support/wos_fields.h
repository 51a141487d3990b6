#pragma once

#include "formats/support/record_builder.h"

#include <span>
#include <string_view>

namespace winnow::formats {

/// What the two-letter fields of Web of Science mean, in lower case; the same in its tagged and in its
/// tab-delimited files. They differ from RIS: ID is KeyWords Plus, PG the number of pages, SI a special
/// issue.
[[nodiscard]] std::span<const FieldRule> wosFields();

/// The type for the code in PT ("J", "C", "B" ...), where no document type says more.
[[nodiscard]] RecordType typeFromWosCode(std::string_view code);

} // namespace winnow::formats
