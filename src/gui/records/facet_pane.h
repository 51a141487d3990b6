#pragma once

#include "gui/records/saved_lists.h"

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/facets.h"
#endif

#include <QTreeWidget>

#include <set>

namespace winnow::gui {

/// The saved lists of a review, and the facets of what is listed with a number beside each value. A check
/// mark chooses a value.
class FacetPane : public QTreeWidget
{
    Q_OBJECT

public:
    explicit FacetPane(QWidget *parent = nullptr);

    void setLists(const std::vector<SavedList> &lists);

    /// Numbers change in place: what is open, scrolled to and current stays so.
    void setCounts(const app::FacetCounts &counts, const app::FacetChoice &choice);

Q_SIGNALS:
    void choiceChanged(const winnow::app::FacetChoice &choice);
    void listWanted(const QString &name);
    void listRemoved(const QString &name);
    void labelMenuWanted(const QString &label, const QPoint &at);

private:
    [[nodiscard]] QTreeWidgetItem *groupOf(const QString &id, const QString &title);
    void fill(QTreeWidgetItem *group, app::Facet facet, const std::vector<app::FacetCount> &counts);
    void choose(QTreeWidgetItem *item);
    void open(QTreeWidgetItem *item);
    void showMenu(const QPoint &at);

    app::FacetCounts m_counts;
    app::FacetChoice m_choice;
    std::set<app::Facet> m_unfolded; ///< of which all values are shown, not the first few only
};

} // namespace winnow::gui
