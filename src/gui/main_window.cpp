#include "gui/main_window.h"

#include "app/export_records.h"
#include "app/find_records.h"
#include "app/flow_diagram.h"
#include "app/history.h"
#include "app/import_files.h"
#include "app/import_report.h"
#include "app/labels.h"
#include "app/record_list.h"
#include "app/show_record.h"
#include "app/take_decisions.h"
#include "base/held_files.h"
#include "gui/file_dialog.h"
#include "gui/flow/flow_view.h"
#include "gui/imports/imports_dialog.h"
#include "gui/models/record_model.h"
#include "gui/records/record_html.h"
#include "gui/screening/labels_dialog.h"
#include "gui/screening/screening_dialog.h"
#include "gui/shown.h"
#include "gui/theme.h"
#include "query/parse.h"
#include "ui_import_dialog.h"
#include "ui_main_window.h"

#include <QDialog>
#include <QDragEnterEvent>
#include <QHeaderView>
#include <QInputDialog>
#include <QKeyEvent>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QTimer>

#include <array>

namespace winnow::gui {

namespace {

constexpr int kSearchPauseMs = 300;

} // namespace

MainWindow::MainWindow(app::Services services, QWidget *parent)
    : QMainWindow(parent)
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_services(std::move(services))
    , m_access(app::accessFromEnvironment())
    , m_model(new RecordModel(this))
    , m_flow(new FlowView(this))
    , m_message(new QLabel(this))
    , m_readOnlyLabel(new QLabel(tr("Read only"), this))
    , m_progressLabel(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_stopButton(new QPushButton(tr("Stop"), this))
    , m_searchTimer(new QTimer(this))
    , m_whyTimer(new QTimer(this))
    , m_besideTimer(new QTimer(this))
{
    m_ui->setupUi(this);
    setAcceptDrops(true);
    setUpPanels();
    setUpStatusBar();
    connectActions();
    setUpScreening();
    setUpAside();
    setUpLists();
    setUpBackups();
    setUpEvidence();
    showStart();
}

/// What works on the review goes before it.
MainWindow::~MainWindow()
{
    closeBeside();
}

/// What can be done only while a review is open.
QList<QAction *> MainWindow::reviewActions() const
{
    return {m_ui->importAction,        m_ui->searchAction,
            m_ui->queryLinesAction,    m_ui->importsAction,
            m_ui->takeDecisionsAction, m_ui->exportRecordsAction,
            m_ui->dedupeAction,        m_ui->judgeDuplicatesAction,
            m_ui->exportFlowAction,    m_ui->undoAction,
            m_ui->redoAction,          m_ui->includeAction,
            m_ui->excludeAction,       m_ui->excludeWithReasonAction,
            m_ui->maybeAction,         m_ui->skipAction,
            m_ui->labelAction,         m_ui->noteAction,
            m_ui->orderImportAction,   m_ui->orderRandomAction,
            m_ui->bulkAction,          m_ui->screeningAction,
            m_ui->criteriaAction,      m_ui->whyAction,
            m_ui->labelsAction,        m_ui->checklistAction,
            m_ui->appendixAction,      m_ui->biasAction,
            m_ui->extractAction,       m_ui->appraiseAction,
            m_ui->studiesAction,       m_ui->outsideAction,
            m_ui->tablesAction,        m_ui->reportAction};
}

/// What changes the review.
QList<QAction *> MainWindow::writingActions() const
{
    return {m_ui->importAction,
            m_ui->searchAction,
            m_ui->takeDecisionsAction,
            m_ui->dedupeAction,
            m_ui->judgeDuplicatesAction,
            m_ui->undoAction,
            m_ui->redoAction,
            m_ui->includeAction,
            m_ui->excludeAction,
            m_ui->excludeWithReasonAction,
            m_ui->maybeAction,
            m_ui->skipAction,
            m_ui->labelAction,
            m_ui->noteAction,
            m_ui->bulkAction};
}

void MainWindow::setUpPanels()
{
    m_ui->recordTable->setModel(m_model);
    m_ui->recordTable->verticalHeader()->hide();
    m_ui->recordTable->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_ui->recordTable->verticalHeader()->setDefaultSectionSize(3 * fontMetrics().height() + 12);
    QHeaderView *header = m_ui->recordTable->horizontalHeader();
    header->setSectionResizeMode(RecordModel::Verdict, QHeaderView::Fixed);
    header->setSectionResizeMode(RecordModel::Title, QHeaderView::Stretch);
    header->setSectionResizeMode(RecordModel::Year, QHeaderView::Fixed);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->resizeSection(RecordModel::Verdict, 32);
    header->resizeSection(RecordModel::Year, 56);
    m_ui->flowArea->setWidget(m_flow);
    m_ui->splitter->setSizes({360, 620, 380});
    m_ui->splitter->setStretchFactor(1, 1);
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * 2);
    title.setWeight(QFont::DemiBold);
    m_ui->startTitle->setFont(title);
    QFont reading = font();
    reading.setPointSizeF(13);
    m_ui->recordText->document()->setDefaultFont(reading);
    m_ui->recordText->document()->setDocumentMargin(24);
}

void MainWindow::setUpStatusBar()
{
    m_message->setObjectName(QStringLiteral("messageLabel"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setContentsMargins(12, 0, 0, 0);
    m_progress->setFixedWidth(160);
    m_progress->setTextVisible(false);
    m_readOnlyLabel->setObjectName(QStringLiteral("readOnlyLabel"));
    m_readOnlyLabel->setContentsMargins(12, 0, 12, 0);
    m_readOnlyLabel->setToolTip(tr("The file of this review or its folder may not be written"));
    m_readOnlyLabel->hide();
    statusBar()->addWidget(m_message, 1);
    statusBar()->addPermanentWidget(m_readOnlyLabel);
    for (QWidget *widget : std::array<QWidget *, 3>{m_progressLabel, m_progress, m_stopButton}) {
        statusBar()->addPermanentWidget(widget);
        widget->hide();
    }
}

void MainWindow::connectActions()
{
    connect(m_ui->newAction, &QAction::triggered, this, &MainWindow::askForNew);
    connect(m_ui->openAction, &QAction::triggered, this, &MainWindow::askForOpen);
    connect(m_ui->newButton, &QPushButton::clicked, this, &MainWindow::askForNew);
    connect(m_ui->openButton, &QPushButton::clicked, this, &MainWindow::askForOpen);
    connect(m_ui->importAction, &QAction::triggered, this, [this] { askForImport({}); });
    connect(m_ui->searchAction, &QAction::triggered, this, &MainWindow::askForSearch);
    connect(m_ui->queryLinesAction, &QAction::triggered, this, &MainWindow::showQueryLines);
    connect(m_ui->importsAction, &QAction::triggered, this, &MainWindow::showImports);
    connect(m_ui->takeDecisionsAction, &QAction::triggered, this, &MainWindow::askForDecisions);
    connect(m_ui->exportRecordsAction, &QAction::triggered, this, &MainWindow::askForRecordExport);
    connect(m_ui->dedupeAction, &QAction::triggered, this, &MainWindow::findDuplicates);
    connect(m_ui->judgeDuplicatesAction, &QAction::triggered, this, &MainWindow::judgeDuplicates);
    connect(m_ui->exportFlowAction, &QAction::triggered, this, &MainWindow::askForExport);
    connectReports(m_ui->checklistAction, m_ui->appendixAction, m_ui->biasAction);
    connect(m_flow, &FlowView::boxChosen, this, &MainWindow::showBox);
    connect(m_ui->undoAction, &QAction::triggered, this, &MainWindow::undo);
    connect(m_ui->redoAction, &QAction::triggered, this, &MainWindow::redo);
    m_ui->undoAction->setShortcuts({QKeySequence(QKeySequence::Undo)});
    m_ui->redoAction->setShortcuts({QKeySequence(QKeySequence::Redo)});
    connect(m_stopButton, &QPushButton::clicked, this, [this] {
        if (m_worker) {
            m_worker->stop();
        }
    });
    m_searchTimer->setSingleShot(true);
    connect(m_searchTimer, &QTimer::timeout, this, [this] { search(m_ui->searchEdit->text(), true); });
    connect(m_ui->searchEdit, &QLineEdit::textEdited, this, [this] { m_searchTimer->start(kSearchPauseMs); });
    connect(m_ui->searchEdit, &QLineEdit::returnPressed, this, [this] {
        m_searchTimer->stop();
        search(m_ui->searchEdit->text());
        m_ui->recordTable->setFocus();
    });
    connect(m_ui->recordTable->selectionModel(),
            &QItemSelectionModel::currentRowChanged,
            this,
            &MainWindow::showCurrentRecord);
    auto *find = new QShortcut(QKeySequence(QKeySequence::Find), this);
    connect(find, &QShortcut::activated, this, [this] {
        m_ui->searchEdit->setFocus();
        m_ui->searchEdit->selectAll();
    });
}

void MainWindow::connectWorker()
{
    connect(m_worker.get(), &Worker::progress, this, &MainWindow::showProgress);
    connect(m_worker.get(), &Worker::failed, this, &MainWindow::say);
    connect(m_worker.get(), &Worker::idle, this, [this] {
        m_progressLabel->hide();
        m_progress->hide();
        m_stopButton->hide();
    });
}

bool MainWindow::openReview(const std::filesystem::path &path)
{
    if (m_workspace && hasLostWhatIsBeside(path)) {
        leaveReview(); // it cannot be opened anew beside itself
    }
    auto workspace = app::Workspace::open(path, m_services);
    if (!workspace) {
        say(shown(workspace.error().message));
        return false;
    }
    adopt(*std::move(workspace));
    m_worker->start({}, [this](app::Workspace &open, Task & /*task*/) -> Worker::Done {
        auto kept = app::backUpWhenDue(open);
        return [this, problem = kept ? QString() : shown(kept.error().message)] {
            if (!problem.isEmpty()) {
                say(problem);
            }
        };
    });
    return true;
}

bool MainWindow::createReview(const std::filesystem::path &path, const QString &title)
{
    auto workspace = app::Workspace::create(path, title.toStdString(), m_services);
    if (!workspace) {
        say(shown(workspace.error().message));
        return false;
    }
    adopt(*std::move(workspace));
    say(tr("Drop here what your databases exported, or press Ctrl+I."));
    return true;
}

/// What works on the review goes before it.
void MainWindow::closeReview()
{
    closeQueryLines();
    closeBeside();
    m_queue.close();
    m_decided.clear();
    m_worker.reset();
    m_workspace.reset();
}

void MainWindow::leaveReview()
{
    m_model->setRecords({}, {});
    closeReview();
    showStart();
}

void MainWindow::showStart()
{
    m_ui->pages->setCurrentWidget(m_ui->startPage);
    for (QAction *action : reviewActions()) {
        action->setEnabled(false);
    }
}

void MainWindow::adopt(std::unique_ptr<app::Workspace> workspace)
{
    closeReview();
    m_workspace = std::move(workspace);
    m_worker = std::make_unique<Worker>(m_workspace->path(), m_services);
    connectWorker();
    m_ui->pages->setCurrentWidget(m_ui->reviewPage);
    for (QAction *action : reviewActions()) {
        action->setEnabled(true);
    }
    m_ui->searchEdit->clear();
    m_query.reset();
    m_label.clear();
    m_whyPool.reset();
    tellSearched({});
    say({});
    tellReadOnly();
    m_goesToWork = true;
    refreshAll();
    m_ui->recordTable->setFocus();
}

/// In the title, the status bar and the menus: nobody is to find out by deciding.
void MainWindow::tellReadOnly()
{
    const QString title = QString::fromStdString(m_workspace->info().title);
    const bool isReadOnly = m_workspace->isReadOnly();
    setWindowTitle((isReadOnly ? tr("%1 (read only)").arg(title) : title) + tr(" \u2013 Winnow"));
    m_readOnlyLabel->setVisible(isReadOnly);
    if (isReadOnly) {
        for (QAction *action : writingActions()) {
            action->setEnabled(false);
        }
        say(tr("This review can only be read. Copy it to a folder of your own to work on it."));
    }
}

void MainWindow::refreshAll()
{
    refreshStages();
    if (m_screening) {
        m_screening->reload();
    }
    if (auto *labels = findChild<LabelsDialog *>()) {
        labels->reload();
    }
    reloadBeside();
    search(m_ui->searchEdit->text());
    openWorkList();
    refreshFlow();
}

void MainWindow::search(const QString &queryText, bool isTyped)
{
    if (!m_workspace) {
        return;
    }
    const std::string query = queryText.trimmed().toStdString();
    if (query.empty()) {
        auto all = app::allRecords(*m_workspace);
        m_query.reset();
        tellSearched({});
        showProblem(all ? QString() : shown(all.error().message));
        showRecords(all ? onlyLabelled(*std::move(all)) : std::vector<RecordId>());
        showUndecided({});
        Q_EMIT searchFinished();
        return;
    }
    m_worker->start(QStringLiteral("search"),
                    [this, query, isTyped](app::Workspace &workspace, Task &task) -> Worker::Done {
                        auto found = app::searchRecords(workspace, {query}, task);
                        return [this, query, isTyped, found = std::move(found)]() mutable {
                            if (found) {
                                m_query = query::parse(query).root;
                                tellSearched(QString::fromStdString(query));
                                showProblem({});
                                showUndecided(*found);
                                showRecords(onlyLabelled(std::move(found->records)));
                            } else if (isTyped && found.error().code == ErrorCode::Unsupported) {
                                say(shown(found.error().message).section(QLatin1Char('\n'), 0, 0));
                            } else if (found.error().code != ErrorCode::Cancelled) {
                                showProblem(shown(found.error().message));
                            }
                            Q_EMIT searchFinished();
                        };
                    });
}

void MainWindow::showRecords(std::vector<RecordId> ids)
{
    const RecordId before = currentRecord();
    const auto count = static_cast<qlonglong>(ids.size());
    m_model->setRecords(std::move(ids), [this](std::span<const RecordId> page) {
        auto rows = app::listRows(*m_workspace, page);
        return rows ? *std::move(rows) : std::vector<app::ListRow>();
    });
    m_ui->countLabel->setText(tr("%1 records").arg(QLocale(QLocale::English).toString(count)));
    const int row = std::max(0, m_model->rowOf(before));
    if (m_model->rowCount() > 0) {
        m_ui->recordTable->selectRow(row);
    }
    showCurrentRecord();
}

void MainWindow::showCurrentRecord()
{
    const RecordId id = currentRecord();
    for (QPushButton *button : {m_ui->includeButton, m_ui->excludeButton, m_ui->maybeButton}) {
        button->setEnabled(id.value != 0 && m_ui->includeAction->isEnabled());
    }
    if (id.value == 0) {
        m_ui->recordText->setPlainText(
            m_query ? tr("No record matches this search.")
            : !m_label.isEmpty()
                ? tr("No record has this label.")
                : tr("No records yet. Drop here what your databases exported, or press Ctrl+I."));
        return;
    }
    auto view = app::showRecord(*m_workspace, id);
    auto marks = app::marksOf(*m_workspace, id);
    if (view && marks) {
        m_ui->recordText->setHtml(recordHtml(*view, *marks, m_query.get()));
    } else {
        m_ui->recordText->setPlainText(shown((view ? marks.error() : view.error()).message));
    }
    m_whyTimer->start();
}

void MainWindow::undo()
{
    const std::vector<Decision> before = lastDecisions();
    auto undone = app::undo(*m_workspace);
    if (!undone) {
        say(shown(undone.error().message));
        return;
    }
    const std::optional<std::string> &what = *undone;
    say(what ? tr("Undone: %1").arg(QString::fromStdString(*what))
             : tr("There is nothing of yours to undo."));
    refreshAll();
    if (before != lastDecisions()) {
        goTo(m_decided.back());
        m_decided.pop_back();
    }
}

void MainWindow::redo()
{
    auto redone = app::redo(*m_workspace);
    if (!redone) {
        say(shown(redone.error().message));
        return;
    }
    const std::optional<std::string> &what = *redone;
    say(what ? tr("Done again: %1").arg(QString::fromStdString(*what)) : tr("There is nothing to redo."));
    refreshAll();
}

void MainWindow::refreshFlow()
{
    m_worker->start(QStringLiteral("flow"),
                    [this](app::Workspace &workspace, Task & /*task*/) -> Worker::Done {
                        auto counts = app::flowCounts(workspace);
                        if (!counts) {
                            return [this, message = shown(counts.error().message)] { say(message); };
                        }
                        flow::DiagramOptions options;
                        options.isDraft = !counts->isFinished();
                        return [this, diagram = flow::layOut(flow::numbersOf(*counts), options)]() mutable {
                            m_flow->setDiagram(std::move(diagram));
                            Q_EMIT flowRefreshed();
                        };
                    });
}

void MainWindow::importFiles(const app::ImportRequest &request)
{
    m_worker->start({}, [this, request](app::Workspace &workspace, Task &task) -> Worker::Done {
        auto outcome = app::importFiles(workspace, request, task);
        return [this, outcome = std::move(outcome)] {
            if (outcome) {
                tellImport(*outcome);
            } else {
                say(shown(outcome.error().message));
            }
            refreshAll();
            Q_EMIT importFinished();
        };
    });
}

/// One line in the status bar, and a window where there is more to know.
void MainWindow::tellImport(const app::ImportOutcome &outcome)
{
    std::int64_t stored = 0;
    std::size_t rejected = 0;
    QStringList remarks;
    for (const app::ImportedFile &file : outcome.files) {
        stored += file.stored;
        rejected += file.rejected.size();
        const QString name = QString::fromStdString(file.file);
        for (const RejectedRow &row : file.rejected) {
            remarks << tr("%1, line %2 rejected: %3")
                           .arg(name, QString::number(row.line), QString::fromStdString(row.reason));
        }
        for (const Diagnostic &notice : file.notices) {
            remarks << name + QStringLiteral(": ") + QString::fromStdString(notice.text);
        }
        if (file.decisions > 0 && outcome.decisions == 0) {
            remarks << tr("%1 holds decisions of a screening tool, which were not taken.").arg(name);
        }
    }
    for (const app::PassedOver &other : outcome.passedOver) {
        remarks << tr("%1 passed over: %2")
                       .arg(QString::fromStdString(other.file), QString::fromStdString(other.reason));
    }
    say(tr("%1 records from %2; %3 could not be read. Next: Ctrl+D finds duplicates.")
            .arg(stored)
            .arg(QString::fromStdString(outcome.source))
            .arg(rejected));
    if (remarks.isEmpty()) {
        return;
    }
    constexpr qsizetype kShown = 200;
    auto *box = new QMessageBox(
        QMessageBox::Information,
        tr("Imported"),
        tr("%1 records are in the review. There is something to know about them.").arg(stored),
        QMessageBox::Ok,
        this);
    box->setDetailedText(remarks.mid(0, kShown).join(QLatin1Char('\n')));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::showImports()
{
    m_worker->start({}, [this](app::Workspace &workspace, Task & /*task*/) -> Worker::Done {
        auto report = app::importReport(workspace);
        return [this, report = std::move(report)] {
            if (!report) {
                say(shown(report.error().message));
                return;
            }
            auto *dialog = new ImportsDialog(*report, this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &ImportsDialog::undoWanted, this, &MainWindow::undoImport);
            connect(dialog, &ImportsDialog::saveWanted, this, &MainWindow::saveRejected);
            connect(dialog, &ImportsDialog::retryWanted, this, [this](qint64 import, const QString &file) {
                app::ImportRequest request;
                request.files.emplace_back(file.toStdString());
                request.retried = ImportId{import};
                importFiles(request);
            });
            dialog->open();
        };
    });
}

void MainWindow::undoImport(qint64 import)
{
    m_worker->start({}, [this, import](app::Workspace &workspace, Task & /*task*/) -> Worker::Done {
        auto undone = app::undoImport(workspace, ImportId{import});
        return [this, undone = std::move(undone)] {
            say(undone
                    ? tr("Undone: %1.   (Ctrl+Shift+Z brings it back)").arg(QString::fromStdString(*undone))
                    : shown(undone.error().message));
            refreshAll();
        };
    });
}

void MainWindow::saveRejected(qint64 import, const QString &file)
{
    m_worker->start({}, [this, import, file](app::Workspace &workspace, Task & /*task*/) -> Worker::Done {
        auto written = app::writeRejected(workspace, ImportId{import}, file.toStdString());
        return [this, file, written = std::move(written)] {
            say(written ? tr("Wrote %1 rejected records to %2.").arg(*written).arg(file)
                        : shown(written.error().message));
        };
    });
}

void MainWindow::takeDecisions(const QString &file)
{
    m_worker->start({}, [this, file](app::Workspace &workspace, Task &task) -> Worker::Done {
        app::TakeDecisionsRequest request;
        request.file = file.toStdString();
        auto outcome = app::takeDecisions(workspace, request, task);
        return [this, outcome = std::move(outcome)] {
            say(outcome ? tr("%1 decisions taken; %2 records found no place.   (Ctrl+Z takes them back)")
                              .arg(outcome->decisions)
                              .arg(outcome->unmatched.size())
                        : shown(outcome.error().message));
            refreshAll();
        };
    });
}

void MainWindow::exportRecords(const QString &file, const QString &query)
{
    m_worker->start({}, [this, file, query](app::Workspace &workspace, Task &task) -> Worker::Done {
        app::ExportRequest request;
        request.file = file.toStdString();
        request.query = query.trimmed().toStdString();
        auto written = app::exportRecords(workspace, request, task);
        return [this, file, written = std::move(written)] {
            say(written ? tr("Wrote %1 records to %2.").arg(*written).arg(file)
                        : shown(written.error().message));
        };
    });
}

void MainWindow::askForNew()
{
    bool isChosen = false;
    const QString title = QInputDialog::getText(
        this, tr("New review"), tr("Title of the review"), QLineEdit::Normal, {}, &isChosen);
    if (!isChosen || title.trimmed().isEmpty()) {
        return;
    }
    const QString file = askWhereToSave(this,
                                        tr("Where to keep the review"),
                                        title.simplified() + QStringLiteral(".winnow"),
                                        tr("Winnow reviews (*.winnow)"));
    if (!file.isEmpty()) {
        createReview(file.toStdString(), title.trimmed());
    }
}

void MainWindow::askForOpen()
{
    const QString file = askForFile(this, tr("Open review"), tr("Winnow reviews (*.winnow)"));
    if (!file.isEmpty()) {
        openReview(file.toStdString());
    }
}

namespace {

/// "title=Titel; authors=Autor".
std::vector<app::ColumnMapping> columnsFrom(const QString &text)
{
    std::vector<app::ColumnMapping> columns;
    for (const QString &part : text.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        columns.push_back({part.section(QLatin1Char('='), 0, 0).trimmed().toStdString(),
                           part.section(QLatin1Char('='), 1).trimmed().toStdString()});
    }
    return columns;
}

} // namespace

void MainWindow::askForImport(const QStringList &chosen)
{
    const QStringList files = !chosen.isEmpty() ? chosen : askForFiles(this, tr("Import records"));
    if (files.isEmpty()) {
        return;
    }
    QDialog dialog(this);
    Ui::ImportDialog form;
    form.setupUi(&dialog);
    form.filesLabel->setText((files.size() == 1
                                  ? tr("One file, taken as the result of one search:")
                                  : tr("%1 files, taken as the result of one search:").arg(files.size())) +
                             QLatin1Char('\n') + files.join(QLatin1Char('\n')));
    for (const SourceKind kind : {SourceKind::Database,
                                  SourceKind::Register,
                                  SourceKind::Website,
                                  SourceKind::Organisation,
                                  SourceKind::Citation,
                                  SourceKind::Other}) {
        const std::string_view name = toString(kind);
        QString label = shown(name);
        label[0] = label[0].toUpper();
        form.kindBox->addItem(label, static_cast<int>(kind));
    }
    form.buttons->button(QDialogButtonBox::Ok)->setText(tr("Import"));
    if (dialog.exec() == QDialog::Accepted) {
        app::ImportRequest request;
        for (const QString &file : files) {
            request.files.emplace_back(file.toStdString());
        }
        request.source = form.sourceEdit->text().trimmed().toStdString();
        request.kind = static_cast<SourceKind>(form.kindBox->currentData().toInt());
        request.query = form.queryEdit->text().toStdString();
        request.date = form.dateEdit->text().trimmed().toStdString();
        request.columns = columnsFrom(form.columnsEdit->text());
        request.takesDecisions = form.decisionsBox->isChecked();
        importFiles(request);
    }
}

void MainWindow::askForDecisions()
{
    const QString file = askForFile(this, tr("Take decisions of a screening tool"));
    if (!file.isEmpty()) {
        takeDecisions(file);
    }
}

/// What the search box finds is exported; all records where it is empty.
void MainWindow::askForRecordExport()
{
    const QString file =
        askWhereToSave(this,
                       tr("Export records"),
                       QStringLiteral("records.ris"),
                       tr("RIS (*.ris);;Excel workbook (*.xlsx);;CSV (*.csv);;BibTeX (*.bib);;"
                          "EndNote XML (*.xml);;PubMed (*.nbib);;CSL-JSON (*.json)"));
    if (!file.isEmpty()) {
        exportRecords(file, m_ui->searchEdit->text());
    }
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList files;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            files << url.toLocalFile();
        }
    }
    if (files.size() == 1 && files.front().endsWith(QStringLiteral(".winnow"))) {
        openReview(files.front().toStdString());
    } else if (!files.isEmpty() && m_workspace) {
        askForImport(files);
    } else if (!files.isEmpty()) {
        say(tr("Make or open a review first; then drop the files again."));
    }
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    const bool isOfRecord = watched == m_ui->recordTable || watched == m_ui->recordText ||
                            watched == m_ui->criteriaView || watched == m_ui->whyView;
    if (isOfRecord && event->type() == QEvent::KeyPress && takeKey(*static_cast<QKeyEvent *>(event))) {
        return true;
    }
    if (watched == m_ui->sideSplitter && event->type() == QEvent::Resize) {
        fitAside();
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::say(const QString &message)
{
    m_message->setText(message);
    m_message->setToolTip(message);
}

void MainWindow::showProblem(const QString &message)
{
    m_ui->problemLabel->setText(message);
    m_ui->problemLabel->setFont(message.contains(QLatin1Char('^')) ? QFont(QStringLiteral("monospace"))
                                                                   : font());
    m_ui->problemLabel->setVisible(!message.isEmpty());
}

void MainWindow::showProgress(const QString &what, qint64 done, qint64 total)
{
    m_progressLabel->setText(what);
    m_progress->setRange(0, total > 0 ? 1000 : 0);
    m_progress->setValue(total > 0 ? static_cast<int>(1000 * done / total) : 0);
    for (QWidget *widget : std::array<QWidget *, 3>{m_progressLabel, m_progress, m_stopButton}) {
        widget->show();
    }
}

RecordId MainWindow::currentRecord() const
{
    return m_model->recordAt(m_ui->recordTable->currentIndex().row());
}

} // namespace winnow::gui
