#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/appraisals.h"
#endif

#include "gui/extraction/quote_edit.h"

#include <optional>
#include <string>
#include <vector>

class QButtonGroup;
class QLabel;
class QLineEdit;

namespace winnow::gui {

/// A question of a tool with its answers as radio buttons, and what the answer rests on.
class QuestionRow : public QWidget
{
    Q_OBJECT

public:
    QuestionRow(std::string id,
                const QString &text,
                const QString &help,
                const std::vector<appraisal::Choice> &choices,
                QWidget *parent);

    [[nodiscard]] const std::string &id() const { return m_id; }

    /// What is being answered stays. `remark`: what others said of it.
    void show(const std::optional<app::HeldAnswer> &held, const QString &remark);

    /// What is to be saved; nothing where all is as it was or no answer is chosen.
    [[nodiscard]] std::optional<app::QuestionAnswer> change() const;
    void settle();

    /// What is in it and not saved, for comparison; nothing where all is saved.
    [[nodiscard]] QString unsaved() const;

Q_SIGNALS:
    void chosen();                          ///< by a key or the mouse; others may follow at once
    void finished();                        ///< the Return key in a line
    void placeWanted(const QString &place); ///< the quote is to be shown in the PDF

private:
    void fitFocus();
    [[nodiscard]] app::QuestionAnswer entry() const;

    std::string m_id;
    std::vector<appraisal::Choice> m_choices;
    app::QuestionAnswer m_shown;
    QButtonGroup *m_buttons;
    QWidget *m_reasons = nullptr;
    QLineEdit *m_support = nullptr;
    QuoteEdit *m_quote = nullptr;
    QLabel *m_remark = nullptr;
};

} // namespace winnow::gui
