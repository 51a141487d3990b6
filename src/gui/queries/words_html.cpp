#include "gui/queries/words_html.h"

#include "gui/shown.h"

#include <QStringList>

namespace winnow::gui {

namespace {

const QString kOpen = QStringLiteral("<ul style='margin: 0 0 0 0'>");
const QString kClose = QStringLiteral("</ul>");

} // namespace

/// Each line is indented by two more than what it belongs to, and begins with a dash.
QString wordsHtml(const std::string &explanation)
{
    const QStringList lines = shown(explanation).split(QLatin1Char('\n'));
    QString html = QStringLiteral("<p style='margin: 0 0 4px 0'>%1</p>").arg(lines.front().toHtmlEscaped());
    QList<qsizetype> open; ///< indents of the lists that are not closed
    for (const QString &line : lines.mid(1)) {
        const qsizetype indent = line.indexOf(QLatin1Char('-'));
        while (!open.isEmpty() && open.last() > indent) {
            html += kClose;
            open.removeLast();
        }
        if (open.isEmpty() || open.last() < indent) {
            html += kOpen;
            open.append(indent);
        }
        html += QStringLiteral("<li style='margin: 0 0 4px 0'>%1</li>")
                    .arg(line.mid(indent + 1).trimmed().toHtmlEscaped());
    }
    for (qsizetype i = 0; i < open.size(); ++i) {
        html += kClose;
    }
    return html;
}

} // namespace winnow::gui
