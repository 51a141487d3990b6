#include "flow/box_text.h"
#include "flow/description.h"
#include "flow/grid.h"
#include "flow/metrics.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace winnow::flow {

namespace {

constexpr double kPointsPerMm = 72 / 25.4;
constexpr double kMinFontSize = 4;   ///< so that a hostile option cannot make empty lines
constexpr double kMargin = 2;        ///< points of white around the drawing, as publishers ask for
constexpr double kBoldIsWider = 1.1; ///< bold against regular, on the wide side
constexpr double kLeastBypass = 8;   ///< points, so that the head of an arrow has room

// In ems:
constexpr double kSideLabel = 2.2; ///< width of the side labels
constexpr double kLabelGap = 0.8;  ///< between them and the boxes
constexpr double kBypass = 1.1;    ///< room for an arrow that runs past other boxes
constexpr double kColumnGap = 2.5; ///< inside a lane; room for an arrow
constexpr double kLaneGap = 1.8;
constexpr double kRowGap = 2.2; ///< room for an arrow
constexpr double kHeaderGap = 1.1;

using Point = std::pair<double, double>;

Point centreOf(const Rect &rect)
{
    return {rect.x + rect.width / 2, rect.y + rect.height / 2};
}

/// The arrows that cannot run straight down, since a box stands between; the last to set out first.
std::vector<std::size_t> bypasses(const Grid &grid)
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < grid.links.size(); ++i) {
        const Cell &from = grid.cells[grid.links[i].from];
        const Cell &to = grid.cells[grid.links[i].to];
        if (from.column == to.column && std::ranges::any_of(grid.cells, [&](const Cell &cell) {
                return cell.row > from.row && cell.row < to.row && cell.covers(from.column);
            })) {
            found.push_back(i);
        }
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, [&](std::size_t link) {
        return grid.cells[grid.links[link].from].row;
    });
    return found;
}

class Layout
{
public:
    Layout(const Template &source, Grid grid, const DiagramOptions &options)
        : m_source(source)
        , m_grid(std::move(grid))
        , m_bypasses(bypasses(m_grid))
        , m_m(std::max(options.fontSizePt, kMinFontSize))
        , m_width(options.widthMm * kPointsPerMm)
    {}

    /// The narrowest page on which no word is broken, in points.
    [[nodiscard]] double neededWidth() const
    {
        double column = 0;
        for (const Cell &cell : m_grid.cells) {
            if (!cell.isHeader() && cell.span == 1) {
                column = std::max(column, flow::neededWidth(*cell.box, m_m));
            }
        }
        return left() + column * static_cast<double>(m_grid.columns) + gaps() + kMargin;
    }

    Diagram run()
    {
        m_width = std::max(m_width, neededWidth());
        placeColumns();
        setBoxes();
        placeRows();
        placeBoxes();
        placeSideLabels();
        for (std::size_t i = 0; i < m_grid.links.size(); ++i) {
            connect(i);
        }
        placeFootnotes();
        m_diagram.title = m_source.title;
        m_diagram.language = m_source.language;
        m_diagram.attribution = m_source.attribution;
        m_diagram.width = m_width;
        m_diagram.fontSize = m_m.font;
        return std::move(m_diagram);
    }

private:
    [[nodiscard]] double em(double count) const { return count * m_m.font; }

    [[nodiscard]] double bypass() const { return std::max(em(kBypass), kLeastBypass); }

    [[nodiscard]] double left() const
    {
        return kMargin + em(kSideLabel + kLabelGap) + bypass() * static_cast<double>(m_bypasses.size());
    }

    [[nodiscard]] bool startsLane(std::size_t column) const
    {
        return std::ranges::find(m_grid.laneStarts, column) != m_grid.laneStarts.end();
    }

    [[nodiscard]] double gapBefore(std::size_t column) const
    {
        return column == 0 ? 0 : em(startsLane(column) ? kLaneGap : kColumnGap);
    }

    [[nodiscard]] double gaps() const
    {
        double sum = 0;
        for (std::size_t column = 0; column < m_grid.columns; ++column) {
            sum += gapBefore(column);
        }
        return sum;
    }

    void placeColumns()
    {
        m_columnWidth = (m_width - left() - gaps() - kMargin) / static_cast<double>(m_grid.columns);
        double x = left();
        for (std::size_t column = 0; column < m_grid.columns; ++column) {
            x += gapBefore(column);
            m_columns.push_back(x);
            x += m_columnWidth;
        }
    }

    [[nodiscard]] double widthOf(const Cell &cell) const
    {
        return m_columns[cell.column + cell.span - 1] + m_columnWidth - m_columns[cell.column];
    }

    void setBoxes()
    {
        for (const Cell &cell : m_grid.cells) {
            const bool isCentred = m_source.isCentred || cell.isHeader();
            m_texts.push_back(setText(*cell.box, widthOf(cell), m_m, isCentred));
        }
    }

    /// Rows as high as the highest box in them, and a stage as high as its name is long.
    void placeRows()
    {
        std::vector<double> heights(m_grid.rows, 0);
        std::vector<double> gapsAfter(m_grid.rows, em(kRowGap));
        for (std::size_t i = 0; i < m_grid.cells.size(); ++i) {
            const Cell &cell = m_grid.cells[i];
            heights[cell.row] = std::max(heights[cell.row], m_texts[i].height);
            if (cell.isHeader()) {
                gapsAfter[cell.row] = em(kHeaderGap);
            }
        }
        for (const StageRows &stage : m_grid.stages) {
            double height = 0;
            for (std::size_t row = stage.first; row <= stage.last; ++row) {
                height += heights[row] + (row < stage.last ? gapsAfter[row] : 0);
            }
            const double missing = textWidth(stage.name, m_m.font) + m_m.padding - height;
            const auto rows = static_cast<double>(stage.last - stage.first + 1);
            for (std::size_t row = stage.first; missing > 0 && row <= stage.last; ++row) {
                heights[row] += missing / rows;
            }
        }
        double y = kMargin;
        for (std::size_t row = 0; row < m_grid.rows; ++row) {
            m_rows.emplace_back(y, y + heights[row]);
            m_bottom = y + heights[row];
            y = m_bottom + gapsAfter[row];
        }
    }

