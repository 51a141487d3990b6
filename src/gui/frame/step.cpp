#include "gui/frame/step.h"

#include "gui/row_parts.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace winnow::gui {

namespace {

bool hasTypingToUndo(const QObject *field)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(field)) {
        return line->isUndoAvailable();
    }
    const auto *text = qobject_cast<const QPlainTextEdit *>(field);
    return text != nullptr && text->document()->isUndoAvailable();
}

bool hasTypingToRedo(const QObject *field)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(field)) {
        return line->isRedoAvailable();
    }
    const auto *text = qobject_cast<const QPlainTextEdit *>(field);
    return text != nullptr && text->document()->isRedoAvailable();
}

} // namespace

Step::Step(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{
    setFocusPolicy(Qt::NoFocus);
    connect(&session, &Session::changed, this, [this](Changes changes, const QObject *by) {
        if (by == this) {
            return;
        }
        m_due |= changes;
        if (isVisible()) {
            catchUp();
        }
    });
}

void Step::catchUp()
{
    if (const Changes due = std::exchange(m_due, {})) {
        reload(due);
    }
}

void Step::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    catchUp();
}

bool Step::mayLeave(const QStringList &unsaved, const QString &told)
{
    if (unsaved.isEmpty() || unsaved == m_toldUnsaved) {
        m_toldUnsaved.clear();
        return true;
    }
    m_toldUnsaved = unsaved;
    say(tr("%1 The same again goes on without it.").arg(told));
    return false;
}

QAction *Step::addStepAction(const char *name,
                             const QString &text,
                             const QKeySequence &key,
                             const std::function<void()> &act,
                             QPushButton *button)
{
    return addActionTo(this, name, text, key, act, button);
}

QAction *Step::addActionTo(QWidget *part,
                           const char *name,
                           const QString &text,
                           const QKeySequence &key,
                           const std::function<void()> &act,
                           QPushButton *button)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    part->addAction(action);
    connect(action, &QAction::triggered, this, act);
    if (button != nullptr) {
        letTrigger(button, action);
    }
    return action;
}

void Step::shareUndo(QWidget *field)
{
    field->installEventFilter(this);
}

bool Step::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if ((key.matches(QKeySequence::Undo) && !hasTypingToUndo(watched)) ||
            (key.matches(QKeySequence::Redo) && !hasTypingToRedo(watched))) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace winnow::gui
