#include "publish/support/docx_drawing.h"

#include "flow/metrics.h"
#include "publish/support/colour.h"
#include "publish/support/direction.h"
#include "publish/support/docx_text.h"
#include "publish/support/drawing.h"
#include "publish/support/xml.h"
#include "text/printable_text.h"

#include <algorithm>
#include <cmath>

namespace winnow::publish {

namespace {

constexpr double kEmuPerPoint = 12700;
constexpr double kBaselineInLine = 0.8; ///< where a baseline lies in a line of 1.25 times the type size
constexpr double kUsualLine = 1.25;
constexpr double kNear = 0.1;

constexpr const char *kGroup = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup";
constexpr const char *kShape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
constexpr const char *kPicture = "http://schemas.openxmlformats.org/drawingml/2006/picture";

std::string emu(double points)
{
    return std::to_string(std::llround(points * kEmuPerPoint));
}

void setPoint(pugi::xml_node node, const char *x, const char *y, double xValue, double yValue)
{
    setAttribute(node, x, emu(xValue));
    setAttribute(node, y, emu(yValue));
}

void addFill(pugi::xml_node parent, std::uint32_t rgb)
{
    setAttribute(parent.append_child("a:solidFill").append_child("a:srgbClr"), "val", hexColour(rgb));
}

pugi::xml_node addTransform(pugi::xml_node parent, const flow::Rect &rect)
{
    pugi::xml_node transform = parent.append_child("a:xfrm");
    setPoint(transform.append_child("a:off"), "x", "y", rect.x, rect.y);
    setPoint(transform.append_child("a:ext"), "cx", "cy", rect.width, rect.height);
    return transform;
}

struct Column
{
    std::vector<TextRun> lines;
};

/// The columns of text in a box: a line whose baseline another line has already stands in the next column.
std::vector<Column> columnsOf(const std::vector<TextRun> &lines)
{
    std::vector<Column> columns;
    for (const TextRun line : lines) {
        const auto isTaken = [&](const Column &column) {
            return std::ranges::any_of(column.lines, [&](TextRun other) {
                return std::abs(other.front().baseline - line.front().baseline) < kNear;
            });
        };
        auto column = std::ranges::find_if_not(columns, isTaken);
        if (column == columns.end()) {
            column = columns.insert(columns.end(), Column{});
        }
        column->lines.push_back(line);
    }
    return columns;
}

double widthOf(TextRun line, double fontSize)
{
    return flow::textWidth(textOf(line), flow::sizeOf(line.front(), fontSize));
}

/// A decoration has no words of its own.
std::string nameOf(const flow::Box &box)
{
    return box.description.empty() ? "Shape" : text::printableLine(box.description);
}

/// Draws the shapes of one diagram into a group, or a side label into a drawing of its own.
class ShapeWriter
{
public:
    ShapeWriter(DocxPackage &package, pugi::xml_node group, const flow::Diagram &diagram)
        : m_package(package)
        , m_group(group)
        , m_diagram(diagram)
    {}

    void addPaper()
    {
        const flow::Rect whole{0, 0, m_diagram.width, m_diagram.height};
        pugi::xml_node properties = addShape("Paper", whole, false).child("wps:spPr");
        addGeometry(properties, "rect");
        addFill(properties, m_diagram.theme.paper);
        properties.append_child("a:ln").append_child("a:noFill");
        properties.parent().append_child("wps:bodyPr");
    }

    void addArrow(const flow::Arrow &arrow)
    {
        if (shapeOf(arrow, m_diagram.theme).line.empty()) {
            return;
        }
        const auto [left, right] = std::ranges::minmax(arrow.points, {}, &Point::first);
        const auto [upper, lower] = std::ranges::minmax(arrow.points, {}, &Point::second);
        const flow::Rect rect{
            left.first, upper.second, right.first - left.first, lower.second - upper.second};
        pugi::xml_node shape = addShape("Arrow from " + arrow.from + " to " + arrow.to, rect, true);
        pugi::xml_node properties = shape.child("wps:spPr");
        if (arrow.points.size() == 2) {
            pugi::xml_node transform = properties.child("a:xfrm");
            if (arrow.points[1].first < arrow.points[0].first) {
                setAttribute(transform, "flipH", "1");
            }
            if (arrow.points[1].second < arrow.points[0].second) {
                setAttribute(transform, "flipV", "1");
            }
            addGeometry(properties, "straightConnector1");
        } else {
            addPath(properties, arrow.points, rect);
            properties.append_child("a:noFill");
        }
        pugi::xml_node line = addLine(properties);
        pugi::xml_node end = line.append_child("a:tailEnd");
        setAttribute(end, "type", "triangle");
        setAttribute(end, "w", "med");
        setAttribute(end, "len", "med");
        shape.append_child("wps:bodyPr");
    }

