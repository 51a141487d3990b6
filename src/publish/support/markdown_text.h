#pragma once

#include <string>
#include <string_view>

namespace winnow::publish {

/// Text as of a cell of a pipe table: on one line, with what Markdown or HTML would take for markup set
/// apart.
[[nodiscard]] std::string escapedMarkdown(std::string_view text);

} // namespace winnow::publish
