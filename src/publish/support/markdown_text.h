#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace winnow::publish {

/// Text as of a cell of a pipe table: on one line, with what Markdown or HTML would take for markup set
/// apart.
[[nodiscard]] std::string escapedMarkdown(std::string_view text);

/// The same for a paragraph, whose first sign could begin a list, a heading or a quotation.
[[nodiscard]] std::string escapedMarkdownParagraph(std::string_view text);

/// Text for pandoc's Markdown in lines of at most `width` columns, where words allow it. Line ends stay, as
/// hard breaks.
[[nodiscard]] std::vector<std::string> wrappedForPandoc(std::string_view text, std::size_t width);

/// One line of text, set apart likewise, not wrapped.
[[nodiscard]] std::string escapedForPandoc(std::string_view text);

/// Plain text in lines of at most `width` columns; longer words stay whole.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);

} // namespace winnow::publish
