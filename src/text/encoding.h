#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace winnow::text {

[[nodiscard]] bool isAscii(std::string_view bytes);

/// Whether `bytes` are well-formed UTF-8 (Unicode 15, table 3-7: no overlong forms, no surrogates).
[[nodiscard]] bool isUtf8(std::string_view bytes);

/// Appends one code point as UTF-8; what is no scalar value becomes U+FFFD.
void appendUtf8(std::string &out, char32_t codePoint);

/// Windows-1252, a superset of Latin-1's printable characters, as UTF-8. Never fails.
[[nodiscard]] std::string fromWindows1252(std::string_view bytes);

/// UTF-16 code units as UTF-8; unpaired surrogates become U+FFFD and an odd last byte is dropped.
[[nodiscard]] std::string fromUtf16(std::string_view bytes, bool isBigEndian);

/// Reads one code point of valid UTF-8 at `position` and moves behind it; ill-formed bytes give U+FFFD, one
/// at a time.
[[nodiscard]] char32_t nextCodePoint(std::string_view bytes, std::size_t &position);

} // namespace winnow::text
