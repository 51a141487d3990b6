#include "flow/box_text.h"

#include "flow/metrics.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <string_view>

namespace winnow::flow {

namespace {

constexpr double kEntryGap = 0.25;       ///< between entries of which some take several lines, in lines
constexpr double kLongestWord = 7;       ///< in ems: longer words may be broken
constexpr std::size_t kFewEntries = 6;   ///< up to so many stay in one column
constexpr double kNarrowColumn = 9;      ///< in ems: no column of a list is narrower
constexpr double kColumnGap = 1;         ///< in ems
constexpr double kWorthTwoColumns = 0.7; ///< of the height of one

using Pieces = std::vector<std::string>;

bool isNumber(std::string_view text)
{
    return text.starts_with('(');
}

/// Lines that follow one another and are entries of one list.
std::size_t entriesFrom(std::span<const TemplateLine> lines)
{
    const TemplateLine &first = lines.front();
    const auto end = std::ranges::find_if(lines, [&](const TemplateLine &line) {
        return first.name.empty() || line.name != first.name || line.indent != first.indent ||
               isNumber(line.text);
    });
    return static_cast<std::size_t>(end - lines.begin());
}

class Setter
{
public:
    Setter(const TemplateBox &box, double width, const TypeMeasures &measures, bool isCentred)
        : m_box(box)
        , m_width(width - 2 * measures.padding)
        , m_m(measures)
        , m_isCentred(isCentred)
    {}

    SetText run()
    {
        const std::span<const TemplateLine> lines(m_box.lines);
        const std::vector<Pieces> whole = broken(lines, m_width);
        const bool isLoose = hasLongEntries(whole);
        m_baseline = m_m.padding + m_m.font;
        for (std::size_t at = 0; at < lines.size();) {
            const std::size_t count = entriesFrom(lines.subspan(at));
            const auto entries = lines.subspan(at, count == 0 ? 1 : count);
            const auto pieces = std::span(whole).subspan(at, entries.size());
            if (m_isCentred || entries.size() <= kFewEntries || !setTwoColumns(entries, pieces)) {
                setColumn(entries, pieces, 0, m_width, isLoose, at == 0);
            }
            at += entries.size();
        }
        m_result.height = m_baseline - m_m.line + m_m.padding + 0.25 * m_m.font;
        return std::move(m_result);
    }

private:
    [[nodiscard]] std::vector<Pieces> broken(std::span<const TemplateLine> lines, double width) const
    {
        std::vector<Pieces> all;
        all.reserve(lines.size());
        for (const TemplateLine &line : lines) {
            all.push_back(wrap(line.text, width - line.indent * m_m.font, m_m.font));
        }
        return all;
    }

    [[nodiscard]] static double heightOf(std::span<const Pieces> entries)
    {
        return std::accumulate(entries.begin(), entries.end(), 0.0, [](double sum, const Pieces &pieces) {
            return sum + static_cast<double>(pieces.size());
        });
    }

    /// Where an entry takes several lines, a little space shows where the next one begins.
    [[nodiscard]] static bool hasLongEntries(std::span<const Pieces> entries)
    {
        return std::ranges::any_of(entries, [](const Pieces &pieces) { return pieces.size() > 1; });
    }

    /// Whether that saves enough height to be done.
    bool setTwoColumns(std::span<const TemplateLine> entries, std::span<const Pieces> whole)
    {
        const double half = (m_width - kColumnGap * m_m.font) / 2;
        if (half < kNarrowColumn * m_m.font) {
            return false;
        }
        const std::vector<Pieces> pieces = broken(entries, half);
        const std::size_t first = (entries.size() + 1) / 2;
        const auto left = std::span(pieces).first(first);
        const auto right = std::span(pieces).subspan(first);
        if (std::max(heightOf(left), heightOf(right)) > kWorthTwoColumns * heightOf(whole)) {
            return false;
        }
        const bool isLoose = hasLongEntries(pieces);
        const double top = m_baseline;
        setColumn(entries.first(first), left, 0, half, isLoose, false);
        const double bottom = m_baseline;
        m_baseline = top;
        setColumn(entries.subspan(first), right, half + kColumnGap * m_m.font, half, isLoose, false);
        m_baseline = std::max(m_baseline, bottom);
        return true;
    }

    void setColumn(std::span<const TemplateLine> lines,
                   std::span<const Pieces> pieces,
                   double left,
                   double width,
                   bool isLoose,
                   bool isFirst)
    {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const bool hasGap = isLoose && !isNumber(lines[i].text) && !(isFirst && i == 0);
            m_baseline += hasGap ? kEntryGap * m_m.line : 0;
            const double indent = m_isCentred ? left : left + lines[i].indent * m_m.font;
            for (const std::string &piece : pieces[i]) {
                setPiece(piece, lines[i].italic, m_m.padding + indent, width);
                m_baseline += m_m.line;
            }
        }
    }

    void setPiece(const std::string &piece, std::string_view italic, double left, double width)
    {
        if (m_isCentred) {
            m_result.lines.push_back({piece, left + width / 2, m_baseline, false, false, Anchor::Middle});
            return;
        }
        const std::size_t at = italic.empty() ? std::string::npos : piece.find(italic);
        if (at == std::string::npos) {
            m_result.lines.push_back({piece, left, m_baseline});
            return;
        }
        // Pieces of one style each: "Records removed ", "before screening" in italics, ":".
        const std::size_t end = at + italic.size();
        for (const auto &[from, length, isItalic] : {std::tuple(std::size_t{0}, at, false),
                                                     std::tuple(at, italic.size(), true),
                                                     std::tuple(end, piece.size() - end, false)}) {
            if (length > 0) {
                const double x = left + textWidth(std::string_view(piece).substr(0, from), m_m.font);
                m_result.lines.push_back({piece.substr(from, length), x, m_baseline, isItalic});
            }
        }
    }

    const TemplateBox &m_box;
    double m_width;
    const TypeMeasures &m_m;
    bool m_isCentred;
    double m_baseline = 0;
    SetText m_result;
};

} // namespace

TypeMeasures::TypeMeasures(double fontSize)
    : font(fontSize)
    , line(1.25 * fontSize)
    , padding(0.75 * fontSize)
{}

SetText setText(const TemplateBox &box, double width, const TypeMeasures &measures, bool isCentred)
{
    return Setter(box, width, measures, isCentred).run();
}

double neededWidth(const TemplateBox &box, const TypeMeasures &measures)
{
    double needed = 0;
    for (const TemplateLine &line : box.lines) {
        const double indent = line.indent * measures.font;
        for (std::string_view rest = line.text; !rest.empty();) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            const std::string_view word = rest.substr(0, end);
            const double width = textWidth(word, measures.font);
            needed = std::max(
                needed, indent + (isNumber(word) ? width : std::min(width, kLongestWord * measures.font)));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return needed + 2 * measures.padding;
}

} // namespace winnow::flow
