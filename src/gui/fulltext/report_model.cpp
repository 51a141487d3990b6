#include "gui/fulltext/report_model.h"

#include "gui/fulltext/finding_words.h"
#include "gui/shown.h"
#include "gui/theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace winnow::gui {

namespace {

constexpr std::array kPlaces{QT_TRANSLATE_NOOP("ReportPlace", "Sought"),
                             QT_TRANSLATE_NOOP("ReportPlace", "Retrieved"),
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

QString wordsOf(const app::FullText &text)
{
    const ReportPlace place = placeOf(text);
    if (place != ReportPlace::Assessed) {
        return placeName(place);
    }
    const screening::State state = text.report.row.fullText.state;
    return markOf(state) + QLatin1Char(' ') + wordOf(state);
}

/// "PDF", "2 PDFs", or what is wrong with them.
QString filesOf(const app::FullText &text)
{
    const auto lost = std::ranges::count_if(
        text.files, [](const app::AttachedFile &file) { return file.state != app::FileState::There; });
    if (lost > 0) {
        return ReportModel::tr("%n PDF(s) missing or changed", nullptr, static_cast<int>(lost));
    }
    return text.files.empty() ? QString()
                              : ReportModel::tr("%n PDF(s)", nullptr, static_cast<int>(text.files.size()));
}

} // namespace

ReportPlace placeOf(const app::FullText &text)
{
    switch (text.report.status) {
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
    if (app::isAssessed(text.report)) {
        return ReportPlace::Assessed;
    }
    return text.files.empty() ? ReportPlace::Sought : ReportPlace::Retrieved;
}

QString placeName(ReportPlace place)
{
    return QCoreApplication::translate("ReportPlace", kPlaces.at(static_cast<std::size_t>(place)));
}

void ReportModel::setReports(std::vector<app::FullText> reports)
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

const app::FullText &ReportModel::textAt(int row) const
{
    return m_reports.at(m_rows.at(static_cast<std::size_t>(row)));
}

int ReportModel::rowOf(RecordId record) const
{
    const auto found = std::ranges::find_if(
        m_rows, [&](std::size_t report) { return m_reports[report].report.row.id == record; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ReportModel::countAt(std::optional<ReportPlace> place) const
{
    return static_cast<int>(std::ranges::count_if(
        m_reports, [&](const app::FullText &text) { return !place || placeOf(text) == *place; }));
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
    const app::FullText &text = textAt(index.row());
    const app::SoughtReport &report = text.report;
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
        return wordsOf(text);
    case Title:
        return report.row.title.empty() ? tr("(no title)") : shown(report.row.title).simplified();
    case Authors:
        return authorsOf(report.row);
    case Year:
        return report.row.year ? QVariant(*report.row.year) : QVariant();
    case Files:
        return role == Qt::ToolTipRole ? filesAndAttempts(text) : filesOf(text);
    case LookedFor:
        return role == Qt::ToolTipRole ? filesAndAttempts(text) : findingSummary(text);
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
    case Files:
        return tr("PDF");
    case LookedFor:
        return tr("Looked for");
    default:
        return tr("Why");
    }
}

} // namespace winnow::gui
