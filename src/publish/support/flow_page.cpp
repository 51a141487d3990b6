#include "publish/support/flow_page.h"

#include "publish/support/html_page.h"
#include "publish/support/svg_diagram.h"
#include "publish/support/web_address.h"
#include "publish/support/xml.h"

#include <algorithm>

namespace winnow::publish {

namespace {

/// Lists are hidden until their box is chosen (:target); on paper all are printed.
constexpr const char *kStyle = R"(h1 { font-size: 1.3rem; line-height: 1.35; margin: 0 0 1rem; }
h2 { font-size: 1.05rem; margin: 2rem 0 0.5rem; }
h3 { font-size: 1rem; margin: 0 0 0.5rem; }
a { color: #0b57a4; }
a:focus-visible, section:focus-visible { outline: 3px solid #0b57a4; outline-offset: 2px; }
figure { margin: 0 auto; }
figure svg { display: block; width: 100%; height: auto; }
figure svg a { cursor: pointer; outline: none; }
figure svg a:hover :is(rect, ellipse) { stroke: #0b57a4; stroke-width: 1.5; }
figure svg a:focus-visible :is(rect, ellipse) { stroke: #0b57a4; stroke-width: 2.5; }
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
@media print { .hint, .close { display: none; } .entries { display: block; border: 0; padding: 0; }
  .entries ol { max-height: none; } }
)";

constexpr double kPixelsPerPoint = 96.0 / 72;

/// Boxes that say something, and are more than a heading.
bool isNumbered(const flow::Box &box)
{
    using enum flow::BoxKind;
    return !box.description.empty() &&
           (box.kind == Main || box.kind == OptionalMain || box.kind == Disc || box.kind == Panel);
}

const BoxEntries *entriesOf(const FlowDocument &document, const std::string &box)
{
    const auto found = std::ranges::find(document.entries, box, &BoxEntries::box);
    return found == document.entries.end() || found->entries.empty() ? nullptr : &*found;
}

void addLink(pugi::xml_node parent, const std::string &target, std::string_view text)
{
    setAttribute(addElement(parent, "a", text), "href", target);
}

/// The lines of a side label in which a box lies, by its middle; empty: none.
std::string phaseOf(const flow::Diagram &diagram, const flow::Box &box)
{
    const double middle = box.rect.y + box.rect.height / 2;
    for (const flow::Box &label : diagram.boxes) {
        if (label.kind == flow::BoxKind::SideLabel && middle >= label.rect.y &&
            middle <= label.rect.y + label.rect.height) {
            return label.description;
        }
    }
    return {};
}

void addWords(pugi::xml_node main, const FlowDocument &document)
{
    addElement(main, "h2", "The diagram in words");
    pugi::xml_node phases = main.append_child("ul");
    setAttribute(phases, "class", "words");
    // Boxes come in the order of their numbers, which need not be that of the phases.
    std::vector<std::pair<std::string, pugi::xml_node>> lists;
    for (const flow::Box &box : document.diagram.boxes) {
        if (!isNumbered(box)) {
            continue;
        }
        const std::string phase = phaseOf(document.diagram, box);
        auto list = std::ranges::find(lists, phase, &std::pair<std::string, pugi::xml_node>::first);
        if (list == lists.end()) {
            lists.emplace_back(phase,
                               phase.empty() ? phases : addElement(phases, "li", phase).append_child("ul"));
            list = std::prev(lists.end());
        }
        pugi::xml_node item = list->second.append_child("li");
        setAttribute(item, "id", "words-" + box.id);
        if (entriesOf(document, box.id) != nullptr) {
            addLink(item, "#list-" + box.id, box.description);
        } else {
            addText(item, box.description);
        }
    }
}

void addEntries(pugi::xml_node main, const flow::Box &box, const BoxEntries &behind)
{
    pugi::xml_node section = main.append_child("section");
    setAttribute(section, "id", "list-" + box.id);
    setAttribute(section, "class", "entries");
    setAttribute(section, "tabindex", "-1");
    setAttribute(section, "aria-labelledby", "head-" + box.id);
    pugi::xml_node close = section.append_child("a");
    setAttribute(close, "class", "close");
    setAttribute(close, "href", "#diagram");
    addText(close, "Back to the diagram");
    setAttribute(addElement(section, "h3", box.description), "id", "head-" + box.id);
    pugi::xml_node list = section.append_child("ol");
    for (const BoxEntry &entry : behind.entries) {
        pugi::xml_node item = list.append_child("li");
        setAttribute(item, "dir", "auto");
        if (isWebAddress(entry.address)) {
            pugi::xml_node link = addElement(item, "a", entry.text);
            setAttribute(link, "href", entry.address);
            setAttribute(link, "rel", "noopener noreferrer");
        } else {
            addText(item, entry.text);
        }
    }
}

} // namespace

Result<std::string> writeFlowPage(const FlowDocument &document)
{
    const flow::Diagram &diagram = document.diagram;
    pugi::xml_document page;
    pugi::xml_node main = addHtmlPage(page, diagram.title, diagram.language, kStyle);
    addElement(main, "h1", diagram.title);
    pugi::xml_node figure = main.append_child("figure");
    setAttribute(figure, "id", "diagram");
    // Larger than on paper, where the type is as small as journals allow.
    setAttribute(figure, "style", "max-width: " + decimal(diagram.width * kPixelsPerPoint * 1.4) + "px");
    addSvg(figure, diagram, [&](const flow::Box &box) {
        return !isNumbered(box)                         ? std::string()
               : entriesOf(document, box.id) != nullptr ? "#list-" + box.id
                                                        : "#words-" + box.id;
    });
    if (!document.entries.empty()) {
        pugi::xml_node hint = addElement(main, "p", "Choose a box to see the records behind its number.");
        setAttribute(hint, "class", "hint");
    }
    for (const flow::Box &box : diagram.boxes) {
        if (const BoxEntries *behind = entriesOf(document, box.id); behind != nullptr) {
            addEntries(main, box, *behind);
        }
    }
    addWords(main, document);
    if (!diagram.attribution.empty() && diagram.footnotes.empty()) {
        setAttribute(addElement(main, "p", diagram.attribution), "class", "source");
    }
    return serialise(page, true);
}

} // namespace winnow::publish
