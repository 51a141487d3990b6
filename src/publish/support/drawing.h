#pragma once

#include "flow/diagram.h"

#include <array>
#include <span>
#include <utility>
#include <vector>

namespace winnow::publish {

using Point = std::pair<double, double>;

constexpr double kMmPerPoint = 25.4 / 72;

/// Pieces of text that follow one another in one line.
using TextRun = std::span<const flow::TextLine>;

/// The lines of a box: pieces with the same baseline that stand behind one another.
[[nodiscard]] std::vector<TextRun> linesOf(TextRun pieces, double fontSize);

/// The plain text of such a line.
[[nodiscard]] std::string textOf(TextRun line);

/// What an arrow is drawn from: a line up to the head, and the head as a triangle.
struct ArrowShape
{
    std::vector<Point> line; ///< empty: nothing to draw
    std::array<Point, 3> head;
};

[[nodiscard]] ArrowShape shapeOf(const flow::Arrow &arrow, const flow::Theme &theme);

/// Whether all colours of a diagram, and of its theme, are greys.
[[nodiscard]] bool isGrey(const flow::Diagram &diagram);

} // namespace winnow::publish
