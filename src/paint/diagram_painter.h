#pragma once

#include "flow/diagram.h"

#include <QColor>
#include <QString>

#include <vector>

class QPainter;

namespace winnow::paint {

/// Paints a flow diagram; one unit of the painter is one point (1/72 inch). `highlighted` is the id of a box
/// to mark, or empty.
void paintDiagram(QPainter &painter, const flow::Diagram &diagram, const std::string &highlighted = {});

} // namespace winnow::paint
