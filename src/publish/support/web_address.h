#pragma once

#include <string_view>

namespace winnow::publish {

/// Where a link may lead: http or https, and nothing else. No "javascript:" of an imported record becomes a
/// link.
[[nodiscard]] bool isWebAddress(std::string_view address);

} // namespace winnow::publish
