#include "publish/support/docx_table.h"

#include "publish/support/colour.h"
#include "publish/support/direction.h"
#include "publish/support/display_width.h"
#include "publish/support/docx_text.h"
#include "publish/support/page_words.h"
#include "publish/support/table_grid.h"
#include "publish/support/xml.h"

namespace winnow::publish {

namespace {

using evidence::Alignment;
using evidence::PrintedCell;

constexpr double kCellMargin = 4.5; ///< points, left and right

void set(pugi::xml_node node, const char *name, std::string_view value)
{
    setAttribute(node, name, value);
}

void addBorder(pugi::xml_node borders, const char *side, const char *size, const char *colour)
{
    pugi::xml_node border = borders.append_child(side);
    set(border, "w:val", "single");
    set(border, "w:sz", size);
    set(border, "w:space", "0");
    set(border, "w:color", colour);
}

/// A thin line above and below the table and between its rows, as journals print tables.
void addTableBorders(pugi::xml_node properties)
{
    pugi::xml_node borders = properties.append_child("w:tblBorders");
    addBorder(borders, "w:top", "8", "000000");
    addBorder(borders, "w:bottom", "8", "000000");
    addBorder(borders, "w:insideH", "4", "BFBFBF");
}

class TableWriter
{
public:
    TableWriter(DocxPackage &package, const evidence::PrintedTable &table, const DocxPlace &place)
        : m_package(package)
        , m_table(table)
        , m_place(place)
        , m_grid(gridOf(table))
        , m_widths(columnTwips(table, place.width))
    {}

    void write()
    {
        pugi::xml_node table = m_package.body().append_child("w:tbl");
        addProperties(table);
        pugi::xml_node columns = table.append_child("w:tblGrid");
        for (const long width : m_widths) {
            set(columns.append_child("w:gridCol"), "w:w", std::to_string(width));
        }
        for (std::size_t row = 0; row < m_grid.rows.size(); ++row) {
            addRow(table, row);
        }
    }

private:
    void addProperties(pugi::xml_node table) const
    {
        pugi::xml_node properties = table.append_child("w:tblPr");
        if (m_table.isRightToLeft) {
            properties.append_child("w:bidiVisual");
        }
        pugi::xml_node size = properties.append_child("w:tblW");
        set(size, "w:w", docxTwips(m_place.width));
        set(size, "w:type", "dxa");
        addTableBorders(properties);
        set(properties.append_child("w:tblLayout"), "w:type", "fixed");
        pugi::xml_node margins = properties.append_child("w:tblCellMar");
        for (const char *side : {"w:left", "w:right"}) {
            pugi::xml_node margin = margins.append_child(side);
            set(margin, "w:w", docxTwips(kCellMargin));
            set(margin, "w:type", "dxa");
        }
        pugi::xml_node look = properties.append_child("w:tblLook");
        set(look, "w:val", "0020");
        set(look, "w:firstRow", "1");
        const std::string caption = tableCaption(m_table);
        if (!caption.empty()) {
            set(properties.append_child("w:tblCaption"), "w:val", caption);
        }
        set(properties.append_child("w:tblDescription"), "w:val", tableDescription(m_table));
    }

    void addRow(pugi::xml_node table, std::size_t index)
    {
        const GridRow &row = m_grid.rows[index];
        const bool isHead = row.kind != GridRowKind::Body;
        pugi::xml_node element = table.append_child("w:tr");
        if (isHead || isShort(row, m_widths)) {
            element.append_child("w:trPr").append_child("w:cantSplit");
        }
        if (isHead) {
            element.child("w:trPr").append_child("w:tblHeader");
        }
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            const GridCell &cell = row.cells[column];
            if (!cell.isCovered || (cell.ownerColumn == column && cell.ownerRow != index)) {
                addCell(element, cell, column, index);
            }
        }
    }

    void addCell(pugi::xml_node row, const GridCell &place, std::size_t column, std::size_t index)
    {
        const int span = m_grid.printedAt(index, column).columnSpan;
        pugi::xml_node cell = row.append_child("w:tc");
        pugi::xml_node properties = cell.append_child("w:tcPr");
        pugi::xml_node size = properties.append_child("w:tcW");
        set(size, "w:w", std::to_string(widthOver(m_widths, column, span)));
        set(size, "w:type", "dxa");
        if (span > 1) {
            set(properties.append_child("w:gridSpan"), "w:val", std::to_string(span));
        }
        if (place.isCovered || place.rowSpan > 1) {
            set(properties.append_child("w:vMerge"), "w:val", place.isCovered ? "continue" : "restart");
        }
        const bool endsHead =
            index < m_grid.headRows &&
            index + static_cast<std::size_t>(place.isCovered ? 1 : place.rowSpan) >= m_grid.headRows;
        if (endsHead) {
            addBorder(properties.append_child("w:tcBorders"), "w:bottom", "6", "000000");
        }
        const PrintedCell &printed = place.cell;
        if (printed.fill && !place.isCovered) {
            pugi::xml_node shade = properties.append_child("w:shd");
            set(shade, "w:val", "clear");
            set(shade, "w:color", "auto");
            set(shade, "w:fill", hexColour(*printed.fill));
        }
        if (index < m_grid.headRows) {
            set(properties.append_child("w:vAlign"), "w:val", "bottom");
        }
        if (place.isCovered) {
            addDocxParagraph(cell, "TableText");
        } else {
            addContent(cell, printed, index < m_grid.headRows);
        }
    }

