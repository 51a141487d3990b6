#include "publish/support/character_grid.h"
#include "publish/support/contents.h"
#include "publish/support/document_writers.h"
#include "publish/support/markdown_text.h"
#include "publish/support/page_words.h"
#include "publish/support/table_grid.h"
#include "publish/support/web_address.h"
#include "text/printable_text.h"

#include <algorithm>
#include <map>
#include <set>

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

/// Addresses stand between parentheses.
std::string escapedAddress(std::string_view address)
{
    std::string out;
    for (const char c : text::printableLine(address)) {
        switch (c) {
        case '(':
            out += "%28";
            break;
        case ')':
            out += "%29";
            break;
        case ' ':
            out += "%20";
            break;
        case '<':
            out += "%3C";
            break;
        default:
            out += c;
        }
    }
    return out;
}

class Writer
{
public:
    Writer(MarkdownTables tables, const Document *document)
        : m_tables(tables)
    {
        if (document == nullptr) {
            return;
        }
        m_hasAnchors = document->hasContents;
        m_language = document->language;
        for (const Block &block : document->blocks) {
            if (const auto *references = std::get_if<References>(&block)) {
                for (const ReferenceEntry &entry : references->entries) {
                    m_anchors.try_emplace(entry.key, "ref-" + std::to_string(m_anchors.size() + 1));
                }
            }
        }
    }

    std::string out;

    void addContents(const Document &document)
    {
        for (const ContentsLine &entry : contentsOf(document)) {
            out += "- [" + line(entry.text) + "](#" + nameOf(entry.block) + ")\n";
        }
        out += '\n';
    }

    void add(const Document &document, std::size_t block)
    {
        m_at = block;
        std::visit(*this, document.blocks[block]);
    }

    void operator()(const Heading &heading)
    {
        const auto level = static_cast<std::size_t>(std::clamp(heading.level, 1, 3)) + 1;
        out += std::string(level, '#') + ' ';
        if (m_hasAnchors && heading.level <= 1) {
            out += anchor(nameOf(m_at));
        }
        out += line(heading.text) + "\n\n";
    }

    void operator()(const Paragraph &paragraph)
    {
        out += (paragraph.runs.empty() ? escapedMarkdownParagraph(paragraph.text) : runs(paragraph.runs)) +
               "\n\n";
    }

    void operator()(const Verbatim &verbatim)
    {
        const std::string fence = fenceFor(verbatim.text);
        out += fence + '\n' + verbatim.text + '\n' + fence + "\n\n";
    }

    void operator()(const TextTable &table) { addGrid(printedFrom(table)); }

    void operator()(const ItemList &list)
    {
        addItems(list.items, list.isNumbered, "");
        out += '\n';
    }

    void operator()(const TableBlock &block) { add(block.table); }

    /// The picture itself would be a second file: its description stands in its place.
    void operator()(const Figure &figure)
    {
        const std::string caption = captionOf(pageWords(m_language).figure, figure.number, figure.caption);
        if (!caption.empty()) {
            out += "**" + line(caption) + "**\n\n";
        }
        if (!figure.diagram.description.empty()) {
            out += escapedMarkdownParagraph(figure.diagram.description) + "\n\n";
        }
    }

    void operator()(const References &references)
    {
        for (const ReferenceEntry &entry : references.entries) {
            const auto known = m_anchors.find(entry.key);
            if (known != m_anchors.end() && m_printed.insert(entry.key).second) {
                out += anchor(known->second);
            }
            out += (entry.label.empty() ? "" : line(entry.label) + " ") +
                   runs(entry.runs, entry.label.empty()) + "\n\n";
        }
    }

    void operator()(const Highlight &highlight)
    {
        if (!highlight.title.empty()) {
            out += "> " + (m_hasAnchors ? anchor(nameOf(m_at)) : std::string()) + "**" +
                   line(highlight.title) + "**\n>\n";
        }
        addItems(highlight.items, true, "> ");
        out += '\n';
    }

