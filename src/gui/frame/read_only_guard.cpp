#include "gui/frame/read_only_guard.h"

#include <QAction>
#include <QEvent>
#include <QWidget>

namespace winnow::gui {

namespace {

bool changesReview(const QObject *object)
{
    return object->property(kChangesReview).toBool();
}

} // namespace

void ReadOnlyGuard::guard(QWidget *widget)
{
    QList<QWidget *> widgets = widget->findChildren<QWidget *>();
    widgets << widget;
    for (QWidget *part : std::as_const(widgets)) {
        if (changesReview(part)) {
            part->setEnabled(false);
            part->installEventFilter(this);
        }
        for (QAction *action : part->actions()) {
            keepOff(action);
        }
    }
    for (QAction *action : widget->findChildren<QAction *>()) {
        keepOff(action);
    }
}

void ReadOnlyGuard::keepOff(QAction *action)
{
    if (!changesReview(action)) {
        return;
    }
    action->setEnabled(false);
    disconnect(action, &QAction::enabledChanged, this, nullptr);
    connect(action, &QAction::enabledChanged, this, [action](bool isEnabled) {
        if (isEnabled) {
            action->setEnabled(false);
        }
    });
}

bool ReadOnlyGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::EnabledChange) {
        auto *widget = static_cast<QWidget *>(watched);
        if (widget->isEnabled()) {
            widget->setEnabled(false);
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace winnow::gui
