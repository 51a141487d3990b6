#include "gui/pages/word_steps.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>
#include <vector>

namespace winnow::gui {

namespace {

double middleOf(const pdf::Box &box)
{
    return (box.left + box.right) / 2;
}

/// Words of a line, from the first to before the end.
struct Line
{
    std::size_t first = 0;
    std::size_t end = 0;
};

std::size_t nearestAcross(const pdf::PageText &text, Line line, double across)
{
    const auto distance = [&](std::size_t word) { return std::abs(middleOf(text.words[word].box) - across); };
    std::size_t nearest = line.first;
    for (std::size_t word = line.first; word < line.end; ++word) {
        nearest = distance(word) < distance(nearest) ? word : nearest;
    }
    return nearest;
}

} // namespace

std::optional<std::size_t> wordAfterStep(const pdf::PageText &text, std::size_t word, WordStep step)
{
    const std::size_t count = text.words.size();
    if (word >= count) {
        return std::nullopt;
    }
    const std::vector<std::size_t> starts = app::lineStarts(text);
    const auto line =
        static_cast<std::size_t>(std::upper_bound(starts.begin(), starts.end(), word) - starts.begin()) - 1;
    const auto lineAt = [&](std::size_t at) {
        return Line{starts[at], at + 1 < starts.size() ? starts[at + 1] : count};
    };
    const double across = middleOf(text.words[word].box);
    switch (step) {
    case WordStep::Before:
        return word == 0 ? std::nullopt : std::optional(word - 1);
    case WordStep::After:
        return word + 1 == count ? std::nullopt : std::optional(word + 1);
    case WordStep::LineAbove:
        return line == 0 ? std::nullopt : std::optional(nearestAcross(text, lineAt(line - 1), across));
    case WordStep::LineBelow:
        return line + 1 == starts.size() ? std::nullopt
                                         : std::optional(nearestAcross(text, lineAt(line + 1), across));
    case WordStep::LineStart:
        return lineAt(line).first;
    case WordStep::LineEnd:
        return lineAt(line).end - 1;
    }
    return std::nullopt;
}

std::optional<WordStep> wordStepOf(const QKeyEvent &event, bool isToTheLeft)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) {
        return std::nullopt;
    }
    switch (event.key()) {
    case Qt::Key_Left:
        return isToTheLeft ? WordStep::After : WordStep::Before;
    case Qt::Key_Right:
        return isToTheLeft ? WordStep::Before : WordStep::After;
    case Qt::Key_Up:
        return WordStep::LineAbove;
    case Qt::Key_Down:
        return WordStep::LineBelow;
    case Qt::Key_Home:
        return WordStep::LineStart;
    case Qt::Key_End:
        return WordStep::LineEnd;
    default:
        return std::nullopt;
    }
}

} // namespace winnow::gui
