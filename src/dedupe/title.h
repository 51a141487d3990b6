#pragma once

#include <string>
#include <string_view>

namespace winnow::dedupe {

/// What a title says of the document beside its subject. Documents of two kinds are never the same one.
enum class TitleKind {
    Plain,
    Erratum, ///< erratum, corrigendum, correction to
    Retraction,
    Reply, ///< reply, response to, comment on, letter about
    Protocol,
};

/// A title in the form in which titles are compared.
struct BareTitle
{
    /// Letters and digits only, folded, Greek letters by their names, without notes in brackets at the end.
    std::string letters;
    /// The numbers in their order, each followed by a semicolon: "Part II: 1,000 cases in 2019" is
    /// "2;1000;2019;". Roman numerals and letters count behind words like part.
    std::string numbers;
    TitleKind kind = TitleKind::Plain;
};

[[nodiscard]] BareTitle bareTitle(std::string_view title);

} // namespace winnow::dedupe