    void add(const evidence::PrintedTable &table)
    {
        const std::string caption = tableCaption(table);
        const bool isCaptionBelow = m_tables == MarkdownTables::Grid && !table.columns.empty();
        if (!caption.empty() && !isCaptionBelow) {
            out += "**" + line(caption) + "**\n\n";
        }
        if (!table.head.empty()) {
            out += escapedMarkdownParagraph(table.head) + "\n\n";
        }
        addGrid(table);
        if (!caption.empty() && isCaptionBelow) {
            out += ": " + escapedForPandoc(text::printableLine(caption)) + "\n\n";
        }
        for (const std::string &note : table.notes) {
            out += escapedMarkdownParagraph(note) + "\n\n";
        }
    }

private:
    [[nodiscard]] static std::string line(std::string_view text) { return escapedMarkdown(text); }

    static std::string nameOf(std::size_t block) { return "part-" + std::to_string(block + 1); }

    [[nodiscard]] std::string anchor(const std::string &name) const
    {
        return m_tables == MarkdownTables::Grid ? "[]{#" + name + "}" : "<a id=\"" + name + "\"></a>";
    }

    [[nodiscard]] std::string superscript(const std::string &text) const
    {
        if (m_tables == MarkdownTables::Pipe) {
            return "<sup>" + text + "</sup>";
        }
        std::string raised;
        for (const char c : text) {
            raised += c == ' ' ? "\\ " : std::string(1, c);
        }
        return "^" + raised + "^";
    }

    /// `isAtBegin`: of a paragraph, where a first word could be a mark.
    [[nodiscard]] std::string runs(const std::vector<Run> &pieces, bool isAtBegin = true) const
    {
        std::string text;
        for (const Run &run : pieces) {
            if (run.text.empty()) {
                continue;
            }
            // Marks hold on to words: spaces stay outside of them.
            const std::size_t first = run.text.find_first_not_of(' ');
            if (first == std::string::npos) {
                text += run.text;
                continue;
            }
            const std::size_t last = run.text.find_last_not_of(' ');
            std::string piece = text.empty() && isAtBegin
                                    ? escapedMarkdownParagraph(run.text.substr(first, last - first + 1))
                                    : line(run.text.substr(first, last - first + 1));
            const std::string mark = run.isBold && run.isItalic ? "***"
                                     : run.isBold               ? "**"
                                     : run.isItalic             ? "*"
                                                                : "";
            piece = (run.isSuperscript ? superscript(piece) : piece).insert(0, mark).append(mark);
            const auto target = m_anchors.find(run.reference);
            if (!run.reference.empty() && target != m_anchors.end()) {
                piece.insert(0, "[").append("](#").append(target->second).append(")");
            } else if (isWebAddress(run.address)) {
                piece.insert(0, "[").append("](").append(escapedAddress(run.address)).append(")");
            }
            text += run.text.substr(0, first) + piece + run.text.substr(last + 1);
        }
        return text;
    }

    void addItems(const std::vector<std::vector<Run>> &items, bool isNumbered, const std::string &indent)
    {
        for (std::size_t i = 0; i < items.size(); ++i) {
            out += indent + (isNumbered ? std::to_string(i + 1) + ". " : "- ") + runs(items[i]) + '\n';
        }
    }

    void addGrid(const evidence::PrintedTable &table)
    {
        if (table.columns.empty()) {
            return;
        }
        if (m_tables == MarkdownTables::Pipe) {
            addPipes(table);
        } else {
            const auto lines = [this](const evidence::PrintedCell &cell, std::size_t width) {
                return gridLines(cell, width);
            };
            out += drawnGrid(table, lines, true);
        }
        out += '\n';
    }

