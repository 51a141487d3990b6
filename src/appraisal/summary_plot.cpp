#include "appraisal/plot_parts.h"
#include "appraisal/summary.h"
#include "flow/metrics.h"

#include <algorithm>
#include <array>

namespace winnow::appraisal {

namespace {

constexpr double kUsualWidth = 8 * kPointsPerInch;
constexpr double kPitch = 20;        ///< from bar to bar
constexpr double kBar = 0.7;         ///< of the pitch
constexpr double kLabelGap = 8;      ///< between a label and its bar
constexpr double kWidestLabel = 0.5; ///< of the plot's width
constexpr double kTick = 3;
constexpr double kLine = 1.25;
constexpr double kKey = 11;
constexpr double kKeyGap = 4;    ///< between a key and its word
constexpr double kEntryGap = 14; ///< between two entries of the legend
constexpr double kLegendPadding = 6;
constexpr std::uint32_t kInk = 0x000000;
constexpr std::uint32_t kPaper = 0xFFFFFF;

class SummaryPlot
{
public:
    SummaryPlot(const Appraisals &appraisals, const PlotOptions &options)
        : m_appraisals(appraisals)
        , m_options(options)
        , m_isWeighted(options.isWeighted && appraisals.hasWeights)
        , m_bars(summarise(appraisals, m_isWeighted))
        , m_font(options.fontSizePt)
        , m_diagram(emptyPlot(appraisals, options, m_isWeighted ? "weighted summary plot" : "summary plot"))
    {}

    flow::Diagram layOut()
    {
        measure();
        for (std::size_t i = 0; i < m_bars.size(); ++i) {
            addBar(i);
        }
        addAxis();
        addLegend();
        m_diagram.width = m_width;
        m_diagram.height = m_top + kMargin;
        m_diagram.description = describe();
        return std::move(m_diagram);
    }

private:
    void measure()
    {
        double longest = 0;
        for (const Bar &bar : m_bars) {
            longest = std::max(longest, widthOf(bar.label, m_font, bar.isOverall));
        }
        m_width = m_options.widthMm ? *m_options.widthMm * kPointsPerMm : kUsualWidth;
        m_labels = std::min(longest + 1, kWidestLabel * m_width);
        m_left = kMargin + m_labels + kLabelGap;
        // The last words of the axis reach beyond its end.
        m_right = m_width - kMargin - widthOf("100%", m_font) / 2;
    }

    void addBar(std::size_t number)
    {
        const Bar &bar = m_bars[number];
        const std::string id = bar.isOverall ? "overall" : "domain" + std::to_string(number + 1);
        const auto lines = flow::wrap(bar.label, m_labels / (bar.isOverall ? kBoldIsWider : 1), m_font);
        const double height = std::max(kPitch, kLine * m_font * static_cast<double>(lines.size()) + 3);
        m_diagram.boxes.push_back(
            label(id, {kMargin, m_top, m_labels, height}, bar.label, m_font, {.isBold = bar.isOverall}));
        const double thickness = kBar * kPitch;
        double done = 0;
        for (const Share &share : bar.shares) {
            const double from = m_left + (m_right - m_left) * done / 100;
            done += share.percent;
            const double to = m_left + (m_right - m_left) * std::min(done, 100.0) / 100;
            m_diagram.boxes.push_back(
                segment(id + "-" + std::to_string(static_cast<int>(share.judgement) + 1),
                        {from, m_top + (height - thickness) / 2, to - from, thickness},
                        share.judgement,
                        m_options.colours,
                        bar.label + ": " + told(share)));
        }
        m_top += height;
    }

    /// "Low 66.7 % (6 of 9 studies)"
    [[nodiscard]] std::string told(const Share &share) const
    {
        return std::string(labelOf(*m_appraisals.tool, share.judgement)) + " " + percentText(share.percent) +
               (m_isWeighted ? " % of the weight (" : " % (") + std::to_string(share.studies) + " of " +
               studiesText(m_appraisals.studies.size()) + ")";
    }

    void addAxis()
    {
        const double line = m_diagram.theme.lineWidth;
        m_top += 2;
        m_diagram.boxes.push_back(ground({m_left - line / 2, m_top, m_right - m_left + line, line}, kInk));
        const double top = m_top + line;
        const double wide = widthOf("100%", m_font) + 1;
        const double quarterWidth = (m_right - m_left) / 4;
        const int step = quarterWidth > wide + 2 ? 1 : 2 * quarterWidth > wide + 2 ? 2 : 4;
        for (int quarter = 0; quarter <= 4; ++quarter) {
            const double x = m_left + (m_right - m_left) * quarter / 4;
            m_diagram.boxes.push_back(ground({x - line / 2, top, line, kTick}, kInk));
            if (quarter % step != 0) {
                continue;
            }
            flow::Box words = label("axis-" + std::to_string(25 * quarter),
                                    {x - wide / 2, top + kTick + 1, wide, kLine * m_font},
                                    std::to_string(25 * quarter) + "%",
                                    m_font,
                                    {flow::Anchor::Middle});
            words.description.clear();
            m_diagram.boxes.push_back(std::move(words));
        }
        m_top = top + kTick + 1 + kLine * m_font;
    }

