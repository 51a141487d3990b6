#include "gui/screening/screening_list.h"

#include "gui/shown.h"
#include "gui/theme.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace winnow::gui {

namespace {

constexpr int kPageRows = 40;
constexpr std::size_t kMostPages = 12;
constexpr int kPadding = 8;
constexpr int kMarkWidth = 24;
constexpr int kTitleLines = 2;

/// Text in at most two lines; what does not fit is cut.
void drawTitle(QPainter &painter, const QRect &rect, const QString &title, const QFont &font)
{
    const QFontMetrics metrics(font);
    QTextLayout layout(title, font);
    layout.beginLayout();
    for (int number = 1; number <= kTitleLines; ++number) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) {
            break;
        }
        line.setLineWidth(rect.width());
        const QPoint at(rect.left(), rect.top() + (number - 1) * metrics.height());
        const bool isCut = number == kTitleLines && line.textStart() + line.textLength() < title.size();
        if (isCut) {
            painter.drawText(QRect(at, QSize(rect.width(), metrics.height())),
                             Qt::AlignLeft | Qt::AlignVCenter,
                             metrics.elidedText(title.mid(line.textStart()), Qt::ElideRight, rect.width()));
        } else {
            line.draw(&painter, QPointF(at) - QPointF(0, line.y()));
        }
    }
    layout.endLayout();
}

} // namespace

std::shared_ptr<const RecordOrder> orderOf(std::vector<RecordId> records)
{
    auto order = std::make_shared<RecordOrder>();
    order->rows.reserve(records.size());
    int row = 0;
    for (const RecordId record : records) {
        order->rows.emplace(record, row);
        ++row;
    }
    order->records = std::move(records);
    return order;
}

ScreeningModel::ScreeningModel(Reader reader, QObject *parent)
    : QAbstractListModel(parent)
    , m_reader(std::move(reader))
    , m_order(std::make_shared<const RecordOrder>())
{}

void ScreeningModel::setOrder(std::shared_ptr<const RecordOrder> order)
{
    if (order->records == m_order->records) {
        refreshAll();
        return;
    }
    beginResetModel();
    m_order = std::move(order);
    m_pages.clear();
    endResetModel();
}

void ScreeningModel::setStage(Stage stage)
{
    m_stage = stage;
    refreshAll();
}

RecordId ScreeningModel::recordAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_order->records[static_cast<std::size_t>(row)] : RecordId{};
}

int ScreeningModel::rowOf(RecordId record) const
{
    const auto found = m_order->rows.find(record);
    return found == m_order->rows.end() ? -1 : found->second;
}

void ScreeningModel::refresh(RecordId record)
{
    const int row = rowOf(record);
    const auto page = row < 0 ? m_pages.end() : m_pages.find(row / kPageRows);
    if (page == m_pages.end()) {
        return; // nobody has seen it
    }
    auto rows = m_reader(std::span(&record, 1));
    const auto offset = static_cast<std::size_t>(row % kPageRows);
    if (rows.size() == 1 && offset < page->second.size()) {
        page->second[offset] = std::move(rows.front());
        Q_EMIT dataChanged(index(row), index(row));
    }
}

void ScreeningModel::refreshAll()
{
    m_pages.clear();
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

int ScreeningModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order->records.size());
}

const app::ListRow *ScreeningModel::rowAt(int row) const
{
    const int page = row / kPageRows;
    auto found = m_pages.find(page);
    if (found == m_pages.end()) {
        if (m_pages.size() >= kMostPages) {
            m_pages.clear();
        }
        const auto first = static_cast<std::size_t>(page) * kPageRows;
        const std::size_t count = std::min<std::size_t>(kPageRows, m_order->records.size() - first);
        found = m_pages.emplace(page, m_reader(std::span(m_order->records).subspan(first, count))).first;
    }
    const auto offset = static_cast<std::size_t>(row % kPageRows);
    return offset < found->second.size() ? &found->second[offset] : nullptr;
}

screening::State ScreeningModel::stateOf(const app::ListRow &row) const
{
    switch (m_stage) {
    case Stage::Title:
        return row.titleAlone.state;
    case Stage::TitleAbstract:
        return row.titleAbstract.state;
    case Stage::FullText:
        break;
    }
    return row.fullText.state;
}

QVariant ScreeningModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    constexpr std::array kRoles{static_cast<int>(Qt::DisplayRole),
                                static_cast<int>(Qt::AccessibleTextRole),
                                int{StateRole},
                                int{YearRole}};
    if (std::find(kRoles.begin(), kRoles.end(), role) == kRoles.end()) {
        return {};
    }
    const app::ListRow *row = rowAt(index.row());
    if (row == nullptr) {
        return {};
    }
    const QString title = row->title.empty() ? tr("(no title)") : shown(row->title).simplified();
    switch (role) {
    case StateRole:
        return static_cast<int>(stateOf(*row));
    case YearRole:
        return row->year ? QVariant(*row->year) : QVariant();
    case Qt::AccessibleTextRole:
        return wordOf(stateOf(*row)) + QStringLiteral(": ") + title;
    default:
        return title;
    }
}

void ScreeningDelegate::paint(QPainter *painter,
                              const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const Theme &theme = currentTheme();
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, theme.highlight);
    }
    const QRect inside = option.rect.adjusted(kPadding, kPadding, -kPadding, -kPadding);
    const QFontMetrics metrics(option.font);
    const int lineHeight = metrics.height();
    const auto state = static_cast<screening::State>(index.data(ScreeningModel::StateRole).toInt());
    painter->setFont(option.font);
    painter->setPen(colourOf(state));
    painter->drawText(
        QRect(inside.topLeft(), QSize(kMarkWidth - kPadding, lineHeight)), Qt::AlignCenter, markOf(state));
    const QString year = index.data(ScreeningModel::YearRole).toString();
    const int yearWidth = metrics.horizontalAdvance(QStringLiteral("0000"));
    painter->setPen(theme.secondaryText);
    painter->drawText(QRect(inside.right() - yearWidth, inside.top(), yearWidth + 1, lineHeight),
                      Qt::AlignRight | Qt::AlignVCenter,
                      year);
    painter->setPen(state == screening::State::Undecided ? theme.text : theme.secondaryText);
    drawTitle(*painter,
              inside.adjusted(kMarkWidth, 0, -yearWidth - kPadding, 0),
              index.data(Qt::DisplayRole).toString(),
              option.font);
    painter->setPen(theme.hairline);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

QSize ScreeningDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return {0, kTitleLines * QFontMetrics(option.font).height() + 2 * kPadding};
}

} // namespace winnow::gui
