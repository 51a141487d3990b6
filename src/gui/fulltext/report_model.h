#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/attachments.h"
#endif

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace winnow::gui {

/// Where a report stands on the board.
enum class ReportPlace { Sought, Retrieved, Assessed, NotRetrieved, Awaiting, Ongoing, Duplicate };

[[nodiscard]] ReportPlace placeOf(const app::FullText &text);

/// "Sought", "Not retrieved" ... for people.
[[nodiscard]] QString placeName(ReportPlace place);

/// The reports that are sought, those at one place where one is chosen.
class ReportModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Status, Title, Authors, Year, Files, LookedFor, Why, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setReports(std::vector<app::FullText> reports);

    /// nullopt: all.
    void choose(std::optional<ReportPlace> place);

    [[nodiscard]] const app::FullText &textAt(int row) const;
    [[nodiscard]] int rowOf(RecordId record) const; ///< -1 where it is not listed
    [[nodiscard]] int countAt(std::optional<ReportPlace> place) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void sift();

    std::vector<app::FullText> m_reports;
    std::vector<std::size_t> m_rows; ///< of m_reports, that are listed
    std::optional<ReportPlace> m_place;
};

} // namespace winnow::gui