    void addPipes(const evidence::PrintedTable &table)
    {
        const TableGrid grid = gridOf(table);
        std::string names = "|";
        for (const std::string &name : headNames(grid, "\n")) {
            names += ' ' + line(name) + " |";
        }
        out += names + "\n|";
        for (const evidence::PrintedColumn &column : table.columns) {
            out += column.alignment == evidence::Alignment::Start    ? " --- |"
                   : column.alignment == evidence::Alignment::Centre ? " :---: |"
                                                                     : " ---: |";
        }
        out += '\n';
        for (std::size_t row = grid.headRows; row < grid.rows.size(); ++row) {
            out += '|';
            for (const GridCell &cell : grid.rows[row].cells) {
                out += ' ' + (cell.isCovered ? std::string() : pipeText(cell.cell)) + " |";
            }
            out += '\n';
        }
    }

    /// Of a cell on one line.
    [[nodiscard]] std::string pipeText(const evidence::PrintedCell &cell) const
    {
        std::string text;
        for (std::size_t i = 0; i < cell.items.size(); ++i) {
            text += (i == 0 ? "" : "<br>") + std::to_string(i + 1) + ". " + line(cell.items[i]);
        }
        if (cell.items.empty()) {
            text = m_anchors.empty() || cell.cited.empty() ? line(cell.text) : citedText(cell, line);
        }
        return cell.isSuperscript && !text.empty() ? superscript(text) : text;
    }

    template <class Escape>
    [[nodiscard]] std::string citedText(const evidence::PrintedCell &cell, const Escape &escape) const
    {
        std::string text;
        for (const evidence::CitedText &piece : cell.cited) {
            const auto target = m_anchors.find(piece.key);
            const bool isLink = !piece.key.empty() && target != m_anchors.end();
            text += isLink ? "[" + escape(piece.text) + "](#" + target->second + ")" : escape(piece.text);
        }
        return text;
    }

    /// Of a cell of a grid, as paragraphs and lists.
    [[nodiscard]] std::vector<std::string> gridLines(const evidence::PrintedCell &cell,
                                                     std::size_t width) const
    {
        std::vector<std::string> lines;
        for (std::size_t i = 0; i < cell.items.size(); ++i) {
            const std::string mark = std::to_string(i + 1) + (i < 9 ? ".  " : ". ");
            std::vector<std::string> item =
                wrappedForPandoc(cell.items[i], width - std::min(width, mark.size()));
            if (item.empty()) {
                item.emplace_back("&nbsp;"); // pandoc takes no item that is empty
            }
            for (std::size_t j = 0; j < item.size(); ++j) {
                lines.push_back((j == 0 ? mark : std::string(mark.size(), ' ')) + item[j]);
            }
        }
        if (!cell.items.empty()) {
            return lines;
        }
        if (!m_anchors.empty() && !cell.cited.empty()) {
            const std::string text = citedText(cell, escapedForPandoc);
            return {cell.isSuperscript ? superscript(text) : text};
        }
        if (cell.isSuperscript && !cell.text.empty()) {
            return {superscript(escapedForPandoc(text::printableLine(cell.text)))};
        }
        return wrappedForPandoc(cell.text, width);
    }

    MarkdownTables m_tables;
    std::string m_language = "en";
    bool m_hasAnchors = false;
    std::size_t m_at = 0;                                      ///< block
    std::map<std::string, std::string, std::less<>> m_anchors; ///< of references, by their key
    std::set<std::string, std::less<>> m_printed;
};

std::string ended(std::string text)
{
    while (text.ends_with("\n\n")) {
        text.pop_back();
    }
    return text;
}

} // namespace

std::string documentAsMarkdown(const Document &document, MarkdownTables tables)
{
    Writer writer(tables, &document);
    writer.out = "# " + escapedMarkdown(document.title) + "\n\n";
    if (!document.subtitle.empty()) {
        writer.out += "*" + escapedMarkdown(document.subtitle) + "*\n\n";
    }
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        if (document.hasContents && i == blocksBeforeContents(document)) {
            writer.addContents(document);
        }
        writer.add(document, i);
    }
    return ended(std::move(writer.out));
}

std::string tableAsMarkdown(const evidence::PrintedTable &table, MarkdownTables tables)
{
    Writer writer(tables, nullptr);
    writer.add(table);
    return ended(std::move(writer.out));
}

} // namespace winnow::publish