    void addBox(const flow::Box &box)
    {
        const flow::Theme &theme = m_diagram.theme;
        const bool isAlone = box.kind == flow::BoxKind::SideLabel; // its drawing says where it stands
        const flow::Rect rect = isAlone ? flow::Rect{0, 0, box.rect.width, box.rect.height} : box.rect;
        const bool isDisc = box.kind == flow::BoxKind::Disc;
        m_ink = flow::inkOf(box, theme);
        pugi::xml_node shape = addShape(nameOf(box), rect, false);
        pugi::xml_node properties = shape.child("wps:spPr");
        if (isDisc) {
            addGeometry(properties, "ellipse");
        } else if (flow::isRound(box)) {
            const double side = std::max(1.0, std::min(box.rect.width, box.rect.height));
            const double part = std::min(0.5, theme.cornerRadius / side) * 100'000;
            addGeometry(properties, "roundRect", "val " + std::to_string(std::llround(part)));
        } else {
            addGeometry(properties, "rect");
        }
        addFill(properties, flow::fillOf(box, theme));
        if (flow::isFramed(box, theme)) {
            addLine(properties);
        } else {
            properties.append_child("a:ln").append_child("a:noFill");
        }
        const auto columns = columnsOf(linesOf(box.lines, m_diagram.fontSize));
        if (box.kind == flow::BoxKind::SideLabel) {
            addTurnedText(shape, columns);
        } else if (columns.empty() || isDisc) {
            shape.append_child("wps:bodyPr");
        } else {
            addText(shape, box.rect, columns.front());
        }
        if (box.kind != flow::BoxKind::SideLabel) {
            // The text of an ellipse would be set in the rectangle inside it.
            for (std::size_t i = isDisc ? 0 : 1; i < columns.size(); ++i) {
                addFreeText((isDisc ? "Text" : "Column " + std::to_string(i + 1)) + " of: " + nameOf(box),
                            box.rect,
                            columns[i]);
            }
        }
    }

    void addFootnotes()
    {
        const auto lines = linesOf(m_diagram.footnotes, m_diagram.fontSize);
        m_ink = m_diagram.theme.ink;
        if (lines.empty()) {
            return;
        }
        const double top = lines.front().front().baseline - m_diagram.fontSize;
        addFreeText("Footnotes",
                    {0, top, m_diagram.width, std::max(m_diagram.fontSize, m_diagram.height - top)},
                    {lines});
    }

private:
    pugi::xml_node addShape(std::string_view name, const flow::Rect &rect, bool isConnector)
    {
        pugi::xml_node shape = m_group.append_child("wps:wsp");
        pugi::xml_node identity = shape.append_child("wps:cNvPr");
        setAttribute(identity, "id", std::to_string(m_package.newShapeId()));
        setAttribute(identity, "name", text::printableLine(name));
        shape.append_child(isConnector ? "wps:cNvCnPr" : "wps:cNvSpPr");
        addTransform(shape.append_child("wps:spPr"), rect);
        return shape;
    }

    static void addGeometry(pugi::xml_node properties, const char *name, const std::string &adjustment = {})
    {
        pugi::xml_node geometry = properties.append_child("a:prstGeom");
        setAttribute(geometry, "prst", name);
        pugi::xml_node list = geometry.append_child("a:avLst");
        if (!adjustment.empty()) {
            pugi::xml_node guide = list.append_child("a:gd");
            setAttribute(guide, "name", "adj");
            setAttribute(guide, "fmla", adjustment);
        }
    }

