#include "gui/frame/side_bar.h"

#include "gui/frame/steps.h"
#include "gui/theme.h"

#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

namespace winnow::gui {

namespace {

constexpr int kNumberRole = Qt::UserRole + 1;
constexpr int kAttentionRole = Qt::UserRole + 2;
constexpr int kMargin = 16;
constexpr int kDot = 6;

/// Name on the left, number on the right in the secondary colour, a dot before the number.
class StepDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex & /*index*/) const override
    {
        return {0, option.fontMetrics.height() + 14};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = currentTheme();
        const bool isCurrent = (option.state & QStyle::State_Selected) != 0;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (isCurrent) {
            painter->fillRect(option.rect, theme.highlight);
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), theme.accent);
        } else if ((option.state & QStyle::State_MouseOver) != 0) {
            painter->fillRect(option.rect, theme.hairline);
        }
        if ((option.state & QStyle::State_HasFocus) != 0 && isCurrent) {
            painter->setPen(QPen(theme.accent, 2));
            painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
        }
        QRect room = option.rect.adjusted(kMargin, 0, -kMargin, 0);
        const QString number = index.data(kNumberRole).toString();
        painter->setFont(option.font);
        painter->setPen(isCurrent ? theme.text : theme.secondaryText);
        painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, number);
        const int width = option.fontMetrics.horizontalAdvance(number);
        if (index.data(kAttentionRole).toBool()) {
            painter->setBrush(theme.accent);
            painter->setPen(Qt::NoPen);
            painter->drawEllipse(
                QRect(room.right() - width - kDot - 5, room.center().y() - kDot / 2 + 1, kDot, kDot));
        }
        room.setRight(room.right() - width - kDot - 12);
        QFont font = option.font;
        font.setWeight(isCurrent ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        painter->setPen(theme.text);
        painter->drawText(room,
                          Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(
                              index.data(Qt::DisplayRole).toString(), Qt::ElideRight, room.width()));
        painter->restore();
    }
};

} // namespace

SideBar::SideBar(QWidget *parent)
    : QListWidget(parent)
{
    setItemDelegate(new StepDelegate(this));
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const StepEntry &entry : allSteps()) {
        auto *item = new QListWidgetItem(titleOf(entry.id), this);
        item->setData(Qt::UserRole, static_cast<int>(entry.id));
        item->setData(Qt::AccessibleTextRole, titleOf(entry.id));
    }
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0) {
            Q_EMIT chosen(step());
        }
    });
}

void SideBar::setNumbers(const std::map<StepId, StepNumber> &numbers)
{
    for (int row = 0; row < count(); ++row) {
        QListWidgetItem *step = item(row);
        const auto found = numbers.find(static_cast<StepId>(step->data(Qt::UserRole).toInt()));
        const StepNumber number = found == numbers.end() ? StepNumber() : found->second;
        step->setData(kNumberRole, number.text);
        step->setData(kAttentionRole, number.needsAttention);
        const QString spoken =
            number.text.isEmpty() ? step->text() : QStringLiteral("%1, %2").arg(step->text(), number.text);
        step->setData(Qt::AccessibleTextRole,
                      number.needsAttention ? tr("%1, needs attention").arg(spoken) : spoken);
    }
}

void SideBar::setStep(StepId step)
{
    const QSignalBlocker blocker(this);
    setCurrentRow(static_cast<int>(step));
}

StepId SideBar::step() const
{
    return static_cast<StepId>(currentItem()->data(Qt::UserRole).toInt());
}

} // namespace winnow::gui
