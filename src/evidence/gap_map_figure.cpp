#include "appraisal/plot_parts.h"
#include "evidence/gap_map.h"
#include "flow/metrics.h"
#include "flow/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace winnow::evidence {

namespace {

using appraisal::label;
using appraisal::widthOf;
using flow::Anchor;
using flow::Box;
using flow::BoxKind;
using flow::Rect;

constexpr double kMargin = 4;
constexpr double kPadding = 5;
constexpr double kLeastColumn = 46;
constexpr double kSmallest = 11;        ///< diameter of a bubble of one study
constexpr double kLargest = 34;         ///< of the fullest one
constexpr double kBetween = 3;          ///< bubbles of one cell
constexpr double kWidestRowLabel = 0.3; ///< of the whole
constexpr double kLine = 1.3;
constexpr std::uint32_t kStrip = 0xE3E7EB;
constexpr std::uint32_t kGrid = 0xC4CAD0;
constexpr double kHairline = 0.5;

/// Told apart by those who see few colours (Okabe and Ito 2008); the number in a bubble is black or white.
constexpr std::array<std::uint32_t, 6> kColours{0x56B4E9, 0xE69F00, 0x009E73, 0xCC79A7, 0xF0E442, 0xD55E00};

class Figure
{
public:
    Figure(const GapMap &map, const std::string &caption, const GapMapOptions &options)
        : m_map(map)
        , m_font(options.fontSizePt)
        , m_width(options.widthMm * appraisal::kPointsPerMm)
    {
        m_diagram.title = caption;
        m_diagram.theme = flow::themeOf(flow::Colours::Official);
        m_diagram.fontSize = m_font;
    }

    flow::Diagram layOut()
    {
        measure();
        addHead();
        for (std::size_t row = 0; row < m_map.rows.size(); ++row) {
            addRow(row);
        }
        addLegend();
        m_diagram.width = m_width;
        m_diagram.height = m_top + kMargin;
        m_diagram.description = describe();
        return std::move(m_diagram);
    }

private:
    void measure()
    {
        double longest = widthOf(m_map.rowsLabel, m_font, true);
        for (const CodeLabel &row : m_map.rows) {
            longest = std::max(longest, widthOf(row.label, m_font));
        }
        m_labels = std::min(longest + 2 * kPadding, kWidestRowLabel * m_width);
        const auto columns = static_cast<double>(std::max<std::size_t>(m_map.columns.size(), 1));
        double needed = kLeastColumn;
        for (const auto &cells : m_map.cells) {
            for (const GapMapCell &cell : cells) {
                needed = std::max(needed, bubblesWidth(cell) + 2 * kPadding);
            }
        }
        for (const CodeLabel &column : m_map.columns) {
            needed = std::max(needed, longestWord(column.label) + 2 * kPadding);
        }
        m_column = std::max(needed, (m_width - 2 * kMargin - m_labels) / columns);
        m_width = std::max(m_width, 2 * kMargin + m_labels + columns * m_column);
        m_top = kMargin;
    }

    /// No word of a head is broken.
    [[nodiscard]] double longestWord(const std::string &text) const
    {
        double longest = 0;
        for (std::size_t from = 0; from < text.size();) {
            const std::size_t end = std::min(text.find(' ', from), text.size());
            longest =
                std::max(longest, widthOf(std::string_view(text).substr(from, end - from), m_font, true) + 1);
            from = end + 1;
        }
        return longest;
    }

    /// The area of a bubble follows the number, so that two studies look like two.
    [[nodiscard]] double diameterOf(std::size_t count) const
    {
        const double share =
            static_cast<double>(count) / static_cast<double>(std::max<std::size_t>(m_map.most, 1));
        const double number = widthOf(std::to_string(count), m_font, true) + 4;
        return std::max({kSmallest, kLargest * std::sqrt(share), number});
    }

