#include "gui/searches/query_places.h"

#include "gui/theme.h"

#include <QCoreApplication>
#include <QPlainTextEdit>
#include <QTextCursor>

#include <algorithm>

namespace winnow::gui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("QueryPlaces", text);
}

QString markOf(query::ProblemSeverity severity)
{
    switch (severity) {
    case query::ProblemSeverity::Error:
        return QStringLiteral("\u2717");
    case query::ProblemSeverity::Warning:
        return QStringLiteral("!");
    case query::ProblemSeverity::Info:
        break;
    }
    return QStringLiteral("i");
}

} // namespace

TextSpan spanOf(const std::string &query, std::size_t from, std::size_t to)
{
    const auto characters = [&](std::size_t bytes) {
        return static_cast<int>(
            QString::fromUtf8(query.data(), static_cast<qsizetype>(std::min(bytes, query.size()))).size());
    };
    return {characters(from), characters(to)};
}

QString problemLine(const QString &query, const TextSpan &span, const query::Problem &problem)
{
    const QStringView before = QStringView(query).left(span.from);
    const auto line = before.count(QLatin1Char('\n')) + 1;
    const auto column = before.size() - (before.lastIndexOf(QLatin1Char('\n')) + 1) + 1;
    const QString place = query.contains(QLatin1Char('\n')) ? tr("line %1, column %2").arg(line).arg(column)
                                                            : tr("column %1").arg(column);
    return QStringLiteral("%1  %2: %3")
        .arg(markOf(problem.severity), place, QString::fromStdString(problem.message));
}

QColor colourOf(query::ProblemSeverity severity)
{
    switch (severity) {
    case query::ProblemSeverity::Error:
        return currentTheme().exclude;
    case query::ProblemSeverity::Warning:
        return currentTheme().maybe;
    case query::ProblemSeverity::Info:
        break;
    }
    return currentTheme().secondaryText;
}

QTextEdit::ExtraSelection underlined(const QPlainTextEdit &edit, const TextSpan &span, const QColor &colour)
{
    QTextEdit::ExtraSelection mark;
    mark.cursor = QTextCursor(edit.document());
    mark.cursor.setPosition(span.from == span.to ? std::max(span.from - 1, 0) : span.from);
    mark.cursor.setPosition(span.to, QTextCursor::KeepAnchor);
    mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    mark.format.setUnderlineColor(colour);
    return mark;
}

} // namespace winnow::gui
