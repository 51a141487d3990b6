#pragma once

#include "gui/queries/query_styles.h"

#include <QSyntaxHighlighter>

namespace winnow::gui {

/// Colours the parts of a query while it is written. Phrases may go over several lines.
class QueryHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit QueryHighlighter(QTextDocument *document);

protected:
    void highlightBlock(const QString &text) override;

private:
    std::vector<StyledSpan> m_spans; ///< of the whole text
    QString m_text;                  ///< of which they are
};

} // namespace winnow::gui
