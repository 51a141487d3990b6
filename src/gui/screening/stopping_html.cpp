#include "gui/screening/stopping_html.h"

#include "gui/screening/html_parts.h"
#include "gui/screening/stage_words.h"
#include "gui/shown.h"
#include "gui/theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace winnow::gui {

namespace {

/// The context of the texts.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(StoppingHtml)
};

QString asCount(double value)
{
    return grouped(std::llround(value));
}

QString asExpected(double value)
{
    return QLocale().toString(value, 'f', 1);
}

QString asShare(double value)
{
    constexpr double kPercent = 100;
    return QLocale().toString(value * kPercent, 'f', 1) + QStringLiteral(" %");
}

QString asProbability(double value)
{
    return QLocale().toString(value, 'g', 3);
}

/// How a number of app::StoppingReport is told; what the goal was stands above.
struct NumberLook
{
    std::string_view name;
    const char *label;
    QString (*write)(double);
};

constexpr std::array kLooks{
    NumberLook{"run", QT_TRANSLATE_NOOP("StoppingHtml", "irrelevant since the last relevant one"), asCount},
    NumberLook{"needed", QT_TRANSLATE_NOOP("StoppingHtml", "needed"), asCount},
    NumberLook{"p", QT_TRANSLATE_NOOP("StoppingHtml", "p"), asProbability},
    NumberLook{"least_missed",
               QT_TRANSLATE_NOOP("StoppingHtml", "missed at least, if the recall is not reached"),
               asCount},
    NumberLook{"sample_size", QT_TRANSLATE_NOOP("StoppingHtml", "records that p is of"), asCount},
    NumberLook{"sample_relevant", QT_TRANSLATE_NOOP("StoppingHtml", "relevant among these"), asCount},
    NumberLook{"recall", QT_TRANSLATE_NOOP("StoppingHtml", "recall, estimated"), asShare},
    NumberLook{"recall_from", QT_TRANSLATE_NOOP("StoppingHtml", "interval from"), asShare},
    NumberLook{"recall_to", QT_TRANSLATE_NOOP("StoppingHtml", "interval to"), asShare},
    NumberLook{"recall_at_least", QT_TRANSLATE_NOOP("StoppingHtml", "recall at least"), asShare},
    NumberLook{"missed", QT_TRANSLATE_NOOP("StoppingHtml", "missed, expected"), asExpected},
};

/// One line: "p 0.041 · relevant among these 2".
QString numbersOf(const app::StoppingReport &report)
{
    QStringList told;
    for (const NumberLook &look : kLooks) {
        const auto found =
            std::ranges::find(report.numbers, look.name, &std::pair<std::string_view, double>::first);
        if (found != report.numbers.end()) {
            told << Texts::tr(look.label) + QStringLiteral(": ") + look.write(found->second);
        }
    }
    return told.join(QStringLiteral(" \u00B7 "));
}

/// "Stop.", "Go on." in a weight and colour of its own, and why.
QString sectionOf(app::StoppingRule rule, const Result<app::StoppingReport> &report)
{
    const QString title = heading(ruleName(rule));
    if (!report) {
        return title + paragraph(shown(report.error().message), true);
    }
    const bool stops = report->advice.saysStop;
    const QString verdict = QStringLiteral("<b style='color:%1;'>%2</b> ")
                                .arg((stops ? currentTheme().accent : currentTheme().text).name(),
                                     stops ? Texts::tr("Says stop.") : Texts::tr("Says go on."));
    return title +
           QStringLiteral("<p style='margin:4px 0; line-height:130%;'>%1%2</p>")
               .arg(verdict, shown(report->advice.explanation).toHtmlEscaped()) +
           paragraph(numbersOf(*report), true);
}

QString endOf(const app::ScreeningEnd &end)
{
    const QString ended =
        Texts::tr("Screening ended here on %1, by %2.")
            .arg(shownTime(end.atUtc, QStringLiteral("d MMMM yyyy, HH:mm")), shown(end.reviewer));
    return QStringLiteral("<table width='100%' cellpadding='10'><tr><td style='background-color:%1;'>"
                          "<b>%2</b> %3</td></tr></table>")
        .arg(currentTheme().highlight.name(),
             ended.toHtmlEscaped(),
             Texts::tr("What nobody decided on counts in the flow diagram as left out by an automation tool. "
                       "Screening can go on at any time; undo takes the end back.")
                 .toHtmlEscaped());
}

} // namespace

QString ruleName(app::StoppingRule rule)
{
    switch (rule) {
    case app::StoppingRule::Run:
        return Texts::tr("Irrelevant records in a row");
    case app::StoppingRule::Buscar:
        return Texts::tr("Test of recall (Buscar)");
    case app::StoppingRule::TailSample:
        break;
    }
    return Texts::tr("Random sample of the rest");
}

QString stoppingHtml(const StoppingAnswers &answers)
{
    QString html = answers.end ? endOf(*answers.end) : QString();
    const auto told = std::ranges::find_if(answers.reports, [](const auto &report) { return report.isOk(); });
    if (told != answers.reports.end()) {
        html += paragraph(Texts::tr("%1 of %2 records screened at %3, %4 of them relevant.")
                              .arg(grouped((*told)->screened),
                                   grouped((*told)->total),
                                   stageInSentence(answers.stage),
                                   grouped((*told)->relevant)));
    }
    for (const app::StoppingRule rule :
         {app::StoppingRule::Run, app::StoppingRule::Buscar, app::StoppingRule::TailSample}) {
        html += sectionOf(rule, answers.reports.at(static_cast<std::size_t>(rule)));
    }
    if (answers.sampleNeeded && *answers.sampleNeeded > 0) {
        html += paragraph(
            Texts::tr("The smallest sample that could say stop, if nothing in it is relevant: %1 records.")
                .arg(grouped(*answers.sampleNeeded)),
            true);
    }
    return html;
}

} // namespace winnow::gui
