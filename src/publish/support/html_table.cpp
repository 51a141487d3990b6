#include "publish/support/direction.h"
#include "publish/support/page_words.h"
#include "publish/support/report_page.h"
#include "publish/support/table_grid.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace winnow::publish {

namespace {

using evidence::Alignment;
using evidence::PrintedCell;

std::string spanOf(int span)
{
    return span > 1 ? std::to_string(span) : std::string();
}

/// The shortest decimal text that gives the number again.
std::string plainNumber(double number)
{
    std::array<char, 32> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() ? std::string(text.data(), end) : std::string();
}

/// For a cell whose text does not run the way of its table.
std::string_view directionOf(const PrintedCell &cell, bool isTableRightToLeft)
{
    const std::string &text = cell.items.empty() ? cell.text : cell.items.front();
    const bool isRight = isRightToLeft(text);
    if (isRight == isTableRightToLeft) {
        return {};
    }
    const bool hasLetter =
        std::ranges::any_of(text, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
    return isRight ? "rtl" : hasLetter ? "ltr" : "";
}

class TableWriter
{
public:
    TableWriter(HtmlWriter &html,
                const TableBlock &block,
                const std::string &id,
                const ReferenceIds &references,
                PageParts &parts)
        : m_html(html)
        , m_table(block.table)
        , m_grid(gridOf(block.table))
        , m_isFiltered(block.canBeFiltered && !block.table.rows.empty())
        , m_id(id)
        , m_references(references)
        , m_parts(parts)
        , m_words(pageWords(block.table.language))
    {}

    void write(std::string_view pageLanguage);

private:
    void writeCaption();
    void writeColumns();
    void writeHead();
    void writeRow(std::size_t row);
    void writeHeadCell(const GridCell &cell, std::size_t row, std::size_t column);
    void writeCell(const GridCell &place, std::size_t row, std::size_t column);
    void writeContent(const PrintedCell &cell);
    void writeQuotes(const PrintedCell &cell);
    [[nodiscard]] std::string classesOf(const PrintedCell &cell, std::size_t column);

    [[nodiscard]] std::string_view classesOfTable() const
    {
        constexpr std::size_t kMany = 6; ///< columns that need more than the width of a telephone
        if (m_table.columns.size() >= kMany) {
            return m_isFiltered ? "many filtered" : "many";
        }
        return m_isFiltered ? "filtered" : "";
    }

    [[nodiscard]] bool hasCaption() const { return m_table.number > 0 || !m_table.caption.empty(); }

    HtmlWriter &m_html;
    const evidence::PrintedTable &m_table;
    TableGrid m_grid;
    bool m_isFiltered;
    const std::string &m_id;
    const ReferenceIds &m_references;
    PageParts &m_parts;
    const PageWords &m_words;
};

void TableWriter::write(std::string_view pageLanguage)
{
    const std::string caption = hasCaption() ? m_parts.id(m_id + "-caption") : std::string();
    m_html.open("figure",
                {{"class", m_table.isLandscape ? "table landscape" : "table"},
                 {"lang", m_table.language == pageLanguage ? "" : m_table.language},
                 {"dir",
                  m_table.isRightToLeft                 ? "rtl"
                  : isRightToLeftLanguage(pageLanguage) ? "ltr"
                                                        : ""}});
    m_html.newLine();
    m_html.open("div",
                {{"class", "wide"},
                 {"role", "region"},
                 {"aria-labelledby", caption},
                 {"aria-label", caption.empty() ? m_words.table : ""},
                 {"tabindex", "0"}});
    m_html.newLine();
    m_html.open("table", {{"id", m_id}, {"class", classesOfTable()}});
    m_html.newLine();
    if (hasCaption()) {
        m_html.open("caption");
        m_html.open("span", {{"class", "title"}, {"id", caption}});
        m_html.text(tableCaption(m_table));
        m_html.close();
        writeCaption();
        m_html.close();
        m_html.newLine();
    } else if (!m_table.head.empty()) {
        m_html.open("caption");
        writeCaption();
        m_html.close();
        m_html.newLine();
    }
    writeColumns();
    writeHead();
    for (std::size_t row = m_grid.headRows; row < m_grid.rows.size();) {
        const std::size_t end = m_grid.endOfGroup(row);
        m_html.open("tbody", {{"class", m_grid.isSection(row) ? "section" : ""}});
        m_html.newLine();
        for (; row < end; ++row) {
            writeRow(row);
        }
        m_html.close();
        m_html.newLine();
    }
    m_html.close();
    m_html.close();
    m_html.newLine();
    if (!m_table.notes.empty()) {
        m_html.open("div", {{"class", "notes"}});
        for (const std::string &note : m_table.notes) {
            m_html.element("p", note, {{"dir", "auto"}});
        }
        m_html.close();
        m_html.newLine();
    }
    m_html.close();
    m_html.newLine();
}

void TableWriter::writeCaption()
{
    if (m_table.head.empty()) {
        return;
    }
    m_html.open("span", {{"class", "head"}});
    std::string_view rest = m_table.head;
    for (std::size_t end = 0; end != std::string_view::npos;) {
        end = rest.find('\n');
        m_html.text(rest.substr(0, end));
        if (end != std::string_view::npos) {
            m_html.raw("<br>");
            rest.remove_prefix(end + 1);
        }
    }
    m_html.close();
}

void TableWriter::writeColumns()
{
    m_html.open("colgroup");
    for (const double share : columnShares(m_table)) {
        m_html.raw("<col class=\"" + m_parts.width(std::lround(100 * share)) + "\">");
    }
    m_html.close();
    m_html.newLine();
}

void TableWriter::writeHead()
{
    m_html.open("thead");
    m_html.newLine();
    for (std::size_t row = 0; row < m_grid.headRows; ++row) {
        m_html.open("tr", {{"class", m_grid.rows[row].kind == GridRowKind::Group ? "group" : ""}});
        for (std::size_t column = 0; column < m_grid.columns; ++column) {
            if (const GridCell &cell = m_grid.rows[row].cells[column]; !cell.isCovered) {
                writeHeadCell(cell, row, column);
            }
        }
        m_html.close();
        m_html.newLine();
    }
    m_html.close();
    m_html.newLine();
}

void TableWriter::writeHeadCell(const GridCell &cell, std::size_t row, std::size_t column)
{
    const bool isEmpty = cell.cell.text.empty() && cell.cell.items.empty();
    const bool isName = row + static_cast<std::size_t>(cell.rowSpan) == m_grid.headRows;
    m_html.open(isEmpty ? "td" : "th",
                {{"scope",
                  isEmpty               ? ""
                  : cell.columnSpan > 1 ? "colgroup"
                                        : "col"},
                 {"class", classesOf(cell.cell, column)},
                 {"colspan", spanOf(cell.columnSpan)},
                 {"rowspan", spanOf(cell.rowSpan)},
                 {"data-c", m_isFiltered && isName ? std::to_string(column) : std::string()}});
    writeContent(cell.cell);
    m_html.close();
}

void TableWriter::writeRow(std::size_t row)
{
    m_html.open("tr");
    for (std::size_t column = 0; column < m_grid.columns; ++column) {
        if (const GridCell &cell = m_grid.rows[row].cells[column]; !cell.isCovered) {
            writeCell(cell, row, column);
        }
    }
    m_html.close();
    m_html.newLine();
}

void TableWriter::writeCell(const GridCell &place, std::size_t row, std::size_t column)
{
    const PrintedCell &cell = place.cell;
    const bool isGroupHead = place.rowSpan > 1 || m_grid.isSection(row);
    m_html.open(cell.isHead ? "th" : "td",
                {{"scope",
                  !cell.isHead  ? ""
                  : isGroupHead ? "rowgroup"
                                : "row"},
                 {"class", classesOf(cell, column)},
                 {"colspan", spanOf(place.columnSpan)},
                 {"rowspan", spanOf(place.rowSpan)},
                 {"dir", directionOf(cell, m_table.isRightToLeft)},
                 {"data-c", m_isFiltered ? std::to_string(column) : std::string()},
                 {"data-n", m_isFiltered && cell.number ? plainNumber(*cell.number) : std::string()}});
    writeContent(cell);
    writeQuotes(cell);
    m_html.close();
}

void TableWriter::writeContent(const PrintedCell &cell)
{
    if (!cell.items.empty()) {
        m_html.open("ol", {{"class", cell.fill ? m_parts.fill(*cell.fill) : std::string()}});
        for (const std::string &item : cell.items) {
            m_html.element("li", item);
        }
        m_html.close();
        return;
    }
    const bool isChip = cell.fill && !cell.text.empty();
    if (isChip) {
        m_html.open("span", {{"class", m_parts.fill(*cell.fill)}});
    }
    if (cell.isSuperscript) {
        m_html.open("sup");
    }
    if (cell.cited.empty()) {
        m_html.text(cell.text);
    }
    for (const evidence::CitedText &piece : cell.cited) {
        const auto entry = piece.key.empty() ? m_references.end() : m_references.find(piece.key);
        if (entry == m_references.end()) {
            m_html.text(piece.text);
        } else {
            m_html.element("a",
                           piece.text,
                           {{"class", "ref"}, {"role", "doc-biblioref"}, {"href", "#" + entry->second}});
        }
    }
    for (int opened = (cell.isSuperscript ? 1 : 0) + (isChip ? 1 : 0); opened > 0; --opened) {
        m_html.close();
    }
}

void TableWriter::writeQuotes(const PrintedCell &cell)
{
    if (cell.quotes.empty()) {
        return;
    }
    m_html.open("details", {{"class", "quotes"}});
    m_html.element("summary",
                   cell.quotes.size() == 1 ? std::string(m_words.quote)
                                           : filled(m_words.quotes, std::to_string(cell.quotes.size())));
    for (const evidence::CellQuote &quote : cell.quotes) {
        m_html.open("blockquote");
        m_html.element("p", quote.text, {{"dir", "auto"}});
        std::string where = quote.source;
        if (!quote.page.empty()) {
            where += (where.empty() ? "" : ", ") + filled(m_words.page, quote.page);
        }
        if (!where.empty()) {
            m_html.element("footer", where);
        }
        m_html.close();
    }
    m_html.close();
}

std::string TableWriter::classesOf(const PrintedCell &cell, std::size_t column)
{
    std::string classes;
    const auto add = [&](std::string_view name) {
        classes += classes.empty() ? "" : " ";
        classes += name;
    };
    if (cell.alignment == Alignment::Centre) {
        add("c");
    } else if (cell.alignment == Alignment::End) {
        add("e");
    }
    if (m_table.columns[column].isReferences) {
        add("refs");
    }
    return classes;
}

} // namespace

void writeHtmlTable(HtmlWriter &html,
                    const TableBlock &block,
                    const std::string &id,
                    const ReferenceIds &references,
                    std::string_view pageLanguage,
                    PageParts &parts)
{
    TableWriter(html, block, id, references, parts).write(pageLanguage);
}

} // namespace winnow::publish
