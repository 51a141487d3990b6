#include "publish/support/odt_table.h"

#include "publish/support/colour.h"
#include "publish/support/direction.h"
#include "publish/support/display_width.h"
#include "publish/support/page_words.h"
#include "publish/support/table_grid.h"
#include "publish/support/xml.h"

namespace winnow::publish {

namespace {

using evidence::Alignment;
using evidence::PrintedCell;

constexpr double kPadding = 3; ///< points
constexpr const char *kBlackLine = "1pt solid #000000";
constexpr const char *kHeadLine = "0.75pt solid #000000";
constexpr const char *kThinLine = "0.5pt solid #bfbfbf";

class TableWriter
{
public:
    TableWriter(OdtPackage &package, const evidence::PrintedTable &table, const OdtBookmarks &bookmarks)
        : m_package(package)
        , m_table(table)
        , m_bookmarks(bookmarks)
        , m_grid(gridOf(table))
        , m_twips(columnTwips(table, package.page().width))
    {}

    void write()
    {
        std::vector<double> widths;
        for (const long width : m_twips) {
            widths.push_back(static_cast<double>(width) / 20);
        }
        pugi::xml_node table = addOdtTableElement(m_package, widths, m_table.isRightToLeft);
        addElement(table, "table:title", tableCaption(m_table));
        addElement(table, "table:desc", tableDescription(m_table));
        addOdtColumns(m_package, table, widths);
        pugi::xml_node head = table.append_child("table:table-header-rows");
        for (std::size_t row = 0; row < m_grid.rows.size(); ++row) {
            addRow(row < m_grid.headRows ? head : table, row);
        }
    }

private:
    [[nodiscard]] const std::string &rowStyle(bool isWhole)
    {
        std::string &name = isWhole ? m_wholeRow : m_longRow;
        if (name.empty()) {
            name = m_package.newName("R");
            pugi::xml_node style = m_package.styles().append_child("style:style");
            setAttribute(style, "style:name", name);
            setAttribute(style, "style:family", "table-row");
            setAttribute(style.append_child("style:table-row-properties"),
                         "fo:keep-together",
                         isWhole ? "always" : "auto");
        }
        return name;
    }

    void addRow(pugi::xml_node parent, std::size_t index)
    {
        const GridRow &row = m_grid.rows[index];
        pugi::xml_node element = parent.append_child("table:table-row");
        setAttribute(element, "table:style-name", rowStyle(isShort(row, m_twips)));
        for (const GridCell &cell : row.cells) {
            if (cell.isCovered) {
                element.append_child("table:covered-table-cell");
            } else {
                addCell(element, cell, index);
            }
        }
    }

    [[nodiscard]] const std::string &cellStyle(const GridCell &cell, std::size_t row)
    {
        const std::size_t end = row + static_cast<std::size_t>(cell.rowSpan);
        OdtCell style{.fill = cell.cell.fill};
        style.top = row == 0 ? kBlackLine : "";
        style.bottom = end == m_grid.headRows      ? kHeadLine
                       : end == m_grid.rows.size() ? kBlackLine
                                                   : kThinLine;
        style.isAtBottom = row < m_grid.headRows;
        std::string &name = m_cellStyles[style.key()];
        if (name.empty()) {
            name = addOdtCellStyle(m_package, style, kPadding);
        }
        return name;
    }

    void addCell(pugi::xml_node row, const GridCell &place, std::size_t index)
    {
        pugi::xml_node cell = row.append_child("table:table-cell");
        setAttribute(cell, "table:style-name", cellStyle(place, index));
        setAttribute(cell, "office:value-type", "string");
        if (place.rowSpan > 1) {
            setAttribute(cell, "table:number-rows-spanned", std::to_string(place.rowSpan));
        }
        if (place.columnSpan > 1) {
            setAttribute(cell, "table:number-columns-spanned", std::to_string(place.columnSpan));
        }
        addContent(cell, place.cell, index < m_grid.headRows);
    }