    /// An open path through the points of an arrow that turns.
    static void addPath(pugi::xml_node properties, std::span<const Point> points, const flow::Rect &rect)
    {
        pugi::xml_node geometry = properties.append_child("a:custGeom");
        for (const char *part : {"a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst"}) {
            geometry.append_child(part);
        }
        pugi::xml_node area = geometry.append_child("a:rect");
        for (const char *side : {"l", "t", "r", "b"}) {
            setAttribute(area, side, side);
        }
        pugi::xml_node path = geometry.append_child("a:pathLst").append_child("a:path");
        setPoint(path, "w", "h", rect.width, rect.height);
        setAttribute(path, "fill", "none");
        for (std::size_t i = 0; i < points.size(); ++i) {
            pugi::xml_node step = path.append_child(i == 0 ? "a:moveTo" : "a:lnTo");
            setPoint(
                step.append_child("a:pt"), "x", "y", points[i].first - rect.x, points[i].second - rect.y);
        }
    }

    pugi::xml_node addLine(pugi::xml_node properties)
    {
        pugi::xml_node line = properties.append_child("a:ln");
        setAttribute(line, "w", emu(m_diagram.theme.lineWidth));
        addFill(line, m_diagram.theme.ink);
        line.append_child("a:miter");
        setAttribute(line.child("a:miter"), "lim", "800000");
        return line;
    }

    static void
    addBody(pugi::xml_node shape, const char *direction, const char *anchor, double left, double top)
    {
        pugi::xml_node body = shape.append_child("wps:bodyPr");
        setAttribute(body, "rot", "0");
        setAttribute(body, "vert", direction);
        setAttribute(body, "wrap", "square");
        setAttribute(body, "lIns", emu(left));
        setAttribute(body, "tIns", emu(top));
        setAttribute(body, "rIns", "0");
        setAttribute(body, "bIns", "0");
        setAttribute(body, "anchor", anchor);
        body.append_child("a:noAutofit");
    }

    /// Whether a line stands in the middle of a box, as that of a header.
    [[nodiscard]] bool isCentred(TextRun line, const flow::Rect &rect) const
    {
        const flow::TextLine &first = line.front();
        const double middle =
            first.anchor == flow::Anchor::Middle ? first.x : first.x + widthOf(line, m_diagram.fontSize) / 2;
        return std::abs(middle - rect.x - rect.width / 2) < kNear * m_diagram.fontSize;
    }

    void addParagraph(
        pugi::xml_node content, TextRun line, double pitch, double before, double indent, bool centred)
    {
        const bool turnsLeft = isRightToLeft(textOf(line));
        pugi::xml_node paragraph = addDocxParagraph(content);
        pugi::xml_node properties = paragraph.append_child("w:pPr");
        if (turnsLeft) {
            properties.append_child("w:bidi");
        }
        pugi::xml_node spacing = properties.append_child("w:spacing");
        setAttribute(spacing, "w:before", docxTwips(before));
        setAttribute(spacing, "w:after", "0");
        setAttribute(spacing, "w:line", docxTwips(pitch));
        setAttribute(spacing, "w:lineRule", "exact");
        if (!centred && indent > kNear) {
            // In a paragraph from right to left "right" is where its lines end: the left side.
            setAttribute(
                properties.append_child("w:ind"), turnsLeft ? "w:right" : "w:left", docxTwips(indent));
        }
        setAttribute(properties.append_child("w:jc"),
                     "w:val",
                     centred     ? "center"
                     : turnsLeft ? "right"
                                 : "left");
        for (const flow::TextLine &piece : line) {
            pugi::xml_node run = addDocxRun(paragraph,
                                            text::printableLine(piece.text),
                                            {.isBold = piece.isBold,
                                             .isItalic = piece.isItalic,
                                             .isRightToLeft = turnsLeft,
                                             .size = flow::sizeOf(piece, m_diagram.fontSize)});
            setInk(run);
        }
    }

    /// Black needs no saying; <w:color> stands before <w:sz>.
    void setInk(pugi::xml_node run) const
    {
        if (m_ink != 0) {
            pugi::xml_node properties = run.child("w:rPr");
            setAttribute(properties.insert_child_before("w:color", properties.child("w:sz")),
                         "w:val",
                         hexColour(m_ink));
        }
    }

    [[nodiscard]] double sizeOfColumn(const Column &column) const
    {
        double size = 0;
        for (const TextRun line : column.lines) {
            size = std::max(size, flow::sizeOf(line.front(), m_diagram.fontSize));
        }
        return size;
    }

