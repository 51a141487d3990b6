#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/page_reader.h"
#include "gui/pages/page_view.h"
#endif

#include <QWidget>

#include <vector>

class QLabel;
class QStackedWidget;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace winnow::gui {

/// What is beside the pages when it is wanted: their contents, or the places that a search found.
class PageSide : public QWidget
{
    Q_OBJECT

public:
    explicit PageSide(QWidget *parent = nullptr);

    /// Lines whose page is not known lead nowhere.
    void setOutline(const std::vector<app::OutlineLine> &lines);
    [[nodiscard]] bool hasOutline() const;

    void showFinding(const PageFinding &finding);

    void showOutline();
    void showPlaces();

    [[nodiscard]] bool isOutlineShown() const;

Q_SIGNALS:
    void pageWanted(int page);
    void placeWanted(int place);
    void closed();

private:
    void fitLine(QTreeWidgetItem &item, const app::OutlineLine &line);

    QLabel *m_heading;
    QLabel *m_note;
    QToolButton *m_close;
    QStackedWidget *m_stack;
    QTreeWidget *m_outline;
    std::vector<app::OutlineLine> m_lines;  ///< of the outline
    std::vector<QTreeWidgetItem *> m_items; ///< likewise
    QTreeWidget *m_places;
    QString m_words; ///< whose places are listed
};

/// "3 of 12", "no place", "12 so far": how far a search is, for a person.
[[nodiscard]] QString wordsOf(const PageFinding &finding);

} // namespace winnow::gui
