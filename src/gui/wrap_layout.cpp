#include "gui/wrap_layout.h"

#include <QLabel>
#include <QTabBar>
#include <QWidget>

#include <algorithm>
#include <memory>
#include <numeric>

namespace winnow::gui {

namespace {

void add(QHBoxLayout &row, QLayoutItem *item, int stretch)
{
    if (QLayout *layout = item->layout()) {
        row.addLayout(layout);
    } else {
        row.addItem(item);
    }
    row.setStretch(row.count() - 1, stretch);
}

/// What it cannot do without. Tabs could be scrolled, but a further row is better.
int leastWidth(const QLayoutItem &item)
{
    const bool areTabs = qobject_cast<const QTabBar *>(item.widget()) != nullptr;
    return areTabs ? item.sizeHint().width() : item.minimumSize().width();
}

/// Whether it takes all the room that there is.
bool isGreedy(const QLayoutItem &item)
{
    return item.expandingDirections().testFlag(Qt::Horizontal) &&
           item.maximumSize().width() >= QLAYOUTSIZE_MAX;
}

} // namespace

WrapLayout::WrapLayout(QHBoxLayout &row)
{
    setSpacing(row.spacing());
    setContentsMargins(row.contentsMargins());
    std::vector<int> stretches(static_cast<std::size_t>(row.count()));
    std::iota(stretches.begin(), stretches.end(), 0);
    std::ranges::transform(stretches, stretches.begin(), [&row](int at) { return row.stretch(at); });
    m_parts.reserve(stretches.size());
    for (const int stretch : stretches) {
        QLayoutItem *item = row.takeAt(0);
        if (const QSpacerItem *space = item->spacerItem()) {
            m_parts.push_back({nullptr, *space, stretch});
            delete item;
        } else {
            m_parts.push_back({item, {}, stretch});
        }
    }
    arrange({wholeRow()});
}

WrapLayout::Row WrapLayout::wholeRow() const
{
    Row row;
    row.parts.resize(m_parts.size());
    std::iota(row.parts.begin(), row.parts.end(), std::size_t{0});
    row.isFilled = true; // as far as the form says so
    return row;
}

QSize WrapLayout::sizeHint() const
{
    int width = -spacing();
    for (std::size_t at = 0; at < m_parts.size(); ++at) {
        width += m_parts[at].space ? m_parts[at].space->sizeHint().width() : wantedWidth(at);
    }
    const QMargins margins = contentsMargins();
    return {std::max(0, width) + margins.left() + margins.right(), QVBoxLayout::sizeHint().height()};
}

QSize WrapLayout::minimumSize() const
{
    int width = 0;
    for (const Part &part : m_parts) {
        if (part.isShown()) {
            width = std::max(width, part.item->minimumSize().width());
        }
    }
    const QMargins margins = contentsMargins();
    return {width + margins.left() + margins.right(), QVBoxLayout::minimumSize().height()};
}

/// With the space behind it.
int WrapLayout::wantedWidth(std::size_t part) const
{
    const Part &thing = m_parts[part];
    return thing.isShown() ? thing.item->sizeHint().width() + spacing() : 0;
}

bool WrapLayout::isLabelOfNext(std::size_t part) const
{
    const bool isLast = part + 1 >= m_parts.size() || m_parts[part + 1].space;
    const auto *label = isLast ? nullptr : qobject_cast<const QLabel *>(m_parts[part].item->widget());
    return label != nullptr && label->buddy() != nullptr &&
           label->buddy() == m_parts[part + 1].item->widget();
}

/// One row if that can be, else rows that are filled one after the other.
std::vector<WrapLayout::Row> WrapLayout::rowsFor(int width) const
{
    int least = -spacing();
    for (const Part &part : m_parts) {
        least += part.isShown() ? spacing() + leastWidth(*part.item) : 0;
        least += part.space ? part.space->minimumSize().width() : 0;
    }
    if (least <= width) {
        return {wholeRow()};
    }
    std::vector<Row> rows(1);
    int used = 0;
    for (std::size_t at = 0; at < m_parts.size(); ++at) {
        const Part &part = m_parts[at];
        if (part.space) {
            continue;
        }
        const int wanted = wantedWidth(at);
        const int follower = isLabelOfNext(at) ? wantedWidth(at + 1) : 0;
        if (!rows.back().parts.empty() && used + wanted + follower - spacing() > width) {
            rows.emplace_back();
            used = 0;
        }
        used += wanted;
        rows.back().parts.push_back(at);
        rows.back().isFilled =
            rows.back().isFilled || (part.isShown() && (part.stretch > 0 || isGreedy(*part.item)));
    }
    return rows;
}

/// Leaves the parts with nobody.
void WrapLayout::clear()
{
    while (count() > 0) {
        const std::unique_ptr<QLayoutItem> row(takeAt(0));
        QLayout &things = *row->layout();
        while (things.count() > 0) {
            QLayoutItem *item = things.takeAt(0);
            if (item->spacerItem() != nullptr) {
                delete item;
            }
        }
    }
}

void WrapLayout::arrange(const std::vector<Row> &rows)
{
    clear();
    m_rows = rows;
    for (const Row &things : rows) {
        auto *row = new QHBoxLayout;
        row->setSpacing(spacing());
        addLayout(row);
        for (const std::size_t at : things.parts) {
            const Part &part = m_parts[at];
            add(*row, part.space ? new QSpacerItem(*part.space) : part.item, part.stretch);
        }
        if (!things.isFilled) {
            row->addStretch();
        }
    }
}

void WrapLayout::setGeometry(const QRect &place)
{
    const QMargins margins = contentsMargins();
    if (auto rows = rowsFor(place.width() - margins.left() - margins.right()); rows != m_rows) {
        arrange(rows);
    }
    QVBoxLayout::setGeometry(place);
}

void wrap(std::initializer_list<QHBoxLayout *> rows)
{
    for (QHBoxLayout *row : rows) {
        auto *wrapped = new WrapLayout(*row);
        if (auto *around = qobject_cast<QBoxLayout *>(row->parent())) {
            const int at = around->indexOf(row);
            const int stretch = around->stretch(at);
            around->removeItem(row);
            delete row;
            around->insertLayout(at, wrapped, stretch);
        } else {
            QWidget *widget = row->parentWidget();
            delete row;
            widget->setLayout(wrapped);
        }
    }
}

} // namespace winnow::gui
