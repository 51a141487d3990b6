#include "appraisal/plot_parts.h"
#include "flow/metrics.h"

#include <algorithm>

namespace winnow::appraisal {

namespace {

constexpr std::uint32_t kStrip = 0xA9A9A9;
constexpr std::uint32_t kOverall = 0xD3D3D3;
constexpr std::uint32_t kPaper = 0xFFFFFF;
constexpr std::uint32_t kGrid = 0xBEBEBE;
constexpr double kGridLine = 0.5;

constexpr double kUsualWidth = 6 * kPointsPerInch;
constexpr double kWiderPerLetter = 0.05 * kPointsPerInch; ///< of a name of more than kShortName letters
constexpr double kShortName = 8;
constexpr double kRow = 0.4 * kPointsPerInch;
constexpr double kDisc = 21;
constexpr double kLeastColumn = kDisc + 5;
constexpr double kOverallPadding = 8;
constexpr double kNamePadding = 5;
constexpr double kWidestName = 0.4; ///< of the plot's width, where the columns need the rest
constexpr double kEasyColumn = 38;  ///< wider names must not make columns narrower than this
constexpr double kLine = 1.3;       ///< of text below the plot, in type sizes
constexpr double kKey = 12;         ///< the discs of the legend
constexpr double kKeyPitch = 17;
constexpr double kBelow = 12;       ///< between the grid and what explains it
constexpr double kLeastWords = 130; ///< for the domains beside the legend

/// Lays one plot out from its upper left corner.
class TrafficLight
{
public:
    TrafficLight(const Appraisals &appraisals, const PlotOptions &options)
        : m_appraisals(appraisals)
        , m_options(options)
        , m_font(options.fontSizePt)
        , m_diagram(emptyPlot(appraisals, options, "traffic-light plot"))
    {}

    flow::Diagram layOut()
    {
        measure();
        addTitles();
        addHead();
        addRows();
        addExplanations();
        m_diagram.width = m_width;
        m_diagram.description = describe();
        return std::move(m_diagram);
    }

private:
    [[nodiscard]] std::size_t columns() const
    {
        return m_appraisals.domains.size() + (m_appraisals.isOfAnswers ? 0 : 1);
    }

    [[nodiscard]] bool isOverall(std::size_t column) const { return column == m_appraisals.domains.size(); }

    [[nodiscard]] double titleHeight() const { return 1.8 * m_font; }

    [[nodiscard]] double left(std::size_t column) const
    {
        return m_gridLeft + m_column * static_cast<double>(column);
    }

    [[nodiscard]] double columnWidth(std::size_t column) const
    {
        return isOverall(column) ? m_overallColumn : m_column;
    }

    [[nodiscard]] double gridRight() const { return left(m_appraisals.domains.size()) + m_overallColumn; }

    /// Studies get the room that their names ask for, the columns share what is left.
    void measure()
    {
        double longest = widthOf("Study", m_font);
        double letters = 0;
        for (const Appraisal &study : m_appraisals.studies) {
            const double width = widthOf(study.study, m_font);
            longest = std::max(longest, width);
            letters = std::max(letters, width / (0.5 * m_font));
        }
        const double usual = kUsualWidth + kWiderPerLetter * std::clamp(letters - kShortName, 0.0, 40.0);
        m_width = m_options.widthMm ? *m_options.widthMm * kPointsPerMm : usual;
        double least = kLeastColumn;
        for (const Domain &domain : m_appraisals.domains) {
            least = std::max(least, widthOf(domain.code, m_font) + kNamePadding);
        }
        const auto domains = static_cast<double>(m_appraisals.domains.size());
        m_overallColumn =
            m_appraisals.isOfAnswers ? 0 : std::max(least, widthOf("Overall", m_font) + kOverallPadding);
        const double inner = m_width - 2 * kMargin - titleHeight();
        const double forColumns = std::max(least, kEasyColumn) * domains + m_overallColumn;
        const double forNames = std::max(kWidestName * inner, inner - forColumns) - 2 * kNamePadding;
        m_names = std::min(longest + 1, forNames) + 2 * kNamePadding;
        m_gridLeft = kMargin + titleHeight() + m_names;
        const double share = (m_width - kMargin - m_gridLeft) / static_cast<double>(columns());
        m_column =
            std::max(least, std::min(share, (m_width - kMargin - m_gridLeft - m_overallColumn) / domains));
        m_overallColumn = m_appraisals.isOfAnswers ? 0 : std::max(m_overallColumn, share);
        m_width = std::max(m_width, gridRight() + kMargin);
    }

