#pragma once

#include "formats/format.h"

#include <memory>
#include <string_view>

namespace winnow::formats {

/// RIS has one tag for all keywords. So that no program loses any, index terms are written behind the
/// keywords as KW too, and a note "WINNOW index-terms: 12" says that the last twelve are index terms.
inline constexpr std::string_view kIndexTermsNote = "WINNOW index-terms:";

/// Writes records so that Winnow's reader gets the same Record back. Decisions go out as notes:
/// "N1  - WINNOW title-abstract: exclude (ann; reason: wrong population; note: see page 3)".
[[nodiscard]] std::unique_ptr<RecordWriter> makeRisWriter();

} // namespace winnow::formats
