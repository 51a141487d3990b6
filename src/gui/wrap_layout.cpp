#include "gui/wrap_layout.h"

#include <QLabel>
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

bool isLabel(const QLayoutItem *item)
{
    const auto *label = qobject_cast<const QLabel *>(item->widget());
    return label != nullptr && label->buddy() != nullptr;
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
    std::vector<std::size_t> all(m_parts.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    arrange({all});
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

/// One row if that can be, else rows that are filled one after the other.
std::vector<std::vector<std::size_t>> WrapLayout::rowsFor(int width) const
{
    std::vector<std::size_t> all(m_parts.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    int least = -spacing();
    for (const Part &part : m_parts) {
        least += part.isShown() ? spacing() + part.item->minimumSize().width() : 0;
    }
    if (least <= width) {
        return {all};
    }
    std::vector<std::vector<std::size_t>> rows(1);
    int used = 0;
    for (const std::size_t at : all) {
        if (m_parts[at].space) {
            continue;
        }
        const int wanted = wantedWidth(at);
        const int follower = isLabel(m_parts[at].item) && at + 1 < all.size() ? wantedWidth(at + 1) : 0;
        if (!rows.back().empty() && used + wanted + follower - spacing() > width) {
            rows.emplace_back();
            used = 0;
        }
        used += wanted;
        rows.back().push_back(at);
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

void WrapLayout::arrange(const std::vector<std::vector<std::size_t>> &rows)
{
    clear();
    m_rows = rows;
    for (const std::vector<std::size_t> &parts : rows) {
        auto *row = new QHBoxLayout;
        row->setSpacing(spacing());
        addLayout(row);
        for (const std::size_t at : parts) {
            const Part &part = m_parts[at];
            add(*row, part.space ? new QSpacerItem(*part.space) : part.item, part.stretch);
        }
        const bool isFilled = row->expandingDirections().testFlag(Qt::Horizontal);
        if (rows.size() > 1 && !isFilled) {
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
