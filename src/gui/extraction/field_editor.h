#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "extraction/form.h"
#include "extraction/value.h"
#endif
#include "gui/extraction/quote_edit.h"

#include <QWidget>

#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace winnow::gui {

class ValueInput;

/// What is known of one field of a study.
struct FieldState
{
    std::optional<extraction::Value> own{};
    std::vector<std::pair<std::string, extraction::Value>> others{}; ///< extractor and what they say
    std::optional<extraction::Value> agreed{};
    std::optional<extraction::Value> computed{};
    std::vector<std::string> notices{};
    bool maySettle = false;
};

/// One field of a form: its value, whether it was reported, the quote and page, and beside it what others
/// say.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    FieldEditor(std::string path, extraction::Field field, QWidget *parent);

    [[nodiscard]] const std::string &path() const { return m_path; }

    [[nodiscard]] const extraction::Field &field() const { return m_field; }

    [[nodiscard]] QString label() const;

    /// Whether it has what is not saved.
    [[nodiscard]] bool isTyped() const;

    /// What is in it, for comparison.
    [[nodiscard]] QString typed() const;

    /// Forgets what is not saved.
    void drop();

    /// What is being typed stays.
    void show(const FieldState &state);

    /// What is to be saved: nothing where all is as it was, or where it cannot be read, which is said beside
    /// the field.
    [[nodiscard]] std::optional<extraction::Value> change();

    /// It was saved.
    void settle(const extraction::Value &value);

    void tell(const QString &problem);

    /// Adds a quote behind those that there are, and goes to where its page is typed. False where the field
    /// is computed.
    bool quote(const TypedQuote &quote);

Q_SIGNALS:
    void saveWanted();
    void lineAdded(QLineEdit *line); ///< one more can be typed in
    void agreeWanted(const extraction::Value &value);
    void placeWanted(const QString &place); ///< a quote is to be shown in the PDF

private:
    struct Entry
    {
        QString text;
        int status = 0;
        std::vector<TypedQuote> quotes;

        bool operator==(const Entry &) const = default;
    };

    /// With the button for one more behind the last.
    struct QuoteLine
    {
        QWidget *line;
        QuoteEdit *quote;
    };

    void addQuoteLine();
    void showQuotes(const std::vector<extraction::Quote> &quotes);
    void showOwn(const std::optional<extraction::Value> &own);
    void showOthers(const FieldState &state);
    void addOther(const QString &said, const extraction::Value &value, bool maySettle);
    void fitStatus();
    [[nodiscard]] Entry entry() const;
    [[nodiscard]] QString inWords(const extraction::Value &value) const;

    std::string m_path;
    extraction::Field m_field;
    std::optional<extraction::Value> m_own;
    Entry m_shown;
    ValueInput *m_input = nullptr; ///< nullptr: computed
    QComboBox *m_status = nullptr;
    QVBoxLayout *m_quoteRows = nullptr;
    std::vector<QuoteLine> m_quotes; ///< at least one
    QPushButton *m_more = nullptr;   ///< adds a line
    QLabel *m_computed = nullptr;
    QLabel *m_problem;
    QLabel *m_notice;
    QVBoxLayout *m_others;
};

} // namespace winnow::gui
