#include "publish/output.h"
#include "publish/support/document_writers.h"

namespace winnow::publish {

extern const Output markdown;

namespace {

Result<std::string> writeTable(const evidence::PrintedTable &table)
{
    return tableAsMarkdown(table, MarkdownTables::Pipe);
}

Result<std::string> writeDocument(const Document &document)
{
    return documentAsMarkdown(document, MarkdownTables::Pipe);
}

} // namespace

const Output markdown{"markdown", "Markdown", "md", nullptr, writeTable, writeDocument};

} // namespace winnow::publish
