#include "gui/duplicates/duplicates_list.h"

#include "gui/shown.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace winnow::gui {

DuplicateRow rowOf(const app::LikelyDuplicate &pair)
{
    return {{pair.a, pair.b},
            shown(pair.title),
            QCoreApplication::translate("DuplicatesList", "%1 %")
                .arg(static_cast<int>(std::lround(pair.probability * 100))),
            shown(pair.why)};
}

DuplicateRow rowOf(const app::DuplicateGroup &group, const QString &title)
{
    return {group.members, title, QString::number(group.members.size()), shown(group.rule)};
}

void DuplicatesList::setRows(std::vector<DuplicateRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    choose();
    endResetModel();
}

void DuplicatesList::setWanted(const QString &words)
{
    if (words != m_words) {
        beginResetModel();
        m_words = words;
        choose();
        endResetModel();
    }
}

void DuplicatesList::choose()
{
    m_shown.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].title.contains(m_words, Qt::CaseInsensitive)) {
            m_shown.push_back(i);
        }
    }
}

const DuplicateRow *DuplicatesList::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[m_shown[static_cast<std::size_t>(row)]] : nullptr;
}

int DuplicatesList::rowWith(const std::vector<RecordId> &records) const
{
    const auto found =
        std::ranges::find_if(m_shown, [&](std::size_t place) { return m_rows[place].records == records; });
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

void DuplicatesList::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(m_shown[static_cast<std::size_t>(row)]));
    choose();
    endRemoveRows();
}

int DuplicatesList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant DuplicatesList::data(const QModelIndex &index, int role) const
{
    const DuplicateRow *row = at(index.row());
    if (row == nullptr) {
        return {};
    }
    const QString title =
        row->title.isEmpty() ? QCoreApplication::translate("DuplicatesList", "(no title)") : row->title;
    switch (role) {
    case Qt::DisplayRole:
        return QStringLiteral("%1   %2").arg(row->lead, title);
    case Qt::ToolTipRole:
        return title;
    default:
        return {};
    }
}

} // namespace winnow::gui
