#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/record_list.h"
#endif

#include <QAbstractTableModel>

#include <functional>
#include <list>
#include <unordered_map>
#include <vector>

namespace winnow::gui {

/// A list of records that reads only the pages that are shown: memory holds the ids and a few pages of rows.
class RecordModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Verdict, Title, Year, ColumnCount };

    /// Rows of a stretch of ids; called on the GUI thread for one page at a time.
    using Reader = std::function<std::vector<app::ListRow>(std::span<const RecordId> ids)>;

    explicit RecordModel(QObject *parent = nullptr);

    void setRecords(std::vector<RecordId> ids, Reader reader);

    [[nodiscard]] RecordId recordAt(int row) const;
    [[nodiscard]] int rowOf(RecordId id) const; ///< -1 where it is not listed

    /// Reads one record's row again; call after a decision.
    void refresh(RecordId id);

    [[nodiscard]] int pagesInMemory() const { return static_cast<int>(m_pages.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const app::ListRow *rowAt(int row) const;

    std::vector<RecordId> m_ids;
    Reader m_reader;
    mutable std::unordered_map<int, std::vector<app::ListRow>> m_pages;
    mutable std::list<int> m_recent; ///< page numbers, the latest used first
};

} // namespace winnow::gui
