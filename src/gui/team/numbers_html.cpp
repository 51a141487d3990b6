#include "gui/team/numbers_html.h"

#include "gui/screening/html_parts.h"
#include "gui/screening/stage_words.h"
#include "gui/shown.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace winnow::gui {

namespace {

using screening::Coefficient;

/// The context of the texts.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(NumbersHtml)
};

QString escaped(const std::string &text)
{
    return QString::fromStdString(text).toHtmlEscaped();
}

QString inWords(const Coefficient &coefficient)
{
    return coefficient.value ? QLocale().toString(*coefficient.value, 'f', 3) : Texts::tr("not estimable");
}

QString intervalOf(const Coefficient &coefficient)
{
    return coefficient.interval ? Texts::tr("%1 to %2")
                                      .arg(QLocale().toString(coefficient.interval->low, 'f', 3),
                                           QLocale().toString(coefficient.interval->high, 'f', 3))
                                : QString();
}

QString coefficientRow(const QString &name, const Coefficient &coefficient)
{
    return rowOf({name.toHtmlEscaped(), inWords(coefficient), intervalOf(coefficient)});
}

QString coefficientHead()
{
    return rowOf({QString(), Texts::tr("value"), Texts::tr("95 % interval")}, true);
}

QString paceOf(const screening::Pace &pace)
{
    return pace.recordsPerHour ? grouped(std::lround(*pace.recordsPerHour)) : QString();
}

QString reasonsHtml(const std::vector<screening::ReasonDivision> &reasons)
{
    if (reasons.empty()) {
        return {};
    }
    QString rows = rowOf({Texts::tr("Reason"),
                          Texts::tr("both gave it"),
                          Texts::tr("one only"),
                          Texts::tr("other would include"),
                          Texts::tr("kappa")},
                         true);
    for (const screening::ReasonDivision &division : reasons) {
        rows += rowOf({escaped(division.reason),
                       grouped(division.both),
                       grouped(division.oneOnly),
                       grouped(division.againstGoingOn),
                       inWords(division.kappa)});
    }
    return heading(Texts::tr("Reasons that divide the reviewers")) + tableOf(rows);
}

} // namespace

QString progressHtml(const app::ScreeningProgress &progress)
{
    QString rows = rowOf({Texts::tr("Stage"),
                          Texts::tr("records"),
                          Texts::tr("included"),
                          Texts::tr("maybe"),
                          Texts::tr("excluded"),
                          Texts::tr("conflicts"),
                          Texts::tr("want a second vote"),
                          Texts::tr("undecided")},
                         true);
    for (const app::StageProgress &stage : progress.stages) {
        rows += rowOf({stageName(stage.stage).toHtmlEscaped(),
                       grouped(stage.come),
                       grouped(stage.included),
                       grouped(stage.maybe),
                       grouped(stage.excluded),
                       grouped(stage.conflicts),
                       grouped(stage.pending),
                       grouped(stage.undecided)});
    }
    QString html = heading(Texts::tr("Progress")) + tableOf(rows);
    if (progress.reviewers.empty()) {
        return html;
    }
    constexpr std::int64_t kMsPerMinute = 60'000;
    rows = rowOf({Texts::tr("Reviewer"),
                  Texts::tr("decided"),
                  Texts::tr("of these at once"),
                  Texts::tr("minutes"),
                  Texts::tr("records an hour")},
                 true);
    for (const app::ReviewerProgress &reviewer : progress.reviewers) {
        rows += rowOf({Texts::tr("%1 at %2")
                           .arg(QString::fromStdString(reviewer.reviewer), stageInSentence(reviewer.stage))
                           .toHtmlEscaped(),
                       grouped(reviewer.decided),
                       grouped(reviewer.atOnce),
                       grouped(reviewer.pace.workedMs / kMsPerMinute),
                       paceOf(reviewer.pace)});
    }
    return html + QStringLiteral("<p></p>") + tableOf(rows);
}

QString agreementHtml(const app::AgreementReport &report)
{
    const screening::TeamAgreement &team = report.verdicts;
    QString html = heading(Texts::tr("Agreement"));
    html += QStringLiteral("<p>%1</p>")
                .arg(Texts::tr("Measured on %Ln record(s) that have two or more independent first votes.",
                               nullptr,
                               static_cast<int>(team.units)));
    if (report.votes.late > 0) {
        html += QStringLiteral("<p>%1</p>")
                    .arg(Texts::tr("%Ln vote(s) left out: given after the record was opened.",
                                   nullptr,
                                   static_cast<int>(report.votes.late)));
    }
    html += tableOf(coefficientHead() + coefficientRow(Texts::tr("Observed agreement"), team.observed) +
                    coefficientRow(Texts::tr("Krippendorff's alpha"), team.alpha) +
                    coefficientRow(Texts::tr("Fleiss' kappa"), team.fleiss) +
                    coefficientRow(Texts::tr("Gwet's AC1"), team.ac1));
    for (const screening::PairAgreement &pair : team.pairs) {
        html += heading(Texts::tr("%1 and %2, %3 records")
                            .arg(QString::fromStdString(report.votes.reviewers[pair.first]),
                                 QString::fromStdString(report.votes.reviewers[pair.second]),
                                 grouped(pair.kappa.units)));
        html += tableOf(coefficientHead() + coefficientRow(Texts::tr("Observed agreement"), pair.observed) +
                        coefficientRow(Texts::tr("Cohen's kappa"), pair.kappa) +
                        coefficientRow(Texts::tr("PABAK"), pair.adjusted) +
                        coefficientRow(Texts::tr("Gwet's AC1"), pair.ac1));
    }
    return html + reasonsHtml(report.reasons);
}

} // namespace winnow::gui
