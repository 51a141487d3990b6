#pragma once

#include <string>
#include <string_view>

namespace winnow::text {

/// Text that XML can hold (XML 1.0 section 2.2): control characters other than tab and line ends, U+007F to
/// U+009F among them, U+FFFE and U+FFFF are dropped; ill-formed UTF-8 becomes U+FFFD.
[[nodiscard]] std::string printableText(std::string_view text);

/// The same in one line: tabs and line ends become spaces.
[[nodiscard]] std::string printableLine(std::string_view text);

} // namespace winnow::text
