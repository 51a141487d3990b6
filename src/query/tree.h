#pragma once

#include "query/fields.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace winnow::query {

/// What a node of the tree is.
enum class NodeKind {
    And,       ///< two or more children; `isImplicit` where no operator was written
    Or,        ///< two or more children
    AndNot,    ///< two or more children: what must be, then all that must not be
    Proximity, ///< two or more children within `distance` words of one another
    Fielded,   ///< one child, looked for in the fields of `code`
    Term,      ///< a word, a phrase or a value
    Compare,   ///< the year or day of `code` compared with `number`
};

/// How a term was written.
enum class TermForm {
    Word,  ///< bare; several words when punctuation divides it
    Loose, ///< "quoted": words side by side, with their variants
    Exact, ///< {braced}: words side by side as they stand, with the punctuation between them
};

/// The refinements of the web pages of Scopus, which stand for fields.
enum class Refinement { None, LimitTo, Exclude };

enum class Comparison { Less, Equal, Greater };

/// One node of a parsed query. Immutable once built; which fields a term is looked for in follows from the
/// Fielded nodes above it, or all fields where there is none.
struct Node
{
    NodeKind kind = NodeKind::Term;
    std::size_t from = 0; ///< bytes of the query text, [from, to)
    std::size_t to = 0;
    std::vector<std::shared_ptr<const Node>> children;

    bool isImplicit = false; ///< And

    int distance = 0;       ///< Proximity: most words between
    bool isOrdered = false; ///< Proximity: PRE/n

    const FieldCode *code = nullptr;          ///< Fielded, Compare
    Refinement refinement = Refinement::None; ///< Fielded, Compare: written as LIMIT-TO or EXCLUDE

    TermForm form = TermForm::Word; ///< Term
    std::string text;               ///< Term: as written, without its marks
    std::vector<std::string> words; ///< Term: folded; * and ? are wildcards but in Exact
    std::vector<std::string> gaps;  ///< Term in Exact: what stands between the words, see gapsOf()

    Comparison comparison = Comparison::Equal; ///< Compare
    int number = 0;                            ///< Compare: a year, or a day as 20240131
};

using NodePtr = std::shared_ptr<const Node>;

/// Whether a field stands somewhere below: all that is asked is then asked of one author, one reference.
[[nodiscard]] bool hasFieldInside(const Node &node);

/// Whether the full texts of reports are asked for.
[[nodiscard]] bool asksForFullText(const Node &root);

/// Whether a word of a term is a pattern.
[[nodiscard]] bool hasWildcard(std::string_view word);

/// Whether `word` fits a pattern in which * stands for any letters and ? for one character of UTF-8. Linear
/// but for many stars.
[[nodiscard]] bool fitsPattern(std::string_view pattern, std::string_view word);

} // namespace winnow::query
