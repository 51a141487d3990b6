#include "publish/support/flow_page.h"

#include "publish/support/html_page.h"
#include "publish/support/svg_diagram.h"
#include "publish/support/xml.h"

#include <algorithm>

namespace winnow::publish {

namespace {

constexpr double kPixelsPerPoint = 96.0 / 72;

bool isNumbered(const flow::Box &box)
{
    return box.kind == flow::BoxKind::Main || box.kind == flow::BoxKind::OptionalMain;
}

const BoxEntries *entriesOf(const FlowDocument &document, const std::string &box)
{
    const auto found = std::ranges::find(document.entries, box, &BoxEntries::box);
    return found == document.entries.end() || found->entries.empty() ? nullptr : &*found;
}

/// Only what a browser may open: no "javascript:" from an imported record.
bool isWebAddress(std::string_view address)
{
    const auto startsWith = [&](std::string_view scheme) {
        return address.size() > scheme.size() &&
               std::equal(scheme.begin(), scheme.end(), address.begin(), [](char a, char b) {
                   return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + ('a' - 'A')) : b);
               });
    };
    return startsWith("https://") || startsWith("http://");
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
    pugi::xml_node main = addHtmlPage(page, diagram.title, diagram.language);
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