    void addContent(pugi::xml_node cell, const PrintedCell &printed, bool isInHead)
    {
        OdtSpan span{.isBold = printed.isHead && !isInHead, .isSuperscript = printed.isSuperscript};
        if (printed.fill && isDark(*printed.fill)) {
            span.ink = 0xFFFFFF;
        }
        if (!printed.items.empty()) {
            pugi::xml_node list = cell.append_child("text:list");
            setAttribute(list, "text:style-name", "Numbered");
            for (const std::string &item : printed.items) {
                m_package.addText(
                    addParagraph(list.append_child("text:list-item"), printed, item, isInHead), item, span);
            }
            return;
        }
        pugi::xml_node paragraph = addParagraph(cell, printed, printed.text, isInHead);
        if (printed.cited.empty() || m_bookmarks.empty()) {
            m_package.addText(paragraph, printed.text, span);
            return;
        }
        for (const evidence::CitedText &piece : printed.cited) {
            const auto bookmark = m_bookmarks.find(piece.key);
            m_package.addText(piece.key.empty() || bookmark == m_bookmarks.end()
                                  ? paragraph
                                  : addOdtReference(paragraph, bookmark->second),
                              piece.text,
                              span);
        }
    }

    [[nodiscard]] pugi::xml_node
    addParagraph(pugi::xml_node parent, const PrintedCell &printed, std::string_view text, bool isInHead)
    {
        OdtParagraph paragraph{isInHead ? "Table_20_Heading" : "Table_20_Contents"};
        paragraph.isRightToLeft = m_table.isRightToLeft || isRightToLeft(text);
        if (printed.alignment != Alignment::Start) {
            paragraph.alignment = printed.alignment == Alignment::Centre ? "center" : "end";
        }
        return m_package.addParagraph(parent, paragraph);
    }

