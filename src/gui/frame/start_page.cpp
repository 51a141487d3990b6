#include "gui/frame/start_page.h"

#include "gui/row_parts.h"
#include "gui/theme.h"
#include "ui_start_page.h"

#include <QEvent>
#include <QFileInfo>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace winnow::gui {

namespace {

constexpr int kPathRole = Qt::UserRole;
constexpr int kWhenRole = Qt::UserRole + 1;
constexpr int kMissingRole = Qt::UserRole + 2;
constexpr int kMargin = 12;
constexpr int kGap = 4;
constexpr double kTitle = 2;

/// The title, below it the path, and on the right when it was open.
class ReviewDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const override
    {
        return {0, 2 * option.fontMetrics.height() + kGap + 2 * kMargin};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = currentTheme();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool isCurrent = (option.state & QStyle::State_Selected) != 0;
        if (isCurrent || (option.state & QStyle::State_MouseOver) != 0) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(isCurrent ? theme.highlight : theme.window);
            painter->drawRoundedRect(option.rect, kGap, kGap);
        }
        const QRect room = option.rect.adjusted(kMargin, kMargin, -kMargin, -kMargin);
        const QString when = index.data(kWhenRole).toString();
        painter->setFont(option.font);
        painter->setPen(theme.secondaryText);
        painter->drawText(room, Qt::AlignRight | Qt::AlignTop, when);
        const QRect rest = room.adjusted(0, 0, -option.fontMetrics.horizontalAdvance(when) - 2 * kMargin, 0);
        painter->drawText(
            room,
            Qt::AlignLeft | Qt::AlignBottom,
            option.fontMetrics.elidedText(index.data(kPathRole).toString(), Qt::ElideMiddle, room.width()));
        QFont font = option.font;
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(index.data(kMissingRole).toBool() ? theme.secondaryText : theme.text);
        painter->drawText(
            rest,
            Qt::AlignLeft | Qt::AlignTop,
            QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, rest.width()));
        painter->restore();
    }
};

QString whenOf(const QDateTime &opened)
{
    const qint64 days = opened.date().daysTo(QDate::currentDate());
    if (days == 0) {
        return StartPage::tr("today, %1").arg(opened.toString(QStringLiteral("HH:mm")));
    }
    return days == 1 ? StartPage::tr("yesterday")
                     : QLocale().toString(opened.date(), QStringLiteral("d MMMM yyyy"));
}

} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::StartPage>())
{
    m_ui->setupUi(this);
    setHeading(m_ui->startTitle, kTitle);
    setQuiet(m_ui->startText);
    setQuiet(m_ui->dropLabel);
    m_ui->recentList->setItemDelegate(new ReviewDelegate(m_ui->recentList));
    m_ui->recentList->setMouseTracking(true);
    connect(m_ui->newButton, &QPushButton::clicked, this, &StartPage::newWanted);
    connect(m_ui->openButton, &QPushButton::clicked, this, &StartPage::openWanted);
    connect(m_ui->exampleButton, &QPushButton::clicked, this, &StartPage::exampleWanted);
    connect(m_ui->restoreButton, &QPushButton::clicked, this, &StartPage::restoreWanted);
    connect(m_ui->recentList, &QListWidget::itemActivated, this, &StartPage::openItem);
    connect(m_ui->recentList, &QListWidget::currentItemChanged, this, &StartPage::fitButtons);
    connect(m_ui->openRecentButton, &QPushButton::clicked, this, [this] {
        openItem(m_ui->recentList->currentItem());
    });
    connect(m_ui->removeAction, &QAction::triggered, this, [this] {
        if (const QListWidgetItem *item = m_ui->recentList->currentItem()) {
            Q_EMIT removeWanted(item->data(kPathRole).toString());
        }
    });
    m_ui->recentList->addAction(m_ui->removeAction);
    connect(m_ui->removeButton, &QPushButton::clicked, m_ui->removeAction, &QAction::trigger);
    tell({}, false);
    setRecent({});
    fitWidth();
}

StartPage::~StartPage() = default;

void StartPage::setRecent(const std::vector<RecentReview> &reviews)
{
    const int row = m_ui->recentList->currentRow();
    m_ui->recentList->clear();
    for (const RecentReview &review : reviews) {
        const bool isMissing = !QFileInfo::exists(review.path);
        auto *item = new QListWidgetItem(review.title, m_ui->recentList);
        const QString when = isMissing ? tr("not there any more") : whenOf(review.opened);
        item->setData(kPathRole, review.path);
        item->setData(kWhenRole, when);
        item->setData(kMissingRole, isMissing);
        item->setToolTip(review.path);
        item->setData(Qt::AccessibleTextRole,
                      QStringLiteral("%1, %2, %3").arg(review.title, when, review.path));
    }
    m_ui->recentPane->setVisible(!reviews.empty());
    m_ui->recentList->setCurrentRow(std::clamp(row, 0, std::max(0, m_ui->recentList->count() - 1)));
    fitButtons();
}

void StartPage::tell(const QString &text, bool canRestore)
{
    m_ui->problemLabel->setText(text);
    m_ui->problemPane->setVisible(!text.isEmpty());
    m_ui->restoreButton->setVisible(canRestore);
}

void StartPage::openItem(const QListWidgetItem *item)
{
    if (item != nullptr) {
        Q_EMIT reviewWanted(item->data(kPathRole).toString());
    }
}

void StartPage::fitButtons()
{
    const QListWidgetItem *item = m_ui->recentList->currentItem();
    m_ui->openRecentButton->setEnabled(item != nullptr && !item->data(kMissingRole).toBool());
    m_ui->removeButton->setEnabled(item != nullptr);
}

void StartPage::fitWidth()
{
    m_ui->column->setMaximumWidth(fontMetrics().averageCharWidth() * 100);
}

void StartPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::FontChange) {
        fitWidth();
    }
}

} // namespace winnow::gui
