#include "gui/records/facet_pane.h"

#include "gui/records/facet_words.h"
#include "gui/row_parts.h"
#include "gui/shown.h"
#include "gui/theme.h"

#include <QHeaderView>
#include <QMenu>
#include <QSignalBlocker>

#include <algorithm>

namespace winnow::gui {

namespace {

constexpr std::size_t kFew = 8; ///< values of a facet that are shown at first
constexpr int kFacetRole = Qt::UserRole;
constexpr int kValueRole = Qt::UserRole + 1;
constexpr int kMoreRole = Qt::UserRole + 2;

enum Column { Name, Count };

QString listsId()
{
    return QStringLiteral("lists");
}

/// The item at a place of a group, made where there is none.
QTreeWidgetItem *rowItem(QTreeWidgetItem *group, int row)
{
    if (row < group->childCount()) {
        return group->child(row);
    }
    auto *item = new QTreeWidgetItem(group);
    item->setTextAlignment(Count, Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

void dropAfter(QTreeWidgetItem *group, int rows)
{
    while (group->childCount() > rows) {
        delete group->takeChild(group->childCount() - 1);
    }
}

/// How many values are shown while not all are: the first few and whatever is chosen.
std::vector<app::FacetCount> fewOf(const std::vector<app::FacetCount> &counts,
                                   const std::set<std::string> &chosen)
{
    std::vector<app::FacetCount> few;
    for (const app::FacetCount &count : counts) {
        if (few.size() < kFew || chosen.contains(count.value)) {
            few.push_back(count);
        }
    }
    return few;
}

} // namespace

FacetPane::FacetPane(QWidget *parent)
    : QTreeWidget(parent)
{
    setColumnCount(2);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    setAccessibleName(tr("Saved lists and facets"));
    setContextMenuPolicy(Qt::CustomContextMenu);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    header()->setSectionResizeMode(Count, QHeaderView::ResizeToContents);
    connect(this, &QTreeWidget::itemChanged, this, &FacetPane::choose);
    connect(this, &QTreeWidget::itemClicked, this, &FacetPane::open);
    connect(this, &QTreeWidget::itemActivated, this, &FacetPane::open);
    connect(this, &QTreeWidget::customContextMenuRequested, this, &FacetPane::showMenu);
}

QTreeWidgetItem *FacetPane::groupOf(const QString &id, const QString &title)
{
    for (int i = 0; i < topLevelItemCount(); ++i) {
        if (topLevelItem(i)->data(Name, kFacetRole).toString() == id) {
            return topLevelItem(i);
        }
    }
    auto *group = new QTreeWidgetItem(this, {title});
    group->setFlags(Qt::ItemIsEnabled);
    group->setData(Name, kFacetRole, id);
    group->setFirstColumnSpanned(true);
    QFont font = this->font();
    font.setWeight(QFont::DemiBold);
    group->setFont(Name, font);
    group->setForeground(Name, currentTheme().secondaryText);
    group->setExpanded(true);
    return group;
}

void FacetPane::setLists(const std::vector<SavedList> &lists)
{
    const QSignalBlocker blocker(this);
    QTreeWidgetItem *group = groupOf(listsId(), tr("Saved lists"));
    if (indexOfTopLevelItem(group) > 0) {
        insertTopLevelItem(0, takeTopLevelItem(indexOfTopLevelItem(group)));
        group->setExpanded(true);
    }
    int row = 0;
    for (const SavedList &list : lists) {
        QTreeWidgetItem *item = rowItem(group, row++);
        item->setText(Name, list.name);
        item->setToolTip(Name, list.query);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setFirstColumnSpanned(true);
    }
    dropAfter(group, row);
    group->setHidden(lists.empty());
}

void FacetPane::setCounts(const app::FacetCounts &counts, const app::FacetChoice &choice)
{
    const QSignalBlocker blocker(this);
    m_counts = counts;
    m_choice = choice;
    for (const app::Facet facet : app::kFacets) {
        const auto found = counts.find(facet);
        QTreeWidgetItem *group = groupOf(shown(app::toString(facet)), facetName(facet));
        const bool isUsed = found != counts.end() && !found->second.empty();
        group->setHidden(!isUsed);
        if (isUsed) {
            fill(group, facet, found->second);
        } else {
            dropAfter(group, 0);
        }
    }
}

void FacetPane::fill(QTreeWidgetItem *group, app::Facet facet, const std::vector<app::FacetCount> &counts)
{
    const std::set<std::string> &chosen = m_choice[facet];
    const bool isUnfolded = m_unfolded.contains(facet) || counts.size() <= kFew + 1;
    const std::vector<app::FacetCount> listed = isUnfolded ? counts : fewOf(counts, chosen);
    int row = 0;
    for (const app::FacetCount &count : listed) {
        QTreeWidgetItem *item = rowItem(group, row++);
        const QString name = facetValueName(facet, count.value);
        item->setFirstColumnSpanned(false);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setText(Name, name);
        item->setToolTip(Name, name);
        item->setText(Count, grouped(count.records));
        item->setForeground(Name, currentTheme().text);
        item->setForeground(Count, currentTheme().secondaryText);
        item->setData(Name, kValueRole, shown(count.value));
        item->setData(Name, kMoreRole, {});
        item->setCheckState(Name, chosen.contains(count.value) ? Qt::Checked : Qt::Unchecked);
    }
    if (listed.size() < counts.size() || (m_unfolded.contains(facet) && counts.size() > kFew + 1)) {
        QTreeWidgetItem *item = rowItem(group, row++);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setData(Name, Qt::CheckStateRole, {});
        item->setText(Name,
                      isUnfolded ? tr("Fewer")
                                 : tr("%Ln more", nullptr, static_cast<int>(counts.size() - listed.size())));
        item->setText(Count, {});
        item->setForeground(Name, currentTheme().accent);
        item->setData(Name, kMoreRole, true);
    }
    dropAfter(group, row);
}

void FacetPane::choose(QTreeWidgetItem *item)
{
    const QTreeWidgetItem *group = item->parent();
    if (group == nullptr) {
        return;
    }
    const auto facet = app::facetFromString(group->data(Name, kFacetRole).toString().toStdString());
    if (!facet || item->data(Name, kMoreRole).toBool()) {
        return;
    }
    const std::string value = item->data(Name, kValueRole).toString().toStdString();
    if (item->checkState(Name) == Qt::Checked) {
        m_choice[*facet].insert(value);
    } else {
        m_choice[*facet].erase(value);
    }
    Q_EMIT choiceChanged(m_choice);
}

/// A heading folds, a list is shown, "more" unfolds; a value has its box.
void FacetPane::open(QTreeWidgetItem *item)
{
    const QTreeWidgetItem *group = item->parent();
    if (group == nullptr) {
        item->setExpanded(!item->isExpanded());
        return;
    }
    const QString id = group->data(Name, kFacetRole).toString();
    if (id == listsId()) {
        Q_EMIT listWanted(item->text(Name));
        return;
    }
    if (const auto facet = app::facetFromString(id.toStdString());
        facet && item->data(Name, kMoreRole).toBool()) {
        if (m_unfolded.erase(*facet) == 0) {
            m_unfolded.insert(*facet);
        }
        setCounts(app::FacetCounts(m_counts), app::FacetChoice(m_choice));
    }
}

void FacetPane::showMenu(const QPoint &at)
{
    const QTreeWidgetItem *item = itemAt(at);
    if (item == nullptr || item->parent() == nullptr) {
        return;
    }
    const QString id = item->parent()->data(Name, kFacetRole).toString();
    if (id == listsId()) {
        auto *menu = newMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        connect(menu->addAction(tr("Forget this list")),
                &QAction::triggered,
                this,
                [this, name = item->text(Name)] { Q_EMIT listRemoved(name); });
        menu->popup(viewport()->mapToGlobal(at));
    } else if (id == shown(app::toString(app::Facet::Label)) && !item->data(Name, kMoreRole).toBool()) {
        Q_EMIT labelMenuWanted(item->data(Name, kValueRole).toString(), viewport()->mapToGlobal(at));
    }
}

} // namespace winnow::gui
