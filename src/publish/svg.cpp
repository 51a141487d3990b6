#include "flow/theme.h"
#include "publish/output.h"
#include "publish/support/xml.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace winnow::publish {

extern const Output svg;

namespace {

constexpr double kMmPerPoint = 25.4 / 72;

std::string colour(std::uint32_t rgb)
{
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "#%06X", rgb & 0xFFFFFFU);
    return text.data();
}

void set(pugi::xml_node node, const char *name, double value)
{
    node.append_attribute(name) = decimal(value).c_str();
}

void set(pugi::xml_node node, const char *name, std::string_view value)
{
    setAttribute(node, name, value);
}

void setStyle(pugi::xml_node text, const flow::TextLine &piece)
{
    if (piece.isBold) {
        set(text, "font-weight", "bold");
    }
    if (piece.isItalic) {
        set(text, "font-style", "italic");
    }
}

void addPiece(pugi::xml_node text, const flow::TextLine &piece)
{
    if (piece.isBold || piece.isItalic) {
        setStyle(addElement(text, "tspan", piece.text), piece);
    } else {
        addText(text, piece.text);
    }
}

/// One <text> for each line; pieces of it that are set differently are spans in it, so that the line is found
/// and copied as one.
void addLines(pugi::xml_node parent, std::span<const flow::TextLine> lines)
{
    while (!lines.empty()) {
        const flow::TextLine &first = lines.front();
        const auto end = std::ranges::find_if(
            lines, [&](const flow::TextLine &piece) { return piece.baseline != first.baseline; });
        const auto pieces = lines.first(static_cast<std::size_t>(end - lines.begin()));
        pugi::xml_node text = parent.append_child("text");
        set(text, "x", first.x);
        set(text, "y", first.baseline);
        if (first.anchor == flow::Anchor::Middle) {
            set(text, "text-anchor", "middle");
        }
        if (pieces.size() == 1) {
            setStyle(text, first);
            addText(text, first.text);
        } else {
            for (const flow::TextLine &piece : pieces) {
                addPiece(text, piece);
            }
        }
        lines = lines.subspan(pieces.size());
    }
}

void addBox(pugi::xml_node parent, const flow::Box &box, const flow::Theme &theme)
{
    pugi::xml_node group = parent.append_child("g");
    set(group, "id", box.id);
    set(group, "role", "listitem");
    addElement(group, "title", box.description);
    pugi::xml_node rect = group.append_child("rect");
    set(rect, "x", box.rect.x);
    set(rect, "y", box.rect.y);
    set(rect, "width", box.rect.width);
    set(rect, "height", box.rect.height);
    set(rect, "fill", colour(flow::fillOf(box, theme)));
    if (flow::isRound(box)) {
        set(rect, "rx", theme.cornerRadius);
    }
    if (flow::isFramed(box, theme)) {
        set(rect, "stroke", colour(theme.ink));
        set(rect, "stroke-width", theme.lineWidth);
    }
    pugi::xml_node lines = group;
    if (box.kind == flow::BoxKind::SideLabel) {
        lines = group.append_child("g");
        set(lines,
            "transform",
            "rotate(-90 " + decimal(box.rect.x + box.rect.width / 2) + " " +
                decimal(box.rect.y + box.rect.height / 2) + ")");
    }
    addLines(lines, box.lines);
}

/// A line up to the head, and the head as a triangle: markers are drawn differently by different programs.
void addArrow(pugi::xml_node parent, const flow::Arrow &arrow, const flow::Theme &theme)
{
    if (arrow.points.size() < 2) {
        return;
    }
    const auto [tipX, tipY] = arrow.points.back();
    const auto [fromX, fromY] = arrow.points[arrow.points.size() - 2];
    const double length = std::hypot(tipX - fromX, tipY - fromY);
    if (length <= 0) {
        return;
    }
    const double alongX = (tipX - fromX) / length;
    const double alongY = (tipY - fromY) / length;
    const double baseX = tipX - alongX * theme.headLength;
    const double baseY = tipY - alongY * theme.headLength;
    std::string path;
    for (std::size_t i = 0; i + 1 < arrow.points.size(); ++i) {
        path += (i == 0 ? "M" : "L") + decimal(arrow.points[i].first) + " " + decimal(arrow.points[i].second);
    }
    path += "L" + decimal(baseX) + " " + decimal(baseY);
    pugi::xml_node line = parent.append_child("path");
    set(line, "d", path);
    set(line, "fill", "none");
    set(line, "stroke", colour(theme.ink));
    set(line, "stroke-width", theme.lineWidth);
    pugi::xml_node head = parent.append_child("path");
    set(head,
        "d",
        "M" + decimal(tipX) + " " + decimal(tipY) + "L" + decimal(baseX - alongY * theme.headHalfWidth) +
            " " + decimal(baseY + alongX * theme.headHalfWidth) + "L" +
            decimal(baseX + alongY * theme.headHalfWidth) + " " +
            decimal(baseY - alongX * theme.headHalfWidth) + "Z");
    set(head, "fill", colour(theme.ink));
}

Result<std::string> write(const FlowDocument &document)
{
    const flow::Diagram &diagram = document.diagram;
    const flow::Theme &theme = diagram.theme;
    pugi::xml_document xml;
    pugi::xml_node root = xml.append_child("svg");
    set(root, "xmlns", "http://www.w3.org/2000/svg");
    set(root, "width", decimal(diagram.width * kMmPerPoint) + "mm");
    set(root, "height", decimal(diagram.height * kMmPerPoint) + "mm");
    set(root, "viewBox", "0 0 " + decimal(diagram.width) + " " + decimal(diagram.height));
    set(root, "role", "img");
    set(root, "aria-labelledby", "title desc");
    set(addElement(root, "title", diagram.title), "id", "title");
    set(addElement(root, "desc", diagram.description), "id", "desc");
    pugi::xml_node paper = root.append_child("rect");
    set(paper, "width", diagram.width);
    set(paper, "height", diagram.height);
    set(paper, "fill", colour(theme.paper));
    pugi::xml_node arrows = root.append_child("g");
    set(arrows, "id", "arrows");
    for (const flow::Arrow &arrow : diagram.arrows) {
        addArrow(arrows, arrow, theme);
    }
    pugi::xml_node content = root.append_child("g");
    set(content, "role", "list");
    set(content, "font-family", "Arial, Helvetica, 'Liberation Sans', sans-serif");
    set(content, "font-size", diagram.fontSize);
    set(content, "fill", colour(theme.ink));
    for (const flow::Box &box : diagram.boxes) {
        addBox(content, box, theme);
    }
    if (!diagram.footnotes.empty()) {
        pugi::xml_node notes = content.append_child("g");
        set(notes, "id", "footnotes");
        set(notes, "role", "listitem");
        addLines(notes, diagram.footnotes);
    }
    return serialise(xml, false);
}

} // namespace

const Output svg{"svg", "SVG", "svg", write, nullptr};

} // namespace winnow::publish
