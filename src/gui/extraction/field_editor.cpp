#include "gui/extraction/field_editor.h"

#include "extraction/comparison.h"
#include "gui/extraction/value_input.h"
#include "gui/row_parts.h"
#include "gui/shown.h"
#include "gui/wrap_layout.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace winnow::gui {

namespace {

using extraction::FieldType;
using extraction::ValueStatus;

} // namespace

FieldEditor::FieldEditor(std::string path, extraction::Field field, QWidget *parent)
    : QWidget(parent)
    , m_path(std::move(path))
    , m_field(std::move(field))
{
    setObjectName(shown(m_path));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 12);
    rows->setSpacing(4);
    QLabel *name = headingText(this, m_field.isRequired ? tr("%1 (required)").arg(label()) : label(), 1.0);
    rows->addWidget(name);
    if (!m_field.help.empty()) {
        rows->addWidget(quietText(this, shown(m_field.help)));
    }
    if (m_field.type == FieldType::Computed) {
        m_computed = plainText(this, {});
        rows->addWidget(m_computed);
    } else {
        auto *valueRow = new QHBoxLayout;
        valueRow->setSpacing(8);
        m_input = new ValueInput(m_field, this);
        name->setBuddy(m_input);
        m_status = new QComboBox(this);
        m_status->setObjectName(QStringLiteral("statusBox"));
        scrollOver(m_status);
        m_status->setAccessibleName(tr("Status of %1").arg(label()));
        m_status->addItem(tr("Reported"), static_cast<int>(ValueStatus::Extracted));
        m_status->addItem(tr("Not reported"), static_cast<int>(ValueStatus::NotReported));
        m_status->addItem(tr("Not applicable"), static_cast<int>(ValueStatus::NotApplicable));
        m_status->addItem(tr("Unclear"), static_cast<int>(ValueStatus::Unclear));
        m_status->addItem(tr("Authors were asked"), static_cast<int>(ValueStatus::AuthorContacted));
        valueRow->addWidget(m_input, 1);
        valueRow->addWidget(m_status, 0, Qt::AlignTop);
        rows->addLayout(valueRow);
        wrap({valueRow});
        m_quoteRows = new QVBoxLayout;
        m_quoteRows->setSpacing(4);
        rows->addLayout(m_quoteRows);
        m_more = new QPushButton(tr("+"), this);
        m_more->setObjectName(QStringLiteral("moreQuotesButton"));
        m_more->setAutoDefault(false);
        m_more->setToolTip(tr("One more quote"));
        m_more->setAccessibleName(tr("One more quote for %1").arg(label()));
        connect(m_more, &QPushButton::clicked, this, [this] {
            addQuoteLine();
            m_quotes.back().quote->text()->setFocus();
        });
        addQuoteLine();
        connect(m_input, &ValueInput::chosen, this, &FieldEditor::saveWanted);
        connect(m_input, &ValueInput::finished, this, &FieldEditor::saveWanted);
        connect(m_status, &QComboBox::activated, this, [this] {
            fitStatus();
            Q_EMIT saveWanted();
        });
        setFocusProxy(m_input);
    }
    m_problem = problemText(this);
    m_notice = quietText(this, {});
    m_notice->setObjectName(QStringLiteral("noticeLabel"));
    m_notice->hide();
    rows->addWidget(m_problem);
    rows->addWidget(m_notice);
    m_others = new QVBoxLayout;
    m_others->setSpacing(4);
    rows->addLayout(m_others);
}

/// The button that adds the next one stands behind the last.
void FieldEditor::addQuoteLine()
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *quote = new QuoteEdit(label(), line);
    row->addWidget(quote, 1);
    row->addWidget(m_more);
    m_quoteRows->addWidget(line);
    m_quotes.push_back({line, quote});
    setTabOrder(quote->page(), m_more);
    connect(quote, &QuoteEdit::returnPressed, this, &FieldEditor::saveWanted);
    connect(quote, &QuoteEdit::placeWanted, this, &FieldEditor::placeWanted);
    Q_EMIT lineAdded(quote->text());
    Q_EMIT lineAdded(quote->page());
}

void FieldEditor::showQuotes(const std::vector<extraction::Quote> &quotes)
{
    const std::size_t wanted = std::max<std::size_t>(1, quotes.size());
    while (m_quotes.size() < wanted) {
        addQuoteLine();
    }
    while (m_quotes.size() > wanted) {
        m_quotes[m_quotes.size() - 2].line->layout()->addWidget(m_more);
        m_quotes.back().line->hide();
        m_quotes.back().line->deleteLater(); // what was typed in it may have led here
        m_quoteRows->removeWidget(m_quotes.back().line);
        m_quotes.pop_back();
    }
    for (std::size_t at = 0; at < m_quotes.size(); ++at) {
        const extraction::Quote quote = at < quotes.size() ? quotes[at] : extraction::Quote();
        m_quotes[at].quote->show({shown(quote.text), shown(quote.page), shown(quote.place)});
    }
}

bool FieldEditor::quote(const TypedQuote &quote)
{
    if (m_input == nullptr) {
        return false;
    }
    if (!m_quotes.back().quote->typed().isEmpty()) {
        addQuoteLine();
    }
    m_quotes.back().quote->pick(quote);
    return true;
}

QString FieldEditor::label() const
{
    return shown(m_field.label);
}

bool FieldEditor::isTyped() const
{
    return m_input != nullptr && entry() != m_shown;
}

