#pragma once

#include "appraisal/plots.h"

#include <string>
#include <string_view>
#include <vector>

namespace winnow::appraisal {

constexpr double kMargin = 4; ///< points of white around a plot
constexpr double kPointsPerMm = 72 / 25.4;
constexpr double kPointsPerInch = 72;
constexpr double kBoldIsWider = 1.1; ///< than the type in which texts are measured

/// An empty diagram with title, theme and type size.
[[nodiscard]] flow::Diagram
emptyPlot(const Appraisals &appraisals, const PlotOptions &options, std::string_view kind);

/// Lines one below the other, the block in the middle of an area's height.
struct TextStyle
{
    flow::Anchor anchor = flow::Anchor::Start;
    bool isBold = false;
};

[[nodiscard]] std::vector<flow::TextLine>
linesIn(const flow::Rect &area, const std::vector<std::string> &lines, double fontSize, TextStyle style);

/// How wide a text is, bold or not.
[[nodiscard]] double widthOf(std::string_view text, double fontSize, bool isBold = false);

/// A text alone on white.
[[nodiscard]] flow::Box label(
    const std::string &id, const flow::Rect &area, const std::string &text, double fontSize, TextStyle style);

/// The disc of a judgement with its symbol; `description` may be empty.
[[nodiscard]] flow::Box disc(const std::string &id,
                             const flow::Rect &area,
                             Judgement judgement,
                             Colours colours,
                             const std::string &description);

/// A panel in the colour of a judgement; with the symbol where colours alone would not do.
[[nodiscard]] flow::Box segment(const std::string &id,
                                const flow::Rect &area,
                                Judgement judgement,
                                Colours colours,
                                const std::string &description);

/// A plain area that says nothing.
[[nodiscard]] flow::Box ground(const flow::Rect &area, std::uint32_t colour);

} // namespace winnow::appraisal
