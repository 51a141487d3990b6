#pragma once

#include <string>
#include <string_view>

namespace winnow::formats {

/// Text with its character entities (&amp; &#233; &eacute; ...) resolved and the tags of simple markup (<i>,
/// <sub>, <p>, <jats:p> ...) dropped. A "<" that begins no tag, as in "p < 0.05", stays.
[[nodiscard]] std::string withoutMarkup(std::string_view text);

} // namespace winnow::formats
