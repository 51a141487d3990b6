#pragma once

#include <span>
#include <string_view>

namespace winnow::store {

/// The scripts of store/schema/ in order of their numbers; the first n of them make version n of the review
/// file.
[[nodiscard]] std::span<const std::string_view> schemaScripts();

} // namespace winnow::store
