#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/appraisals.h"
#endif

#include "gui/extraction/quote_edit.h"

#include <optional>
#include <string>

class QComboBox;
class QLabel;
class QLineEdit;

namespace winnow::gui {

/// The judgement of one domain: what the answers propose, and what a person says instead, with the reason.
class JudgementRow : public QWidget
{
    Q_OBJECT

public:
    JudgementRow(appraisal::ToolPtr tool, std::string domain, QWidget *parent);

    [[nodiscard]] const std::string &domain() const { return m_domain; }

    void show(const std::optional<app::HeldJudgement> &held, const QString &remark);

    /// What is to be saved; where the reason lacks, that is said in the row.
    [[nodiscard]] std::optional<app::DomainJudgement> change();
    void settle();

    /// What is in it and not saved, for comparison; nothing where all is saved.
    [[nodiscard]] QString unsaved() const;

Q_SIGNALS:
    void saveWanted();
    void placeWanted(const QString &place); ///< the quote is to be shown in the PDF

private:
    struct Entry
    {
        int judgement = 0;
        QString support;
        TypedQuote quote;

        bool operator==(const Entry &) const = default;
    };

    [[nodiscard]] Entry entry() const;

    appraisal::ToolPtr m_tool;
    std::string m_domain;
    std::optional<appraisal::Judgement> m_proposed;
    Entry m_shown;
    QLabel *m_proposal;
    QComboBox *m_judgement;
    QLineEdit *m_support;
    QuoteEdit *m_quote;
    QLabel *m_problem;
    QLabel *m_remark;
};

} // namespace winnow::gui
