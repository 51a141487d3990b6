// What a screening asks a person for in small windows.
#include "app/labels.h"
#include "app/show_record.h"
#include "gui/reading/highlights_dialog.h"
#include "gui/screening/bulk_dialog.h"
#include "gui/screening/decision_bar.h"
#include "gui/screening/labels_dialog.h"
#include "gui/screening/reason_chooser.h"
#include "gui/screening/screening_step.h"

#include <QAction>
#include <QInputDialog>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>

namespace winnow::gui {

void ScreeningStep::connectAsks()
{
    const auto on = [this](QAction *action, auto slot) { connect(action, &QAction::triggered, this, slot); };
    on(m_actions->of(Act::Label), &ScreeningStep::askForLabel);
    on(m_actions->of(Act::Note), &ScreeningStep::askForNote);
    on(m_actions->of(Doing::Highlights), &ScreeningStep::askForHighlights);
    on(m_actions->of(Doing::Bulk), &ScreeningStep::askForBulk);
    on(m_actions->of(Doing::Labels), &ScreeningStep::showLabels);
}

/// A list of the stage's reasons beside the buttons, chosen by digit; where the stage lists none, a line.
void ScreeningStep::excludeWithReason()
{
    const RecordId record = m_record;
    if (!settings().reasons.empty()) {
        chooseReason(m_bar->excludeButton(), settings(), [this, record](const QString &reason) {
            decide(record, Verdict::Exclude, reason);
        });
        return;
    }
    askForReason(this, m_reasonsGiven, [this, record](const QString &reason) {
        if (!reason.isEmpty() && !m_reasonsGiven.contains(reason)) {
            m_reasonsGiven.prepend(reason);
        }
        decide(record, Verdict::Exclude, reason);
    });
}

void ScreeningStep::excludeFor(std::size_t place)
{
    if (m_record.value != 0 && place < settings().reasons.size()) {
        decide(m_record, Verdict::Exclude, shown(settings().reasons[place]));
    }
}

void ScreeningStep::askForLabel()
{
    const RecordId record = m_record;
    auto labels = app::labels(review());
    if (!labels) {
        say(shown(labels.error().message));
        return;
    }
    QStringList known;
    for (const app::LabelCount &label : *labels) {
        known << shown(label.label);
    }
    QInputDialog *dialog =
        askForLine(this, tr("Label"), tr("Label of \u201c%1\u201d").arg(titleOf(record)), known);
    dialog->setObjectName(QStringLiteral("labelDialog"));
    dialog->setOkButtonText(tr("Add"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, record](const QString &typed) {
        const QString label = typed.simplified();
        if (auto done = app::addLabel(review(), label.toStdString(), std::span(&record, 1)); !done) {
            say(shown(done.error().message));
            return;
        }
        session().tell({tr("Labelled %1: %2").arg(label, titleOf(record)),
                        Change::Marks,
                        {QStringLiteral("label"),
                         QStringLiteral("add"),
                         QStringLiteral("{}"),
                         label,
                         QStringLiteral("#%1").arg(record.value)}});
    });
    dialog->show(); // beside the work
}

void ScreeningStep::askForNote()
{
    const RecordId record = m_record;
    auto marks = app::marksOf(review(), record);
    if (!marks) {
        say(shown(marks.error().message));
        return;
    }
    QInputDialog *dialog = askForLine(
        this, tr("Note"), tr("Your note on \u201c%1\u201d (Ctrl+Return keeps it)").arg(titleOf(record)), {});
    dialog->setObjectName(QStringLiteral("noteDialog"));
    dialog->setOption(QInputDialog::UsePlainTextEditForTextInput);
    dialog->setOkButtonText(tr("Keep"));
    for (const app::RecordNote &note : marks->notes) {
        if (note.reviewer == review().reviewer()) {
            dialog->setTextValue(shown(note.text));
        }
    }
    dialog->show(); // beside the work; makes its widgets
    if (auto *edit = dialog->findChild<QPlainTextEdit *>()) {
        edit->setTabChangesFocus(true);
    }
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), dialog),
            &QShortcut::activated,
            dialog,
            &QInputDialog::accept);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, record](const QString &typed) {
        const QString note = typed.trimmed();
        if (auto done = app::writeNote(review(), record, note.toStdString()); !done) {
            say(shown(done.error().message));
            return;
        }
        session().tell(
            {tr("Note kept: %1").arg(titleOf(record)),
             Change::Marks,
             {QStringLiteral("note"), QStringLiteral("{}"), QStringLiteral("#%1").arg(record.value), note}});
    });
}

void ScreeningStep::askForHighlights()
{
    QSettings *store = session().appearance().store();
    const QString id = shown(review().info().uuid);
    auto *dialog = new HighlightsDialog(highlightsOf(store, id), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, store, id] {
        keepHighlights(store, id, dialog->groups());
        fitLook();
    });
    dialog->open();
}

void ScreeningStep::askForBulk()
{
    if (m_query.isEmpty()) {
        say(tr("Search first: one verdict is then given to all that the search finds."));
        return;
    }
    auto *dialog = new BulkDialog(session().reader(), session().writer(), settings(), m_query, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BulkDialog::decided, this, [this](qint64 records, const QStringList &command) {
        session().tell({tr("%Ln record(s) decided in bulk.", nullptr, static_cast<int>(records)),
                        Change::Decisions,
                        command});
    });
    dialog->open();
}

void ScreeningStep::showLabels()
{
    if (!m_labelsDialog) {
        m_labelsDialog = new LabelsDialog(review(), this);
        m_labelsDialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_labelsDialog, &LabelsDialog::labelWanted, this, [this](const QString &label) {
            m_label = label;
            m_wanted.reset();
            tellList();
            readList();
        });
        connect(m_labelsDialog,
                &LabelsDialog::changed,
                this,
                [this](const QString &told, const QStringList &command) {
                    session().tell({told, Change::Marks, command});
                });
    }
    m_labelsDialog->show();
    m_labelsDialog->raise();
    m_labelsDialog->activateWindow();
}

} // namespace winnow::gui
