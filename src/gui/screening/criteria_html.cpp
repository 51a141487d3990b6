#include "gui/screening/criteria_html.h"

#include "gui/theme.h"

#include <QCoreApplication>

namespace winnow::gui {

namespace {

constexpr std::size_t kReasonsByDigit = 9;

/// The context of the texts.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CriteriaHtml)
};

QString headOf(const QString &text)
{
    return QStringLiteral("<p style='margin:0 0 4px 0; color:%1;'>%2</p>")
        .arg(currentTheme().secondaryText.name(), text.toHtmlEscaped());
}

/// A mark in a column of its own, so that a second line begins below the first.
QString rowOf(const QString &mark, const QColor &colour, const std::string &text)
{
    return QStringLiteral("<tr><td style='color:%1; padding:2px 10px 2px 0;'>%2</td>"
                          "<td style='padding:2px 0;'>%3</td></tr>")
        .arg(colour.name(), mark, QString::fromStdString(text).toHtmlEscaped());
}

QString tableOf(const QString &rows)
{
    return QStringLiteral("<table cellspacing='0' cellpadding='0' style='margin-bottom:12px;'>%1</table>")
        .arg(rows);
}

} // namespace

QString criteriaHtml(const StageSettings &settings)
{
    QString html;
    QString rows;
    for (const std::string &criterion : settings.criteria) {
        rows += rowOf(markOf(screening::State::Include), currentTheme().include, criterion);
    }
    if (!rows.isEmpty()) {
        html += headOf(Texts::tr("Include what meets")) + tableOf(rows);
        rows.clear();
    }
    std::size_t place = 0;
    for (const std::string &reason : settings.reasons) {
        ++place;
        rows += rowOf(
            place <= kReasonsByDigit ? QString::number(place) : QString(), currentTheme().exclude, reason);
    }
    if (!rows.isEmpty()) {
        html += headOf(Texts::tr("Exclude by the first that applies")) + tableOf(rows);
    }
    return html;
}

} // namespace winnow::gui
