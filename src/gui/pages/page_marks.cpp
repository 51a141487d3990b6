#include "gui/pages/page_marks.h"

#include "gui/paper_theme.h"
#include "gui/reading/highlight_look.h"

#include <QPainter>

#include <algorithm>
#include <limits>
#include <string>

namespace winnow::gui {

namespace {

constexpr int kSelectedAlpha = 90;
constexpr int kFoundAlpha = 64;
constexpr int kQuotedAlpha = 70;
constexpr int kRegionAlpha = 40;
constexpr double kLine = 1.5;
constexpr double kRowWeight = 4; ///< another line is further than another word
constexpr double kAround = 1.5;

/// Paper keeps what is printed on it.
void stain(QPainter &painter, const QRectF &box, const QColor &colour)
{
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    painter.fillRect(box, colour);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
}

QColor thin(QColor colour, int alpha)
{
    colour.setAlpha(alpha);
    return colour;
}

void outline(QPainter &painter, const QRectF &box, const QColor &colour, Qt::PenStyle style)
{
    painter.setPen(QPen(colour, kLine, style));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
}

double outside(double least, double most, double at)
{
    return std::max({least - at, at - most, 0.0});
}

double distanceOf(const pdf::Box &box, const QPointF &place)
{
    return outside(box.left, box.right, place.x()) + kRowWeight * outside(box.top, box.bottom, place.y());
}

double distanceOf(const pdf::Word &word, const QPointF &place)
{
    const double own = distanceOf(word.box, place);
    return word.rest ? std::min(own, distanceOf(*word.rest, place)) : own;
}

} // namespace

std::vector<PageMark> marksOf(const Highlighter &highlighter, const pdf::PageText &text)
{
    std::string all;
    std::vector<std::size_t> starts;
    starts.reserve(text.words.size());
    for (const pdf::Word &word : text.words) {
        all += all.empty() ? "" : " ";
        starts.push_back(all.size());
        all += word.text;
    }
    const auto wordAt = [&](std::size_t byte) {
        return static_cast<std::size_t>(std::upper_bound(starts.begin(), starts.end(), byte) -
                                        starts.begin()) -
               1;
    };
    std::vector<PageMark> marks;
    for (const query::Field field : {query::Field::Abstract, query::Field::FullText}) {
        for (const MarkedSpan &marked : highlighter.spans(field, all)) {
            const std::size_t last = wordAt(marked.span.to - 1);
            marks.push_back({highlighter.kindOf(marked.group),
                             rectsOf(app::lineBoxes(text, wordAt(marked.span.from), last))});
        }
    }
    return marks;
}

QRectF rectOf(const pdf::Box &box)
{
    return {QPointF(box.left, box.top), QPointF(box.right, box.bottom)};
}

std::vector<QRectF> rectsOf(const std::vector<pdf::Box> &boxes)
{
    std::vector<QRectF> rects;
    rects.reserve(boxes.size());
    std::ranges::transform(boxes, std::back_inserter(rects), rectOf);
    return rects;
}

std::optional<std::size_t> nearestWord(const pdf::PageText &text, const QPointF &place)
{
    std::optional<std::size_t> nearest;
    double least = std::numeric_limits<double>::max();
    for (std::size_t at = 0; at < text.words.size(); ++at) {
        if (const double distance = distanceOf(text.words[at], place); distance < least) {
            least = distance;
            nearest = at;
        }
    }
    return nearest;
}

bool hasWordAt(const pdf::PageText &text, const QPointF &place)
{
    return std::ranges::any_of(text.words,
                               [&](const pdf::Word &word) { return distanceOf(word, place) <= 0; });
}

void paintMark(QPainter &painter, HighlightKind kind, const QRectF &box)
{
    const PaperMark mark = markOnPaper(kind);
    stain(painter, box, mark.ground);
    painter.setPen(QPen(mark.line, kLine, mark.style));
    painter.drawLine(box.bottomLeft(), box.bottomRight());
}

void paintFound(QPainter &painter, const QRectF &box, bool isCurrent)
{
    const QColor &colour = paperTheme().maybe;
    stain(painter, box, thin(colour, kFoundAlpha));
    if (isCurrent) {
        outline(painter, box.adjusted(-kAround, -kAround, kAround, kAround), colour, Qt::SolidLine);
    }
}

void paintSelected(QPainter &painter, const QRectF &box)
{
    stain(painter, box, thin(paperTheme().accent, kSelectedAlpha));
}

void paintRegion(QPainter &painter, const QRectF &box)
{
    stain(painter, box, thin(paperTheme().accent, kRegionAlpha));
    outline(painter, box, paperTheme().accent, Qt::DashLine);
}

void paintQuoted(QPainter &painter, const QRectF &box)
{
    const QColor &colour = paperTheme().include;
    stain(painter, box, thin(colour, kQuotedAlpha));
    outline(painter, box.adjusted(-kAround, -kAround, kAround, kAround), colour, Qt::SolidLine);
}

} // namespace winnow::gui
