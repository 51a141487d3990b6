// The part of the main window in which a reviewer decides, record after record.
#include "app/decide.h"
#include "app/labels.h"
#include "app/show_record.h"
#include "app/stages.h"
#include "app/stopping.h"
#include "gui/main_window.h"
#include "gui/models/record_model.h"
#include "gui/row_parts.h"
#include "gui/screening/bulk_dialog.h"
#include "gui/screening/screening_dialog.h"
#include "gui/screening/stage_words.h"
#include "gui/shown.h"
#include "gui/theme.h"
#include "ui_main_window.h"

#include <QActionGroup>
#include <QInputDialog>
#include <QKeyEvent>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>

#include <array>

namespace winnow::gui {

namespace {

constexpr int kReasonsByDigit = 9;

/// Text of a menu entry, in which "&" would mark a key.
QString menuText(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

/// A small window that asks for a line or more; `offered` completes what is typed.
QInputDialog *ask(QWidget *parent, const QString &title, const QString &label, const QStringList &offered)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    if (!offered.isEmpty()) {
        dialog->setComboBoxItems(offered);
        dialog->setComboBoxEditable(true);
        dialog->setTextValue({});
    }
    dialog->resize(420, dialog->sizeHint().height());
    return dialog;
}

} // namespace

void MainWindow::setUpScreening()
{
    const struct
    {
        QPushButton *button;
        QAction *action;
        Verdict verdict;
        QString label;
    } decisions[]{{m_ui->includeButton, m_ui->includeAction, Verdict::Include, tr("Include  I")},
                  {m_ui->excludeButton, m_ui->excludeAction, Verdict::Exclude, tr("Exclude  E")},
                  {m_ui->maybeButton, m_ui->maybeAction, Verdict::Maybe, tr("Maybe  M")}};

    for (const auto &[button, action, verdict, label] : decisions) {
        const screening::State state = screening::stateOf(verdict);
        button->setText(markOf(state) + QStringLiteral("  ") + label);
        button->setStyleSheet(QStringLiteral("color: %1; font-weight: 600;").arg(colourOf(state).name()));
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::triggered, this, [this, verdict = verdict] { decide(verdict); });
    }
    setQuiet(m_ui->leftLabel);
    connect(m_ui->excludeWithReasonAction, &QAction::triggered, this, &MainWindow::excludeWithReason);
    connect(m_ui->skipAction, &QAction::triggered, this, &MainWindow::skip);
    connect(m_ui->labelAction, &QAction::triggered, this, &MainWindow::askForLabel);
    connect(m_ui->noteAction, &QAction::triggered, this, &MainWindow::askForNote);
    connect(m_ui->bulkAction, &QAction::triggered, this, &MainWindow::askForBulk);
    connect(m_ui->screeningAction, &QAction::triggered, this, &MainWindow::showScreening);
    auto *orders = new QActionGroup(this);
    for (const auto &[action, order] : {std::pair(m_ui->orderImportAction, app::WorkOrder::Import),
                                        std::pair(m_ui->orderRankAction, app::WorkOrder::Rank),
                                        std::pair(m_ui->orderRandomAction, app::WorkOrder::Random)}) {
        action->setData(static_cast<int>(order));
        orders->addAction(action);
    }
    m_ui->orderImportAction->setChecked(true);
    const auto beginWork = [this] {
        m_goesToWork = true;
        openWorkList();
        m_ui->recordTable->setFocus();
    };
    connect(orders, &QActionGroup::triggered, this, beginWork);
    connect(m_ui->stageBox, &QComboBox::activated, this, beginWork);
    connect(m_ui->stageBox, &QComboBox::activated, this, &MainWindow::showCriteria);
    m_ui->recordTable->installEventFilter(this);
    m_ui->recordText->installEventFilter(this);
    connect(&m_queue, &WorkQueue::failed, this, &MainWindow::say);
    connect(&m_queue, &WorkQueue::opened, this, [this] {
        showLeft();
        const auto next = m_queue.next();
        if (m_goesToWork && !goesRowByRow() && next) {
            goTo(*next);
        }
        m_goesToWork = false;
    });
}

