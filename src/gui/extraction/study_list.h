#pragma once

#include <QListWidget>

#include <vector>

namespace winnow::gui {

/// A study, and how far one is with it.
struct StudyLine
{
    QString label;
    QString told{};
    QString title{}; ///< found by words too
};

/// The studies that are worked on one by one. Those whose words are not searched for are hidden.
class StudyList : public QListWidget
{
    Q_OBJECT

public:
    explicit StudyList(QWidget *parent = nullptr);

    /// The line that is chosen stays at its place.
    void setLines(const std::vector<StudyLine> &lines);
    void setTold(int row, const QString &told);

    /// Chooses a line without a word to anybody, now and once the click that may have led here is done.
    void mark(int row);
    void filter(const QString &words);

    /// Chooses the next line that can be seen.
    void step(int by);

Q_SIGNALS:
    void chosen(int row);

private:
    void fit(QListWidgetItem *item) const;

    QString m_words;
    int m_marked = -1;
};

} // namespace winnow::gui
