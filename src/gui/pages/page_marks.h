#pragma once

#include "app/page_text.h"
#include "gui/reading/highlights.h"

#include <QRectF>

#include <optional>
#include <vector>

class QPainter;

namespace winnow::gui {

/// Words of a page that a group of highlights marks, in points.
struct PageMark
{
    HighlightKind kind = HighlightKind::Query;
    std::vector<QRectF> boxes; ///< by line
};

/// What is marked in the words of a page, as in the text of a record.
[[nodiscard]] std::vector<PageMark> marksOf(const Highlighter &highlighter, const pdf::PageText &text);

[[nodiscard]] QRectF rectOf(const pdf::Box &box);
[[nodiscard]] std::vector<QRectF> rectsOf(const std::vector<pdf::Box> &boxes);

/// The word at a place of the page, or the nearest; none on a page without words.
[[nodiscard]] std::optional<std::size_t> nearestWord(const pdf::PageText &text, const QPointF &place);

/// Whether a word is just there.
[[nodiscard]] bool hasWordAt(const pdf::PageText &text, const QPointF &place);

// How boxes look on paper.
void paintMark(QPainter &painter, HighlightKind kind, const QRectF &box);
void paintFound(QPainter &painter, const QRectF &box, bool isCurrent);
void paintSelected(QPainter &painter, const QRectF &box);
void paintRegion(QPainter &painter, const QRectF &box);
void paintQuoted(QPainter &painter, const QRectF &box);

} // namespace winnow::gui
