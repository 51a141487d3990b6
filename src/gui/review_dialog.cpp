#include "gui/review_dialog.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QShortcut>

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

ReviewDialog::ReviewDialog(app::Workspace &workspace, Worker &worker, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_worker(worker)
{
    setAttribute(Qt::WA_DeleteOnClose);
    connect(new QShortcut(QKeySequence(QKeySequence::Undo), this),
            &QShortcut::activated,
            this,
            &ReviewDialog::undoWanted);
    connect(new QShortcut(QKeySequence(QKeySequence::Redo), this),
            &QShortcut::activated,
            this,
            &ReviewDialog::redoWanted);
}

void ReviewDialog::reloadIfDue()
{
    if (std::exchange(m_isOutdated, false)) {
        reload();
    }
}

void ReviewDialog::tell(const QString &text)
{
    if (auto *label = findChild<QLabel *>(QStringLiteral("stateLabel"))) {
        label->setText(text);
    }
}

bool ReviewDialog::mayLeave(const QStringList &unsaved, const QString &told)
{
    if (unsaved.isEmpty() || unsaved == m_toldUnsaved) {
        m_toldUnsaved.clear();
        return true;
    }
    m_toldUnsaved = unsaved;
    tell(tr("%1 The same again goes on without it.").arg(told));
    return false;
}

void ReviewDialog::tellDone(const QString &told, bool isCounted)
{
    tell(told);
    Q_EMIT reviewChanged(told, isCounted);
}

void ReviewDialog::shareUndo(QWidget *field)
{
    field->installEventFilter(this);
}

bool ReviewDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if ((key.matches(QKeySequence::Undo) && !hasTypingToUndo(watched)) ||
            (key.matches(QKeySequence::Redo) && !hasTypingToRedo(watched))) {
            event->ignore();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace winnow::gui
