#pragma once

#include "gui/reading/highlights.h"

#include <QColor>
#include <QTextCharFormat>

namespace winnow::gui {

/// How a kind of group marks words: a ground of its colour, and a line that tells the kinds apart in grey
/// too.
[[nodiscard]] QTextCharFormat markFormat(HighlightKind kind);

/// The same on the white paper of a page: `ground` is to be multiplied with what is there.
struct PaperMark
{
    QColor ground;
    QColor line;
    Qt::PenStyle style;
};

[[nodiscard]] PaperMark markOnPaper(HighlightKind kind);

/// What the marks mean, as rich text for a line under the record; empty where nothing is marked. `queryName`
/// is what the query is called whose words are marked; empty where there is none.
[[nodiscard]] QString legendHtml(const Highlighter &highlighter, const QString &queryName);

} // namespace winnow::gui
