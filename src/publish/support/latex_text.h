#pragma once

#include <string>
#include <string_view>

namespace winnow::publish {

/// Text for LaTeX with T1 fonts, in one line: special characters are escaped, no-break spaces become ties,
/// signs that pdfLaTeX lacks become commands where there is one.
[[nodiscard]] std::string asLatexText(std::string_view text);

/// Whether the result holds letters that pdfLaTeX cannot set without further packages: it takes LuaLaTeX or
/// XeLaTeX.
[[nodiscard]] bool needsUnicodeEngine(std::string_view text);

} // namespace winnow::publish
