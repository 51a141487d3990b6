#include "publish/support/clean_text.h"
#include "publish/support/document_writers.h"
#include "publish/support/docx_package.h"
#include "publish/support/docx_text.h"
#include "publish/support/xml.h"

#include <numeric>

namespace winnow::publish {

namespace {

void set(pugi::xml_node node, const char *name, std::string_view value)
{
    setAttribute(node, name, value);
}

/// A thin line above and below the table and between its rows, as journals print tables.
void addBorders(pugi::xml_node properties)
{
    pugi::xml_node borders = properties.append_child("w:tblBorders");
    for (const auto &[side, size] : {std::pair("w:top", "8"), {"w:bottom", "8"}, {"w:insideH", "4"}}) {
        pugi::xml_node border = borders.append_child(side);
        set(border, "w:val", "single");
        set(border, "w:sz", size);
        set(border, "w:space", "0");
        set(border, "w:color", std::string_view(side) == "w:insideH" ? "BFBFBF" : "000000");
    }
}

void addCell(pugi::xml_node row, std::string_view text, double width, bool isBold)
{
    pugi::xml_node cell = row.append_child("w:tc");
    pugi::xml_node size = cell.append_child("w:tcPr").append_child("w:tcW");
    set(size, "w:w", docxTwips(width));
    set(size, "w:type", "dxa");
    pugi::xml_node paragraph = addDocxParagraph(cell, "TableText");
    addDocxRun(paragraph, text, {.isBold = isBold, .isRightToLeft = isRightToLeft(text)});
}

void addRow(pugi::xml_node table,
            const std::vector<std::string> &cells,
            const std::vector<double> &widths,
            bool isHead,
            bool isBold)
{
    pugi::xml_node row = table.append_child("w:tr");
    pugi::xml_node properties = row.append_child("w:trPr");
    properties.append_child("w:cantSplit");
    if (isHead) {
        properties.append_child("w:tblHeader");
    }
    for (std::size_t i = 0; i < widths.size(); ++i) {
        addCell(row, i < cells.size() ? std::string_view(cells[i]) : std::string_view(), widths[i], isBold);
    }
}

class Writer
{
public:
    Writer(DocxPackage &package, double width)
        : m_body(package.body())
        , m_width(width)
    {}

    void operator()(const Heading &heading)
    {
        addDocxRun(addDocxParagraph(m_body, "Heading" + std::to_string(heading.level)), heading.text);
    }

    void operator()(const auto & /*block*/) {}

    void operator()(const Paragraph &paragraph) { addDocxRun(addDocxParagraph(m_body), paragraph.text); }

    void operator()(const Verbatim &verbatim)
    {
        pugi::xml_node paragraph = addDocxParagraph(m_body);
        pugi::xml_node shade = paragraph.append_child("w:pPr").append_child("w:shd");
        set(shade, "w:val", "clear");
        set(shade, "w:fill", "F2F2F0");
        addDocxRun(paragraph, verbatim.text);
    }

    void operator()(const TextTable &source)
    {
        const double shares = std::accumulate(source.widths.begin(), source.widths.end(), 0.0);
        std::vector<double> widths;
        for (const double share : source.widths) {
            widths.push_back(share / shares * m_width);
        }
        pugi::xml_node table = m_body.append_child("w:tbl");
        pugi::xml_node properties = table.append_child("w:tblPr");
        pugi::xml_node size = properties.append_child("w:tblW");
        set(size, "w:w", docxTwips(m_width));
        set(size, "w:type", "dxa");
        addBorders(properties);
        set(properties.append_child("w:tblLayout"), "w:type", "fixed");
        pugi::xml_node grid = table.append_child("w:tblGrid");
        for (const double width : widths) {
            set(grid.append_child("w:gridCol"), "w:w", docxTwips(width));
        }
        addRow(table, source.columns, widths, true, true);
        for (const auto &row : source.rows) {
            addRow(table, row, widths, false, isSection(row));
        }
        addDocxParagraph(m_body); // Word joins tables that follow one another
    }

private:
    pugi::xml_node m_body;
    double m_width;
};

} // namespace

Result<std::string> documentAsDocx(const Document &document)
{
    const DocxPage upright;
    const DocxPage page =
        document.isLandscape ? DocxPage{upright.height, upright.width, upright.margin} : upright;
    DocxPackage package({.title = cleanLine(document.title),
                         .subject = {},
                         .description = {},
                         .language = cleanLine(document.language)});
    addDocxRun(addDocxParagraph(package.body(), "Title"), document.title);
    Writer writer(package, page.textWidth());
    for (const Block &block : document.blocks) {
        std::visit(writer, block);
    }
    return package.bytes(page);
}

} // namespace winnow::publish
