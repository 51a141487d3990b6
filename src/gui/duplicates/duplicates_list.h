#pragma once

#ifndef Q_MOC_RUN
#include "app/duplicates.h"
#endif

#include <QAbstractListModel>

#include <vector>

namespace winnow::gui {

/// Records of one row: a pair to be judged, or a group.
struct DuplicateRow
{
    std::vector<RecordId> records;
    QString title;
    QString lead = {}; ///< before the title: how probable, or how many
    QString why = {};
};

[[nodiscard]] DuplicateRow rowOf(const app::LikelyDuplicate &pair);
[[nodiscard]] DuplicateRow rowOf(const app::DuplicateGroup &group, const QString &title);

/// Pairs or groups, those whose title has some words.
class DuplicatesList : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<DuplicateRow> rows);

    /// Only rows whose title has this, whatever the letter case; empty: all.
    void setWanted(const QString &words);

    /// nullptr: there is none.
    [[nodiscard]] const DuplicateRow *at(int row) const;

    /// Where these records are; -1: nowhere.
    [[nodiscard]] int rowWith(const std::vector<RecordId> &records) const;

    void remove(int row);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void choose();

    std::vector<DuplicateRow> m_rows;
    std::vector<std::size_t> m_shown; ///< places in m_rows
    QString m_words;
};

} // namespace winnow::gui
