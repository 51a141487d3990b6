#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace winnow::gui {

/// A quote as it is typed, or picked from a report.
struct TypedQuote
{
    QString text;
    QString page;  ///< as printed
    QString place; ///< in an attached PDF, see model/quote_place.h; may be empty

    [[nodiscard]] bool isEmpty() const { return text.isEmpty() && page.isEmpty(); }

    bool operator==(const TypedQuote &) const = default;
};

/// The lines in which a quote and its page are typed, and the button that opens its place. A quote of which
/// no word is left has lost its place; one that was picked without words keeps it.
class QuoteEdit : public QWidget
{
    Q_OBJECT

public:
    /// `of`: what the quote is for, as people call it.
    QuoteEdit(const QString &of, QWidget *parent);

    /// Without spaces at the ends; a place only with a text or a page.
    [[nodiscard]] TypedQuote typed() const;

    void show(const TypedQuote &quote);

    /// Takes in what was picked from a report, and goes on to the page.
    void pick(const TypedQuote &quote);

    [[nodiscard]] QLineEdit *text() const { return m_text; }

    [[nodiscard]] QLineEdit *page() const { return m_page; }

Q_SIGNALS:
    void returnPressed();
    void placeWanted(const QString &place);

private:
    void setPlace(const QString &place);

    QLineEdit *m_text;
    QLineEdit *m_page;
    QToolButton *m_open;
    QString m_place;
    QString m_picked; ///< the text that stands there
};

} // namespace winnow::gui
