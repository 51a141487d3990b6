#include "gui/frame/command_palette.h"

#include "gui/row_parts.h"
#include "gui/theme.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QSettings>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace winnow::gui {

namespace {

constexpr int kPlaceRole = Qt::UserRole;
constexpr int kWhereRole = Qt::UserRole + 1;
constexpr int kKeyRole = Qt::UserRole + 2;
constexpr int kOnRole = Qt::UserRole + 3;
constexpr int kMargin = 12;
constexpr int kRowsShown = 12;
constexpr int kMostUsed = 12;

const QString &usedName()
{
    static const QString kName = QStringLiteral("palette/used");
    return kName;
}

/// What it does, where it is in the secondary colour, and its key on the right.
class ActionDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const override
    {
        return {0, option.fontMetrics.height() + kMargin};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = currentTheme();
        painter->save();
        if ((option.state & QStyle::State_Selected) != 0) {
            painter->fillRect(option.rect, theme.highlight);
        }
        const QRect room = option.rect.adjusted(kMargin, 0, -kMargin, 0);
        const QString key = index.data(kKeyRole).toString();
        painter->setFont(option.font);
        painter->setPen(theme.secondaryText);
        painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, key);
        const QRect rest = room.adjusted(0, 0, -option.fontMetrics.horizontalAdvance(key) - 2 * kMargin, 0);
        const QString text =
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, rest.width());
        painter->setPen(index.data(kOnRole).toBool() ? theme.text : theme.secondaryText);
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, text);
        painter->setPen(theme.secondaryText);
        const QRect behind = rest.adjusted(option.fontMetrics.horizontalAdvance(text) + kMargin, 0, 0, 0);
        painter->drawText(
            behind,
            Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data(kWhereRole).toString(), Qt::ElideRight, behind.width()));
        painter->restore();
    }
};

} // namespace

CommandPalette::CommandPalette(QSettings *store, QWidget *window)
    : QFrame(window)
    , m_store(store)
    , m_line(textLine(this, "paletteEdit", tr("What do you want to do?"), tr("Find an action")))
    , m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Actions that were found"));
    m_list->setItemDelegate(new ActionDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->addWidget(m_line);
    layout->addWidget(m_list);
    connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::find);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::choose);
    m_line->installEventFilter(this);
    window->installEventFilter(this);
    if (m_store != nullptr) {
        m_used = m_store->value(usedName()).toStringList();
    }
    hide();
}

void CommandPalette::open(std::vector<FoundAction> actions)
{
    if (!isVisible()) {
        m_before = QApplication::focusWidget();
    }
    m_actions = std::move(actions);
    std::stable_sort(
        m_actions.begin(), m_actions.end(), [this](const FoundAction &left, const FoundAction &right) {
            return placeInUse(left.id) < placeInUse(right.id);
        });
    m_line->clear();
    find();
    place();
    show();
    raise();
    m_line->setFocus(Qt::PopupFocusReason);
}

/// Those that were not used yet come behind all that were.
int CommandPalette::placeInUse(const QString &id) const
{
    const auto place = m_used.indexOf(id);
    return place < 0 ? kMostUsed : static_cast<int>(place);
}

void CommandPalette::find()
{
    struct Hit
    {
        int place;
        int fit;
    };

    std::vector<Hit> hits;
    for (std::size_t i = 0; i < m_actions.size(); ++i) {
        const FoundAction &found = m_actions.at(i);
        const auto fit = fitOf(m_line->text(), found.text + QLatin1Char(' ') + found.where);
        if (found.action && fit) {
            // What the action itself says counts more than where it is.
            hits.push_back({static_cast<int>(i), *fit + fitOf(m_line->text(), found.text).value_or(0)});
        }
    }
    std::stable_sort(
        hits.begin(), hits.end(), [](const Hit &left, const Hit &right) { return left.fit > right.fit; });
    m_list->clear();
    for (const Hit &hit : hits) {
        const FoundAction &found = m_actions.at(static_cast<std::size_t>(hit.place));
        auto *item = new QListWidgetItem(found.text, m_list);
        item->setData(kPlaceRole, hit.place);
        item->setData(kWhereRole, found.where);
        item->setData(kKeyRole, found.key);
        item->setData(kOnRole, found.action->isEnabled());
        item->setData(Qt::AccessibleTextRole,
                      QStringLiteral("%1, %2, %3").arg(found.text, found.where, found.key));
    }
    if (hits.empty()) {
        auto *none = new QListWidgetItem(tr("Nothing of that name can be done."), m_list);
        none->setFlags(Qt::NoItemFlags);
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (item == nullptr || item->data(kPlaceRole).isNull()) {
        return;
    }
    const FoundAction found = m_actions.at(item->data(kPlaceRole).toUInt());
    m_used.removeAll(found.id);
    m_used.prepend(found.id);
    m_used = m_used.mid(0, kMostUsed);
    if (m_store != nullptr) {
        m_store->setValue(usedName(), m_used);
    }
    leave();
    Q_EMIT chosen(found);
}

void CommandPalette::leave()
{
    hide();
    if (m_before) {
        m_before->setFocus(Qt::OtherFocusReason);
    }
}

void CommandPalette::place()
{
    const QFontMetrics metrics = fontMetrics();
    const QWidget *window = parentWidget();
    const int width = std::min(metrics.averageCharWidth() * 90, window->width() - 4 * kMargin);
    const int height =
        std::min(m_line->sizeHint().height() + 4 * kMargin + kRowsShown * (metrics.height() + kMargin),
                 window->height() - 4 * kMargin);
    setGeometry(
        (window->width() - width) / 2, std::min(window->height() / 8, 2 * kMargin * 4), width, height);
}

bool CommandPalette::takeKey(int key)
{
    const int row = m_list->currentRow();
    switch (key) {
    case Qt::Key_Escape:
        leave();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    case Qt::Key_Up:
        m_list->setCurrentRow(std::max(0, row - 1));
        return true;
    case Qt::Key_Down:
        m_list->setCurrentRow(std::min(m_list->count() - 1, row + 1));
        return true;
    case Qt::Key_PageUp:
        m_list->setCurrentRow(std::max(0, row - kRowsShown));
        return true;
    case Qt::Key_PageDown:
        m_list->setCurrentRow(std::min(m_list->count() - 1, row + kRowsShown));
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true;
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        return takeKey(static_cast<QKeyEvent *>(event)->key());
    }
    if (watched == m_line && event->type() == QEvent::FocusOut &&
        static_cast<QFocusEvent *>(event)->reason() == Qt::MouseFocusReason) {
        hide();
    }
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace winnow::gui
