#include "gui/frame/side_bar.h"

#include "gui/frame/steps.h"
#include "gui/icons/icons.h"
#include "gui/theme.h"

#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

#include <algorithm>

namespace winnow::gui {

namespace {

constexpr int kNumberRole = Qt::UserRole + 1;
constexpr int kAttentionRole = Qt::UserRole + 2;
constexpr int kIconRole = Qt::UserRole + 3;
constexpr int kMargin = 16;
constexpr int kGap = 12;
constexpr int kDot = 6;
constexpr int kLeastIcon = 16;
constexpr int kLeastWidth = 200;

/// Grows with the letters.
int iconSide(const QFontMetrics &metrics)
{
    return std::max(kLeastIcon, metrics.ascent());
}

/// Icon and name on the left, number on the right in the secondary colour, a dot before the number. Folded:
/// the icon, and the dot at its corner.
class StepDelegate : public QStyledItemDelegate
{
public:
    StepDelegate(const bool &isFolded, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_isFolded(isFolded)
    {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex & /*index*/) const override
    {
        constexpr int kAround = 14;
        return {0, option.fontMetrics.height() + kAround};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = currentTheme();
        const bool isCurrent = (option.state & QStyle::State_Selected) != 0;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        drawGround(painter, option);
        QRect room = option.rect.adjusted(kMargin, 0, -kMargin, 0);
        const int size = iconSide(option.fontMetrics);
        const QRect icon(room.left(), room.center().y() - size / 2, size, size);
        painter->drawPixmap(icon,
                            iconOf(index.data(kIconRole).toString(),
                                   isCurrent ? theme.accent : theme.secondaryText,
                                   size,
                                   painter->device()->devicePixelRatioF()));
        if (m_isFolded) {
            drawDot(painter, index, icon.topRight() + QPoint(kDot / 2, kDot / 2));
        } else {
            room.setLeft(icon.right() + kGap);
            drawWords(painter, option, index, room);
        }
        painter->restore();
    }

private:
    static void drawGround(QPainter *painter, const QStyleOptionViewItem &option)
    {
        const Theme &theme = currentTheme();
        const bool isCurrent = (option.state & QStyle::State_Selected) != 0;
        if (isCurrent) {
            painter->fillRect(option.rect, theme.highlight);
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), theme.accent);
        } else if ((option.state & QStyle::State_MouseOver) != 0) {
            painter->fillRect(option.rect, theme.hairline);
        }
        if ((option.state & QStyle::State_HasFocus) != 0 && isCurrent) {
            painter->setPen(QPen(theme.accent, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
        }
    }

    static void drawDot(QPainter *painter, const QModelIndex &index, QPoint centre)
    {
        if (index.data(kAttentionRole).toBool()) {
            painter->setBrush(currentTheme().accent);
            painter->setPen(Qt::NoPen);
            painter->drawEllipse(QRect(centre.x() - kDot / 2, centre.y() - kDot / 2, kDot, kDot));
        }
    }

    static void
    drawWords(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, QRect room)
    {
        const Theme &theme = currentTheme();
        const bool isCurrent = (option.state & QStyle::State_Selected) != 0;
        const QString number = index.data(kNumberRole).toString();
        painter->setFont(option.font);
        painter->setPen(isCurrent ? theme.text : theme.secondaryText);
        painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, number);
        const int width = option.fontMetrics.horizontalAdvance(number);
        drawDot(painter, index, QPoint(room.right() - width - kDot - 2, room.center().y() + 1));
        room.setRight(room.right() - width - kDot - kGap / 2);
        QFont font = option.font;
        font.setWeight(isCurrent ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        painter->setPen(theme.text);
        painter->drawText(room,
                          Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(
                              index.data(Qt::DisplayRole).toString(), Qt::ElideRight, room.width()));
    }

    const bool &m_isFolded; ///< of the side bar
};

} // namespace

SideBar::SideBar(QWidget *parent)
    : QListWidget(parent)
{
    setItemDelegate(new StepDelegate(m_isFolded, this));
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus); // a click goes to the step
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const StepEntry &entry : allSteps()) {
        auto *item = new QListWidgetItem(titleOf(entry.id), this);
        item->setData(Qt::UserRole, static_cast<int>(entry.id));
        item->setData(Qt::AccessibleTextRole, titleOf(entry.id));
        item->setData(kIconRole, QString::fromLatin1(entry.name));
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
    fitTips();
}

void SideBar::setFolded(bool isFolded)
{
    m_isFolded = isFolded;
    fitTips();
    viewport()->update();
}

void SideBar::fitTips()
{
    for (int row = 0; row < count(); ++row) {
        QListWidgetItem *step = item(row);
        step->setToolTip(m_isFolded ? step->data(Qt::AccessibleTextRole).toString() : QString());
    }
}

int SideBar::wantedWidth() const
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(bold);
    const int icon = iconSide(fontMetrics());
    if (m_isFolded) {
        return icon + 2 * kMargin;
    }
    int name = 0;
    for (const StepEntry &entry : allSteps()) {
        name = std::max(name, metrics.horizontalAdvance(titleOf(entry.id)));
    }
    const int number = metrics.horizontalAdvance(QStringLiteral("9,999"));
    return std::max(kLeastWidth, name + number + icon + 2 * kMargin + 2 * kGap + kDot);
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
