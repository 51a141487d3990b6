#include "gui/log/log_step.h"

#include "app/log_file.h"
#include "gui/file_dialog.h"
#include "gui/log/log_model.h"
#include "gui/row_parts.h"
#include "ui_log_step.h"

#include <QAction>
#include <QHeaderView>
#include <QMessageBox>
#include <QPushButton>

#include <map>
#include <set>

namespace winnow::gui {

namespace {

/// The latest entries; somebody who looks for older ones asks for all.
constexpr std::int64_t kLatest = 2000;

/// Fills a box of choices, whose data stay chosen where they are still there.
void fill(QComboBox *box, const QString &any, const std::map<QString, QString> &choices)
{
    const QSignalBlocker blocker(box);
    const QVariant before = box->currentData();
    box->clear();
    box->addItem(any, QString());
    for (const auto &[value, text] : choices) {
        box->addItem(text, value);
    }
    box->setCurrentIndex(std::max(0, box->findData(before)));
}

} // namespace

LogStep::LogStep(Session &session, QWidget *parent)
    : Step(session, parent)
    , m_ui(std::make_unique<Ui::LogStep>())
    , m_model(new LogModel(this))
    , m_filter(new LogFilter(this))
{
    m_ui->setupUi(this);
    setQuiet(m_ui->countLabel);
    setUpTable();
    makeActions();
    fill(m_ui->reviewerBox, tr("All reviewers"), {});
    fill(m_ui->kindBox, tr("All kinds"), {});
    connect(m_ui->wordsEdit, &QLineEdit::textChanged, this, &LogStep::choose);
    connect(m_ui->reviewerBox, &QComboBox::currentIndexChanged, this, &LogStep::choose);
    connect(m_ui->kindBox, &QComboBox::currentIndexChanged, this, &LogStep::choose);
    connect(m_ui->undoneBox, &QCheckBox::toggled, this, &LogStep::choose);
    connect(m_ui->allButton, &QPushButton::clicked, this, [this] {
        m_showsAll = true;
        read();
    });
}

LogStep::~LogStep() = default;

void LogStep::setUpTable()
{
    m_filter->setSourceModel(m_model);
    QTableView *table = m_ui->logTable;
    table->setModel(m_filter);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    QHeaderView *header = table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->resizeSection(LogModel::When,
                          fontMetrics().horizontalAdvance(QStringLiteral("2026-12-30  00:00:00")) + 24);
    header->resizeSection(LogModel::Who, fontMetrics().averageCharWidth() * 20);
    header->setStretchLastSection(true);
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LogStep::fitActions);
    connect(table, &QTableView::activated, this, &LogStep::showRecord);
}

void LogStep::makeActions()
{
    m_undoAction = addStepAction(
        "undoBackAction", tr("Undo back to this entry"), {}, [this] { undoToCurrent(); }, m_ui->undoButton);
    m_undoAction->setProperty("changesReview", true);
    m_recordAction = addStepAction(
        "logRecordAction",
        tr("Show the record of this entry"),
        {},
        [this] { showRecord(); },
        m_ui->recordButton);
    addStepAction(
        "exportLogAction", tr("Export the audit trail"), {}, [this] { askForExport(); }, m_ui->exportButton);
    fitActions();
}

void LogStep::takeFocus()
{
    m_ui->logTable->setFocus();
}

void LogStep::reload(Changes /*changes*/)
{
    read();
}

void LogStep::read()
{
    const std::optional<std::int64_t> limit = m_showsAll ? std::nullopt : std::optional(kLatest);
    inBackground(
        QStringLiteral("log"),
        [limit](app::Workspace &workspace, Task & /*task*/) { return app::history(workspace, {}, limit); },
        [this](Result<std::vector<app::LogEntry>> entries) {
            if (entries) {
                showEntries(*std::move(entries));
            } else {
                say(shown(entries.error().message));
            }
        });
}

void LogStep::showEntries(std::vector<app::LogEntry> entries)
{
    const app::LogEntry *before = current();
    const std::int64_t id = before == nullptr ? 0 : before->event.id.value;
    const bool mayBeMore = !m_showsAll && static_cast<std::int64_t>(entries.size()) == kLatest;
    m_model->setEntries(std::move(entries));
    m_ui->allButton->setVisible(mayBeMore);
    offer();
    choose();
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex index = m_filter->index(row, LogModel::What);
        if (id != 0 && m_model->entryAt(m_filter->mapToSource(index).row()).event.id.value == id) {
            m_ui->logTable->setCurrentIndex(index);
            break;
        }
    }
    fitActions();
}