/// Letters and digits decide where no text is typed: the menu shows them, the record's widgets take them.
bool MainWindow::takeKey(const QKeyEvent &key)
{
    if (key.key() == Qt::Key_Z && key.modifiers() == Qt::NoModifier) {
        undo();
        return true;
    }
    if (key.modifiers() == Qt::NoModifier && key.key() >= Qt::Key_1 && key.key() <= Qt::Key_9) {
        return excludeByDigit(key.key() - Qt::Key_0);
    }
    for (QAction *action : m_ui->screeningMenu->actions()) {
        if (action->shortcutContext() == Qt::WidgetShortcut && !action->shortcut().isEmpty() &&
            action->shortcut() == QKeySequence(key.keyCombination())) {
            action->trigger();
            return true;
        }
    }
    return false;
}

/// The stages that are used; the one that is chosen stays so if it can.
void MainWindow::refreshStages()
{
    if (!m_workspace) {
        return;
    }
    auto stages = app::stageSettings(*m_workspace);
    if (!stages) {
        say(shown(stages.error().message));
        return;
    }
    m_stages = *std::move(stages);
    const auto ended = app::isStopped(*m_workspace);
    m_hasEnded = ended && *ended;
    const QVariant before = m_ui->stageBox->currentData();
    m_ui->stageBox->clear();
    for (const StageSettings &settings : m_stages) {
        if (settings.isUsed) {
            m_ui->stageBox->addItem(stageName(settings.stage), static_cast<int>(settings.stage));
        }
    }
    m_ui->stageBox->setCurrentIndex(std::max(0, m_ui->stageBox->findData(before)));
    showCriteria();
}

void MainWindow::openWorkList()
{
    if (!m_workspace) {
        return;
    }
    app::WorkRequest request;
    request.stage = stage();
    for (const QAction *order : m_ui->orderMenu->actions()) {
        if (order->isChecked()) {
            request.order = static_cast<app::WorkOrder>(order->data().toInt());
        }
    }
    request.query = workQuery();
    m_queue.open(*m_worker, request);
    showLeft();
}

void MainWindow::showLeft()
{
    const auto left = m_queue.left();
    if (!left) {
        m_ui->leftLabel->clear();
        return;
    }
    const QString count = QLocale(QLocale::English).toString(static_cast<qulonglong>(*left));
    m_ui->leftLabel->setText(m_hasEnded && stage() == Stage::TitleAbstract
                                 ? tr("%1 left, screening has ended").arg(count)
                             : m_ui->workThroughAction->isChecked() ? tr("%1 left of this search").arg(count)
                                                                    : tr("%1 left").arg(count));
}

void MainWindow::decide(Verdict verdict)
{
    const RecordId record = currentRecord();
    if (record.value == 0) {
        return;
    }
    if (verdict == Verdict::Exclude && (settings().needsReason || !settings().reasons.empty())) {
        excludeWithReason();
    } else {
        decide(record, verdict, {});
    }
}

void MainWindow::decide(RecordId record, Verdict verdict, const QString &reason)
{
    const app::DecideRequest request{record, stage(), verdict, reason.toStdString(), {}, {}, {}};
    if (auto done = app::decide(*m_workspace, std::span(&request, 1)); !done) {
        say(shown(done.error().message));
        return;
    }
    m_decided.push_back(record);
    m_queue.take(record, verdict);
    m_model->refresh(record);
    const QString word = wordOf(screening::stateOf(verdict));
    say(tr("%1: %2   (Ctrl+Z undoes)")
            .arg(reason.isEmpty() ? word : tr("%1, %2").arg(word, reason), titleOf(record)));
    goToNext();
    refreshFlow();
}

