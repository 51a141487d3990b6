#include "gui/row_parts.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>

namespace winnow::gui {

namespace {

/// A look of the style sheet, which follows the colours of the theme.
void setInk(QLabel *label, const char *name)
{
    label->setProperty("ink", QString::fromLatin1(name));
    label->style()->unpolish(label);
    label->style()->polish(label);
}

class WheelGuard : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Wheel && !static_cast<QWidget *>(watched)->hasFocus()) {
            event->ignore();
            return true;
        }
        return QObject::eventFilter(watched, event);
    }
};

class MenuKeys : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ShortcutOverride) {
            event->accept();
            return true;
        }
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

void scrollOver(QWidget *box)
{
    box->setFocusPolicy(Qt::StrongFocus);
    box->installEventFilter(new WheelGuard(box));
}

void keepKeys(QMenu *menu)
{
    menu->installEventFilter(new MenuKeys(menu));
}

QMenu *newMenu(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    keepKeys(menu);
    return menu;
}

QLabel *plainText(QWidget *parent, const QString &text)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

void setQuiet(QLabel *label)
{
    setInk(label, "quiet");
}

QLabel *quietText(QWidget *parent, const QString &text)
{
    QLabel *label = plainText(parent, text);
    setQuiet(label);
    return label;
}

QLabel *problemText(QWidget *parent)
{
    QLabel *label = plainText(parent, {});
    label->setObjectName(QStringLiteral("problemLabel"));
    setInk(label, "problem");
    label->hide();
    return label;
}

void setProblem(QLabel *label, const QString &problem)
{
    label->setText(problem);
    label->setVisible(!problem.isEmpty());
}

void setHeading(QLabel *label, double scale)
{
    label->setProperty("headingScale", scale); // applyTheme() keeps it so
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
}

QLabel *headingText(QWidget *parent, const QString &text, double scale)
{
    QLabel *label = plainText(parent, text);
    setHeading(label, scale);
    return label;
}

QLineEdit *
textLine(QWidget *parent, const char *name, const QString &placeholder, const QString &accessibleName)
{
    auto *line = new QLineEdit(parent);
    line->setObjectName(QString::fromLatin1(name));
    line->setPlaceholderText(placeholder);
    line->setAccessibleName(accessibleName);
    return line;
}

void chainTabs(QWidget *before, const QWidget *pane, QWidget *after)
{
    for (QWidget *part : pane->findChildren<QWidget *>()) {
        const bool takesTab = (part->focusPolicy() & Qt::TabFocus) != 0 ||
                              qobject_cast<QRadioButton *>(part) != nullptr; // perhaps later
        const bool isInWindow = part->window() == before->window(); // lists of boxes are windows of their own
        if (takesTab && isInWindow && part->focusProxy() == nullptr) {
            QWidget::setTabOrder(before, part);
            before = part;
        }
    }
    QWidget::setTabOrder(before, after);
}

void setLine(QLineEdit *line, const QString &text)
{
    if (line->text() != text) {
        line->setText(text);
    }
}

void holdWidth(QScrollArea *area)
{
    area->setMinimumWidth(area->widget()->minimumSizeHint().width() +
                          area->verticalScrollBar()->sizeHint().width());
}

void letTrigger(QPushButton *button, QAction *action)
{
    button->setProperty(kHasAction, true);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
}

} // namespace winnow::gui
