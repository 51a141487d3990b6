#include "publish/output.h"
#include "publish/support/xml.h"

#include <cmath>

namespace winnow::publish {

extern const Output svg;

namespace {

constexpr double kMmPerPoint = 25.4 / 72;
constexpr double kMargin = 2; ///< points of white around the drawing, as publishers ask for
constexpr double kCornerRadius = 4;
constexpr double kLineWidth = 0.75;
constexpr double kHeadLength = 5;
constexpr double kHeadHalfWidth = 2.2;

/// The colours of the official template.
constexpr const char *kHeaderFill = "#FFC125";
constexpr const char *kSideLabelFill = "#BCD2EE";
constexpr const char *kBoxFill = "#FFFFFF";
constexpr const char *kInk = "#1F2328";

void set(pugi::xml_node node, const char *name, double value)
{
    node.append_attribute(name) = decimal(value).c_str();
}

void set(pugi::xml_node node, const char *name, const std::string &value)
{
    node.append_attribute(name) = value.c_str();
}

void addLine(pugi::xml_node parent, const flow::TextLine &line)
{
    pugi::xml_node text = addElement(parent, "text", line.text);
    set(text, "x", line.x);
    set(text, "y", line.baseline);
    if (line.isBold) {
        set(text, "font-weight", "bold");
    }
    if (line.isItalic) {
        set(text, "font-style", "italic");
    }
}

void addBox(pugi::xml_node parent, const flow::Box &box)
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
    if (box.kind == flow::BoxKind::Main) {
        set(rect, "fill", kBoxFill);
        set(rect, "stroke", kInk);
        set(rect, "stroke-width", kLineWidth);
    } else {
        set(rect, "rx", kCornerRadius);
        set(rect, "fill", box.kind == flow::BoxKind::Header ? kHeaderFill : kSideLabelFill);
    }
    pugi::xml_node lines = group;
    if (box.kind == flow::BoxKind::SideLabel) {
        lines = group.append_child("g");
        set(lines,
            "transform",
            "rotate(-90 " + decimal(box.rect.x + box.rect.width / 2) + " " +
                decimal(box.rect.y + box.rect.height / 2) + ")");
    }
    for (const flow::TextLine &line : box.lines) {
        addLine(lines, line);
    }
}

/// A line up to the head, and the head as a triangle: markers are drawn differently by different programs.
void addArrow(pugi::xml_node parent, const flow::Arrow &arrow)
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
    const double baseX = tipX - alongX * kHeadLength;
    const double baseY = tipY - alongY * kHeadLength;
    std::string path;
    for (std::size_t i = 0; i + 1 < arrow.points.size(); ++i) {
        path += (i == 0 ? "M" : "L") + decimal(arrow.points[i].first) + " " + decimal(arrow.points[i].second);
    }
    path += "L" + decimal(baseX) + " " + decimal(baseY);
    pugi::xml_node line = parent.append_child("path");
    set(line, "d", path);
    set(line, "fill", "none");
    set(line, "stroke", kInk);
    set(line, "stroke-width", kLineWidth);
    pugi::xml_node head = parent.append_child("path");
    set(head,
        "d",
        "M" + decimal(tipX) + " " + decimal(tipY) + "L" + decimal(baseX - alongY * kHeadHalfWidth) + " " +
            decimal(baseY + alongX * kHeadHalfWidth) + "L" + decimal(baseX + alongY * kHeadHalfWidth) + " " +
            decimal(baseY - alongX * kHeadHalfWidth) + "Z");
    set(head, "fill", kInk);
}

Result<std::string> write(const FlowDocument &document)
{
    const flow::Diagram &diagram = document.diagram;
    const double width = diagram.width + 2 * kMargin;
    const double height = diagram.height + 2 * kMargin;
    pugi::xml_document xml;
    pugi::xml_node root = xml.append_child("svg");
    set(root, "xmlns", "http://www.w3.org/2000/svg");
    set(root, "width", decimal(width * kMmPerPoint) + "mm");
    set(root, "height", decimal(height * kMmPerPoint) + "mm");
    set(root,
        "viewBox",
        decimal(-kMargin) + " " + decimal(-kMargin) + " " + decimal(width) + " " + decimal(height));
    set(root, "role", "img");
    set(root, "aria-labelledby", "title desc");
    set(addElement(root, "title", diagram.title), "id", "title");
    set(addElement(root, "desc", diagram.description), "id", "desc");
    pugi::xml_node paper = root.append_child("rect");
    set(paper, "x", -kMargin);
    set(paper, "y", -kMargin);
    set(paper, "width", width);
    set(paper, "height", height);
    set(paper, "fill", "#FFFFFF");
    pugi::xml_node arrows = root.append_child("g");
    set(arrows, "id", "arrows");
    for (const flow::Arrow &arrow : diagram.arrows) {
        addArrow(arrows, arrow);
    }
    pugi::xml_node content = root.append_child("g");
    set(content, "role", "list");
    set(content, "font-family", "Arial, Helvetica, 'Liberation Sans', sans-serif");
    set(content, "font-size", diagram.fontSize);
    set(content, "fill", kInk);
    for (const flow::Box &box : diagram.boxes) {
        addBox(content, box);
    }
    if (!diagram.footnotes.empty()) {
        pugi::xml_node notes = content.append_child("g");
        set(notes, "id", "footnotes");
        set(notes, "role", "listitem");
        for (const flow::TextLine &line : diagram.footnotes) {
            addLine(notes, line);
        }
    }
    return serialise(xml, false);
}

} // namespace

const Output svg{"svg", "SVG", "svg", write, nullptr};

} // namespace winnow::publish
