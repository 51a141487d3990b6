#include "publish/support/svg_diagram.h"

#include "flow/theme.h"
#include "publish/support/colour.h"
#include "publish/support/drawing.h"
#include "publish/support/xml.h"

namespace winnow::publish {

namespace {

std::string colour(std::uint32_t rgb)
{
    return "#" + hexColour(rgb);
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
    if (piece.size > 0) {
        set(text, "font-size", piece.size);
    }
    if (piece.isBold) {
        set(text, "font-weight", "bold");
    }
    if (piece.isItalic) {
        set(text, "font-style", "italic");
    }
}

void addPiece(pugi::xml_node text, const flow::TextLine &piece)
{
    if (piece.isBold || piece.isItalic || piece.size > 0) {
        setStyle(addElement(text, "tspan", piece.text), piece);
    } else {
        addText(text, piece.text);
    }
}

/// One <text> for each line; pieces of it that are set differently are spans in it, so that the line is found
/// and copied as one.
void addLines(pugi::xml_node parent, TextRun pieces, double fontSize)
{
    for (const TextRun line : linesOf(pieces, fontSize)) {
        const flow::TextLine &first = line.front();
        pugi::xml_node text = parent.append_child("text");
        set(text, "x", first.x);
        set(text, "y", first.baseline);
        if (first.anchor == flow::Anchor::Middle) {
            set(text, "text-anchor", "middle");
        }
        if (line.size() == 1) {
            setStyle(text, first);
            addText(text, first.text);
        } else {
            for (const flow::TextLine &piece : line) {
                addPiece(text, piece);
            }
        }
    }
}

pugi::xml_node addShape(pugi::xml_node parent, const flow::Box &box)
{
    const flow::Rect &area = box.rect;
    if (box.kind == flow::BoxKind::Disc) {
        pugi::xml_node disc = parent.append_child("ellipse");
        set(disc, "cx", area.x + area.width / 2);
        set(disc, "cy", area.y + area.height / 2);
        set(disc, "rx", area.width / 2);
        set(disc, "ry", area.height / 2);
        return disc;
    }
    pugi::xml_node rect = parent.append_child("rect");
    set(rect, "x", area.x);
    set(rect, "y", area.y);
    set(rect, "width", area.width);
    set(rect, "height", area.height);
    return rect;
}

void addBox(pugi::xml_node parent, const flow::Box &box, const flow::Diagram &diagram, const BoxLink &link)
{
    const flow::Theme &theme = diagram.theme;
    pugi::xml_node group = parent.append_child("g");
    if (!box.id.empty()) {
        set(group, "id", box.id);
    }
    set(group, "role", box.description.empty() ? "presentation" : "listitem");
    if (box.ink) {
        set(group, "fill", colour(*box.ink));
    }
    const std::string target = link ? link(box) : std::string();
    if (!target.empty()) {
        group = group.append_child("a");
        set(group, "href", target);
    }
    if (!box.description.empty()) {
        addElement(group, "title", box.description);
    }
    pugi::xml_node rect = addShape(group, box);
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
    addLines(lines, box.lines, diagram.fontSize);
}

std::string pathOf(std::span<const Point> points)
{
    std::string path;
    for (const auto &[x, y] : points) {
        path += (path.empty() ? "M" : "L") + decimal(x) + " " + decimal(y);
    }
    return path;
}

/// The head is a triangle of its own: markers are drawn differently by different programs.
void addArrow(pugi::xml_node parent, const flow::Arrow &arrow, const flow::Theme &theme)
{
    const ArrowShape shape = shapeOf(arrow, theme);
    if (shape.line.empty()) {
        return;
    }
    pugi::xml_node line = parent.append_child("path");
    set(line, "d", pathOf(shape.line));
    set(line, "fill", "none");
    set(line, "stroke", colour(theme.ink));
    set(line, "stroke-width", theme.lineWidth);
    pugi::xml_node head = parent.append_child("path");
    set(head, "d", pathOf(shape.head) + "Z");
    set(head, "fill", colour(theme.ink));
}

} // namespace

pugi::xml_node addSvg(pugi::xml_node parent, const flow::Diagram &diagram, const BoxLink &link)
{
    const flow::Theme &theme = diagram.theme;
    pugi::xml_node root = parent.append_child("svg");
    set(root, "xmlns", "http://www.w3.org/2000/svg");
    set(root, "width", decimal(diagram.width * kMmPerPoint) + "mm");
    set(root, "height", decimal(diagram.height * kMmPerPoint) + "mm");
    set(root, "viewBox", "0 0 " + decimal(diagram.width) + " " + decimal(diagram.height));
    set(root, "role", link ? "graphics-document" : "img");
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
        addBox(content, box, diagram, link);
    }
    if (!diagram.footnotes.empty()) {
        pugi::xml_node notes = content.append_child("g");
        set(notes, "id", "footnotes");
        set(notes, "role", "listitem");
        addLines(notes, diagram.footnotes, diagram.fontSize);
    }
    return root;
}

} // namespace winnow::publish
