#include "gui/screening/html_parts.h"

#include "gui/theme.h"

namespace winnow::gui {

QString heading(const QString &text)
{
    return QStringLiteral("<h3 style='margin:20px 0 8px 0;'>%1</h3>").arg(text.toHtmlEscaped());
}

QString paragraph(const QString &text, bool quiet)
{
    return QStringLiteral("<p style='margin:4px 0; line-height:130%;%1'>%2</p>")
        .arg(quiet ? QStringLiteral(" color:%1;").arg(currentTheme().secondaryText.name()) : QString(),
             text.toHtmlEscaped());
}

QString rowOf(const QStringList &cells, bool isHead)
{
    QString html = QStringLiteral("<tr>");
    for (qsizetype i = 0; i < cells.size(); ++i) {
        html += QStringLiteral("<td align='%1' style='padding:3px 24px 3px 0;%2'>%3</td>")
                    .arg(i == 0 ? QStringLiteral("left") : QStringLiteral("right"),
                         isHead ? QStringLiteral(" color:%1;").arg(currentTheme().secondaryText.name())
                                : QString(),
                         cells[i]);
    }
    return html + QStringLiteral("</tr>");
}

QString tableOf(const QString &rows)
{
    return QStringLiteral("<table cellspacing='0' cellpadding='0' style='margin-bottom:16px;'>%1</table>")
        .arg(rows);
}

} // namespace winnow::gui
