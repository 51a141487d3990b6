#pragma once

#include "evidence/table.h"
#include "flow/diagram.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace winnow::evidence {

/// A kind of studies that a map tells apart, with how many of them are in a cell.
struct GapMapPart
{
    std::string label; ///< "High"
    std::size_t count = 0;
};

struct GapMapCell
{
    std::vector<std::string> studies; ///< their labels
    std::vector<GapMapPart> parts; ///< one for each of GapMap::parts; empty where nothing divides the studies
};

/// Where there are studies and where none: interventions against outcomes, say. A study counts in every cell
/// that it speaks of.
struct GapMap
{
    std::string rowsLabel;
    std::string columnsLabel;
    std::string partsLabel; ///< empty: nothing divides the studies
    std::vector<CodeLabel> rows;
    std::vector<CodeLabel> columns;
    std::vector<CodeLabel> parts;
    std::vector<std::vector<GapMapCell>> cells; ///< by row and column
    std::size_t most = 0;                       ///< studies in one cell
};

/// Of a table whose rows come from RowSource::Map.
[[nodiscard]] GapMap gapMapOf(const Table &table, const ReviewData &data);

struct GapMapOptions
{
    double widthMm = 174;
    double fontSizePt = 8;
};

/// The map as a figure: in each cell a bubble for each kind of studies, its area by their number, which
/// stands in it. A page that is too narrow is widened.
[[nodiscard]] flow::Diagram
gapMapFigure(const GapMap &map, const std::string &caption, const GapMapOptions &options = {});

} // namespace winnow::evidence