    void addTitles()
    {
        m_diagram.boxes.push_back(label("title-domains",
                                        {m_gridLeft, kMargin, gridRight() - m_gridLeft, titleHeight()},
                                        m_appraisals.isOfAnswers ? "Questions" : "Risk of bias domains",
                                        m_font,
                                        {flow::Anchor::Middle}));
        m_top = kMargin + titleHeight();
    }

    void addHead()
    {
        const double height = 1.8 * m_font;
        for (std::size_t i = 0; i < columns(); ++i) {
            const bool isOfWhole = isOverall(i);
            const flow::Rect area{left(i), m_top, columnWidth(i), height};
            flow::Box box = label(isOfWhole ? "head-overall" : "head-" + std::to_string(i + 1),
                                  area,
                                  isOfWhole ? "Overall" : m_appraisals.domains[i].code,
                                  m_font,
                                  {flow::Anchor::Middle});
            box.description = isOfWhole ? "Overall risk of bias" : nameOf(m_appraisals.domains[i]);
            box.fill = kStrip;
            m_diagram.boxes.push_back(std::move(box));
        }
        m_top += height;
    }

    void addRows()
    {
        std::vector<std::vector<std::string>> names;
        std::vector<double> tops{m_top};
        for (const Appraisal &study : m_appraisals.studies) {
            names.push_back(flow::wrap(study.study, m_names - 2 * kNamePadding, m_font));
            const double text = 1.25 * m_font * static_cast<double>(names.back().size()) + kNamePadding;
            tops.push_back(tops.back() + std::max(kRow, text));
        }
        addGrounds(tops);
        addStudyTitle(tops);
        for (std::size_t i = 0; i < m_appraisals.studies.size(); ++i) {
            addStudy(i, names[i], tops[i], tops[i + 1] - tops[i]);
        }
        m_top = tops.back();
    }

    /// White and grey columns with thin lines between them and between the studies.
    void addGrounds(const std::vector<double> &tops)
    {
        const double height = tops.back() - tops.front();
        for (std::size_t i = 0; i < columns(); ++i) {
            const bool isOfWhole = isOverall(i);
            m_diagram.boxes.push_back(
                ground({left(i), tops.front(), columnWidth(i), height}, isOfWhole ? kOverall : kPaper));
        }
        for (std::size_t i = 0; i <= columns(); ++i) {
            const double x = i == columns() ? gridRight() : left(i);
            m_diagram.boxes.push_back(ground({x - kGridLine / 2, tops.front(), kGridLine, height}, kGrid));
        }
        for (const double y : tops) {
            m_diagram.boxes.push_back(
                ground({m_gridLeft, y - kGridLine / 2, gridRight() - m_gridLeft, kGridLine}, kGrid));
        }
    }

    void addStudyTitle(const std::vector<double> &tops)
    {
        const flow::Rect area{kMargin, tops.front(), titleHeight(), tops.back() - tops.front()};
        m_diagram.boxes.push_back({"title-study",
                                   flow::BoxKind::SideLabel,
                                   area,
                                   linesIn(area, {"Study"}, m_font, {flow::Anchor::Middle}),
                                   {},
                                   kPaper});
    }

    void addStudy(std::size_t row, const std::vector<std::string> &name, double top, double height)
    {
        const Appraisal &study = m_appraisals.studies[row];
        const std::string number = std::to_string(row + 1);
        const flow::Rect strip{m_gridLeft - m_names, top + kGridLine / 2, m_names, height - kGridLine};
        flow::Box box{"study" + number, flow::BoxKind::Strip, strip, {}, study.study, kStrip};
        box.lines = linesIn(strip, name, m_font, {flow::Anchor::Middle});
        m_diagram.boxes.push_back(std::move(box));
        for (std::size_t i = 0; i < columns(); ++i) {
            const bool isOfWhole = isOverall(i);
            const Judgement judgement = isOfWhole ? study.overall : study.domains.at(i);
            const flow::Rect area{
                left(i) + (columnWidth(i) - kDisc) / 2, top + (height - kDisc) / 2, kDisc, kDisc};
            const std::string what = isOfWhole ? "overall" : nameOf(m_appraisals.domains[i]);
            m_diagram.boxes.push_back(
                disc("study" + number + (isOfWhole ? "-overall" : "-domain" + std::to_string(i + 1)),
                     area,
                     judgement,
                     m_options.colours,
                     study.study + ", " + what + ": " + std::string(labelOf(*m_appraisals.tool, judgement))));
        }
    }

    [[nodiscard]] const char *legendTitle() const
    {
        return m_appraisals.isOfAnswers ? "Answer" : "Judgement";
    }

