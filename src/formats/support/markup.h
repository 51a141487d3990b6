#pragma once

#include <string>
#include <string_view>

namespace winnow::formats {

/// Text with its character entities (&amp; &#233; &eacute; ...) resolved and the tags of simple markup (<i>,
/// <sub>, <p>, <jats:p> ...) dropped. A "<" that begins no tag, as in "p < 0.05", stays.
[[nodiscard]] std::string withoutMarkup(std::string_view text);

/// Text in which the LaTeX accents and commands that BibTeX files use are resolved ({\"o}, \'{e}, \c{c}, \ss,
/// \&, --) and braces dropped. A command that is not known loses its name where it has an argument, and stays
/// otherwise.
[[nodiscard]] std::string withoutLatex(std::string_view text);

} // namespace winnow::formats
