#include "gui/records/chip_bar.h"

#include <QPushButton>
#include <QResizeEvent>

#include <algorithm>

namespace winnow::gui {

namespace {

constexpr int kGap = 8;

} // namespace

ChipBar::ChipBar(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void ChipBar::setChips(const std::vector<Chip> &chips)
{
    while (m_buttons.size() > chips.size()) {
        m_buttons.back()->hide();
        m_buttons.back()->deleteLater();
        m_buttons.pop_back();
    }
    while (m_buttons.size() < chips.size()) {
        auto *button = new QPushButton(this);
        button->setObjectName(QStringLiteral("chip"));
        connect(button, &QPushButton::clicked, this, [this, button] {
            Q_EMIT removed(button->property("chip").toString());
        });
        button->show();
        m_buttons.push_back(button);
    }
    for (std::size_t i = 0; i < chips.size(); ++i) {
        QString text = chips[i].text;
        m_buttons[i]->setText(text.replace(QLatin1Char('&'), QStringLiteral("&&")) +
                              QStringLiteral("  \u2715"));
        m_buttons[i]->setAccessibleName(tr("Remove %1").arg(chips[i].text));
        m_buttons[i]->setToolTip(tr("%1: a press takes it away").arg(chips[i].text));
        m_buttons[i]->setProperty("chip", chips[i].id);
    }
    setVisible(!chips.empty());
    static_cast<void>(place(width(), true));
    updateGeometry();
}

void ChipBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    static_cast<void>(place(event->size().width(), true));
    if (event->size().width() != event->oldSize().width()) {
        updateGeometry();
    }
}

/// Row by row, as words of a text; returns the height.
int ChipBar::place(int width, bool isMoving) const
{
    int x = 0;
    int y = 0;
    int rowHeight = 0;
    for (QPushButton *button : m_buttons) {
        const QSize size = button->sizeHint().boundedTo({std::max(width, 1), button->sizeHint().height()});
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += rowHeight + kGap;
        }
        if (isMoving) {
            button->setGeometry(QRect(QPoint(x, y), size));
        }
        x += size.width() + kGap;
        rowHeight = size.height();
    }
    return y + rowHeight;
}

} // namespace winnow::gui
