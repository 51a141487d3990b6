#include "publish/support/character_grid.h"
#include "publish/support/display_width.h"
#include "publish/support/document_writers.h"
#include "publish/support/markdown_text.h"
#include "publish/support/page_words.h"
#include "publish/support/table_grid.h"
#include "text/printable_text.h"

#include <algorithm>

namespace winnow::publish {

namespace {

constexpr std::size_t kWidth = 78;

std::vector<std::string> cellLines(const evidence::PrintedCell &cell, std::size_t width)
{
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < cell.items.size(); ++i) {
        const std::string mark = std::to_string(i + 1) + ". ";
        std::vector<std::string> item = wrapped(cell.items[i], width - std::min(width, mark.size()));
        item.resize(std::max<std::size_t>(1, item.size()));
        for (std::size_t j = 0; j < item.size(); ++j) {
            lines.push_back((j == 0 ? mark : std::string(mark.size(), ' ')) + item[j]);
        }
    }
    return cell.items.empty() ? wrapped(cell.text, width) : lines;
}

class Writer
{
public:
    explicit Writer(std::string language)
        : m_language(std::move(language))
    {}

    std::string out;

    void addParagraph(std::string_view text, const std::string &first = {})
    {
        const std::string indent(first.size(), ' ');
        const std::vector<std::string> lines = wrapped(text, kWidth - std::min(kWidth / 2, first.size()));
        for (std::size_t i = 0; i < lines.size(); ++i) {
            out += (i == 0 ? first : indent) + lines[i] + '\n';
        }
    }

    void addHeading(std::string_view text, char underline)
    {
        const std::string line = text::printableLine(text);
        out += line + '\n' + std::string(displayWidth(line), underline) + "\n\n";
    }

    void operator()(const Heading &heading) { addHeading(heading.text, heading.level <= 1 ? '-' : '.'); }

    void operator()(const Paragraph &paragraph)
    {
        addParagraph(paragraph.runs.empty() ? paragraph.text : textOf(paragraph.runs));
        out += '\n';
    }

    void operator()(const Verbatim &verbatim) { out += text::printableText(verbatim.text) + "\n\n"; }

    void operator()(const TextTable &table) { add(printedFrom(table)); }

    void operator()(const ItemList &list)
    {
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            addParagraph(textOf(list.items[i]), list.isNumbered ? std::to_string(i + 1) + ". " : "- ");
        }
        out += '\n';
    }

    void operator()(const TableBlock &block) { add(block.table); }

    void operator()(const Figure &figure)
    {
        const std::string caption = captionOf(pageWords(m_language).figure, figure.number, figure.caption);
        addParagraph(caption);
        addParagraph(figure.diagram.description);
        out += '\n';
    }

    void operator()(const References &references)
    {
        for (const ReferenceEntry &entry : references.entries) {
            addParagraph(textOf(entry.runs),
                         entry.label.empty() ? std::string() : text::printableLine(entry.label) + " ");
        }
        out += '\n';
    }

    void operator()(const Highlight &highlight)
    {
        addParagraph(highlight.title);
        for (std::size_t i = 0; i < highlight.items.size(); ++i) {
            addParagraph(textOf(highlight.items[i]), std::to_string(i + 1) + ". ");
        }
        out += '\n';
    }

    void add(const evidence::PrintedTable &table)
    {
        addParagraph(tableCaption(table));
        addParagraph(table.head);
        if (!table.columns.empty()) {
            out += drawnGrid(table, cellLines, false);
        }
        for (const std::string &note : table.notes) {
            addParagraph(note);
        }
        out += '\n';
    }

private:
    static std::string textOf(const std::vector<Run> &runs)
    {
        std::string text;
        for (const Run &run : runs) {
            text += run.text;
            const bool isShown = run.address.empty() || run.text.find(run.address) != std::string::npos;
            text += isShown ? std::string() : " (" + text::printableLine(run.address) + ")";
        }
        return text;
    }

    std::string m_language;
};

} // namespace

Result<std::string> documentAsText(const Document &document)
{
    Writer writer(document.language);
    writer.addHeading(document.title, '=');
    if (!document.subtitle.empty()) {
        writer.addParagraph(document.subtitle);
        writer.out += '\n';
    }
    for (const Block &block : document.blocks) {
        std::visit(writer, block);
    }
    writer.out.pop_back();
    return std::move(writer.out);
}

Result<std::string> tableAsText(const evidence::PrintedTable &table)
{
    Writer writer(table.language);
    writer.add(table);
    writer.out.pop_back();
    return std::move(writer.out);
}

} // namespace winnow::publish