    void placeBoxes()
    {
        for (std::size_t i = 0; i < m_grid.cells.size(); ++i) {
            const Cell &cell = m_grid.cells[i];
            const auto [top, bottom] = m_rows[cell.row];
            const double height = cell.isHeader() ? bottom - top : m_texts[i].height;
            const double y = (top + bottom - height) / 2;
            Box box{cell.box->id,
                    cell.box->kind,
                    {m_columns[cell.column], y, widthOf(cell), height},
                    std::move(m_texts[i].lines),
                    textOf(*cell.box)};
            const double down = y + (height - m_texts[i].height) / 2;
            for (TextLine &line : box.lines) {
                line.x += box.rect.x;
                line.baseline += down;
            }
            m_diagram.boxes.push_back(std::move(box));
        }
    }

    void placeSideLabels()
    {
        for (std::size_t i = 0; i < m_grid.stages.size(); ++i) {
            const StageRows &stage = m_grid.stages[i];
            const double top = m_rows[stage.first].first;
            Box box{"stage" + std::to_string(i + 1),
                    BoxKind::SideLabel,
                    {kMargin, top, em(kSideLabel), m_rows[stage.last].second - top},
                    {},
                    stage.name};
            const auto [x, y] = centreOf(box.rect);
            box.lines.push_back({stage.name, x, y + 0.35 * m_m.font, false, false, Anchor::Middle});
            m_diagram.boxes.push_back(std::move(box));
        }
    }

    void connect(std::size_t link)
    {
        const auto [from, to] = m_grid.links[link];
        m_diagram.arrows.push_back(
            {m_diagram.boxes[from].id, m_diagram.boxes[to].id, pathOf(link, from, to)});
    }

    [[nodiscard]] std::vector<Point>
    pathOf(std::size_t link, std::size_t fromIndex, std::size_t toIndex) const
    {
        const Cell &fromCell = m_grid.cells[fromIndex];
        const Cell &toCell = m_grid.cells[toIndex];
        const Rect &from = m_diagram.boxes[fromIndex].rect;
        const Rect &to = m_diagram.boxes[toIndex].rect;
        const auto [fromX, fromY] = centreOf(from);
        const auto [toX, toY] = centreOf(to);
        if (fromCell.row == toCell.row) {
            const bool isRightward = fromX < toX;
            return {{isRightward ? from.x + from.width : from.x, fromY},
                    {isRightward ? to.x : to.x + to.width, toY}};
        }
        if (const auto at = std::ranges::find(m_bypasses, link); at != m_bypasses.end()) {
            const auto place = static_cast<double>(at - m_bypasses.begin());
            const double x = left() - bypass() * (place + 0.7);
            return {{from.x, fromY}, {x, fromY}, {x, toY}, {to.x, toY}};
        }
        if (toCell.covers(fromCell.column) || fromCell.covers(toCell.column)) {
            const double x = fromCell.span > toCell.span ? toX : fromX;
            return {{x, from.y + from.height}, {x, to.y}};
        }
        return {{fromX, from.y + from.height}, {fromX, toY}, {fromX < toX ? to.x : to.x + to.width, toY}};
    }

    void placeFootnotes()
    {
        if (!m_source.draft.empty() || !m_source.footnotes.empty()) {
            m_bottom += m_m.padding;
        }
        if (!m_source.draft.empty()) {
            placeFootnote(m_source.draft, true);
        }
        for (const std::string &note : m_source.footnotes) {
            placeFootnote(note, false);
        }
        m_diagram.height = m_bottom + kMargin;
    }

    void placeFootnote(const std::string &note, bool isBold)
    {
        const double width = (m_width - 2 * kMargin) / (isBold ? kBoldIsWider : 1);
        m_bottom += 0.3 * m_m.line;
        for (const std::string &line : wrap(note, width, m_m.font)) {
            m_diagram.footnotes.push_back({line, kMargin, m_bottom + m_m.font, false, isBold});
            m_bottom += m_m.line;
        }
    }

    const Template &m_source;
    Grid m_grid;
    std::vector<std::size_t> m_bypasses; ///< links, from the innermost path to the outermost
    TypeMeasures m_m;
    double m_width;
    double m_columnWidth = 0;
    std::vector<double> m_columns;                 ///< left edges
    std::vector<std::pair<double, double>> m_rows; ///< upper and lower edges
    std::vector<SetText> m_texts;                  ///< of the cells
    double m_bottom = 0;
    Diagram m_diagram;
};

} // namespace

Diagram layOut(const Numbers &numbers, const DiagramOptions &options)
{
    const Template source = fill(numbers, options);
    std::optional<Layout> layout(std::in_place, source, arrange(source, Arrangement::SideBySide), options);
    if (source.lanes.size() > 1 && layout->neededWidth() > options.widthMm * kPointsPerMm) {
        layout.emplace(source, arrange(source, Arrangement::Stacked), options);
    }
    Diagram diagram = layout->run();
    diagram.theme = themeOf(options.colours);
    diagram.description = describe(source, numbers, options.texts);
    return diagram;
}

} // namespace winnow::flow
