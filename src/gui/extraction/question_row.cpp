#include "gui/extraction/question_row.h"

#include "gui/row_parts.h"
#include "gui/shown.h"
#include "gui/theme.h"
#include "gui/wrap_layout.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace winnow::gui {

namespace {

/// Answers of more letters than this stand one below the other.
constexpr qsizetype kMostInARow = 70;

bool isSame(const app::QuestionAnswer &one, const app::QuestionAnswer &other)
{
    return one.answer == other.answer && one.support == other.support && one.quote == other.quote &&
           one.page == other.page && one.place == other.place;
}

} // namespace

QuestionRow::QuestionRow(std::string id,
                         const QString &text,
                         const QString &help,
                         const std::vector<appraisal::Choice> &choices,
                         QWidget *parent)
    : QWidget(parent)
    , m_id(std::move(id))
    , m_choices(choices)
    , m_buttons(new QButtonGroup(this))
{
    setObjectName(shown(m_id));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 8);
    rows->setSpacing(4);
    rows->addWidget(plainText(this, text));
    if (!help.isEmpty()) {
        rows->addWidget(quietText(this, help));
    }
    qsizetype length = 0;
    for (const appraisal::Choice &choice : choices) {
        length += shown(choice.label).size() + 4;
    }
    auto *row = length > kMostInARow ? nullptr : new QHBoxLayout;
    QBoxLayout *answers = row == nullptr ? static_cast<QBoxLayout *>(new QVBoxLayout) : row;
    answers->setSpacing(row == nullptr ? 4 : 16);
    for (int i = 0; i < static_cast<int>(choices.size()); ++i) {
        auto *button = new QRadioButton(shown(choices[static_cast<std::size_t>(i)].label), this);
        button->setAccessibleName(tr("%1 Answer: %2").arg(text, button->text()));
        m_buttons->addButton(button, i);
        answers->addWidget(button);
    }
    answers->addStretch(1);
    rows->addLayout(answers);
    if (row != nullptr) {
        wrap({row});
    }
    // Made behind the answers: Tab goes in this order.
    m_reasons = new QWidget(this);
    m_support =
        textLine(m_reasons, "supportEdit", tr("What it rests on"), tr("What %1 rests on").arg(shown(m_id)));
    m_quote = new QuoteEdit(shown(m_id), m_reasons);
    m_remark = quietText(this, {});
    auto *line = new QHBoxLayout(m_reasons);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(m_support, 3);
    line->addWidget(m_quote, 4);
    wrap({line});
    rows->addWidget(m_reasons);
    rows->addWidget(m_remark);
    for (QWidget *later : {m_reasons, static_cast<QWidget *>(m_remark)}) {
        later->hide(); // until there is an answer, and something to remark
    }
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int, bool isOn) {
        if (isOn) {
            fitFocus();
            m_reasons->show();
            Q_EMIT chosen();
        }
    });
    connect(m_support, &QLineEdit::returnPressed, this, &QuestionRow::finished);
    connect(m_quote, &QuoteEdit::returnPressed, this, &QuestionRow::finished);
    connect(m_quote, &QuoteEdit::placeWanted, this, &QuestionRow::placeWanted);
}

/// Tab stops once at a question; arrow keys go through its answers.
void QuestionRow::fitFocus()
{
    const int stop = std::max(0, m_buttons->checkedId());
    for (QAbstractButton *button : m_buttons->buttons()) {
        button->setFocusPolicy(m_buttons->id(button) == stop ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

app::QuestionAnswer QuestionRow::entry() const
{
    app::QuestionAnswer entry;
    entry.question = m_id;
    if (const int chosen = m_buttons->checkedId(); chosen >= 0) {
        entry.answer = m_choices[static_cast<std::size_t>(chosen)].id;
    }
    entry.support = m_support->text().trimmed().toStdString();
    const TypedQuote quote = m_quote->typed();
    entry.quote = quote.text.toStdString();
    entry.page = quote.page.toStdString();
    entry.place = quote.place.toStdString();
    return entry;
}

void QuestionRow::show(const std::optional<app::HeldAnswer> &held, const QString &remark)
{
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
    if (!isSame(entry(), m_shown)) {
        return;
    }
    const app::QuestionAnswer said = held ? held->said : app::QuestionAnswer();
    const auto at = std::ranges::find(m_choices, said.answer, &appraisal::Choice::id);
    const QSignalBlocker quiet(m_buttons);
    m_buttons->setExclusive(false);
    for (QAbstractButton *button : m_buttons->buttons()) {
        button->setChecked(at != m_choices.end() && m_buttons->id(button) == at - m_choices.begin());
    }
    m_buttons->setExclusive(true);
    fitFocus();
    setLine(m_support, shown(said.support));
    m_quote->show({shown(said.quote), shown(said.page), shown(said.place)});
    m_reasons->setVisible(at != m_choices.end());
    m_shown = entry();
}

std::optional<app::QuestionAnswer> QuestionRow::change() const
{
    app::QuestionAnswer said = entry();
    return said.answer.empty() || isSame(said, m_shown) ? std::nullopt : std::optional(std::move(said));
}

QString QuestionRow::unsaved() const
{
    const app::QuestionAnswer now = entry();
    return isSame(now, m_shown) ? QString()
                                : QStringList{shown(m_id),
                                              shown(now.answer),
                                              shown(now.support),
                                              shown(now.quote),
                                              shown(now.page),
                                              shown(now.place)}
                                      .join(QLatin1Char('\n'));
}

void QuestionRow::settle()
{
    m_shown = entry();
}

} // namespace winnow::gui
