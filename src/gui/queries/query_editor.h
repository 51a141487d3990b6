#pragma once

#include "gui/queries/line_hits.h"

#include <QList>
#include <QPlainTextEdit>

#include <string>
#include <vector>

class QCompleter;

namespace winnow::gui {

/// Writes a query in the language of Scopus: lines with numbers, what each finds in the right margin, the
/// parts of the language in colours, and field codes to choose from.
class QueryEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit QueryEditor(QWidget *parent = nullptr);

    [[nodiscard]] std::string query() const { return toPlainText().toStdString(); }

    /// As one step for undo; the cursor stays where the text around it stays.
    void replaceQuery(const std::string &query);

    /// What is wrong, as underlined() makes it.
    void setProblems(const QList<QTextEdit::ExtraSelection> &marks);

    /// By line; empty: not known.
    void setLineHits(std::vector<LineHits> hits);

    [[nodiscard]] const std::vector<LineHits> &lineHits() const { return m_hits; }

    /// Offers what may stand at the cursor.
    void complete();

    /// The pair of parentheses at the cursor, as it is marked; empty where there is none.
    [[nodiscard]] std::vector<int> matchedBrackets() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitMargins();
    void paintMargin(QWidget &margin, bool isLeft);
    void showMarks();
    void offer(bool isAsked);
    void write(const QModelIndex &entry);
    [[nodiscard]] int lineAt(int y) const;
    [[nodiscard]] int numbersWidth() const;
    [[nodiscard]] int hitsWidth() const;

    QWidget *m_numbers;   ///< left margin
    QWidget *m_hitsPlace; ///< right margin
    QCompleter *m_completer;
    std::vector<LineHits> m_hits;
    QList<QTextEdit::ExtraSelection> m_problems;
};

} // namespace winnow::gui
