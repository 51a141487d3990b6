#pragma once

#include "base/result.h"
#include "evidence/printed.h"

#include <string>
#include <string_view>

namespace winnow::publish {

/// A printed table with all that is known of it. Bytes that are no UTF-8 become U+FFFD; everything else comes
/// back from tableFromJson() as it was.
[[nodiscard]] std::string tableToJson(const evidence::PrintedTable &table);

/// Reads what tableToJson() writes. Fails with WrongFormat and says where; numbers that no table can have are
/// refused.
[[nodiscard]] Result<evidence::PrintedTable> tableFromJson(std::string_view text);

} // namespace winnow::publish