    /// How many there are of each kind; all of one kind where nothing divides them.
    [[nodiscard]] std::vector<std::size_t> countsOf(const GapMapCell &cell) const
    {
        std::vector<std::size_t> counts;
        for (const GapMapPart &part : cell.parts) {
            counts.push_back(part.count);
        }
        return m_map.parts.empty() ? std::vector<std::size_t>{cell.studies.size()} : counts;
    }

    [[nodiscard]] double bubblesWidth(const GapMapCell &cell) const
    {
        double width = 0;
        for (const std::size_t count : countsOf(cell)) {
            width += count == 0 ? 0 : diameterOf(count) + kBetween;
        }
        return std::max(0.0, width - kBetween);
    }

    [[nodiscard]] double left(std::size_t column) const
    {
        return kMargin + m_labels + m_column * static_cast<double>(column);
    }

    [[nodiscard]] double right() const { return left(m_map.columns.size()); }

    [[nodiscard]] double heightOf(const std::string &text, double width) const
    {
        return static_cast<double>(flow::wrap(text, width / appraisal::kBoldIsWider, m_font).size()) * kLine *
                   m_font +
               2 * kPadding;
    }

    void addHead()
    {
        const double title = heightOf(m_map.columnsLabel, right() - left(0));
        m_diagram.boxes.push_back(appraisal::ground({kMargin, m_top, right() - kMargin, title}, kStrip));
        addHeadLabel(
            "columns", {left(0), m_top, right() - left(0), title}, m_map.columnsLabel, Anchor::Middle);
        m_top += title;
        double height = heightOf(m_map.rowsLabel, m_labels - 2 * kPadding);
        for (const CodeLabel &column : m_map.columns) {
            height = std::max(height, heightOf(column.label, m_column - 2 * kPadding));
        }
        m_diagram.boxes.push_back(appraisal::ground({kMargin, m_top, right() - kMargin, height}, kStrip));
        addHeadLabel("rows",
                     {kMargin + kPadding, m_top, m_labels - 2 * kPadding, height},
                     m_map.rowsLabel,
                     Anchor::Start);
        for (std::size_t column = 0; column < m_map.columns.size(); ++column) {
            addHeadLabel("column-" + std::to_string(column + 1),
                         {left(column) + kPadding, m_top, m_column - 2 * kPadding, height},
                         m_map.columns[column].label,
                         Anchor::Middle);
        }
        m_top += height;
    }

    void
    addLabel(const std::string &id, const Rect &area, const std::string &text, bool isBold, Anchor anchor)
    {
        m_diagram.boxes.push_back(label(id, area, text, m_font, {anchor, isBold}));
    }

    /// On the ground of the heads.
    void addHeadLabel(const std::string &id, const Rect &area, const std::string &text, Anchor anchor)
    {
        addLabel(id, area, text, true, anchor);
        m_diagram.boxes.back().fill = kStrip;
    }

    void addRow(std::size_t row)
    {
        double height = heightOf(m_map.rows[row].label, m_labels - 2 * kPadding);
        for (const GapMapCell &cell : m_map.cells[row]) {
            for (const std::size_t count : countsOf(cell)) {
                height = std::max(height, count == 0 ? 0 : diameterOf(count) + 2 * kPadding);
            }
        }
        addLabel("row-" + std::to_string(row + 1),
                 {kMargin + kPadding, m_top, m_labels - 2 * kPadding, height},
                 m_map.rows[row].label,
                 false,
                 Anchor::Start);
        for (std::size_t column = 0; column < m_map.columns.size(); ++column) {
            addCell(row, column, {left(column), m_top, m_column, height});
        }
        m_top += height;
        m_diagram.boxes.push_back(
            appraisal::ground({kMargin, m_top - kHairline / 2, right() - kMargin, kHairline}, kGrid));
    }

