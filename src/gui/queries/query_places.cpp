#include "gui/queries/query_places.h"

#include "gui/theme.h"

#include <QCoreApplication>
#include <QPlainTextEdit>
#include <QTextCursor>

#include <algorithm>

namespace winnow::gui {

namespace {

/// The context of the texts.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(QueryPlaces)
};

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

CharacterPlaces::CharacterPlaces(std::string_view query)
{
    constexpr unsigned kContinuation = 0x80; // 10xxxxxx
    constexpr unsigned kMark = 0xC0;
    constexpr unsigned kFourBytes = 0xF0; // two characters in UTF-16
    m_places.reserve(query.size() + 1);
    int place = 0;
    int width = 0;
    for (const char c : query) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & kMark) != kContinuation) {
            place += width;
            width = byte >= kFourBytes ? 2 : 1;
        }
        m_places.push_back(place);
    }
    m_places.push_back(place + width);
}

int CharacterPlaces::at(std::size_t byte) const
{
    return m_places[std::min(byte, m_places.size() - 1)];
}

QString problemLine(const QString &query, const TextSpan &span, const query::Problem &problem)
{
    const QStringView before = QStringView(query).left(span.from);
    const auto line = before.count(QLatin1Char('\n')) + 1;
    const auto column = before.size() - (before.lastIndexOf(QLatin1Char('\n')) + 1) + 1;
    const QString place = query.contains(QLatin1Char('\n'))
                              ? Texts::tr("line %1, column %2").arg(line).arg(column)
                              : Texts::tr("column %1").arg(column);
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
