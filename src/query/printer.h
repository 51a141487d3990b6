#pragma once

#include "query/tree.h"

#include <string>
#include <string_view>

namespace winnow::query {

/// The normalised form of a query: fields in capitals, every operator written, every group in parentheses, so
/// that it means the same under any precedence. Parsing it gives the same tree.
[[nodiscard]] std::string printNormalised(const Node &root);

/// The same over several lines of about 80 columns: groups indented, AND on lines of its own, the operands of
/// an OR one behind the other as far as a line goes.
[[nodiscard]] std::string printPretty(const Node &root);

/// How to print a query.
enum class PrintForm {
    AsWritten, ///< the text itself, byte by byte
    Normalised,
    Pretty,
};

/// A query in one of these forms; `text` is what `root` was read from.
[[nodiscard]] std::string printAs(PrintForm form, const Node &root, std::string_view text);

} // namespace winnow::query