/// The reviewers and kinds that there are.
void LogStep::offer()
{
    std::map<QString, QString> reviewers;
    std::map<QString, QString> kinds;
    for (const app::LogEntry &entry : m_model->entries()) {
        reviewers.emplace(shown(entry.event.reviewer), shown(entry.event.reviewer));
        kinds.emplace(shown(toString(entry.event.kind)), kindName(entry.event.kind));
    }
    fill(m_ui->reviewerBox, tr("All reviewers"), reviewers);
    fill(m_ui->kindBox, tr("All kinds"), kinds);
}

void LogStep::choose()
{
    m_filter->choose(m_ui->wordsEdit->text(),
                     m_ui->reviewerBox->currentData().toString(),
                     m_ui->kindBox->currentData().toString(),
                     m_ui->undoneBox->isChecked());
    const int shownRows = m_filter->rowCount();
    m_ui->countLabel->setText(m_model->rowCount() == 0 ? tr("Nothing was done in this review yet.")
                                                       : tr("%Ln entries", nullptr, shownRows));
}

const app::LogEntry *LogStep::current() const
{
    const QModelIndex index = m_filter->mapToSource(m_ui->logTable->currentIndex());
    return index.isValid() ? &m_model->entryAt(index.row()) : nullptr; // none while the rows are sifted anew
}

void LogStep::fitActions()
{
    const app::LogEntry *entry = current();
    const bool canUndo = entry != nullptr && !entry->isUndone && !session().isReadOnly() &&
                         entry->event.kind != EventKind::Retraction &&
                         entry->event.reviewer == review().reviewer();
    m_undoAction->setEnabled(canUndo);
    m_ui->undoButton->setEnabled(canUndo);
    const bool isOfRecord = entry != nullptr && entry->event.subjectKind == "record";
    m_recordAction->setEnabled(isOfRecord);
    m_ui->recordButton->setEnabled(isOfRecord);
}

void LogStep::showRecord()
{
    const app::LogEntry *entry = current();
    if (entry != nullptr && entry->event.subjectKind == "record") {
        Place place{StepId::Records};
        place.record = RecordId{entry->event.subject};
        session().go(place);
    }
}

/// Asks first where it takes back more than one act.
void LogStep::undoToCurrent()
{
    const app::LogEntry *chosen = current();
    if (chosen == nullptr) {
        return;
    }
    const std::int64_t act = chosen->event.op;
    std::set<std::int64_t> acts;
    for (const app::LogEntry &entry : m_model->entries()) {
        if (entry.event.op >= act && !entry.isUndone && entry.event.kind != EventKind::Retraction &&
            entry.event.reviewer == review().reviewer()) {
            acts.insert(entry.event.op);
        }
    }
    const auto undo = [this, act] {
        doInBackground(
            [act](app::Workspace &workspace, Task & /*task*/) { return app::undoBackTo(workspace, act); },
            [this](const Result<std::int64_t> &undone) {
                if (!undone) {
                    say(shown(undone.error().message));
                    return;
                }
                tellDone({tr("%Ln acts undone. Ctrl+Shift+Z brings them back one by one.",
                             nullptr,
                             static_cast<int>(*undone)),
                          kAllChanges,
                          {},
                          false});
                read();
            });
    };
    if (acts.size() <= 1) {
        undo();
        return;
    }
    auto *box =
        new QMessageBox(QMessageBox::Question,
                        tr("Undo back to here"),
                        tr("%Ln acts of yours are taken back: this one and all that you did after it.",
                           nullptr,
                           static_cast<int>(acts.size())),
                        QMessageBox::Cancel,
                        this);
    box->setObjectName(QStringLiteral("undoBackBox"));
    const QPushButton *agree = box->addButton(tr("Undo them"), QMessageBox::AcceptRole);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(agree, &QPushButton::clicked, this, undo);
    box->open();
}

void LogStep::askForExport()
{
    askWhereToSave(this,
                   tr("Export the audit trail"),
                   QStringLiteral("log.csv"),
                   tr("Table (*.csv)"),
                   [this](const QString &file) { exportTo(file); });
}

void LogStep::exportTo(const QString &file)
{
    inBackground(
        QStringLiteral("export"),
        [file](app::Workspace &workspace, Task & /*task*/) {
            return app::writeLog(workspace, file.toStdString());
        },
        [this, file](const Result<std::int64_t> &written) {
            if (!written) {
                say(shown(written.error().message));
                return;
            }
            tellDone({tr("Wrote %Ln entries to %1.", nullptr, static_cast<int>(*written)).arg(file),
                      {},
                      {QStringLiteral("log"), QStringLiteral("{}"), QStringLiteral("-o"), file}});
        });
}

} // namespace winnow::gui
