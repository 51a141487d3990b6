#include "gui/extraction/quote_edit.h"

#include "gui/row_parts.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

namespace winnow::gui {

namespace {

QStringList wordsOf(const QString &text)
{
    return text.toLower().simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

bool sharesWord(const QString &one, const QString &other)
{
    const QStringList words = wordsOf(other);
    const QStringList all = wordsOf(one);
    return std::any_of(words.begin(), words.end(), [&](const QString &word) { return all.contains(word); });
}

} // namespace

QuoteEdit::QuoteEdit(const QString &of, QWidget *parent)
    : QWidget(parent)
    , m_text(textLine(this, "quoteEdit", tr("Quote, word for word"), tr("Quote for %1").arg(of)))
    , m_page(textLine(this, "pageEdit", tr("Page"), tr("Page of the quote for %1").arg(of)))
    , m_open(new QToolButton(this))
{
    constexpr int kPageLetters = 10;
    m_page->setFixedWidth(fontMetrics().averageCharWidth() * kPageLetters);
    m_open->setObjectName(QStringLiteral("placeButton"));
    m_open->setText(tr("Show"));
    m_open->setToolTip(tr("Show the quote in the PDF"));
    m_open->setAccessibleName(tr("Show the quote for %1 in the PDF").arg(of));
    m_open->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_page);
    row->addWidget(m_open);
    setTabOrder(m_text, m_page);
    setTabOrder(m_page, m_open);
    for (const QLineEdit *line : {m_text, m_page}) {
        connect(line, &QLineEdit::returnPressed, this, &QuoteEdit::returnPressed);
    }
    connect(m_text, &QLineEdit::textEdited, this, [this](const QString &now) {
        // The region of a page that was picked without words keeps its place whatever is typed for it.
        if (!m_place.isEmpty() && !m_picked.trimmed().isEmpty() && !sharesWord(m_picked, now)) {
            setPlace({});
        }
    });
    connect(m_open, &QToolButton::clicked, this, [this] { Q_EMIT placeWanted(m_place); });
}

TypedQuote QuoteEdit::typed() const
{
    TypedQuote quote{m_text->text().trimmed(), m_page->text().trimmed(), m_place};
    if (quote.isEmpty()) {
        quote.place.clear();
    }
    return quote;
}

void QuoteEdit::show(const TypedQuote &quote)
{
    setLine(m_text, quote.text);
    setLine(m_page, quote.page);
    setPlace(quote.place);
}

void QuoteEdit::pick(const TypedQuote &quote)
{
    m_text->setText(quote.text);
    m_text->setCursorPosition(0);
    if (!quote.page.isEmpty()) {
        m_page->setText(quote.page);
    }
    setPlace(quote.place);
    m_page->setFocus();
    m_page->selectAll();
}

void QuoteEdit::setPlace(const QString &place)
{
    m_place = place;
    m_picked = m_text->text();
    m_open->setVisible(!place.isEmpty());
}

} // namespace winnow::gui