    void addContent(pugi::xml_node cell, const PrintedCell &printed, bool isInHead)
    {
        DocxRun style{.isBold = printed.isHead, .isSuperscript = printed.isSuperscript};
        if (printed.fill && isDark(*printed.fill)) {
            style.ink = 0xFFFFFF;
        }
        if (!printed.items.empty()) {
            const int list = m_package.newNumbering();
            for (const std::string &item : printed.items) {
                pugi::xml_node paragraph = addParagraph(cell, printed, item, isInHead, list);
                style.isRightToLeft = isRightToLeft(item);
                addDocxRun(paragraph, item, style);
            }
            return;
        }
        pugi::xml_node paragraph = addParagraph(cell, printed, printed.text, isInHead, 0);
        if (printed.cited.empty() || m_place.bookmarks == nullptr) {
            style.isRightToLeft = isRightToLeft(printed.text);
            addDocxRun(paragraph, printed.text, style);
            return;
        }
        for (const evidence::CitedText &piece : printed.cited) {
            const auto bookmark = m_place.bookmarks->find(piece.key);
            style.isRightToLeft = isRightToLeft(piece.text);
            addDocxRun(piece.key.empty() || bookmark == m_place.bookmarks->end()
                           ? paragraph
                           : addDocxAnchor(paragraph, bookmark->second),
                       piece.text,
                       style);
        }
    }

    /// `list`: its number; 0: none.
    [[nodiscard]] pugi::xml_node addParagraph(
        pugi::xml_node cell, const PrintedCell &printed, std::string_view text, bool isInHead, int list) const
    {
        pugi::xml_node paragraph = addDocxParagraph(cell, "TableText");
        pugi::xml_node properties = paragraph.child("w:pPr");
        if (isInHead) {
            properties.append_child("w:keepNext");
        }
        if (list > 0) {
            pugi::xml_node number = properties.append_child("w:numPr");
            set(number.append_child("w:ilvl"), "w:val", "0");
            set(number.append_child("w:numId"), "w:val", std::to_string(list));
        }
        if (m_table.isRightToLeft || isRightToLeft(text)) {
            properties.append_child("w:bidi");
        }
        if (printed.alignment != Alignment::Start) {
            // "right" is where a line ends, also where it runs from the right.
            set(properties.append_child("w:jc"),
                "w:val",
                printed.alignment == Alignment::Centre ? "center" : "right");
        }
        return paragraph;
    }

    DocxPackage &m_package;
    const evidence::PrintedTable &m_table;
    const DocxPlace &m_place;
    TableGrid m_grid;
    std::vector<long> m_widths; ///< twentieths of a point
};

} // namespace

pugi::xml_node addDocxTextParagraph(pugi::xml_node parent, std::string_view style, std::string_view text)
{
    pugi::xml_node paragraph = addDocxParagraph(parent, style);
    if (isRightToLeft(text)) {
        pugi::xml_node properties = paragraph.child("w:pPr");
        (properties ? properties : paragraph.append_child("w:pPr")).append_child("w:bidi");
    }
    return paragraph;
}

pugi::xml_node addDocxAnchor(pugi::xml_node paragraph, std::string_view bookmark)
{
    pugi::xml_node link = paragraph.append_child("w:hyperlink");
    set(link, "w:anchor", bookmark);
    set(link, "w:history", "1");
    return link;
}

void addDocxFieldMark(pugi::xml_node paragraph, const char *kind)
{
    set(paragraph.append_child("w:r").append_child("w:fldChar"), "w:fldCharType", kind);
}

void addDocxCaption(DocxPackage &package,
                    std::string_view word,
                    std::string_view sequence,
                    int number,
                    int lastNumber,
                    std::string_view caption)
{
    if (number == 0 && caption.empty()) {
        return;
    }
    pugi::xml_node paragraph = addDocxTextParagraph(package.body(), "Caption", caption);
    const bool isFromRight = isRightToLeft(caption);
    if (number > 0) {
        const std::string bookmark = std::string(sequence) + "_" + std::to_string(number);
        package.addBookmark(paragraph, bookmark, [&] {
            addDocxRun(paragraph, std::string(word) + "\u00A0", {.isRightToLeft = isFromRight});
            std::string instruction = " SEQ " + std::string(sequence) + " \\* ARABIC ";
            if (number != lastNumber + 1) {
                instruction += "\\r " + std::to_string(number) + " ";
            }
            addDocxFieldMark(paragraph, "begin");
            pugi::xml_node code = addElement(paragraph.append_child("w:r"), "w:instrText", instruction);
            set(code, "xml:space", "preserve");
            addDocxFieldMark(paragraph, "separate");
            addDocxRun(paragraph, std::to_string(number), {.isRightToLeft = isFromRight});
            addDocxFieldMark(paragraph, "end");
        });
        if (!caption.empty()) {
            addDocxRun(paragraph, ". ", {.isRightToLeft = isFromRight});
        }
    }
    addDocxRun(paragraph, caption, {.isRightToLeft = isFromRight});
}

void addDocxTable(DocxPackage &package, const evidence::PrintedTable &table, const DocxPlace &place)
{
    addDocxCaption(
        package, pageWords(table.language).table, "Table", table.number, place.lastNumber, table.caption);
    if (!table.head.empty()) {
        pugi::xml_node head = addDocxParagraph(package.body(), "TableText");
        head.child("w:pPr").append_child("w:keepNext");
        if (isRightToLeft(table.head)) {
            head.child("w:pPr").append_child("w:bidi");
        }
        addDocxRun(head, table.head, {.isRightToLeft = isRightToLeft(table.head)});
    }
    if (!table.columns.empty()) {
        TableWriter(package, table, place).write();
    }
    for (const std::string &note : table.notes) {
        addDocxRun(
            addDocxTextParagraph(package.body(), "Note", note), note, {.isRightToLeft = isRightToLeft(note)});
    }
    if (table.notes.empty()) {
        addDocxParagraph(package.body(), "Note"); // Word joins tables that follow one another
    }
}

} // namespace winnow::publish
