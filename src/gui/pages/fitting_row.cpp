#include "gui/pages/fitting_row.h"

#include <QEvent>
#include <QHBoxLayout>

#include <algorithm>

namespace winnow::gui {

namespace {

constexpr int kMargin = 12;
constexpr int kAbove = 4;
constexpr int kSpace = 8;

} // namespace

FittingRow::FittingRow(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(kMargin, kAbove, kMargin, kAbove);
    m_row->setSpacing(kSpace);
    m_row->setSizeConstraint(QLayout::SetNoConstraint); // what does not fit is left out
}

void FittingRow::add(QWidget *tool, int rank)
{
    m_tools.push_back({tool, rank});
    m_row->addWidget(tool);
}

void FittingRow::addStretch()
{
    m_row->addStretch();
}

void FittingRow::setOfUse(QWidget *tool, bool isOfUse)
{
    const auto found = std::ranges::find(m_tools, tool, &Tool::widget);
    if (found != m_tools.end()) {
        found->isOfUse = isOfUse;
        fit();
    }
}

int FittingRow::widthUpTo(int rank) const
{
    int width = 2 * kMargin;
    for (const Tool &tool : m_tools) {
        if (tool.isOfUse && tool.rank <= rank) {
            const int least = tool.widget->minimumWidth();
            width += (least > 0 ? least : tool.widget->sizeHint().width()) + kSpace;
        }
    }
    return width;
}

QSize FittingRow::minimumSizeHint() const
{
    return {widthUpTo(0), m_row->sizeHint().height()};
}

void FittingRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// Texts of tools change, and letters grow.
bool FittingRow::event(QEvent *event)
{
    const bool isHandled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest) {
        fit();
    }
    return isHandled;
}

void FittingRow::fit()
{
    int most = 0;
    for (const Tool &tool : m_tools) {
        most = std::max(most, tool.rank);
    }
    while (most > 0 && widthUpTo(most) > width()) {
        --most;
    }
    for (const Tool &tool : m_tools) {
        const bool isSeen = tool.isOfUse && tool.rank <= most;
        if (tool.widget->isHidden() == isSeen) {
            tool.widget->setVisible(isSeen);
        }
    }
}

} // namespace winnow::gui
