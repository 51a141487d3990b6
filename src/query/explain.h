#pragma once

#include "query/tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace winnow::query {

/// What a query finds, in plain words: one line for each thing that is asked, those that belong together
/// indented below what joins them.
[[nodiscard]] std::string explain(const Node &root);

/// The tree, a node a line, children indented below their parent.
[[nodiscard]] std::string drawTree(const Node &root);

/// What a field code stands for: "title, abstract or keywords". The code itself where there are no other
/// words.
[[nodiscard]] std::string fieldInWords(const FieldCode &code);

/// The field codes of a query that ask for what imported records do not hold, in order, each once. Over such
/// records nobody can tell whether they match.
[[nodiscard]] std::vector<std::string_view> fieldsNotHere(const Node &root);

/// "Term", "And" ...: the kind of a node in small letters, for other programs.
[[nodiscard]] std::string_view kindName(const Node &node);

} // namespace winnow::query