    void addText(pugi::xml_node shape, const flow::Rect &rect, const Column &column)
    {
        pugi::xml_node content = shape.append_child("wps:txbx").append_child("w:txbxContent");
        double pitch = sizeOfColumn(column) * kUsualLine;
        double left = rect.width;
        for (const TextRun line : column.lines) {
            left = std::min(left, isCentred(line, rect) ? 0 : std::max(0.0, line.front().x - rect.x));
        }
        double previous = 0;
        double top = 0;
        for (const TextRun line : column.lines) {
            const double baseline = line.front().baseline;
            if (content.first_child().empty()) {
                top = std::max(0.0, baseline - rect.y - kBaselineInLine * pitch);
                previous = baseline - pitch;
            }
            addParagraph(content,
                         line,
                         pitch,
                         std::max(0.0, baseline - previous - pitch),
                         line.front().x - rect.x - left,
                         isCentred(line, rect));
            previous = baseline;
        }
        addBody(shape, "horz", "t", left, top);
    }

    void addFreeText(const std::string &name, const flow::Rect &rect, const Column &column)
    {
        pugi::xml_node shape = addShape(name, rect, false);
        setAttribute(shape.child("wps:cNvSpPr"), "txBox", "1");
        pugi::xml_node properties = shape.child("wps:spPr");
        addGeometry(properties, "rect");
        properties.append_child("a:noFill");
        properties.append_child("a:ln").append_child("a:noFill");
        addText(shape, rect, column);
    }

    void addTurnedText(pugi::xml_node shape, const std::vector<Column> &columns)
    {
        pugi::xml_node content = shape.append_child("wps:txbx").append_child("w:txbxContent");
        for (const Column &column : columns) {
            for (const TextRun line : column.lines) {
                addParagraph(content, line, m_diagram.fontSize * kUsualLine, 0, 0, true);
            }
        }
        if (content.first_child().empty()) {
            addDocxParagraph(content);
        }
        addBody(shape, "vert270", "ctr", 0, 0);
    }

