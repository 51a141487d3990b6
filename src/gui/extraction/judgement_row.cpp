#include "gui/extraction/judgement_row.h"

#include "gui/row_parts.h"
#include "gui/shown.h"
#include "gui/wrap_layout.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace winnow::gui {

JudgementRow::JudgementRow(appraisal::ToolPtr tool, std::string domain, QWidget *parent)
    : QWidget(parent)
    , m_tool(std::move(tool))
    , m_domain(std::move(domain))
    , m_proposal(plainText(this, {}))
    , m_judgement(new QComboBox(this))
    , m_support(textLine(
          this, "supportEdit", tr("Reason"), tr("Reason of the judgement of %1").arg(shown(m_domain))))
    , m_quote(new QuoteEdit(shown(m_domain), this))
    , m_problem(problemText(this))
    , m_remark(quietText(this, {}))
{
    setObjectName(shown(m_domain));
    m_proposal->setObjectName(QStringLiteral("proposalLabel"));
    m_judgement->setObjectName(QStringLiteral("judgementBox"));
    m_judgement->setAccessibleName(tr("Judgement of %1").arg(shown(m_domain)));
    scrollOver(m_judgement);
    m_judgement->addItem(QString(), -1);
    for (const appraisal::Judgement judgement : appraisal::kJudgements) {
        const bool isOnScale =
            std::ranges::find(m_tool->scale, judgement, &appraisal::Level::judgement) != m_tool->scale.end();
        const bool isAside = judgement == appraisal::Judgement::NoInformation ||
                             judgement == appraisal::Judgement::NotApplicable;
        if (isOnScale || isAside) {
            m_judgement->addItem(shown(appraisal::labelOf(*m_tool, judgement)), static_cast<int>(judgement));
        }
    }
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 8);
    rows->setSpacing(4);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_judgement);
    line->addWidget(m_support, 3);
    line->addWidget(m_quote, 4);
    rows->addWidget(m_proposal);
    rows->addLayout(line);
    wrap({line});
    rows->addWidget(m_problem);
    rows->addWidget(m_remark);
    m_remark->hide();
    connect(m_judgement, &QComboBox::activated, this, &JudgementRow::saveWanted);
    connect(m_support, &QLineEdit::returnPressed, this, &JudgementRow::saveWanted);
    connect(m_quote, &QuoteEdit::returnPressed, this, &JudgementRow::saveWanted);
    connect(m_quote, &QuoteEdit::placeWanted, this, &JudgementRow::placeWanted);
}

JudgementRow::Entry JudgementRow::entry() const
{
    return {m_judgement->currentIndex(), m_support->text().trimmed(), m_quote->typed()};
}

void JudgementRow::show(const std::optional<app::HeldJudgement> &held, const QString &remark)
{
    m_proposed = held ? held->proposed : std::nullopt;
    if (held && held->isProposed) {
        m_proposed = held->said.judgement;
    }
    m_proposal->setText(m_proposed ? tr("Proposed: %1").arg(shown(appraisal::labelOf(*m_tool, *m_proposed)))
                                   : tr("Nothing is proposed yet."));
    m_judgement->setItemText(0, m_proposed ? tr("As proposed") : tr("Not judged"));
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
    if (entry() != m_shown) {
        return;
    }
    const bool isJudged = held && !held->isProposed;
    const int at = isJudged ? m_judgement->findData(static_cast<int>(held->said.judgement)) : 0;
    m_judgement->setCurrentIndex(std::max(0, at));
    setLine(m_support, isJudged ? shown(held->said.support) : QString());
    m_quote->show(isJudged
                      ? TypedQuote{shown(held->said.quote), shown(held->said.page), shown(held->said.place)}
                      : TypedQuote());
    m_shown = entry();
    setProblem(m_problem, {});
}

std::optional<app::DomainJudgement> JudgementRow::change()
{
    setProblem(m_problem, {});
    const Entry said = entry();
    if (said == m_shown) {
        return std::nullopt;
    }
    app::DomainJudgement judgement;
    judgement.domain = m_domain;
    const int chosen = m_judgement->currentData().toInt();
    const bool hasWords = !said.support.isEmpty() || !said.quote.isEmpty();
    if (chosen < 0) {
        if (!m_proposed) {
            setProblem(m_problem, hasWords ? tr("Choose a judgement; then it is saved.") : QString());
            return std::nullopt;
        }
        judgement.judgement = *m_proposed;
    } else {
        judgement.judgement = static_cast<appraisal::Judgement>(chosen);
    }
    if (m_proposed && judgement.judgement != *m_proposed && said.support.isEmpty()) {
        setProblem(m_problem,
                   tr("Say why it is not \u201c%1\u201d, as is proposed; then it is saved.")
                       .arg(shown(appraisal::labelOf(*m_tool, *m_proposed))));
        return std::nullopt;
    }
    judgement.support = said.support.toStdString();
    judgement.quote = said.quote.text.toStdString();
    judgement.page = said.quote.page.toStdString();
    judgement.place = said.quote.place.toStdString();
    return judgement;
}

QString JudgementRow::unsaved() const
{
    const Entry now = entry();
    return now == m_shown ? QString()
                          : QStringList{shown(m_domain),
                                        QString::number(now.judgement),
                                        now.support,
                                        now.quote.text,
                                        now.quote.page,
                                        now.quote.place}
                                .join(QLatin1Char('\n'));
}

void JudgementRow::settle()
{
    m_shown = entry();
}

} // namespace winnow::gui
