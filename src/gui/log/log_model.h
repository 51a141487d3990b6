#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/history.h"
#endif

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <vector>

namespace winnow::gui {

/// The audit trail, newest first.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, Who, What, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// `entries` oldest first.
    void setEntries(std::vector<app::LogEntry> entries);

    [[nodiscard]] const app::LogEntry &entryAt(int row) const;

    [[nodiscard]] const std::vector<app::LogEntry> &entries() const { return m_entries; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<app::LogEntry> m_entries; ///< newest first
};

/// The entries that are asked for.
class LogFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    /// Empty strings: any.
    void choose(const QString &words, const QString &reviewer, const QString &kind, bool withUndone);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words; ///< that all occur
    QString m_reviewer;
    QString m_kind;
    bool m_withUndone = true;
};

/// "decision" -> "Decision", "report-status" -> "Report status".
[[nodiscard]] QString kindName(EventKind kind);

} // namespace winnow::gui
