#include "flow/diagram.h"
#include "flow/metrics.h"
#include "flow/template.h"

#include <algorithm>
#include <string_view>

namespace winnow::flow {

namespace {

constexpr double kPointsPerMm = 72 / 25.4;
constexpr double kMinFontSize = 4; ///< so that a hostile option cannot make empty lines

/// All distances follow from the type size, so that the diagram keeps its look at any width.
struct Measures
{
    double font;
    double line;      ///< height of a line
    double padding;   ///< between a box's edge and its text
    double sideLabel; ///< width of the side labels
    double gap;       ///< between columns
    double rowGap;    ///< between rows; room for an arrow
    double columnWidth;
    double mainLeft;
    double sideLeft;
    double width;
};

Measures measure(const DiagramOptions &options)
{
    Measures m{};
    m.font = std::max(options.fontSizePt, kMinFontSize);
    m.line = 1.25 * m.font;
    m.padding = 0.75 * m.font;
    m.sideLabel = 2.2 * m.font;
    m.gap = 2.5 * m.font;
    m.rowGap = 2.2 * m.font;
    // A width that leaves no room for words would break each into letters.
    m.width = std::max(options.widthMm * kPointsPerMm, 40 * m.font * 0.6 + m.sideLabel + 2 * m.gap);
    m.mainLeft = m.sideLabel + 0.8 * m.font;
    m.columnWidth = (m.width - m.mainLeft - m.gap) / 2;
    m.sideLeft = m.mainLeft + m.columnWidth + m.gap;
    return m;
}

class Layout
{
public:
    Layout(const Template &source, const DiagramOptions &options)
        : m_source(source)
        , m_m(measure(options))
    {}

    Diagram run()
    {
        m_diagram.title = m_source.title;
        m_diagram.width = m_m.width;
        m_diagram.fontSize = m_m.font;
        placeHeader();
        for (const TemplateRow &row : m_source.rows) {
            placeRow(row);
        }
        placeSideLabels();
        placeFootnotes();
        m_diagram.height = m_y;
        return std::move(m_diagram);
    }

private:
    void placeHeader()
    {
        const double height = m_m.line + 1.4 * m_m.padding;
        Box box{"header",
                BoxKind::Header,
                {m_m.mainLeft, 0, m_m.width - m_m.mainLeft, height},
                {},
                m_source.header};
        const auto lines = wrap(m_source.header, box.rect.width - 2 * m_m.padding, m_m.font);
        box.rect.height += m_m.line * static_cast<double>(lines.size() - 1);
        double baseline = box.rect.y + 0.7 * m_m.padding + m_m.font;
        for (const std::string &line : lines) {
            const double x = box.rect.x + (box.rect.width - textWidth(line, m_m.font)) / 2;
            box.lines.push_back({line, x, baseline, false, false});
            baseline += m_m.line;
        }
        m_y = box.rect.height + m_m.rowGap / 2;
        m_diagram.boxes.push_back(std::move(box));
    }

    /// Breaks the lines of a box and sets its height; the box is still at y = 0.
    Box makeBox(const TemplateBox &source, double left) const
    {
        Box box{source.id, BoxKind::Main, {left, 0, m_m.columnWidth, 0}, {}, {}};
        double baseline = m_m.padding + m_m.font;
        for (const TemplateLine &line : source.lines) {
            const double indent = line.indent * m_m.font;
            for (const std::string &piece :
                 wrap(line.text, m_m.columnWidth - 2 * m_m.padding - indent, m_m.font)) {
                box.lines.push_back({piece, left + m_m.padding + indent, baseline, false, false});
                baseline += m_m.line;
            }
            box.description += (box.description.empty() ? "" : " ") + line.text;
        }
        box.rect.height = baseline - m_m.line + m_m.padding + 0.25 * m_m.font;
        return box;
    }

    static void moveDown(Box &box, double by)
    {
        box.rect.y += by;
        for (TextLine &line : box.lines) {
            line.baseline += by;
        }
    }

