#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/facets.h"
#include "app/record_list.h"
#endif

#include <QAbstractTableModel>

#include <functional>
#include <list>
#include <unordered_map>
#include <vector>

class QTimer;

namespace winnow::gui {

/// A list of records that reads only the pages that are shown, and the pages beside them while nothing else
/// is to be done: memory holds the ids and a few pages of rows.
class RecordModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Verdict,
        Title,
        Year,
        Key,
        Authors,
        SourceTitle,
        Type,
        Language,
        Sources,
        Labels,
        Note,
        Doi,
        ColumnCount
    };

    enum class Shape {
        List,  ///< verdict, title with the authors beneath it, year
        Table, ///< all columns, one line a record
    };

    /// Rows of a stretch of ids; called on the GUI thread for one page at a time.
    using Reader = std::function<std::vector<app::ListRow>(std::span<const RecordId> ids)>;

    explicit RecordModel(QObject *parent = nullptr, Shape shape = Shape::List);

    /// The same ids as before are only read again; others reset the model.
    void setRecords(std::vector<RecordId> ids, Reader reader);

    /// Where sources, labels and notes are taken from; nullptr: they stay empty.
    void setFacets(std::shared_ptr<const app::FacetTable> facets);

    [[nodiscard]] RecordId recordAt(int row) const;
    [[nodiscard]] int rowOf(RecordId id) const; ///< -1 where it is not listed

    [[nodiscard]] const std::vector<RecordId> &records() const { return m_ids; }

    /// Reads one record's row again; call after a decision.
    void refresh(RecordId id);

    /// Reads all rows that are shown again.
    void refreshAll();

    [[nodiscard]] int pagesInMemory() const { return static_cast<int>(m_pages.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const app::ListRow *rowAt(int row) const;
    const std::vector<app::ListRow> &readPage(int page) const;
    void readBeside();
    [[nodiscard]] QString textOf(const app::ListRow &row, int column) const;
    [[nodiscard]] QVariant yearOf(const app::ListRow &row) const;

    Shape m_shape;
    std::vector<RecordId> m_ids;
    Reader m_reader;
    std::shared_ptr<const app::FacetTable> m_facets;
    mutable std::unordered_map<int, std::vector<app::ListRow>> m_pages;
    mutable std::list<int> m_recent; ///< page numbers, the latest used first
    QTimer *m_beside;                ///< until the pages beside the latest are read
};

} // namespace winnow::gui
