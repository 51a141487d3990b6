#include "gui/fulltext/report_model.h"

#include "gui/shown.h"
#include "gui/theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace winnow::gui {

namespace {

constexpr std::array kPlaces{QT_TRANSLATE_NOOP("ReportPlace", "Sought"),
                             QT_TRANSLATE_NOOP("ReportPlace", "Read"),
                             QT_TRANSLATE_NOOP("ReportPlace", "Not retrieved"),
                             QT_TRANSLATE_NOOP("ReportPlace", "Awaiting classification"),
                             QT_TRANSLATE_NOOP("ReportPlace", "Ongoing"),
                             QT_TRANSLATE_NOOP("ReportPlace", "Duplicate report")};

QString authorsOf(const app::ListRow &row)
{
    QString text = row.authors.empty() ? QString() : shown(row.authors.front().family);
    return row.authors.size() > 1 ? ReportModel::tr("%1 and others").arg(text) : text;
}

QString statusOf(const app::SoughtReport &report)
{
    const ReportPlace place = placeOf(report);
    if (place != ReportPlace::Assessed) {
        return placeName(place);
    }
    const screening::State state = report.row.fullText.state;
    return markOf(state) + QLatin1Char(' ') + wordOf(state);
}

} // namespace

ReportPlace placeOf(const app::SoughtReport &report)
{
    switch (report.status) {
    case ReportStatus::NotRetrieved:
        return ReportPlace::NotRetrieved;
    case ReportStatus::Duplicate:
        return ReportPlace::Duplicate;
    case ReportStatus::AwaitingClassification:
        return ReportPlace::Awaiting;
    case ReportStatus::Ongoing:
        return ReportPlace::Ongoing;
    case ReportStatus::Sought:
        break;
    }
    return app::isAssessed(report) ? ReportPlace::Assessed : ReportPlace::Sought;
}

QString placeName(ReportPlace place)
{
    return QCoreApplication::translate("ReportPlace", kPlaces.at(static_cast<std::size_t>(place)));
}

void ReportModel::setReports(std::vector<app::SoughtReport> reports)
{
    beginResetModel();
    m_reports = std::move(reports);
    sift();
    endResetModel();
}

void ReportModel::choose(std::optional<ReportPlace> place)
{
    beginResetModel();
    m_place = place;
    sift();
    endResetModel();
}

void ReportModel::sift()
{
    m_rows.clear();
    for (std::size_t i = 0; i < m_reports.size(); ++i) {
        if (!m_place || placeOf(m_reports[i]) == *m_place) {
            m_rows.push_back(i);
        }
    }
}

const app::SoughtReport &ReportModel::reportAt(int row) const
{
    return m_reports.at(m_rows.at(static_cast<std::size_t>(row)));
}

int ReportModel::rowOf(RecordId record) const
{
    const auto found =
        std::ranges::find_if(m_rows, [&](std::size_t report) { return m_reports[report].row.id == record; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ReportModel::countAt(std::optional<ReportPlace> place) const
{
    return static_cast<int>(std::ranges::count_if(
        m_reports, [&](const app::SoughtReport &report) { return !place || placeOf(report) == *place; }));
}

int ReportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ReportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ReportModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const app::SoughtReport &report = reportAt(index.row());
    if (role == Qt::ForegroundRole && index.column() == Status && app::isAssessed(report)) {
        return colourOf(report.row.fullText.state);
    }
    if (role == Qt::TextAlignmentRole && index.column() == Year) {
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    switch (index.column()) {
    case Status:
        return statusOf(report);
    case Title:
        return report.row.title.empty() ? tr("(no title)") : shown(report.row.title).simplified();
    case Authors:
        return authorsOf(report.row);
    case Year:
        return report.row.year ? QVariant(*report.row.year) : QVariant();
    default:
        return shown(report.why);
    }
}

QVariant ReportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Status:
        return tr("Status");
    case Title:
        return tr("Report");
    case Authors:
        return tr("Authors");
    case Year:
        return tr("Year");
    default:
        return tr("Why");
    }
}

} // namespace winnow::gui
