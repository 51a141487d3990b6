#include "gui/models/record_model.h"

#include "gui/theme.h"

#include <QFont>

#include <algorithm>

namespace winnow::gui {

namespace {

constexpr int kPageRows = 100;
constexpr std::size_t kMaxPages = 12;

/// Of the last stage at which anything was said.
screening::State shownState(const app::ListRow &row)
{
    for (const screening::Outcome *outcome : {&row.fullText, &row.titleAbstract}) {
        if (outcome->state != screening::State::Undecided) {
            return outcome->state;
        }
    }
    return row.titleAlone.state;
}

QString authorsOf(const app::ListRow &row)
{
    QString text;
    for (std::size_t i = 0; i < row.authors.size() && i < 3; ++i) {
        text += (i == 0 ? QString() : QStringLiteral(", ")) + QString::fromStdString(row.authors[i].family);
    }
    return row.authors.size() > 3 ? text + QStringLiteral(" \u2026") : text;
}

QString titleText(const app::ListRow &row)
{
    const QString title =
        row.title.empty() ? RecordModel::tr("(no title)") : QString::fromStdString(row.title).simplified();
    const QString authors = authorsOf(row);
    return authors.isEmpty() ? title : title + QLatin1Char('\n') + authors;
}

QString accessibleText(const app::ListRow &row)
{
    return wordOf(shownState(row)) + QStringLiteral(": ") + QString::fromStdString(row.title);
}

} // namespace

RecordModel::RecordModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void RecordModel::setRecords(std::vector<RecordId> ids, Reader reader)
{
    beginResetModel();
    m_ids = std::move(ids);
    m_reader = std::move(reader);
    m_pages.clear();
    m_recent.clear();
    endResetModel();
}

RecordId RecordModel::recordAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_ids[static_cast<std::size_t>(row)] : RecordId{};
}

int RecordModel::rowOf(RecordId id) const
{
    const auto found = std::ranges::lower_bound(m_ids, id);
    return found != m_ids.end() && *found == id ? static_cast<int>(found - m_ids.begin()) : -1;
}

void RecordModel::refresh(RecordId id)
{
    const int row = rowOf(id);
    if (row < 0) {
        return;
    }
    m_pages.erase(row / kPageRows);
    m_recent.remove(row / kPageRows);
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int RecordModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int RecordModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const app::ListRow *RecordModel::rowAt(int row) const
{
    const int page = row / kPageRows;
    auto found = m_pages.find(page);
    if (found == m_pages.end()) {
        const auto first = static_cast<std::size_t>(page) * kPageRows;
        const std::size_t count = std::min<std::size_t>(kPageRows, m_ids.size() - first);
        found = m_pages.emplace(page, m_reader(std::span(m_ids).subspan(first, count))).first;
        m_recent.push_front(page);
        if (m_recent.size() > kMaxPages) {
            m_pages.erase(m_recent.back());
            m_recent.pop_back();
        }
    } else if (m_recent.front() != page) {
        m_recent.remove(page);
        m_recent.push_front(page);
    }
    const auto offset = static_cast<std::size_t>(row % kPageRows);
    return offset < found->second.size() ? &found->second[offset] : nullptr;
}

QVariant RecordModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const app::ListRow *row = rowAt(index.row());
    if (row == nullptr) {
        return {};
    }
    if (role == Qt::AccessibleTextRole) {
        return accessibleText(*row);
    }
    if (role == Qt::DisplayRole) {
        switch (index.column()) {
        case Verdict:
            return markOf(shownState(*row));
        case Title:
            return titleText(*row);
        case Year:
            return row->year ? QVariant(*row->year) : QVariant();
        default:
            return {};
        }
    }
    if (role == Qt::ForegroundRole && index.column() == Verdict) {
        return colourOf(shownState(*row));
    }
    if (role == Qt::TextAlignmentRole && index.column() != Title) {
        return static_cast<int>(index.column() == Year ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignCenter);
    }
    if (role == Qt::ToolTipRole && index.column() == Verdict) {
        return wordOf(shownState(*row));
    }
    return {};
}

QVariant RecordModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == Year) {
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Title:
        return tr("Record");
    case Year:
        return tr("Year");
    default:
        return QString();
    }
}

} // namespace winnow::gui