QString FieldEditor::typed() const
{
    const Entry now = entry();
    QStringList all{shown(m_path), now.text, QString::number(now.status)};
    for (const TypedQuote &quote : now.quotes) {
        all << quote.text << quote.page << quote.place;
    }
    return all.join(QLatin1Char('\n'));
}

void FieldEditor::drop()
{
    if (isTyped()) {
        showOwn(m_own);
    }
}

/// What was not reported has no value.
void FieldEditor::fitStatus()
{
    const auto status = static_cast<ValueStatus>(m_status->currentData().toInt());
    const bool isAbsent = status == ValueStatus::NotReported || status == ValueStatus::NotApplicable;
    if (isAbsent) {
        m_input->setValue({});
    }
    m_input->setEnabled(!isAbsent);
}

FieldEditor::Entry FieldEditor::entry() const
{
    Entry entry{m_input->text(), m_status->currentIndex(), {}};
    for (const QuoteLine &line : m_quotes) {
        if (TypedQuote quote = line.quote->typed(); !quote.isEmpty()) {
            entry.quotes.push_back(std::move(quote));
        }
    }
    return entry;
}

void FieldEditor::show(const FieldState &state)
{
    if (m_input == nullptr) {
        m_computed->setText(state.computed ? shown(extraction::display(m_field, *state.computed))
                                           : tr("Follows from other fields, once they are filled in."));
    } else if (!isTyped()) {
        showOwn(state.own);
    }
    QStringList notices;
    for (const std::string &notice : state.notices) {
        notices << shown(notice);
    }
    m_notice->setText(notices.join(QLatin1Char('\n')));
    m_notice->setVisible(!notices.isEmpty());
    showOthers(state);
}

void FieldEditor::showOwn(const std::optional<extraction::Value> &own)
{
    m_own = own;
    m_input->setValue(own);
    m_status->setCurrentIndex(
        std::max(0, m_status->findData(static_cast<int>(own ? own->status : ValueStatus::Extracted))));
    showQuotes(own ? own->quotes : std::vector<extraction::Quote>());
    fitStatus();
    m_shown = entry();
    tell({});
}

QString FieldEditor::inWords(const extraction::Value &value) const
{
    QString words = shown(extraction::display(m_field, value));
    for (const extraction::Quote &quote : value.quotes) {
        words += QStringLiteral("  \u201c%1\u201d").arg(shown(quote.text));
        words += quote.page.empty() ? QString() : tr(", p. %1").arg(shown(quote.page));
    }
    return words;
}

void FieldEditor::showOthers(const FieldState &state)
{
    while (QLayoutItem *item = m_others->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const bool isComparable = state.own.has_value();
    for (const auto &[extractor, value] : state.others) {
        const bool isSame = isComparable && extraction::saysTheSame(m_field, *state.own, value);
        const QString verdict = !isComparable ? QString() : isSame ? tr("says the same: ") : tr("differs: ");
        addOther(tr("%1 %2%3").arg(shown(extractor), verdict, inWords(value)), value, state.maySettle);
    }
    if (state.agreed) {
        addOther(tr("Agreed: %1").arg(inWords(*state.agreed)), *state.agreed, false);
    }
    if (state.maySettle && !state.others.empty() && state.own) {
        addOther(tr("You: %1").arg(inWords(*state.own)), *state.own, true);
    }
}

void FieldEditor::addOther(const QString &said, const extraction::Value &value, bool maySettle)
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(12, 0, 0, 0);
    row->setSpacing(8);
    QLabel *text = quietText(line, said);
    text->setObjectName(QStringLiteral("otherLabel"));
    row->addWidget(text, 1);
    if (maySettle) {
        auto *button = new QPushButton(tr("Agree on this"), line);
        button->setObjectName(QStringLiteral("agreeButton"));
        button->setAutoDefault(false);
        button->setAccessibleName(tr("Agree on this for %1: %2").arg(label(), said));
        connect(button, &QPushButton::clicked, this, [this, value] { Q_EMIT agreeWanted(value); });
        row->addWidget(button);
    }
    m_others->addWidget(line);
}

void FieldEditor::tell(const QString &problem)
{
    setProblem(m_problem, problem);
}

std::optional<extraction::Value> FieldEditor::change()
{
    if (m_input == nullptr) {
        return std::nullopt;
    }
    const Entry typed = entry();
    if (typed == m_shown) {
        tell({});
        return std::nullopt;
    }
    extraction::Value value;
    const auto status = static_cast<ValueStatus>(m_status->currentData().toInt());
    if (!typed.text.isEmpty()) {
        auto parsed = extraction::parseValue(m_field, typed.text.toStdString());
        if (!parsed) {
            tell(shown(parsed.error().message));
            return std::nullopt;
        }
        value = *std::move(parsed);
    }
    if (status != ValueStatus::Extracted) {
        value.status = status;
    }
    const bool isNothing = value.parts.empty() && value.status == ValueStatus::Extracted;
    if (isNothing && !m_own) {
        tell(!typed.quotes.empty()
                 ? tr("A quote is kept with a value; say what the report says, or that it is unclear.")
                 : QString());
        return std::nullopt;
    }
    if (!isNothing) {
        value.note = m_own ? m_own->note : std::string();
        for (const TypedQuote &quote : typed.quotes) {
            value.quotes.push_back(
                {quote.text.toStdString(), quote.page.toStdString(), quote.place.toStdString()});
        }
    }
    tell({});
    return value;
}

void FieldEditor::settle(const extraction::Value &value)
{
    const bool isNothing = value.parts.empty() && value.status == ValueStatus::Extracted;
    m_own = isNothing ? std::nullopt : std::optional(value);
    m_shown = entry();
}

} // namespace winnow::gui
