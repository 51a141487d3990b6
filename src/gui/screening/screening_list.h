#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/record_list.h"
#endif

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

namespace winnow::gui {

/// Records in the order in which they are gone through.
struct RecordOrder
{
    std::vector<RecordId> records;
    std::unordered_map<RecordId, int> rows; ///< of each record
};

[[nodiscard]] std::shared_ptr<const RecordOrder> orderOf(std::vector<RecordId> records);

/// The records of a screening beside the one that is read. Only pages that are shown are read.
class ScreeningModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { StateRole = Qt::UserRole, YearRole };

    /// Rows of a stretch of ids.
    using Reader = std::function<std::vector<app::ListRow>(std::span<const RecordId> ids)>;

    explicit ScreeningModel(Reader reader, QObject *parent = nullptr);

    void setOrder(std::shared_ptr<const RecordOrder> order);

    /// Whose verdicts are marked.
    void setStage(Stage stage);

    [[nodiscard]] RecordId recordAt(int row) const;
    [[nodiscard]] int rowOf(RecordId record) const; ///< -1 where it is not listed

    /// Reads a row again; all of them.
    void refresh(RecordId record);
    void refreshAll();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    const app::ListRow *rowAt(int row) const;
    [[nodiscard]] screening::State stateOf(const app::ListRow &row) const;

    Reader m_reader;
    std::shared_ptr<const RecordOrder> m_order;
    Stage m_stage = Stage::TitleAbstract;
    mutable std::unordered_map<int, std::vector<app::ListRow>> m_pages;
};

/// A mark, the title in two lines, and the year.
class ScreeningDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void
    paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace winnow::gui
