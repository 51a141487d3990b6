#include "publish/support/drawing.h"

#include "flow/metrics.h"

#include <algorithm>
#include <cmath>

namespace winnow::publish {

namespace {

/// Whether a piece goes on where the one before it ends; else it begins a line of its own, as in the next
/// column of a box.
bool follows(const flow::TextLine &before, const flow::TextLine &piece, double fontSize)
{
    if (piece.baseline != before.baseline || piece.anchor != before.anchor) {
        return false;
    }
    const double width = flow::textWidth(before.text, flow::sizeOf(before, fontSize));
    const double slack = fontSize / 4 + (before.isBold ? 0.15 * width : 0); // bold type is wider
    return piece.anchor == flow::Anchor::Middle || std::abs(piece.x - before.x - width) < slack;
}

} // namespace

std::vector<TextRun> linesOf(TextRun pieces, double fontSize)
{
    std::vector<TextRun> lines;
    std::size_t first = 0;
    for (std::size_t i = 1; i <= pieces.size(); ++i) {
        if (i == pieces.size() || !follows(pieces[i - 1], pieces[i], fontSize)) {
            lines.push_back(pieces.subspan(first, i - first));
            first = i;
        }
    }
    return lines;
}

std::string textOf(TextRun line)
{
    std::string text;
    for (const flow::TextLine &piece : line) {
        text += piece.text;
    }
    return text;
}

ArrowShape shapeOf(const flow::Arrow &arrow, const flow::Theme &theme)
{
    if (arrow.points.size() < 2) {
        return {};
    }
    const auto [tipX, tipY] = arrow.points.back();
    const auto [fromX, fromY] = arrow.points[arrow.points.size() - 2];
    const double length = std::hypot(tipX - fromX, tipY - fromY);
    if (length <= 0) {
        return {};
    }
    const double alongX = (tipX - fromX) / length;
    const double alongY = (tipY - fromY) / length;
    const double baseX = tipX - alongX * theme.headLength;
    const double baseY = tipY - alongY * theme.headLength;
    const double acrossX = -alongY * theme.headHalfWidth;
    const double acrossY = alongX * theme.headHalfWidth;
    ArrowShape shape{{arrow.points.begin(), arrow.points.end() - 1},
                     {Point{tipX, tipY},
                      Point{baseX + acrossX, baseY + acrossY},
                      Point{baseX - acrossX, baseY - acrossY}}};
    shape.line.emplace_back(baseX, baseY);
    return shape;
}

bool isGrey(const flow::Diagram &diagram)
{
    const flow::Theme &theme = diagram.theme;
    const auto isGreyColour = [](std::uint32_t c) {
        return (c >> 16 & 0xFFU) == (c >> 8 & 0xFFU) && (c >> 8 & 0xFFU) == (c & 0xFFU);
    };
    return std::ranges::all_of(std::array{theme.paper,
                                          theme.ink,
                                          theme.box,
                                          theme.optionalBox,
                                          theme.header,
                                          theme.optionalHeader,
                                          theme.sideLabel},
                               isGreyColour) &&
           std::ranges::all_of(diagram.boxes, [&](const flow::Box &box) {
               return isGreyColour(flow::fillOf(box, theme)) && isGreyColour(flow::inkOf(box, theme));
           });
}

} // namespace winnow::publish
