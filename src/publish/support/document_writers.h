#pragma once

#include "base/result.h"
#include "publish/document.h"

#include <string>

namespace winnow::publish {

/// The document as Word writes it: styles of headings, tables with a repeated head row and rows that do not
/// break over pages.
[[nodiscard]] Result<std::string> documentAsDocx(const Document &document);

/// A printed table alone.
[[nodiscard]] Result<std::string> tableAsDocx(const evidence::PrintedTable &table);

/// The same as LibreOffice writes it (OpenDocument 1.3).
[[nodiscard]] Result<std::string> documentAsOdt(const Document &document);
[[nodiscard]] Result<std::string> tableAsOdt(const evidence::PrintedTable &table);

/// The same for LaTeX: a file that compiles alone, and that another can take in by \input.
[[nodiscard]] Result<std::string> documentAsLatex(const Document &document);
[[nodiscard]] Result<std::string> tableAsLatex(const evidence::PrintedTable &table);

/// The same as a page that is one file.
[[nodiscard]] Result<std::string> documentAsHtml(const Document &document);

/// How Markdown holds tables: Pipe, one line a row, which most programs read; Grid, drawn, with lists, which
/// pandoc reads.
enum class MarkdownTables { Pipe, Grid };

/// The same as Markdown with tables of one kind and fenced strings.
[[nodiscard]] std::string documentAsMarkdown(const Document &document, MarkdownTables tables);
[[nodiscard]] std::string tableAsMarkdown(const evidence::PrintedTable &table, MarkdownTables tables);

/// The same as text in columns, for those who have nothing but a reader of texts.
[[nodiscard]] Result<std::string> documentAsText(const Document &document);
[[nodiscard]] Result<std::string> tableAsText(const evidence::PrintedTable &table);

/// The same as a PDF of pages in A4: tagged, with an outline, links and page numbers.
[[nodiscard]] Result<std::string> documentAsPdf(const Document &document);

/// A table alone, likewise.
[[nodiscard]] Result<std::string> tableAsPdf(const evidence::PrintedTable &table);

} // namespace winnow::publish
