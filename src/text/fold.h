#pragma once

#include <string>
#include <string_view>

namespace winnow::text {

/// The form in which texts are compared: compatibility forms resolved (NFKD), case folded, accents dropped,
/// and the letters that have no decomposition written out (ß ss, ø o, æ ae, đ d, ł l, þ th ...). "ﬁnite
/// Naïve" -> "finite naive".
[[nodiscard]] std::string fold(std::string_view text);

/// The same, appended to `out`; fast where the text is ASCII.
void appendFolded(std::string &out, std::string_view text);

/// Normalisation form C (Unicode Standard Annex 15): letters and their combining marks as one character where
/// there is one.
[[nodiscard]] std::string composed(std::string_view text);

} // namespace winnow::text