    void placeRow(const TemplateRow &row)
    {
        Box main = makeBox(row.main, m_m.mainLeft);
        Box side = makeBox(row.side, m_m.sideLeft);
        const bool hasSide = !row.side.lines.empty();
        const double height = std::max(main.rect.height, hasSide ? side.rect.height : 0.0);
        moveDown(main, m_y + (height - main.rect.height) / 2);
        moveDown(side, m_y + (height - side.rect.height) / 2);
        startStage(row.stage);
        if (!m_previousMain.empty()) {
            connectDown(m_previousMain, main);
        }
        m_previousMain = main.id;
        m_previousBottom = main.rect.y + main.rect.height;
        if (hasSide) {
            const double y = m_y + height / 2;
            m_diagram.arrows.push_back(
                {main.id, side.id, {{main.rect.x + main.rect.width, y}, {side.rect.x, y}}});
        }
        m_diagram.boxes.push_back(std::move(main));
        if (hasSide) {
            m_diagram.boxes.push_back(std::move(side));
        }
        m_y += height;
        m_stages.back().bottom = m_y;
        m_y += m_m.rowGap;
    }

    void connectDown(const std::string &from, const Box &to)
    {
        const double x = m_m.mainLeft + m_m.columnWidth / 2;
        m_diagram.arrows.push_back({from, to.id, {{x, m_previousBottom}, {x, to.rect.y}}});
    }

    void startStage(const std::string &name)
    {
        if (m_stages.empty() || m_stages.back().name != name) {
            m_stages.push_back({name, m_y, m_y});
        }
    }

    void placeSideLabels()
    {
        for (std::size_t i = 0; i < m_stages.size(); ++i) {
            const Stage &stage = m_stages[i];
            Box box{"stage" + std::to_string(i + 1),
                    BoxKind::SideLabel,
                    {0, stage.top, m_m.sideLabel, stage.bottom - stage.top},
                    {},
                    stage.name};
            // A short stage must still hold its name.
            const double needed = textWidth(stage.name, m_m.font) + m_m.padding;
            if (box.rect.height < needed) {
                box.rect.y -= (needed - box.rect.height) / 2;
                box.rect.height = needed;
            }
            const double centreX = box.rect.x + box.rect.width / 2;
            const double centreY = box.rect.y + box.rect.height / 2;
            box.lines.push_back({stage.name,
                                 centreX - textWidth(stage.name, m_m.font) / 2,
                                 centreY + 0.35 * m_m.font,
                                 false,
                                 false});
            m_diagram.boxes.push_back(std::move(box));
        }
    }

    void placeFootnotes()
    {
        const double size = m_m.font;
        double baseline = m_y - m_m.rowGap + 1.2 * m_m.padding + size;
        for (const std::string &note : m_source.footnotes) {
            for (const std::string &line : wrap(note, m_m.width, size)) {
                m_diagram.footnotes.push_back({line, 0, baseline, false, false});
                baseline += m_m.line;
            }
            baseline += 0.3 * m_m.line;
        }
        m_y = m_source.footnotes.empty() ? m_y - m_m.rowGap + 1 : baseline - m_m.line + 0.3 * size;
    }

    struct Stage
    {
        std::string name;
        double top;
        double bottom;
    };

    const Template &m_source;
    Measures m_m;
    Diagram m_diagram;
    double m_y = 0;
    std::vector<Stage> m_stages;
    std::string m_previousMain;
    double m_previousBottom = 0;
};

/// The template told in sentences, for those who cannot see it: each box, then where its arrows lead.
std::string describe(const Template &source)
{
    const auto textOf = [](const TemplateBox &box) {
        std::string text;
        for (const TemplateLine &line : box.lines) {
            text += (text.empty() ? "" : line.text.starts_with('(') ? " " : ", ") + line.text;
        }
        std::size_t at = 0;
        while ((at = text.find(":,", at)) != std::string::npos) {
            text.erase(at + 1, 1);
        }
        while ((at = text.find("\u00A0")) != std::string::npos) {
            text.replace(at, 2, " ");
        }
        return text;
    };
    std::string told = source.header + ".";
    std::string stage;
    for (const TemplateRow &row : source.rows) {
        if (row.stage != stage) {
            stage = row.stage;
            told += " " + stage + ":";
        }
        told += " " + textOf(row.main);
        if (!row.side.lines.empty()) {
            told += "; to the side: " + textOf(row.side);
        }
        told += ".";
    }
    return told;
}

} // namespace

Diagram layOut(const Counts &counts, const DiagramOptions &options)
{
    const Template source = newReviewDatabases(counts, options);
    Diagram diagram = Layout(source, options).run();
    diagram.description = describe(source);
    return diagram;
}

} // namespace winnow::flow
