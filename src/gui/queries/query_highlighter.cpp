#include "gui/queries/query_highlighter.h"

#include "gui/theme.h"

#include <QTextDocument>

#include <algorithm>
#include <array>

namespace winnow::gui {

namespace {

QTextCharFormat formatOf(QueryPart part)
{
    const Theme &theme = currentTheme();
    // In the order of QueryPart.
    const std::array colours{theme.accent,
                             theme.text,
                             theme.include,
                             theme.include,
                             theme.maybe,
                             theme.conflict,
                             theme.secondaryText};
    QTextCharFormat format;
    format.setForeground(colours.at(static_cast<std::size_t>(part)));
    if (part == QueryPart::Operator || part == QueryPart::Wildcard) {
        format.setFontWeight(QFont::Bold);
    }
    format.setFontItalic(part == QueryPart::Exact);
    return format;
}

} // namespace

QueryHighlighter::QueryHighlighter(QTextDocument *document)
    : QSyntaxHighlighter(document)
{}

/// A line that ends within a phrase says so in its state, so that the next one is coloured again with it.
void QueryHighlighter::highlightBlock(const QString &text)
{
    if (QString whole = document()->toPlainText(); whole != m_text) {
        m_text = std::move(whole);
        m_spans = styledSpans(m_text.toStdString());
    }
    const int from = currentBlock().position();
    const int to = from + static_cast<int>(text.size());
    bool isOpen = false;
    for (const StyledSpan &one : m_spans) {
        const int first = std::max(one.span.from, from);
        const int last = std::min(one.span.to, to);
        if (first < last) {
            setFormat(first - from, last - first, formatOf(one.part));
        }
        isOpen = isOpen || (one.span.from < to && one.span.to > to);
    }
    setCurrentBlockState(isOpen ? 1 : 0);
}

} // namespace winnow::gui
