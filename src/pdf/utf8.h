#pragma once

#include <string>
#include <string_view>

namespace winnow::pdf {

/// Appends one code point; what is none (a surrogate, a number too large) becomes U+FFFD.
void appendUtf8(std::string &to, char32_t codePoint);

/// The code points of UTF-16; a surrogate without its other half becomes U+FFFD.
[[nodiscard]] std::u32string fromUtf16(std::u16string_view text);

/// The code points of UTF-8; nothing of what is not UTF-8.
[[nodiscard]] std::u32string fromUtf8(std::string_view text);

[[nodiscard]] std::string toUtf8(std::u32string_view text);

/// Whether it is UTF-8 (no surrogates, nothing overlong) without control characters.
[[nodiscard]] bool isPlainUtf8(std::string_view text);

} // namespace winnow::pdf
