#include "gui/evidence/cell_delegate.h"

#include "gui/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>

#include <algorithm>

namespace winnow::gui {

namespace {

constexpr int kLeastRows = 4;
constexpr int kPadding = 12;

} // namespace

QWidget *CellDelegate::createEditor(QWidget *parent,
                                    const QStyleOptionViewItem & /*option*/,
                                    const QModelIndex &index) const
{
    auto *editor = new QPlainTextEdit(parent);
    editor->setObjectName(QStringLiteral("cellEdit"));
    editor->setAccessibleName(
        index.model()->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString());
    return editor;
}

void CellDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    static_cast<QPlainTextEdit *>(editor)->setPlainText(index.data(Qt::EditRole).toString());
}

void CellDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    model->setData(index, static_cast<QPlainTextEdit *>(editor)->toPlainText(), Qt::EditRole);
}

/// High enough for some lines, inside the view.
void CellDelegate::updateEditorGeometry(QWidget *editor,
                                        const QStyleOptionViewItem &option,
                                        const QModelIndex & /*index*/) const
{
    QRect rect = option.rect;
    const int wanted = kLeastRows * editor->fontMetrics().lineSpacing() + 16;
    rect.setHeight(std::max(rect.height(), wanted));
    if (const QWidget *view = editor->parentWidget(); view != nullptr && rect.bottom() > view->height()) {
        rect.moveBottom(std::max(view->height() - 1, rect.height() - 1));
    }
    editor->setGeometry(rect);
}

/// With a hairline below each row.
void CellDelegate::paint(QPainter *painter,
                         const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    painter->setPen(currentTheme().hairline);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // What the padding of the style sheet leaves for the text is less than the view reckons with.
    QStyleOptionViewItem narrow = option;
    narrow.rect.setWidth(option.rect.width() - kPadding);
    return QStyledItemDelegate::sizeHint(narrow, index) + QSize(0, kPadding);
}

bool CellDelegate::eventFilter(QObject *editor, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        const bool isReturn = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
        if (isReturn && key.modifiers().testFlag(Qt::ControlModifier)) {
            auto *widget = static_cast<QWidget *>(editor);
            Q_EMIT commitData(widget);
            Q_EMIT closeEditor(widget);
            return true;
        }
    }
    return QStyledItemDelegate::eventFilter(editor, event);
}

} // namespace winnow::gui
