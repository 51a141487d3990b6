#pragma once

#include "flow/diagram.h"
#include "flow/template.h"

#include <string>
#include <vector>

namespace winnow::flow {

/// The text of a box set to a width: lines from its upper left corner, and the height that they need.
struct SetText
{
    std::vector<TextLine> lines;
    double height = 0;
};

/// What follows from the type size, so that the diagram keeps its look at any width.
struct TypeMeasures
{
    explicit TypeMeasures(double fontSize);

    double font;
    double line;    ///< height of a line
    double padding; ///< between a box's edge and its text
};

/// Breaks the lines of a box to its width. A long list of short entries goes into two columns.
[[nodiscard]] SetText
setText(const TemplateBox &box, double width, const TypeMeasures &measures, bool isCentred);

/// The width that a box needs so that no number and hardly a word has to be broken.
[[nodiscard]] double neededWidth(const TemplateBox &box, const TypeMeasures &measures);

} // namespace winnow::flow
