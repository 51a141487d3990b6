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

/// The same as a PDF of pages in A4: tagged, with an outline, links and page numbers.
[[nodiscard]] Result<std::string> documentAsPdf(const Document &document);

/// A table alone, likewise.
[[nodiscard]] Result<std::string> tableAsPdf(const evidence::PrintedTable &table);

} // namespace winnow::publish
