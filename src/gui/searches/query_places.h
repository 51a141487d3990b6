#pragma once

#ifndef Q_MOC_RUN // moc cannot read the concepts of the library
#include "query/problem.h"
#endif

#include <QColor>
#include <QString>
#include <QTextEdit>

#include <cstddef>
#include <string>

class QPlainTextEdit;

namespace winnow::gui {

/// Characters [from, to) of a text as Qt counts them.
struct TextSpan
{
    int from = 0;
    int to = 0;
};

/// Of the bytes [from, to) of a query.
[[nodiscard]] TextSpan spanOf(const std::string &query, std::size_t from, std::size_t to);

/// "Line 2, column 15: ..."; the line is left away where there is only one.
[[nodiscard]] QString problemLine(const QString &query, const TextSpan &span, const query::Problem &problem);

[[nodiscard]] QColor colourOf(query::ProblemSeverity severity);

/// Marks a span in an editor; an empty one marks the character before it.
[[nodiscard]] QTextEdit::ExtraSelection
underlined(const QPlainTextEdit &edit, const TextSpan &span, const QColor &colour);

} // namespace winnow::gui
