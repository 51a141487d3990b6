#include "flow/grid.h"

#include <algorithm>
#include <map>

namespace winnow::flow {

namespace {

/// Lanes or parts of lanes that share their rows.
struct Band
{
    struct Part
    {
        const Lane *lane;
        bool isIncluded; ///< the part where the lanes have come together; otherwise what is before it
        std::size_t column;
    };

    std::vector<Part> parts;
    bool hasHeaders = false;
};

class Arranger
{
public:
    Arranger(const Template &source, Arrangement arrangement)
        : m_source(source)
        , m_isStacked(arrangement == Arrangement::Stacked)
    {}

    Grid run()
    {
        for (const Lane &lane : m_source.lanes) {
            m_laneCells.emplace_back(lane.rungs.size());
        }
        for (const Band &band : bands()) {
            place(band);
        }
        orderByLane();
        link();
        return std::move(m_grid);
    }

private:
    struct RungCells
    {
        std::size_t main = kNone;
        std::size_t side = kNone;
        static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    };

    [[nodiscard]] static std::size_t widthOf(const Lane &lane) { return lane.hasSide() ? 2 : 1; }

    [[nodiscard]] std::vector<Band> bands()
    {
        Band one;
        std::vector<Band> stacked;
        for (const Lane &lane : m_source.lanes) {
            one.parts.push_back({&lane, false, m_grid.columns});
            one.parts.push_back({&lane, true, m_grid.columns});
            stacked.push_back({{{&lane, false, 0}}, true});
            m_grid.laneStarts.push_back(m_grid.columns);
            m_grid.columns += widthOf(lane);
        }
        one.hasHeaders = true;
        if (!m_isStacked) {
            return {one};
        }
        Band included;
        for (const Lane &lane : m_source.lanes) {
            included.parts.push_back({&lane, true, 0});
        }
        stacked.push_back(included);
        m_grid.laneStarts = {0};
        m_grid.columns = 2;
        return stacked;
    }

    void place(const Band &band)
    {
        if (band.hasHeaders) {
            placeHeaders(band);
        }
        bool isFirst = true; // a side label does not run over a header
        for (std::size_t step = 0; step < m_source.steps.size(); ++step) {
            bool isUsed = false;
            for (const Band::Part &part : band.parts) {
                if (m_source.steps[step].isIncluded == part.isIncluded) {
                    isUsed = placeStep(part, step) || isUsed;
                }
            }
            if (isUsed) {
                addToStage(m_source.steps[step].stage, isFirst);
                isFirst = false;
                ++m_grid.rows;
            }
        }
    }

    void placeHeaders(const Band &band)
    {
        const std::size_t before = m_grid.cells.size();
        for (const Band::Part &part : band.parts) {
            if (!part.isIncluded && part.lane->header.isDrawn()) {
                const std::size_t span = m_isStacked ? 2 : widthOf(*part.lane);
                m_grid.cells.push_back({&part.lane->header, m_grid.rows, part.column, span});
            }
        }
        m_grid.rows += m_grid.cells.size() > before ? 1 : 0;
    }

    bool placeStep(const Band::Part &part, std::size_t step)
    {
        RungCells *cells = m_laneCells[static_cast<std::size_t>(part.lane - m_source.lanes.data())].data();
        bool isUsed = false;
        for (const Rung &rung : part.lane->rungs) {
            if (rung.step == step) {
                isUsed = true;
                if (rung.main.isDrawn()) {
                    cells->main = m_grid.cells.size();
                    m_grid.cells.push_back(
                        {&rung.main, m_grid.rows, part.column, rung.isWide ? std::size_t{2} : 1});
                }
                if (rung.side.isDrawn()) {
                    cells->side = m_grid.cells.size();
                    m_grid.cells.push_back({&rung.side, m_grid.rows, part.column + 1, 1});
                }
            }
            ++cells;
        }
        return isUsed;
    }

    void addToStage(const std::string &name, bool isNew)
    {
        if (isNew || m_grid.stages.empty() || m_grid.stages.back().name != name) {
            m_grid.stages.push_back({name, m_grid.rows, m_grid.rows});
        }
        m_grid.stages.back().last = m_grid.rows;
    }

    /// Cells come row by row; they are to be read lane by lane.
    void orderByLane()
    {
        std::vector<const TemplateBox *> order;
        for (const Lane &lane : m_source.lanes) {
            order.push_back(&lane.header);
            for (const Rung &rung : lane.rungs) {
                order.push_back(&rung.main);
                order.push_back(&rung.side);
            }
        }
        std::vector<Cell> cells;
        std::map<std::size_t, std::size_t> moved;
        for (const TemplateBox *const box : order) {
            const auto found = std::ranges::find(m_grid.cells, box, &Cell::box);
            if (found != m_grid.cells.end()) {
                moved[static_cast<std::size_t>(found - m_grid.cells.begin())] = cells.size();
                cells.push_back(*found);
            }
        }
        m_grid.cells = std::move(cells);
        for (std::vector<RungCells> &lane : m_laneCells) {
            for (RungCells &rung : lane) {
                rung.main = rung.main == RungCells::kNone ? rung.main : moved.at(rung.main);
                rung.side = rung.side == RungCells::kNone ? rung.side : moved.at(rung.side);
            }
        }
    }

    void link()
    {
        for (std::size_t i = 0; i < m_source.lanes.size(); ++i) {
            linkLane(m_source.lanes[i], m_laneCells[i]);
        }
    }

    void linkLane(const Lane &lane, const std::vector<RungCells> &cells)
    {
        std::size_t previous = RungCells::kNone;
        std::vector<std::size_t> waiting; // side boxes that lead to the next main one
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto &[main, side] = cells[i];
            if (main != RungCells::kNone) {
                add(previous, main);
                for (const std::size_t from : waiting) {
                    add(from, main);
                }
                waiting.clear();
                previous = main;
            }
            switch (lane.rungs[i].sideArrow) {
            case SideArrow::FromMain:
                add(previous, side);
                break;
            case SideArrow::ToMain:
                add(side, main);
                break;
            case SideArrow::ToNext:
                if (side != RungCells::kNone) {
                    waiting.push_back(side);
                }
            }
        }
        if (!lane.joins.empty()) {
            const auto target = std::ranges::find_if(
                m_grid.cells, [&](const Cell &cell) { return cell.box->id == lane.joins; });
            if (target != m_grid.cells.end()) {
                add(previous, static_cast<std::size_t>(target - m_grid.cells.begin()));
            }
        }
    }

    void add(std::size_t from, std::size_t to)
    {
        if (from != RungCells::kNone && to != RungCells::kNone) {
            m_grid.links.push_back({from, to});
        }
    }

    const Template &m_source;
    bool m_isStacked;
    Grid m_grid;
    std::vector<std::vector<RungCells>> m_laneCells; ///< by lane and rung
};

} // namespace

bool Cell::isHeader() const
{
    return box->kind == BoxKind::Header || box->kind == BoxKind::OptionalHeader;
}

Grid arrange(const Template &source, Arrangement arrangement)
{
    return Arranger(source, arrangement).run();
}

} // namespace winnow::flow
