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
main { overflow-x: auto; }
h1 { font-size: 1.3rem; line-height: 1.35; margin: 0 0 1rem; }
h2 { font-size: 1.05rem; margin: 2rem 0 0.5rem; }
h3 { font-size: 1rem; margin: 0 0 0.5rem; }
a { color: #0b57a4; }
a:focus-visible, section:focus-visible { outline: 3px solid #0b57a4; outline-offset: 2px; }
figure { margin: 0 auto; }
figure svg { display: block; width: 100%; height: auto; }
figure svg a { cursor: pointer; outline: none; }
figure svg a:hover rect { stroke: #0b57a4; stroke-width: 1.5; }
figure svg a:focus-visible rect { stroke: #0b57a4; stroke-width: 2.5; }
.hint, .source { color: #59636e; font-size: 0.88rem; }
.hint { margin: 0.75rem 0 0; }
.words { padding-left: 1.3rem; }
.words ul { padding-left: 1.3rem; }
.words li:target { background: #fff4d1; }
.entries { display: none; scroll-margin-top: 1rem; margin: 1.5rem 0; padding: 1rem 1.25rem; border: 1px solid #1f2328;
  border-left: 5px solid #0b57a4; }
.entries:target { display: block; }
.entries ol { padding-left: 2.6rem; max-height: 26rem; overflow-y: auto; }
.close { float: right; margin-left: 1rem; }
@media (max-width: 44rem) { body { margin: 1rem auto; padding: 0 0.75rem; } th, td { padding-right: 0.6rem; }
  tbody th { min-width: 0; } td:last-child { white-space: normal; } }
@media print { .hint, .close { display: none; } .entries { display: block; border: 0; padding: 0; }
  .entries ol { max-height: none; } body { margin: 0; max-width: none; padding: 0; font-size: 10pt; } tr { break-inside: avoid; }
  thead { display: table-header-group; } }
)";

} // namespace

pugi::xml_node addHtmlPage(pugi::xml_document &document, std::string_view title, std::string_view language)
{
    pugi::xml_node root = document.append_child("html");
    setAttribute(root, "lang", language);
    pugi::xml_node head = root.append_child("head");
    head.append_child("meta").append_attribute("charset") = "utf-8";
    pugi::xml_node viewport = head.append_child("meta");
    viewport.append_attribute("name") = "viewport";
    viewport.append_attribute("content") = "width=device-width, initial-scale=1";
    addElement(head, "title", title);
    addElement(head, "style", kStyle);
    return root.append_child("body").append_child("main");
}

} // namespace winnow::publish