/// A list of the stage's reasons beside the buttons, chosen by digit; where the stage lists none, a line.
void MainWindow::excludeWithReason()
{
    const RecordId record = currentRecord();
    if (record.value == 0) {
        return;
    }
    if (settings().reasons.empty()) {
        askForFreeReason(record);
        return;
    }
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("reasonMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(tr("Excluded because"));
    int digit = 0;
    for (const std::string &reason : settings().reasons) {
        ++digit;
        const QString item = menuText(shown(reason));
        const QAction *chosen = menu->addAction(
            digit <= kReasonsByDigit ? QStringLiteral("&%1   %2").arg(digit).arg(item) : item);
        connect(chosen, &QAction::triggered, this, [this, record, reason] {
            decide(record, Verdict::Exclude, shown(reason));
        });
    }
    if (!settings().needsReason) {
        menu->addSeparator();
        connect(menu->addAction(tr("&0   No reason")), &QAction::triggered, this, [this, record] {
            decide(record, Verdict::Exclude, {});
        });
    }
    const QPoint corner = m_ui->excludeButton->mapToGlobal(QPoint(0, 0));
    menu->popup(corner - QPoint(0, menu->sizeHint().height() + 4));
}

void MainWindow::askForFreeReason(RecordId record)
{
    QInputDialog *dialog = ask(this, tr("Exclude"), tr("Why is it excluded?"), m_reasonsGiven);
    dialog->setObjectName(QStringLiteral("reasonDialog"));
    dialog->setOkButtonText(tr("Exclude"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, record](const QString &typed) {
        const QString reason = typed.simplified();
        if (!reason.isEmpty() && !m_reasonsGiven.contains(reason)) {
            m_reasonsGiven.prepend(reason);
        }
        decide(record, Verdict::Exclude, reason);
    });
    dialog->open();
}

/// The number of a reason excludes for it at once.
bool MainWindow::excludeByDigit(int digit)
{
    const auto place = static_cast<std::size_t>(digit - 1);
    if (currentRecord().value == 0 || place >= settings().reasons.size()) {
        return false;
    }
    decide(currentRecord(), Verdict::Exclude, shown(settings().reasons[place]));
    return true;
}

void MainWindow::skip()
{
    const RecordId record = currentRecord();
    if (record.value == 0) {
        return;
    }
    if (auto done = app::skip(*m_workspace, stage(), record); !done) {
        say(shown(done.error().message));
        return;
    }
    m_queue.putOff(record);
    say(tr("Put off to the end: %1   (Ctrl+Z undoes)").arg(titleOf(record)));
    goToNext();
}

void MainWindow::askForLabel()
{
    const RecordId record = currentRecord();
    if (record.value == 0) {
        return;
    }
    auto labels = app::labels(*m_workspace);
    if (!labels) {
        say(shown(labels.error().message));
        return;
    }
    QStringList known;
    for (const app::LabelCount &label : *labels) {
        known << shown(label.label);
    }
    QInputDialog *dialog = ask(this, tr("Label"), tr("Label of this record"), known);
    dialog->setObjectName(QStringLiteral("labelDialog"));
    dialog->setOkButtonText(tr("Add"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, record](const QString &typed) {
        const QString label = typed.simplified();
        auto done = app::addLabel(*m_workspace, label.toStdString(), std::span(&record, 1));
        say(done ? tr("Labelled %1: %2   (Ctrl+Z undoes)").arg(label, titleOf(record))
                 : shown(done.error().message));
        showCurrentRecord();
    });
    dialog->open();
}

void MainWindow::askForNote()
{
    const RecordId record = currentRecord();
    if (record.value == 0) {
        return;
    }
    auto marks = app::marksOf(*m_workspace, record);
    if (!marks) {
        say(shown(marks.error().message));
        return;
    }
    QInputDialog *dialog = ask(this, tr("Note"), tr("Your note on this record (Ctrl+Return keeps it)"), {});
    dialog->setObjectName(QStringLiteral("noteDialog"));
    dialog->setOption(QInputDialog::UsePlainTextEditForTextInput);
    dialog->setOkButtonText(tr("Keep"));
    for (const app::RecordNote &note : marks->notes) {
        if (note.reviewer == m_workspace->reviewer()) {
            dialog->setTextValue(shown(note.text));
        }
    }
    dialog->setModal(true);
    dialog->show(); // makes its widgets
    if (auto *edit = dialog->findChild<QPlainTextEdit *>()) {
        edit->setTabChangesFocus(true);
    }
    connect(new QShortcut(Qt::CTRL | Qt::Key_Return, dialog),
            &QShortcut::activated,
            dialog,
            &QInputDialog::accept);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, record](const QString &typed) {
        auto done = app::writeNote(*m_workspace, record, typed.trimmed().toStdString());
        say(done ? tr("Note kept: %1   (Ctrl+Z undoes)").arg(titleOf(record)) : shown(done.error().message));
        showCurrentRecord();
    });
}

