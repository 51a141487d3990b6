#include "publish/support/document_writers.h"
#include "publish/support/markdown_text.h"

#include <algorithm>

namespace winnow::publish {

namespace {

/// A fence that is longer than any run of the same sign in the text.
std::string fenceFor(std::string_view text)
{
    std::size_t longest = 2;
    std::size_t run = 0;
    for (const char c : text) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return std::string(longest + 1, '`');
}

void addRow(std::string &out, const std::vector<std::string> &cells)
{
    out += '|';
    for (const std::string &cell : cells) {
        out += ' ' + escapedMarkdown(cell) + " |";
    }
    out += '\n';
}

struct Writer
{
    std::string out;

    void operator()(const Heading &heading)
    {
        out += std::string(static_cast<std::size_t>(heading.level) + 1, '#') + ' ' +
               escapedMarkdown(heading.text) + "\n\n";
    }

    void operator()(const auto & /*block*/) {}

    void operator()(const Paragraph &paragraph) { out += escapedMarkdown(paragraph.text) + "\n\n"; }

    void operator()(const Verbatim &verbatim)
    {
        const std::string fence = fenceFor(verbatim.text);
        out += fence + '\n' + verbatim.text + '\n' + fence + "\n\n";
    }

    void operator()(const TextTable &table)
    {
        addRow(out, table.columns);
        out += '|';
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            out += " --- |";
        }
        out += '\n';
        for (const auto &row : table.rows) {
            addRow(out, row);
        }
        out += '\n';
    }
};

} // namespace

Result<std::string> documentAsMarkdown(const Document &document)
{
    Writer writer{"# " + escapedMarkdown(document.title) + "\n\n"};
    for (const Block &block : document.blocks) {
        std::visit(writer, block);
    }
    writer.out.pop_back();
    return std::move(writer.out);
}

} // namespace winnow::publish
