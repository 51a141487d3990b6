#pragma once

#include <string>
#include <string_view>

namespace winnow::formats {

/// LaTeX as BibTeX files use it, as plain text: accents ({\"o}, \'{e}, \c{c}), the commands for letters,
/// signs and operators (\ss, \alpha, \textdegree, \&), formulas ($x_{2}$ gives x2), ligatures (--, ``),
/// braces dropped. A command that is not known loses its name where it has an argument, and stays otherwise.
/// What is no LaTeX, as in "costs $5", stays.
[[nodiscard]] std::string withoutLatex(std::string_view text);

/// Whether withoutLatex() could change a text.
[[nodiscard]] bool mayBeLatex(std::string_view text);

/// The LaTeX that withoutLatex() turns into `text` again. Its braces match, also for programs that count
/// those behind a backslash.
[[nodiscard]] std::string asLatex(std::string_view text);

} // namespace winnow::formats