    void addCell(std::size_t row, std::size_t column, const Rect &area)
    {
        m_diagram.boxes.push_back(
            appraisal::ground({area.x - kHairline / 2, area.y, kHairline, area.height}, kGrid));
        const GapMapCell &cell = m_map.cells[row][column];
        const std::vector<std::size_t> counts = countsOf(cell);
        double x = area.x + (area.width - bubblesWidth(cell)) / 2;
        for (std::size_t kind = 0; kind < counts.size(); ++kind) {
            if (counts[kind] == 0) {
                continue;
            }
            const double size = diameterOf(counts[kind]);
            const std::string what = m_map.parts.empty() ? std::string() : m_map.parts[kind].label + ", ";
            addBubble("cell-" + std::to_string(row + 1) + "-" + std::to_string(column + 1) + "-" +
                          std::to_string(kind + 1),
                      {x, area.y + (area.height - size) / 2, size, size},
                      kind,
                      std::to_string(counts[kind]),
                      m_map.rows[row].label + ", " + m_map.columns[column].label + ", " + what +
                          std::to_string(counts[kind]));
            x += size + kBetween;
        }
    }

    void addBubble(const std::string &id,
                   const Rect &area,
                   std::size_t kind,
                   const std::string &text,
                   const std::string &description)
    {
        const std::uint32_t fill = kColours.at(kind % kColours.size());
        Box box{id, BoxKind::Disc, area, {}, description, fill, appraisal::inkOn(fill)};
        box.lines = appraisal::linesIn(area, {text}, m_font, {Anchor::Middle, true});
        m_diagram.boxes.push_back(std::move(box));
    }

    void addLegend()
    {
        m_top += kPadding;
        if (m_map.parts.empty()) {
            return;
        }
        const double height = kSmallest + 2 * kPadding;
        double x = kMargin + kPadding;
        const auto advance = [&](double width) {
            if (x + width > right() && x > kMargin + kPadding) {
                x = kMargin + kPadding;
                m_top += height;
            }
        };
        const double title = widthOf(m_map.partsLabel + ":", m_font, true) + 2 * kPadding;
        addLabel("legend", {x, m_top, title, height}, m_map.partsLabel + ":", true, Anchor::Start);
        x += title;
        for (std::size_t kind = 0; kind < m_map.parts.size(); ++kind) {
            const double width = widthOf(m_map.parts[kind].label, m_font) + 1;
            advance(kSmallest + kPadding + width + 2 * kPadding);
            const std::uint32_t fill = kColours.at(kind % kColours.size());
            m_diagram.boxes.push_back({"key-" + std::to_string(kind + 1),
                                       BoxKind::Disc,
                                       {x, m_top + kPadding, kSmallest, kSmallest},
                                       {},
                                       {},
                                       fill});
            addLabel("key-label-" + std::to_string(kind + 1),
                     {x + kSmallest + kPadding, m_top, width, height},
                     m_map.parts[kind].label,
                     false,
                     Anchor::Start);
            x += kSmallest + kPadding + width + 2 * kPadding;
        }
        m_top += height;
    }

    [[nodiscard]] std::string describe() const
    {
        std::string text = m_map.rowsLabel + " against " + m_map.columnsLabel + ".";
        std::string gaps;
        for (std::size_t row = 0; row < m_map.rows.size(); ++row) {
            for (std::size_t column = 0; column < m_map.columns.size(); ++column) {
                const GapMapCell &cell = m_map.cells[row][column];
                const std::string place = m_map.rows[row].label + ", " + m_map.columns[column].label;
                if (cell.studies.empty()) {
                    gaps += (gaps.empty() ? "" : "; ") + place;
                    continue;
                }
                text += " " + place + ": " + std::to_string(cell.studies.size());
                for (const GapMapPart &part : cell.parts) {
                    text += part.count > 0 ? ", " + std::to_string(part.count) + " " + part.label : "";
                }
                text += ".";
            }
        }
        return text + (gaps.empty() ? "" : " No study: " + gaps + ".");
    }

    const GapMap &m_map;
    double m_font;
    double m_width;
    double m_labels = 0;
    double m_column = 0;
    double m_top = 0;
    flow::Diagram m_diagram;
};

} // namespace

flow::Diagram gapMapFigure(const GapMap &map, const std::string &caption, const GapMapOptions &options)
{
    return Figure(map, caption, options).layOut();
}

} // namespace winnow::evidence
