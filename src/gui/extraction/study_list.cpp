#include "gui/extraction/study_list.h"

#include "gui/theme.h"

#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QTimer>

#include <algorithm>

namespace winnow::gui {

namespace {

constexpr int kToldRole = Qt::UserRole;
constexpr int kTitleRole = Qt::UserRole + 1;
constexpr int kPadding = 6;

/// The label, and below it, quietly, how far one is.
class LineDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem ground = option;
        initStyleOption(&ground, index);
        ground.text.clear();
        const QWidget *view = option.widget;
        view->style()->drawControl(QStyle::CE_ItemViewItem, &ground, painter, view);
        const QRect room = option.rect.adjusted(8, kPadding, -8, -kPadding);
        const int line = option.fontMetrics.height();
        const auto draw = [&](int row, const QString &text, const QColor &colour) {
            painter->setPen(colour);
            painter->drawText(QRect(room.x(), room.y() + row * line, room.width(), line),
                              Qt::AlignLeft | Qt::AlignVCenter,
                              option.fontMetrics.elidedText(text, Qt::ElideRight, room.width()));
        };
        draw(0, index.data().toString(), currentTheme().text);
        draw(1, index.data(kToldRole).toString(), currentTheme().secondaryText);
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex & /*index*/) const override
    {
        return {80, 2 * option.fontMetrics.height() + 2 * kPadding};
    }
};

} // namespace

StudyList::StudyList(QWidget *parent)
    : QListWidget(parent)
{
    setItemDelegate(new LineDelegate(this));
    setAccessibleName(tr("Studies"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setUniformItemSizes(true);
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0) {
            Q_EMIT chosen(row);
        }
    });
}

void StudyList::setLines(const std::vector<StudyLine> &lines)
{
    const QSignalBlocker quiet(this);
    const auto wanted = static_cast<int>(lines.size());
    while (count() > wanted) {
        delete takeItem(count() - 1);
    }
    while (count() < wanted) {
        addItem(QString());
    }
    for (int row = 0; row < wanted; ++row) {
        const StudyLine &line = lines[static_cast<std::size_t>(row)];
        QListWidgetItem *one = item(row);
        if (one->text() != line.label) {
            one->setData(kToldRole, QString());
        }
        one->setText(line.label);
        one->setData(kTitleRole, line.title);
        one->setToolTip(line.title);
        setTold(row, line.told.isEmpty() ? one->data(kToldRole).toString() : line.told);
        fit(one);
    }
}

void StudyList::setTold(int row, const QString &told)
{
    if (QListWidgetItem *one = item(row)) {
        one->setData(kToldRole, told);
        one->setData(Qt::AccessibleTextRole, tr("%1, %2").arg(one->text(), told));
    }
}

void StudyList::mark(int row)
{
    m_marked = row;
    const auto choose = [this] {
        const QSignalBlocker quiet(this);
        setCurrentRow(m_marked);
    };
    choose();
    QTimer::singleShot(0, this, choose);
}

void StudyList::filter(const QString &words)
{
    m_words = words;
    for (int row = 0; row < count(); ++row) {
        fit(item(row));
    }
}

void StudyList::fit(QListWidgetItem *item) const
{
    const QString text = item->text() + QLatin1Char(' ') + item->data(kTitleRole).toString();
    const QStringList words = m_words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    item->setHidden(!std::ranges::all_of(
        words, [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); }));
}

void StudyList::step(int by)
{
    for (int row = currentRow() + by; row >= 0 && row < count(); row += by) {
        if (!item(row)->isHidden()) {
            setCurrentRow(row);
            return;
        }
    }
}

} // namespace winnow::gui
