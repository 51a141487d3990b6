#include "gui/models/record_model.h"

#include "gui/shown.h"
#include "gui/theme.h"

#include <QFont>
#include <QTimer>

#include <algorithm>
#include <array>

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
        text += (i == 0 ? QString() : QStringLiteral(", ")) + shown(row.authors[i].family);
    }
    return row.authors.size() > 3 ? text + QStringLiteral(" \u2026") : text;
}

QString titleOf(const app::ListRow &row)
{
    return row.title.empty() ? RecordModel::tr("(no title)") : shown(row.title).simplified();
}

QString titleText(const app::ListRow &row)
{
    const QString authors = authorsOf(row);
    return authors.isEmpty() ? titleOf(row) : titleOf(row) + QLatin1Char('\n') + authors;
}

QString joined(const std::vector<std::string> &values)
{
    QString text;
    for (const std::string &value : values) {
        text += (text.isEmpty() ? QString() : QStringLiteral(", ")) + shown(value);
    }
    return text;
}

QString accessibleText(const app::ListRow &row)
{
    return wordOf(shownState(row)) + QStringLiteral(": ") + shown(row.title);
}

} // namespace

RecordModel::RecordModel(QObject *parent, Shape shape)
    : QAbstractTableModel(parent)
    , m_shape(shape)
    , m_beside(new QTimer(this))
{
    m_beside->setSingleShot(true);
    connect(m_beside, &QTimer::timeout, this, &RecordModel::readBeside);
}

void RecordModel::setRecords(std::vector<RecordId> ids, Reader reader)
{
    m_beside->stop();
    if (ids == m_ids) {
        m_reader = std::move(reader);
        refreshAll();
        return;
    }
    beginResetModel();
    m_ids = std::move(ids);
    m_reader = std::move(reader);
    m_pages.clear();
    m_recent.clear();
    endResetModel();
}

void RecordModel::setFacets(std::shared_ptr<const app::FacetTable> facets)
{
    m_facets = std::move(facets);
    if (!m_ids.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

void RecordModel::refreshAll()
{
    m_pages.clear();
    m_recent.clear();
    if (!m_ids.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

RecordId RecordModel::recordAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_ids[static_cast<std::size_t>(row)] : RecordId{};
}

int RecordModel::rowOf(RecordId id) const
{
    const auto found = std::ranges::find(m_ids, id);
    return found == m_ids.end() ? -1 : static_cast<int>(found - m_ids.begin());
}

void RecordModel::refresh(RecordId id)
{
    const int row = rowOf(id);
    if (row < 0) {
        return;
    }
    m_pages.erase(row / kPageRows);
    m_recent.remove(row / kPageRows);
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

int RecordModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int RecordModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_shape == Shape::List ? Year + 1 : ColumnCount;
}

const std::vector<app::ListRow> &RecordModel::readPage(int page) const
{
    const auto first = static_cast<std::size_t>(page) * kPageRows;
    const std::size_t count = std::min<std::size_t>(kPageRows, m_ids.size() - first);
    const auto &rows = m_pages.emplace(page, m_reader(std::span(m_ids).subspan(first, count))).first->second;
    m_recent.push_front(page);
    if (m_recent.size() > kMaxPages) {
        m_pages.erase(m_recent.back());
        m_recent.pop_back();
    }
    return rows;
}

const app::ListRow *RecordModel::rowAt(int row) const
{
    const int page = row / kPageRows;
    const auto found = m_pages.find(page);
    const std::vector<app::ListRow> *rows = nullptr;
    if (found == m_pages.end()) {
        rows = &readPage(page);
        m_beside->start(0);
    } else {
        rows = &found->second;
        if (m_recent.front() != page) {
            m_recent.remove(page);
            m_recent.push_front(page);
        }
    }
    const auto offset = static_cast<std::size_t>(row % kPageRows);
    return offset < rows->size() ? &(*rows)[offset] : nullptr;
}

/// One page at a time, so that whoever scrolls never waits for more than one.
void RecordModel::readBeside()
{
    if (m_recent.empty()) {
        return;
    }
    const int last = (rowCount() - 1) / kPageRows;
    const int page = m_recent.front();
    for (const int beside : {page + 1, page - 1}) {
        if (beside >= 0 && beside <= last && !m_pages.contains(beside)) {
            (void)readPage(beside);
            m_recent.remove(page);
            m_recent.push_front(page);
            m_beside->start(0);
            return;
        }
    }
}

QVariant RecordModel::yearOf(const app::ListRow &row) const
{
    return row.year ? QVariant(*row.year) : QVariant();
}

QString RecordModel::textOf(const app::ListRow &row, int column) const
{
    switch (column) {
    case Verdict:
        return markOf(shownState(row));
    case Title:
        return m_shape == Shape::List ? titleText(row) : titleOf(row);
    case Key:
        return shown(row.key);
    case Authors:
        return authorsOf(row);
    case SourceTitle:
        return shown(row.sourceTitle).simplified();
    case Type:
        return shown(namesOf(row.type).label);
    case Language:
        return shown(row.language);
    case Sources:
        return m_facets ? joined(m_facets->valuesOf(row.id, app::Facet::Source)) : QString();
    case Labels:
        return m_facets ? joined(m_facets->valuesOf(row.id, app::Facet::Label)) : QString();
    case Note:
        return m_facets ? shown(m_facets->noteOf(row.id)).simplified() : QString();
    case Doi:
        return shown(row.doi);
    default:
        return {};
    }
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
        return index.column() == Year ? yearOf(*row) : QVariant(textOf(*row, index.column()));
    }
    if (role == Qt::ForegroundRole && index.column() == Verdict) {
        return colourOf(shownState(*row));
    }
    if (role == Qt::TextAlignmentRole && (index.column() == Verdict || index.column() == Year)) {
        return static_cast<int>(index.column() == Year ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignCenter);
    }
    if (role == Qt::ToolTipRole) {
        return index.column() == Verdict ? wordOf(shownState(*row)) : textOf(*row, index.column());
    }
    return {};
}

QVariant RecordModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == Year) {
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    if (role == Qt::ToolTipRole && section == Verdict) {
        return tr("Verdict");
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    if (section == Title && m_shape == Shape::List) {
        return tr("Record");
    }
    const std::array names{QString(),
                           tr("Title"),
                           tr("Year"),
                           tr("Key"),
                           tr("Authors"),
                           tr("Source title"),
                           tr("Type"),
                           tr("Language"),
                           tr("Sources"),
                           tr("Labels"),
                           tr("Note"),
                           tr("DOI")};
    return names.at(static_cast<std::size_t>(section));
}

} // namespace winnow::gui
