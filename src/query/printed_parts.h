#pragma once

#include "query/tree.h"

#include <string>

namespace winnow::query {

/// A term with its marks.
void appendTerm(std::string &out, const Node &term);

/// PUBYEAR > 2018
void appendComparison(std::string &out, const Node &node);

/// " AND ", " W/3 " ...: what joins the children of a node.
[[nodiscard]] std::string joinerOf(const Node &node);

/// Whether a node needs no parentheses as an operand.
[[nodiscard]] bool isSimpleOperand(const Node &node);

/// Whether a term, as the first of a text or of a line, would be taken for something pasted along: a comment,
/// a label, a query in quotation marks. Parentheses around it prevent that.
[[nodiscard]] bool needsShelter(const Node &node);

/// Appends the normalised form.
void appendNormalised(std::string &out, const Node &node);

/// The same as an operand: in parentheses where it needs them.
void appendOperand(std::string &out, const Node &node);

} // namespace winnow::query