    [[nodiscard]] double legendWidth() const
    {
        double widest = widthOf(legendTitle(), m_font, true);
        for (const Judgement judgement : legendOf(m_appraisals)) {
            widest = std::max(widest, kKey + 5 + widthOf(labelOf(*m_appraisals.tool, judgement), m_font));
        }
        return widest + 2;
    }

    /// The domains on the left, the legend on the right; one below the other where there is no room.
    void addExplanations()
    {
        const double top = m_top + kBelow;
        const double whole = m_width - 2 * kMargin;
        const double legend = legendWidth();
        const bool isBeside = whole - legend - 2 * m_font >= kLeastWords;
        const double words = addDomains(top, isBeside ? whole - legend - 2 * m_font : whole);
        const double keys = addLegend(
            isBeside ? top : words + kBelow, isBeside ? m_width - kMargin - legend : kMargin, legend);
        m_diagram.height = std::max(words, keys) + kMargin;
    }

    double addDomains(double top, double width)
    {
        const double pitch = kLine * m_font;
        double y = top;
        const auto add = [&](const std::string &id, const std::string &text, double indent) {
            const auto lines = flow::wrap(text, width - indent, m_font);
            const flow::Rect area{
                kMargin + indent, y, width - indent, pitch * static_cast<double>(lines.size())};
            m_diagram.boxes.push_back(label(id, area, text, m_font, {}));
            y += area.height;
        };
        add("domains", m_appraisals.isOfAnswers ? "Questions:" : "Domains:", 0);
        m_diagram.boxes.back().lines.front().isBold = true;
        for (std::size_t i = 0; i < m_appraisals.domains.size(); ++i) {
            const Domain &domain = m_appraisals.domains[i];
            add("domain" + std::to_string(i + 1),
                domain.code + ": " + (domain.name.empty() ? "domain " + std::to_string(i + 1) : domain.name) +
                    (domain.name.ends_with('?') ? "" : "."),
                0);
        }
        return y;
    }

    /// From the highest risk to the lowest.
    double addLegend(double top, double left, double width)
    {
        const double pitch = kLine * m_font;
        m_diagram.boxes.push_back(
            label("legend", {left, top, width, pitch}, legendTitle(), m_font, {.isBold = true}));
        double y = top + pitch + 2;
        std::vector<Judgement> shown = legendOf(m_appraisals);
        const auto firstOther =
            std::ranges::find_if(shown, [](Judgement judgement) { return judgement > Judgement::Critical; });
        std::reverse(shown.begin(), firstOther);
        for (const Judgement judgement : shown) {
            const std::string name(labelOf(*m_appraisals.tool, judgement));
            m_diagram.boxes.push_back(disc(
                {}, {left + 1, y + (kKeyPitch - kKey) / 2, kKey, kKey}, judgement, m_options.colours, {}));
            m_diagram.boxes.push_back(label("legend-" + std::to_string(static_cast<int>(judgement) + 1),
                                            {left + kKey + 6, y, width - kKey - 6, kKeyPitch},
                                            name,
                                            m_font,
                                            {}));
            y += kKeyPitch;
        }
        return y;
    }

    [[nodiscard]] std::string describe() const
    {
        const bool isOfAnswers = m_appraisals.isOfAnswers;
        std::string text =
            "A table of " + studiesText(m_appraisals.studies.size()) + " and " +
            std::to_string(m_appraisals.domains.size()) + (isOfAnswers ? " questions" : " domains") +
            "; a coloured disc with a symbol shows each " + (isOfAnswers ? "answer." : "judgement.");
        for (const Appraisal &study : m_appraisals.studies) {
            text += " " + study.study + ":";
            text += isOfAnswers
                        ? std::string()
                        : " overall " + std::string(labelOf(*m_appraisals.tool, study.overall)) + " (";
            for (std::size_t i = 0; i < study.domains.size(); ++i) {
                text += (i == 0 ? (isOfAnswers ? " " : "") : ", ") + m_appraisals.domains[i].code + " " +
                        std::string(labelOf(*m_appraisals.tool, study.domains[i]));
            }
            text += isOfAnswers ? "." : ").";
        }
        return text;
    }

    const Appraisals &m_appraisals;
    const PlotOptions &m_options;
    double m_font;
    flow::Diagram m_diagram;
    double m_width = 0;
    double m_names = 0; ///< width of the strips with the studies' names
    double m_gridLeft = 0;
    double m_column = 0;
    double m_overallColumn = 0;
    double m_top = 0; ///< where the next part begins
};

} // namespace

flow::Diagram trafficLight(const Appraisals &appraisals, const PlotOptions &options)
{
    return TrafficLight(appraisals, options).layOut();
}

} // namespace winnow::appraisal