    struct Entry
    {
        Judgement judgement;
        std::string text;
        double width;
    };

    /// The entries of the legend in rows that fit between the margins.
    [[nodiscard]] std::vector<std::vector<Entry>> legendRows() const
    {
        const double room = m_width - 2 * kMargin - 2 * kLegendPadding;
        std::vector<std::vector<Entry>> rows(1);
        double used = 0;
        for (const Judgement judgement : legendOf(m_appraisals)) {
            std::string text(labelOf(*m_appraisals.tool, judgement));
            // As the tools say it in full, where the word alone would not tell of what.
            text += !m_appraisals.isOfAnswers && judgement <= Judgement::Critical &&
                            text.find("concerns") == std::string::npos
                        ? " risk of bias"
                        : "";
            if (text.starts_with("Unclear") && !m_appraisals.isOfAnswers) {
                text = "Unclear risk of bias";
            }
            const double width = kKey + kKeyGap + widthOf(text, m_font) + 2;
            if (!rows.back().empty() && used + kEntryGap + width > room) {
                rows.emplace_back();
                used = 0;
            }
            used += (rows.back().empty() ? 0 : kEntryGap) + width;
            rows.back().push_back({judgement, std::move(text), width});
        }
        return rows;
    }

    static double widthOfRow(const std::vector<Entry> &row)
    {
        double width = kEntryGap * (static_cast<double>(row.size()) - 1);
        for (const Entry &entry : row) {
            width += entry.width;
        }
        return width;
    }

    void addLegend()
    {
        const auto rows = legendRows();
        double widest = 0;
        for (const auto &row : rows) {
            widest = std::max(widest, widthOfRow(row));
        }
        const double rowHeight = std::max(kKey, kLine * m_font) + 3;
        const double width = widest + 2 * kLegendPadding;
        const double height = rowHeight * static_cast<double>(rows.size()) + kLegendPadding;
        const double line = m_diagram.theme.lineWidth;
        const double left = std::clamp(
            (m_left + m_right - width) / 2, kMargin + line / 2, m_width - kMargin - width - line / 2);
        double y = m_top + 8;
        m_diagram.boxes.push_back({{}, flow::BoxKind::Panel, {left, y, width, height}, {}, {}, kPaper});
        m_top = y + height + line / 2;
        y += kLegendPadding / 2;
        for (const auto &row : rows) {
            double x = left + kLegendPadding;
            for (const Entry &entry : row) {
                addEntry(entry, x, y, rowHeight);
                x += entry.width + kEntryGap;
            }
            y += rowHeight;
        }
    }

    void addEntry(const Entry &entry, double x, double y, double height)
    {
        m_diagram.boxes.push_back(
            segment({}, {x, y + (height - kKey) / 2, kKey, kKey}, entry.judgement, m_options.colours, {}));
        const double from = x + kKey + kKeyGap;
        m_diagram.boxes.push_back(label("legend-" + std::to_string(static_cast<int>(entry.judgement) + 1),
                                        {from, y + 1, entry.width - kKey - kKeyGap, height - 2},
                                        entry.text,
                                        m_font,
                                        {}));
    }

    [[nodiscard]] std::string describe() const
    {
        std::string text = (m_appraisals.isOfAnswers
                                ? std::string("A bar of 100 % for each question, divided by answer, from ")
                                : std::string("A bar of 100 % for each domain and for the whole, divided by "
                                              "judgement, from ")) +
                           studiesText(m_appraisals.studies.size()) + (m_isWeighted ? " with weights." : ".");
        for (const Bar &bar : m_bars) {
            text += " " + bar.label;
            for (const Share &share : bar.shares) {
                text += (&share == &bar.shares.front() ? ": " : ", ") + told(share);
            }
            text += ".";
        }
        return text;
    }

    const Appraisals &m_appraisals;
    const PlotOptions &m_options;
    bool m_isWeighted;
    std::vector<Bar> m_bars;
    double m_font;
    flow::Diagram m_diagram;
    double m_width = 0;
    double m_labels = 0; ///< width of the domains' names
    double m_left = 0;   ///< of the bars
    double m_right = 0;
    double m_top = kMargin; ///< where the next part begins
};

} // namespace

flow::Diagram summaryPlot(const Appraisals &appraisals, const PlotOptions &options)
{
    return SummaryPlot(appraisals, options).layOut();
}

} // namespace winnow::appraisal
