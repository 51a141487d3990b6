#include "flow/description.h"
#include "flow/diagram.h"
#include "flow/metrics.h"
#include "flow/template.h"

#include <algorithm>
#include <string_view>

namespace winnow::flow {

namespace {

constexpr double kPointsPerMm = 72 / 25.4;
constexpr double kMinFontSize = 4;   ///< so that a hostile option cannot make empty lines
constexpr double kMargin = 2;        ///< points of white around the drawing, as publishers ask for
constexpr double kMinTextWidth = 9;  ///< of a box, in ems: less would break words into letters
constexpr double kEntryGap = 0.25;   ///< between entries of a list, in lines
constexpr double kBoldIsWider = 1.1; ///< bold against regular, on the wide side

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
    double width; ///< of the whole diagram, margins included

    [[nodiscard]] double innerWidth() const { return width - 2 * kMargin; }
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
    m.mainLeft = kMargin + m.sideLabel + 0.8 * m.font;
    const double minColumn = kMinTextWidth * m.font + 2 * m.padding;
    m.width = std::max(options.widthMm * kPointsPerMm, m.mainLeft + 2 * minColumn + m.gap + kMargin);
    m.columnWidth = (m.width - m.mainLeft - m.gap - kMargin) / 2;
    m.sideLeft = m.mainLeft + m.columnWidth + m.gap;
    return m;
}

/// The lines of a box broken to its width.
std::vector<std::vector<std::string>> broken(const TemplateBox &box, double width, double font)
{
    std::vector<std::vector<std::string>> lines;
    for (const TemplateLine &line : box.lines) {
        lines.push_back(wrap(line.text, width - line.indent * font, font));
    }
    return lines;
}

/// One line of a box as pieces of one style each: "Records removed ", "before screening" in italics, ":".
void appendLine(std::vector<TextLine> &lines, TextLine line, std::string_view italic, double font)
{
    const std::size_t at = italic.empty() ? std::string::npos : line.text.find(italic);
    if (at == std::string::npos) {
        lines.push_back(std::move(line));
        return;
    }
    const std::string whole = std::move(line.text);
    const auto append = [&](std::size_t from, std::size_t length, bool isItalic) {
        if (length > 0) {
            TextLine piece = line;
            piece.text = whole.substr(from, length);
            piece.x += textWidth(std::string_view(whole).substr(0, from), font);
            piece.isItalic = isItalic;
            lines.push_back(std::move(piece));
        }
    };
    const std::size_t end = at + italic.size();
    append(0, at, false);
    append(at, italic.size(), true);
    append(end, whole.size() - end, false);
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
                {m_m.mainLeft, kMargin, m_m.width - kMargin - m_m.mainLeft, height},
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
        m_y = box.rect.y + box.rect.height + m_m.rowGap / 2;
        m_diagram.boxes.push_back(std::move(box));
    }

    /// Breaks the lines of a box and sets its height; the box is still at y = 0.
    [[nodiscard]] Box makeBox(const TemplateBox &source, double left) const
    {
        Box box{source.id, BoxKind::Main, {left, 0, m_m.columnWidth, 0}, {}, textOf(source)};
        const auto lines = broken(source, m_m.columnWidth - 2 * m_m.padding, m_m.font);
        // Where an entry takes several lines, a little space shows where the next one begins.
        const bool isLoose = std::ranges::any_of(lines, [](const auto &pieces) { return pieces.size() > 1; });
        double baseline = m_m.padding + m_m.font;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const TemplateLine &line = source.lines[i];
            if (isLoose && i > 0 && !line.text.starts_with('(')) {
                baseline += kEntryGap * m_m.line;
            }
            for (const std::string &piece : lines[i]) {
                appendLine(box.lines,
                           {piece, left + m_m.padding + line.indent * m_m.font, baseline, false, false},
                           line.italic,
                           m_m.font);
                baseline += m_m.line;
            }
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
                    {kMargin, stage.top, m_m.sideLabel, stage.bottom - stage.top},
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
        m_y -= m_m.rowGap;
        if (!m_source.draft.empty() || !m_source.footnotes.empty()) {
            m_y += m_m.padding;
        }
        if (!m_source.draft.empty()) {
            placeFootnote(m_source.draft, true);
        }
        for (const std::string &note : m_source.footnotes) {
            placeFootnote(note, false);
        }
        m_y += kMargin;
    }

    void placeFootnote(const std::string &note, bool isBold)
    {
        const double width = m_m.innerWidth() / (isBold ? kBoldIsWider : 1);
        m_y += 0.3 * m_m.line;
        for (const std::string &line : wrap(note, width, m_m.font)) {
            m_diagram.footnotes.push_back({line, kMargin, m_y + m_m.font, false, isBold});
            m_y += m_m.line;
        }
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

} // namespace

Diagram layOut(const Counts &counts, const DiagramOptions &options)
{
    const Template source = newReviewDatabases(counts, options);
    Diagram diagram = Layout(source, options).run();
    diagram.theme = themeOf(options.colours);
    diagram.description = describe(source, counts);
    return diagram;
}

} // namespace winnow::flow
