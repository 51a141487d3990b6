#pragma once

#include <optional>
#include <string_view>

namespace winnow::formats {

/// What a LaTeX command does with what follows it.
enum class LatexCommand {
    Unknown,
    Plain,          ///< its argument is the text: \emph{text}
    Switch,         ///< no argument, no text: \it, \relax
    Dropped,        ///< neither it nor its argument is text: \label{x}
    LastOfTwo,      ///< the second argument is the text: \href{address}{text}
    Address,        ///< its argument is a web address, in which only braces are special
    Fraction,       ///< \frac{1}{2} is 1/2
    Root,           ///< \sqrt{2}
    Quoted,         ///< \enquote{text}
    AccentedLetter, ///< an accent over the argument, see latexAccent()
};

/// The character that a command (its name without the backslash) stands for; in formulas and outside.
[[nodiscard]] std::optional<std::string_view> latexSymbol(std::string_view name);

/// UTF-8 of the combining mark that an accent command sets upon its argument: of \" or \c, \bar ...
[[nodiscard]] std::optional<std::string_view> latexAccent(std::string_view name);

[[nodiscard]] LatexCommand latexCommand(std::string_view name);

} // namespace winnow::formats
