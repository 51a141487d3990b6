#include "publish/output.h"
#include "publish/support/document_writers.h"

namespace winnow::publish {

extern const Output gridmarkdown;

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

const Output gridmarkdown{
    "gridmarkdown", "Markdown of pandoc with grid tables", "grid.md", nullptr, writeTable, writeDocument};

} // namespace winnow::publish
