#include "publish/output.h"
#include "publish/support/document_writers.h"

namespace winnow::publish {

extern const Output grid_markdown;

namespace {

Result<std::string> writeTable(const evidence::PrintedTable &table)
{
    return tableAsMarkdown(table, MarkdownTables::Grid);
}

Result<std::string> writeDocument(const Document &document)
{
    return documentAsMarkdown(document, MarkdownTables::Grid);
}

} // namespace

const Output grid_markdown{
    "grid_markdown", "Markdown of pandoc with grid tables", "grid.md", nullptr, writeTable, writeDocument};

} // namespace winnow::publish