    DocxPackage &m_package;
    pugi::xml_node m_group;
    const flow::Diagram &m_diagram;
    std::uint32_t m_ink = 0; ///< of the text that is being set
};

void setDistances(pugi::xml_node placed)
{
    for (const char *distance : {"distT", "distB", "distL", "distR"}) {
        setAttribute(placed, distance, "0");
    }
}

/// <wp:inline> with size and alternative text; returns the <a:graphicData>.
pugi::xml_node
addInline(DocxPackage &package, pugi::xml_node parent, const DocxPicture &picture, const char *content)
{
    pugi::xml_node inlined = parent.append_child("w:drawing").append_child("wp:inline");
    setDistances(inlined);
    setPoint(inlined.append_child("wp:extent"), "cx", "cy", picture.width, picture.height);
    pugi::xml_node identity = inlined.append_child("wp:docPr");
    const int id = package.newShapeId();
    setAttribute(identity, "id", std::to_string(id));
    setAttribute(identity, "name", "Figure " + std::to_string(id));
    setAttribute(identity, "descr", text::printableLine(picture.description));
    setAttribute(identity, "title", text::printableLine(picture.title));
    inlined.append_child("wp:cNvGraphicFramePr");
    pugi::xml_node data = inlined.append_child("a:graphic").append_child("a:graphicData");
    setAttribute(data, "uri", content);
    return data;
}

/// <wp:anchor>: in front of the text, held by the paragraph; returns the <a:graphicData>.
pugi::xml_node addAnchored(DocxPackage &package, pugi::xml_node parent, const flow::Box &box, int order)
{
    pugi::xml_node anchor = parent.append_child("w:drawing").append_child("wp:anchor");
    setDistances(anchor);
    setAttribute(anchor, "simplePos", "0");
    setAttribute(anchor, "relativeHeight", std::to_string(order));
    setAttribute(anchor, "behindDoc", "0");
    setAttribute(anchor, "locked", "0");
    setAttribute(anchor, "layoutInCell", "1");
    setAttribute(anchor, "allowOverlap", "1");
    setPoint(anchor.append_child("wp:simplePos"), "x", "y", 0, 0);
    pugi::xml_node across = anchor.append_child("wp:positionH");
    setAttribute(across, "relativeFrom", "column");
    addElement(across, "wp:posOffset", emu(box.rect.x));
    pugi::xml_node down = anchor.append_child("wp:positionV");
    setAttribute(down, "relativeFrom", "paragraph");
    addElement(down, "wp:posOffset", emu(box.rect.y));
    setPoint(anchor.append_child("wp:extent"), "cx", "cy", box.rect.width, box.rect.height);
    anchor.append_child("wp:wrapNone");
    pugi::xml_node identity = anchor.append_child("wp:docPr");
    setAttribute(identity, "id", std::to_string(package.newShapeId()));
    setAttribute(identity, "name", nameOf(box));
    anchor.append_child("wp:cNvGraphicFramePr");
    pugi::xml_node data = anchor.append_child("a:graphic").append_child("a:graphicData");
    setAttribute(data, "uri", kShape);
    return data;
}

void addPicture(DocxPackage &package, pugi::xml_node parent, const DocxPicture &shown)
{
    pugi::xml_node data = addInline(package, parent, shown, kPicture);
    pugi::xml_node picture = data.append_child("pic:pic");
    pugi::xml_node names = picture.append_child("pic:nvPicPr");
    pugi::xml_node identity = names.append_child("pic:cNvPr");
    setAttribute(identity, "id", "0");
    setAttribute(identity, "name", "Picture");
    names.append_child("pic:cNvPicPr");
    pugi::xml_node fill = picture.append_child("pic:blipFill");
    setAttribute(fill.append_child("a:blip"), "r:embed", shown.id);
    fill.append_child("a:stretch").append_child("a:fillRect");
    pugi::xml_node properties = picture.append_child("pic:spPr");
    addTransform(properties, {0, 0, shown.width, shown.height});
    pugi::xml_node geometry = properties.append_child("a:prstGeom");
    setAttribute(geometry, "prst", "rect");
    geometry.append_child("a:avLst");
}

} // namespace

void addDocxPicture(DocxPackage &package, pugi::xml_node paragraph, const DocxPicture &picture)
{
    addPicture(package, paragraph.append_child("w:r"), picture);
}

void addDocxDrawing(DocxPackage &package,
                    pugi::xml_node paragraph,
                    const flow::Diagram &diagram,
                    const DocxPicture &picture)
{
    pugi::xml_node alternatives = paragraph.append_child("w:r").append_child("mc:AlternateContent");
    pugi::xml_node choice = alternatives.append_child("mc:Choice");
    setAttribute(choice, "Requires", "wpg");
    pugi::xml_node group = addInline(package, choice, picture, kGroup).append_child("wpg:wgp");
    group.append_child("wpg:cNvGrpSpPr");
    const flow::Rect whole{0, 0, diagram.width, diagram.height};
    pugi::xml_node transform = addTransform(group.append_child("wpg:grpSpPr"), whole);
    setPoint(transform.append_child("a:chOff"), "x", "y", 0, 0);
    setPoint(transform.append_child("a:chExt"), "cx", "cy", diagram.width, diagram.height);
    ShapeWriter shapes(package, group, diagram);
    shapes.addPaper();
    for (const flow::Arrow &arrow : diagram.arrows) {
        shapes.addArrow(arrow);
    }
    for (const flow::Box &box : diagram.boxes) {
        if (box.kind != flow::BoxKind::SideLabel) {
            shapes.addBox(box);
        }
    }
    shapes.addFootnotes();
    addPicture(package, alternatives.append_child("mc:Fallback"), picture);
    // LibreOffice does not turn the text of shapes in a group: side labels stand in front of it.
    int order = 0;
    for (const flow::Box &box : diagram.boxes) {
        if (box.kind == flow::BoxKind::SideLabel) {
            pugi::xml_node label = paragraph.append_child("w:r").append_child("mc:AlternateContent");
            pugi::xml_node shape = label.append_child("mc:Choice");
            setAttribute(shape, "Requires", "wps");
            ShapeWriter(package, addAnchored(package, shape, box, ++order), diagram).addBox(box);
            label.append_child("mc:Fallback"); // the picture has them
        }
    }
}

} // namespace winnow::publish
