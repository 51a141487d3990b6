#include "publish/support/document_writers.h"
#include "publish/support/html_page.h"
#include "publish/support/xml.h"

#include <cmath>

namespace winnow::publish {

namespace {

constexpr std::string_view kStyle = R"(
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2rem; } h3 { font-size: 1rem; }
pre { background: #f2f2f0; padding: 0.75rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.88rem; }
td, td:last-child, thead th { white-space: pre-line; }
table { table-layout: fixed; }
tbody th { min-width: 0; }
)";

class Writer
{
public:
    explicit Writer(pugi::xml_node main)
        : m_main(main)
    {}

    void operator()(const Heading &heading)
    {
        addElement(m_main, ("h" + std::to_string(heading.level + 1)).c_str(), heading.text);
    }

    void operator()(const Paragraph &paragraph) { addElement(m_main, "p", paragraph.text); }

    void operator()(const Verbatim &verbatim) { addElement(m_main, "pre", verbatim.text); }

    void operator()(const TextTable &source)
    {
        pugi::xml_node table = m_main.append_child("table");
        pugi::xml_node columns = table.append_child("colgroup");
        double all = 0;
        for (const double width : source.widths) {
            all += width;
        }
        for (const double width : source.widths) {
            setAttribute(columns.append_child("col"),
                         "style",
                         "width: " + std::to_string(std::lround(100 * width / all)) + "%");
        }
        pugi::xml_node head = table.append_child("thead").append_child("tr");
        for (const std::string &column : source.columns) {
            addElement(head, "th", column).append_attribute("scope") = "col";
        }
        pugi::xml_node body = table.append_child("tbody");
        for (const auto &row : source.rows) {
            pugi::xml_node line = body.append_child("tr");
            for (const std::string &cell : row) {
                addElement(line, isSection(row) ? "th" : "td", cell);
            }
        }
    }

    template <class Other>
    void operator()(const Other & /*block*/) const
    {}

private:
    pugi::xml_node m_main;
};

} // namespace

Result<std::string> documentAsHtml(const Document &document)
{
    pugi::xml_document page;
    pugi::xml_node main = addHtmlPage(page, document.title, document.language, kStyle);
    addElement(main, "h1", document.title);
    Writer writer(main);
    for (const Block &block : document.blocks) {
        std::visit(writer, block);
    }
    return serialise(page, true);
}

} // namespace winnow::publish
