#include "gui/screening/why_html.h"

#include "gui/screening/html_parts.h"
#include "gui/shown.h"
#include "gui/theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace winnow::gui {

namespace {

constexpr double kLongestBar = 96; ///< in pixels

/// The context of the texts.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(WhyHtml)
};

/// With a true minus sign.
QString signedNumber(double value)
{
    return (value < 0 ? QStringLiteral("\u2212") : QStringLiteral("+")) +
           QLocale().toString(std::abs(value), 'f', 4);
}

QString placeOf(const app::Explanation &explanation)
{
    return explanation.place == 0 ? Texts::tr("You have decided on this record, so it is not ranked.")
                                  : Texts::tr("Number %1 of %2 by what you decided so far.")
                                        .arg(grouped(explanation.place), grouped(explanation.records));
}

QString barOf(double share, double largest, const QColor &colour)
{
    const auto width = std::max(1, static_cast<int>(std::lround(kLongestBar * std::abs(share) / largest)));
    return QStringLiteral("<table cellspacing='0' cellpadding='0'><tr><td width='%1' bgcolor='%2' "
                          "style='font-size:5pt;'>&nbsp;</td></tr></table>")
        .arg(width)
        .arg(colour.name());
}

QString termRow(const rank::TermShare &term, double largest)
{
    const QColor &colour = term.share < 0 ? currentTheme().exclude : currentTheme().include;
    return QStringLiteral("<tr><td style='padding:2px 12px 2px 0;'>%1</td>"
                          "<td align='right' style='padding:2px 12px 2px 0; color:%2;'>%3</td>"
                          "<td style='padding:4px 0 0 0;'>%4</td></tr>")
        .arg(QString::fromStdString(term.term).toHtmlEscaped(),
             colour.name(),
             signedNumber(term.share),
             barOf(term.share, largest, colour));
}

} // namespace

QString whyHtml(const app::Explanation &explanation)
{
    if (!explanation.ranking.isLearned) {
        return paragraph(Texts::tr("Why this place"), true) +
               paragraph(
                   Texts::tr("Nothing was learned yet: records stand in the order of import until you have "
                             "included one "
                             "record and excluded one."));
    }
    QString html = paragraph(Texts::tr("Why this place"), true) + paragraph(placeOf(explanation));
    if (explanation.terms.empty()) {
        return html + paragraph(Texts::tr("None of its words tells anything yet."));
    }
    const double largest = std::abs(static_cast<double>(explanation.terms.front().share));
    QString rows;
    for (const rank::TermShare &term : explanation.terms) {
        rows += termRow(term, largest > 0 ? largest : 1);
    }
    html +=
        QStringLiteral("<table cellspacing='0' cellpadding='0' style='margin:8px 0;'>%1</table>").arg(rows);
    return html +
           paragraph(
               Texts::tr(
                   "These words matter most. All words together, and %1 that every record has, make its "
                   "score of %2.")
                   .arg(signedNumber(explanation.intercept), signedNumber(explanation.score)),
               true);
}

} // namespace winnow::gui