void MainWindow::askForBulk()
{
    const QString query = m_ui->searchEdit->text().trimmed();
    if (query.isEmpty()) {
        say(tr("Search first: one verdict is then given to all that the search finds."));
        m_ui->searchEdit->setFocus();
        return;
    }
    auto *dialog = new BulkDialog(*m_worker, settings(), query, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_worker.get(), &QObject::destroyed, dialog, &QObject::deleteLater);
    connect(dialog, &BulkDialog::decided, this, [this](qint64 count) {
        say(tr("%1 records decided in bulk.   (Ctrl+Z undoes)").arg(count));
        refreshAll();
    });
    dialog->open();
}

void MainWindow::showScreening()
{
    if (!m_screening) {
        m_screening = new ScreeningDialog(*m_workspace, *m_worker, stage(), this);
        m_screening->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_worker.get(), &QObject::destroyed, m_screening, &QObject::deleteLater);
        connect(m_screening, &ScreeningDialog::changed, this, &MainWindow::refreshAll);
    }
    m_screening->show();
    m_screening->raise();
    m_screening->activateWindow();
}

void MainWindow::goTo(RecordId record)
{
    const int row = m_model->rowOf(record);
    if (row >= 0 && row != m_ui->recordTable->currentIndex().row()) {
        m_ui->recordTable->selectRow(row);
    } else {
        showCurrentRecord();
    }
}

/// Where all records are listed, or the search is worked through, the work list says what comes; else the
/// next row.
void MainWindow::goToNext()
{
    showLeft();
    const auto next = goesRowByRow() ? std::nullopt : m_queue.next();
    if (next) {
        goTo(*next);
        return;
    }
    if (!goesRowByRow() && m_queue.isCurrent()) {
        say(m_message->text() + tr("   That was the last of your work list."));
        showCurrentRecord();
        return;
    }
    goTo(m_model->recordAt(m_ui->recordTable->currentIndex().row() + 1));
}

/// What is said of the record that was decided last in this window.
std::vector<Decision> MainWindow::lastDecisions()
{
    if (m_decided.empty() || !m_workspace) {
        return {};
    }
    auto view = app::showRecord(*m_workspace, m_decided.back());
    return view ? std::move(view->standing.decisions) : std::vector<Decision>();
}

QString MainWindow::titleOf(RecordId record) const
{
    return m_model->index(m_model->rowOf(record), RecordModel::Title).data().toString().section(u'\n', 0, 0);
}

Stage MainWindow::stage() const
{
    const QVariant chosen = m_ui->stageBox->currentData();
    return chosen.isValid() ? static_cast<Stage>(chosen.toInt()) : Stage::TitleAbstract;
}

const StageSettings &MainWindow::settings() const
{
    return m_stages.at(static_cast<std::size_t>(stage()));
}

} // namespace winnow::gui
