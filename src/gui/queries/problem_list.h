#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 cannot read the concepts of the C++20 library
#include "app/check_query.h"
#endif

#include <QScrollArea>

#include <cstddef>
#include <vector>

class QPushButton;
class QVBoxLayout;

namespace winnow::gui {

/// What is wrong with a query or doubtful in it: a sentence each, and a button for what can be put right.
class ProblemList : public QScrollArea
{
    Q_OBJECT

public:
    explicit ProblemList(QWidget *parent = nullptr);

    /// Shows the problems of a text in place of others; leaves it as it is where they are the same.
    void setProblems(const app::CheckedText &checked);

    /// The sentences, as they are shown.
    [[nodiscard]] QStringList sentences() const;

Q_SIGNALS:
    void chosen(std::size_t problem);
    void fixWanted(std::size_t problem);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addRow(std::size_t number, const QString &sentence, const query::Problem &problem);

    QWidget *m_page;
    QVBoxLayout *m_rows;
    QStringList m_shown; ///< sentences and labels of fixes
};

} // namespace winnow::gui
