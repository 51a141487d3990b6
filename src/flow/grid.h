#pragma once

#include "flow/template.h"

#include <cstddef>
#include <string>
#include <vector>

namespace winnow::flow {

/// A box in the rows and columns of a diagram.
struct Cell
{
    const TemplateBox *box = nullptr; ///< of the template, which must outlive the grid
    std::size_t row = 0;
    std::size_t column = 0;
    std::size_t span = 1; ///< columns

    [[nodiscard]] bool isHeader() const;

    [[nodiscard]] bool covers(std::size_t other) const { return other >= column && other < column + span; }
};

/// An arrow from one cell to another, as indices into Grid::cells.
struct Link
{
    std::size_t from = 0;
    std::size_t to = 0;
};

/// Rows that a side label spans, both included.
struct StageRows
{
    std::string name;
    std::size_t first = 0;
    std::size_t last = 0;
};

struct Grid
{
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<std::size_t> laneStarts; ///< the columns with which lanes begin
    std::vector<Cell> cells;             ///< in order of reading: lane by lane
    std::vector<Link> links;
    std::vector<StageRows> stages;
};

enum class Arrangement {
    SideBySide, ///< as PRISMA prints it
    Stacked,    ///< one lane below the other, for a narrow page
};

[[nodiscard]] Grid arrange(const Template &source, Arrangement arrangement);

} // namespace winnow::flow