    OdtPackage &m_package;
    const evidence::PrintedTable &m_table;
    const OdtBookmarks &m_bookmarks;
    TableGrid m_grid;
    std::vector<long> m_twips; ///< of the columns
    std::map<decltype(OdtCell().key()), std::string> m_cellStyles;
    std::string m_wholeRow;
    std::string m_longRow;
};

} // namespace

pugi::xml_node addOdtReference(pugi::xml_node parent, std::string_view bookmark)
{
    pugi::xml_node link = parent.append_child("text:a");
    setAttribute(link, "xlink:type", "simple");
    setAttribute(link, "xlink:href", "#" + std::string(bookmark));
    setAttribute(link, "text:style-name", "Reference");
    setAttribute(link, "text:visited-style-name", "Reference");
    return link;
}

void addOdtBookmark(pugi::xml_node parent, const char *element, std::string_view name)
{
    setAttribute(parent.append_child(element), "text:name", name);
}

std::string addOdtCellStyle(OdtPackage &package, const OdtCell &cell, double padding)
{
    std::string name = package.newName("C");
    pugi::xml_node style = package.styles().append_child("style:style");
    setAttribute(style, "style:name", name);
    setAttribute(style, "style:family", "table-cell");
    pugi::xml_node properties = style.append_child("style:table-cell-properties");
    for (const char *side : {"fo:padding-top", "fo:padding-bottom"}) {
        setAttribute(properties, side, odtPoints(padding));
    }
    for (const char *side : {"fo:padding-left", "fo:padding-right"}) {
        setAttribute(properties, side, odtPoints(padding * 1.6));
    }
    setAttribute(properties, "fo:border-top", cell.top.empty() ? "none" : cell.top);
    setAttribute(properties, "fo:border-bottom", cell.bottom.empty() ? "none" : cell.bottom);
    setAttribute(properties, "fo:border-left", cell.left.empty() ? "none" : cell.left);
    setAttribute(properties, "fo:border-right", "none");
    if (cell.fill) {
        setAttribute(properties, "fo:background-color", "#" + hexColour(*cell.fill));
    }
    if (cell.isAtBottom) {
        setAttribute(properties, "style:vertical-align", "bottom");
    }
    return name;
}

pugi::xml_node addOdtTableElement(OdtPackage &package, const std::vector<double> &widths, bool isRightToLeft)
{
    const std::string master = package.takeTurn();
    const std::string name = package.newName("Table");
    pugi::xml_node style = package.styles().append_child("style:style");
    setAttribute(style, "style:name", name);
    setAttribute(style, "style:family", "table");
    if (!master.empty()) {
        setAttribute(style, "style:master-page-name", master);
    }
    double all = 0;
    for (const double width : widths) {
        all += width;
    }
    pugi::xml_node properties = style.append_child("style:table-properties");
    setAttribute(properties, "style:width", odtPoints(all));
    setAttribute(properties, "table:align", "margins");
    setAttribute(properties, "table:border-model", "collapsing");
    setAttribute(properties, "style:writing-mode", isRightToLeft ? "rl-tb" : "lr-tb");
    pugi::xml_node table = package.body().append_child("table:table");
    setAttribute(table, "table:name", name);
    setAttribute(table, "table:style-name", name);
    return table;
}

void addOdtColumns(OdtPackage &package, pugi::xml_node table, const std::vector<double> &widths)
{
    for (const double width : widths) {
        const std::string columnName = package.newName("W");
        pugi::xml_node column = package.styles().append_child("style:style");
        setAttribute(column, "style:name", columnName);
        setAttribute(column, "style:family", "table-column");
        setAttribute(
            column.append_child("style:table-column-properties"), "style:column-width", odtPoints(width));
        setAttribute(table.append_child("table:table-column"), "table:style-name", columnName);
    }
}

void addOdtCaption(OdtPackage &package,
                   std::string_view word,
                   std::string_view sequence,
                   int number,
                   int lastNumber,
                   std::string_view caption)
{
    if (number == 0 && caption.empty()) {
        return;
    }
    pugi::xml_node paragraph =
        package.addParagraph(package.body(), {std::string(sequence), {}, isRightToLeft(caption)});
    if (number > 0) {
        const std::string name = std::string(sequence);
        const std::string bookmark = name + "_" + std::to_string(number);
        addOdtBookmark(paragraph, "text:bookmark-start", bookmark);
        package.addText(paragraph, std::string(word) + "\u00A0");
        pugi::xml_node field = paragraph.append_child("text:sequence");
        setAttribute(field, "text:ref-name", "ref" + bookmark);
        setAttribute(field, "text:name", name);
        setAttribute(field,
                     "text:formula",
                     number == lastNumber + 1 ? "ooow:" + name + "+1" : "ooow:" + std::to_string(number));
        setAttribute(field, "style:num-format", "1");
        package.addText(field, std::to_string(number));
        addOdtBookmark(paragraph, "text:bookmark-end", bookmark);
        package.addText(paragraph, caption.empty() ? "" : ".");
        package.addText(paragraph, caption.empty() ? "" : "\u00A0");
    }
    package.addText(paragraph, caption);
}

void addOdtTable(OdtPackage &package,
                 const evidence::PrintedTable &table,
                 const OdtBookmarks &bookmarks,
                 int lastNumber)
{
    addOdtCaption(package, pageWords(table.language).table, "Table", table.number, lastNumber, table.caption);
    if (!table.head.empty()) {
        package.addText(
            package.addParagraph(package.body(), {"Table_20_Contents", {}, isRightToLeft(table.head), true}),
            table.head);
    }
    if (!table.columns.empty()) {
        TableWriter(package, table, bookmarks).write();
    }
    for (const std::string &note : table.notes) {
        package.addText(package.addParagraph(package.body(), {"Note", {}, isRightToLeft(note)}), note);
    }
    if (table.notes.empty()) {
        package.addParagraph(package.body(), {"Note"});
    }
}

} // namespace winnow::publish
