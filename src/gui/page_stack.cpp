#include "gui/page_stack.h"

namespace winnow::gui {

PageStack::PageStack(QWidget *parent)
    : QStackedWidget(parent)
{
    connect(this, &QStackedWidget::currentChanged, this, &QWidget::updateGeometry);
}

QSize PageStack::sizeHint() const
{
    return currentWidget() == nullptr ? QSize() : currentWidget()->sizeHint();
}

QSize PageStack::minimumSizeHint() const
{
    if (currentWidget() == nullptr) {
        return {};
    }
    return currentWidget()->minimumSizeHint().expandedTo(currentWidget()->minimumSize());
}

} // namespace winnow::gui
