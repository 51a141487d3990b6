#include "appraisal/plot_parts.h"

#include "flow/metrics.h"

#include <algorithm>

namespace winnow::appraisal {

namespace {

constexpr double kLine = 1.25;
constexpr double kCapitals = 0.36;     ///< from the baseline to the middle of capitals, in type sizes
constexpr double kSigns = 0.347;       ///< to the middle of plus, minus and times
constexpr double kLetterInDisc = 0.72; ///< type size of "!" and "?", of the disc's height
constexpr double kSignInDisc = 0.8;    ///< of plus, minus and times
constexpr double kSymbolInSegment = 0.8;

bool isSign(std::string_view symbol)
{
    return symbol != "!" && symbol != "?";
}

flow::TextLine symbolIn(const flow::Rect &area, std::string_view symbol, double size)
{
    const double rise = isSign(symbol) ? kSigns : kCapitals;
    return {std::string(symbol),
            area.x + area.width / 2,
            area.y + area.height / 2 + rise * size,
            false,
            true,
            flow::Anchor::Middle,
            size};
}

} // namespace

flow::Diagram emptyPlot(const Appraisals &appraisals, const PlotOptions &options, std::string_view kind)
{
    flow::Diagram diagram;
    diagram.title = (appraisals.isOfAnswers ? "Appraisal by " : "Risk of bias by ") + appraisals.tool->name +
                    ": " + std::string(kind);
    if (appraisals.tool->domains.empty()) {
        diagram.title = "Risk of bias: " + std::string(kind);
    }
    diagram.theme =
        flow::themeOf(options.colours == Colours::Grey ? flow::Colours::Grey : flow::Colours::Official);
    diagram.fontSize = options.fontSizePt;
    return diagram;
}

double widthOf(std::string_view text, double fontSize, bool isBold)
{
    return flow::textWidth(text, fontSize) * (isBold ? kBoldIsWider : 1);
}

std::vector<flow::TextLine>
linesIn(const flow::Rect &area, const std::vector<std::string> &lines, double fontSize, TextStyle style)
{
    const double pitch = kLine * fontSize;
    const double middle = area.y + area.height / 2 - pitch * (static_cast<double>(lines.size()) - 1) / 2;
    const double x = style.anchor == flow::Anchor::Middle ? area.x + area.width / 2 : area.x;
    std::vector<flow::TextLine> set;
    for (const std::string &line : lines) {
        const double baseline = middle + pitch * static_cast<double>(set.size()) + kCapitals * fontSize;
        set.push_back({line, x, baseline, false, style.isBold, style.anchor});
    }
    return set;
}

flow::Box label(
    const std::string &id, const flow::Rect &area, const std::string &text, double fontSize, TextStyle style)
{
    const double width = area.width / (style.isBold ? kBoldIsWider : 1);
    return {id,
            flow::BoxKind::Strip,
            area,
            linesIn(area, flow::wrap(text, width, fontSize), fontSize, style),
            text};
}

flow::Box disc(const std::string &id,
               const flow::Rect &area,
               Judgement judgement,
               Colours colours,
               const std::string &description)
{
    const std::uint32_t fill = fillOf(judgement, colours);
    flow::Box box{id, flow::BoxKind::Disc, area, {}, description, fill, inkOn(fill)};
    if (const std::string_view symbol = symbolOf(judgement); !symbol.empty()) {
        box.lines.push_back(
            symbolIn(area, symbol, (isSign(symbol) ? kSignInDisc : kLetterInDisc) * area.height));
    }
    return box;
}

flow::Box segment(const std::string &id,
                  const flow::Rect &area,
                  Judgement judgement,
                  Colours colours,
                  const std::string &description)
{
    const std::uint32_t fill = fillOf(judgement, colours);
    flow::Box box{id, flow::BoxKind::Panel, area, {}, description, fill, inkOn(fill)};
    const std::string_view symbol = symbolOf(judgement);
    const double size = kSymbolInSegment * area.height;
    if (colours == Colours::Grey && !symbol.empty() && widthOf(symbol, size, true) < area.width) {
        box.lines.push_back(symbolIn(area, symbol, size));
    }
    return box;
}

flow::Box ground(const flow::Rect &area, std::uint32_t colour)
{
    return {{}, flow::BoxKind::Strip, area, {}, {}, colour};
}

} // namespace winnow::appraisal
