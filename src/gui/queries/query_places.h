#pragma once

#ifndef Q_MOC_RUN // moc cannot read the concepts of the library
#include "query/problem.h"
#endif

#include <QColor>
#include <QString>
#include <QTextEdit>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

class QPlainTextEdit;

namespace winnow::gui {

/// Characters [from, to) of a text as Qt counts them.
struct TextSpan
{
    int from = 0;
    int to = 0;
};

/// Where the bytes of a query stand in its text as Qt counts it.
class CharacterPlaces
{
public:
    explicit CharacterPlaces(std::string_view query);

    [[nodiscard]] int at(std::size_t byte) const;

    /// Of the bytes [from, to).
    [[nodiscard]] TextSpan span(std::size_t from, std::size_t to) const { return {at(from), at(to)}; }

private:
    std::vector<int> m_places; ///< by byte, and that of the end
};

/// "Line 2, column 15: ..."; the line is left away where there is only one.
[[nodiscard]] QString problemLine(const QString &query, const TextSpan &span, const query::Problem &problem);

[[nodiscard]] QColor colourOf(query::ProblemSeverity severity);

/// Marks a span in an editor; an empty one marks the character before it.
[[nodiscard]] QTextEdit::ExtraSelection
underlined(const QPlainTextEdit &edit, const TextSpan &span, const QColor &colour);

} // namespace winnow::gui
