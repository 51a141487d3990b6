#pragma once

#include "base/result.h"
#include "publish/document.h"

#include <string>

namespace winnow::publish {

/// The document as Word writes it: styles of headings, tables with a repeated head row and rows that do not
/// break over pages.
[[nodiscard]] Result<std::string> documentAsDocx(const Document &document);

/// The same as a page that is one file.
[[nodiscard]] Result<std::string> documentAsHtml(const Document &document);

/// The same as Markdown with pipe tables and fenced strings.
[[nodiscard]] Result<std::string> documentAsMarkdown(const Document &document);

} // namespace winnow::publish
