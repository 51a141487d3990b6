#include "gui/row_parts.h"

#include "gui/theme.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>

namespace winnow::gui {

namespace {

void setInk(QLabel *label, const QColor &ink)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, ink);
    label->setPalette(palette);
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

} // namespace

void scrollOver(QWidget *box)
{
    box->setFocusPolicy(Qt::StrongFocus);
    box->installEventFilter(new WheelGuard(box));
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
    setInk(label, currentTheme().secondaryText);
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
    setInk(label, currentTheme().exclude);
    label->hide();
    return label;
}

void setProblem(QLabel *label, const QString &problem)
{
    label->setText(problem);
    label->setVisible(!problem.isEmpty());
}

QLabel *headingText(QWidget *parent, const QString &text, double scale)
{
    QLabel *label = plainText(parent, text);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
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

} // namespace winnow::gui
