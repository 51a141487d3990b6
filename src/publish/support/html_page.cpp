#include "publish/support/html_page.h"

#include "publish/support/xml.h"

namespace winnow::publish {

namespace {

/// Type, space and colours of the program, for screen and paper. The page is one file and asks for no other.
/// No character here is one that XML would escape (& and angle brackets), since HTML reads a style as it
/// stands.
constexpr const char *kStyle = R"(
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 62rem; padding: 0 1.5rem; background: #ffffff; color: #1f2328;
  font: 1rem/1.5 system-ui, "Liberation Sans", Arial, sans-serif; }
table { width: 100%; border-collapse: collapse; font-size: 0.94rem; border-top: 2px solid #1f2328; border-bottom: 2px solid #1f2328; }
caption { text-align: left; font-size: 1.15rem; font-weight: 600; padding: 0 0 0.75rem; }
th, td { text-align: left; vertical-align: top; padding: 0.6rem 1rem 0.6rem 0; overflow-wrap: break-word; }
thead th { border-bottom: 1px solid #1f2328; font-weight: 600; white-space: nowrap; }
tbody tr + tr th, tbody tr + tr td { border-top: 1px solid #ddddd8; }
tbody th { font-weight: 600; min-width: 8rem; }
td:last-child { white-space: nowrap; padding-right: 0; font-variant-numeric: tabular-nums; }
ol { margin: 0; padding-left: 1.3rem; }
li + li { margin-top: 0.3rem; }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 10pt; } tr { break-inside: avoid; }
  thead { display: table-header-group; } }
main { overflow-x: auto; }
@media (max-width: 44rem) { body { margin: 1rem auto; padding: 0 0.75rem; } th, td { padding-right: 0.6rem; }
  tbody th { min-width: 0; } td:last-child { white-space: normal; } }
)";

} // namespace

pugi::xml_node addHtmlPage(pugi::xml_document &document,
                           std::string_view title,
                           std::string_view language,
                           std::string_view style)
{
    pugi::xml_node root = document.append_child("html");
    setAttribute(root, "lang", language);
    pugi::xml_node head = root.append_child("head");
    head.append_child("meta").append_attribute("charset") = "utf-8";
    pugi::xml_node viewport = head.append_child("meta");
    viewport.append_attribute("name") = "viewport";
    viewport.append_attribute("content") = "width=device-width, initial-scale=1";
    addElement(head, "title", title);
    addElement(head, "style", std::string(kStyle) + std::string(style));
    return root.append_child("body").append_child("main");
}

} // namespace winnow::publish
