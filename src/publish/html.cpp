#include "publish/output.h"
#include "publish/support/document_writers.h"
#include "publish/support/flow_page.h"
#include "publish/support/html_page.h"
#include "publish/support/xml.h"

namespace winnow::publish {

extern const Output html;

namespace {

void addCell(pugi::xml_node row, const evidence::PrintedCell &cell, bool isRowHead)
{
    pugi::xml_node element = addElement(row, isRowHead ? "th" : "td", cell.text);
    if (isRowHead) {
        element.append_attribute("scope") = "row";
    }
    if (!cell.items.empty()) {
        pugi::xml_node list = element.append_child("ol");
        for (const std::string &item : cell.items) {
            addElement(list, "li", item);
        }
    }
}

Result<std::string> write(const evidence::PrintedTable &table)
{
    pugi::xml_document document;
    pugi::xml_node main = addHtmlPage(document, table.caption.empty() ? table.id : table.caption, "en");
    pugi::xml_node element = main.append_child("table");
    setAttribute(element, "id", table.id);
    if (!table.caption.empty()) {
        addElement(element, "caption", table.caption);
    }
    pugi::xml_node headRow = element.append_child("thead").append_child("tr");
    for (const evidence::PrintedColumn &column : table.columns) {
        addElement(headRow, "th", column.name).append_attribute("scope") = "col";
    }
    pugi::xml_node body = element.append_child("tbody");
    for (const auto &row : table.rows) {
        pugi::xml_node line = body.append_child("tr");
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            addCell(line, row.cells[i], i == 0);
        }
    }
    return serialise(document, true);
}

} // namespace

const Output html{"html", "HTML", "html", writeFlowPage, write, documentAsHtml};

} // namespace winnow::publish
