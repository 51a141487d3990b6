#include "publish/output.h"
#include "publish/support/document_writers.h"
#include "publish/support/flow_page.h"
#include "publish/support/page_words.h"
#include "publish/support/report_page.h"

namespace winnow::publish {

extern const Output html;

namespace {

/// The table alone; its reference numbers lead nowhere.
Result<std::string> write(const evidence::PrintedTable &table)
{
    PageParts parts;
    const std::string id = parts.id(table.id.empty() ? "table" : table.id);
    const std::string title = tableCaption(table);
    HtmlWriter page;
    page.open("main", {{"class", "text"}});
    page.newLine();
    writeHtmlTable(page, {table, false}, id, {}, table.language, parts);
    page.close();
    page.newLine();
    return pageAround(
        page.take(), parts, {.title = title.empty() ? table.id : title, .language = table.language});
}

} // namespace

const Output html{"html", "HTML", "html", writeFlowPage, write, documentAsHtml};

} // namespace winnow::publish
