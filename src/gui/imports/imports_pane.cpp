#include "gui/imports/imports_pane.h"

#include "gui/file_dialog.h"
#include "ui_imports_pane.h"

#include <QHeaderView>

namespace winnow::gui {

namespace {

enum Column { File, SourceName, InFile, Stored, Rejected };

constexpr int kLineRole = Qt::UserRole;

void alignNumbers(QTreeWidgetItem &item)
{
    for (int column = InFile; column <= Rejected; ++column) {
        item.setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
}

} // namespace

ImportsPane::ImportsPane(Session &session, QWidget *parent)
    : Step(session, parent)
    , m_ui(std::make_unique<Ui::ImportsPane>())
{
    m_ui->setupUi(this);
    m_ui->importTree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_ui->importTree->header()->setSectionResizeMode(File, QHeaderView::Stretch);
    m_ui->importTree->header()->setStretchLastSection(false);
    m_ui->importTree->setFrameShape(QFrame::NoFrame);
    m_ui->rawText->setFont(QFont(QStringLiteral("monospace")));
    alignNumbers(*m_ui->importTree->headerItem());
    shareUndo(m_ui->rawText);
    connect(m_ui->importTree, &QTreeWidget::currentItemChanged, this, &ImportsPane::showCurrent);
    connect(m_ui->rawText, &QPlainTextEdit::textChanged, this, &ImportsPane::keepText);
    connect(m_ui->retryHereButton, &QPushButton::clicked, this, &ImportsPane::retryHere);
    connect(m_ui->saveButton, &QPushButton::clicked, this, [this] {
        askWhereToSave(this,
                       tr("Save rejected records"),
                       QStringLiteral("rejected.txt"),
                       {},
                       [this](const QString &file) { saveRejected(file); });
    });
    connect(m_ui->retryButton, &QPushButton::clicked, this, [this] {
        askForFile(
            this, tr("Import corrected records"), {}, [this](const QString &file) { retryFrom(file); });
    });
    connect(m_ui->undoButton, &QPushButton::clicked, this, &ImportsPane::undoCurrent);
    showCurrent();
}

ImportsPane::~ImportsPane() = default;

void ImportsPane::takeFocus()
{
    m_ui->importTree->setFocus();
}

bool ImportsPane::mayClose()
{
    QStringList unsaved;
    for (const auto &[row, text] : m_corrected) {
        unsaved << QString::number(row.first) + QLatin1Char(' ') + QString::number(row.second) + text;
    }
    return mayLeave(unsaved, tr("Corrected records are not imported yet; Retry does so."));
}

void ImportsPane::reload(Changes changes)
{
    if (!(changes & (Change::Records | Change::Searches))) {
        return;
    }
    inBackground(
        QStringLiteral("imports"),
        [](app::Workspace &workspace, Task & /*task*/) { return app::importReport(workspace); },
        [this](Result<Report> report) {
            if (report) {
                show(*std::move(report));
            } else {
                say(shown(report.error().message));
            }
        });
}

void ImportsPane::show(Report report)
{
    const app::ReportedImport *before = current();
    const std::int64_t chosen = before == nullptr ? 0 : before->import.id.value;
    const RejectedRow *row = currentRow();
    const std::int64_t line = row == nullptr ? 0 : row->line;
    const QSignalBlocker blocker(m_ui->importTree);
    m_ui->importTree->clear();
    m_report = std::move(report);
    for (const app::ReportedImport &entry : m_report) {
        addImport(entry);
    }
    QTreeWidgetItem *item = m_ui->importTree->topLevelItem(0);
    for (std::size_t i = 0; i < m_report.size(); ++i) {
        if (m_report[i].import.id.value != chosen) {
            continue;
        }
        item = m_ui->importTree->topLevelItem(static_cast<int>(i));
        for (int child = 0; line > 0 && child < item->childCount(); ++child) {
            if (item->child(child)->data(File, kLineRole).toLongLong() == line) {
                item = item->child(child);
                break;
            }
        }
    }
    m_ui->importTree->setCurrentItem(item);
    showCurrent();
}

void ImportsPane::addImport(const app::ReportedImport &entry)
{
    const Import &import = entry.import;
    auto *item = new QTreeWidgetItem(m_ui->importTree,
                                     {shown(import.file),
                                      shown(entry.source),
                                      grouped(import.inFile),
                                      grouped(import.stored),
                                      grouped(import.rejected)});
    item->setExpanded(true);
    alignNumbers(*item);
    for (const RejectedRow &row : entry.rejected) {
        auto *child =
            new QTreeWidgetItem(item, {tr("Line %1: %2").arg(grouped(row.line), shown(row.reason))});
        child->setFirstColumnSpanned(true);
        child->setData(File, kLineRole, static_cast<qlonglong>(row.line));
    }
}

/// The import that is chosen, or that what is chosen belongs to.
const app::ReportedImport *ImportsPane::current() const
{
    QTreeWidgetItem *item = m_ui->importTree->currentItem();
    if (item != nullptr && item->parent() != nullptr) {
        item = item->parent();
    }
    const int index = m_ui->importTree->indexOfTopLevelItem(item);
    return index < 0 ? nullptr : &m_report[static_cast<std::size_t>(index)];
}

const RejectedRow *ImportsPane::currentRow() const
{
    const QTreeWidgetItem *item = m_ui->importTree->currentItem();
    if (item == nullptr || item->parent() == nullptr) {
        return nullptr;
    }
    return &current()->rejected[static_cast<std::size_t>(
        item->parent()->indexOfChild(m_ui->importTree->currentItem()))];
}

void ImportsPane::showCurrent()
{
    const app::ReportedImport *const import = current();
    const RejectedRow *const row = currentRow();
    QString text;
    if (row != nullptr) {
        const auto corrected = m_corrected.find({import->import.id.value, row->line});
        text = corrected == m_corrected.end() ? shown(row->raw) : corrected->second;
    }
    m_isShowing = true;
    m_ui->rawText->setPlainText(text);
    m_isShowing = false;
    const bool isWritable = !session().isReadOnly();
    const bool hasRejected = import != nullptr && !import->rejected.empty();
    m_ui->rawText->setReadOnly(row == nullptr || !isWritable);
    m_ui->retryHereButton->setEnabled(hasRejected && isWritable);
    m_ui->saveButton->setEnabled(hasRejected);
    m_ui->retryButton->setEnabled(hasRejected && isWritable);
    m_ui->undoButton->setEnabled(import != nullptr && isWritable);
}

void ImportsPane::keepText()
{
    const RejectedRow *const row = currentRow();
    if (m_isShowing || row == nullptr) {
        return;
    }
    const QString text = m_ui->rawText->toPlainText();
    const RowOf key{current()->import.id.value, row->line};
    if (text == shown(row->raw)) {
        m_corrected.erase(key);
    } else {
        m_corrected[key] = text;
    }
}

void ImportsPane::retryHere()
{
    const app::ReportedImport *const import = current();
    if (import == nullptr) {
        return;
    }
    const ImportId id = import->import.id;
    std::vector<std::string> texts;
    for (const RejectedRow &row : import->rejected) {
        const auto corrected = m_corrected.find({id.value, row.line});
        texts.push_back(corrected == m_corrected.end() ? row.raw : corrected->second.toStdString());
    }
    doInBackground(
        [id, texts = std::move(texts)](app::Workspace &workspace, Task &task) {
            return app::retryRejected(workspace, id, texts, task);
        },
        [this, id](const Result<app::ImportOutcome> &outcome) {
            if (outcome) {
                std::erase_if(m_corrected, [id](const auto &entry) { return entry.first.first == id.value; });
            }
            tellRetried(outcome, {});
        });
}

void ImportsPane::retryFrom(const QString &file)
{
    const app::ReportedImport *const import = current();
    if (import == nullptr) {
        return;
    }
    app::ImportRequest request;
    request.files.emplace_back(file.toStdString());
    request.retried = import->import.id;
    doInBackground([request](app::Workspace &workspace,
                             Task &task) { return app::importFiles(workspace, request, task); },
                   [this, file, id = import->import.id](const Result<app::ImportOutcome> &outcome) {
                       tellRetried(outcome,
                                   {QStringLiteral("import"),
                                    QStringLiteral("{}"),
                                    file,
                                    QStringLiteral("--retry"),
                                    QString::number(id.value)});
                   });
}

void ImportsPane::tellRetried(const Result<app::ImportOutcome> &outcome, const QStringList &command)
{
    if (!outcome) {
        say(shown(outcome.error().message));
        return;
    }
    std::int64_t stored = 0;
    std::size_t rejected = 0;
    for (const app::ImportedFile &file : outcome->files) {
        stored += file.stored;
        rejected += file.rejected.size();
    }
    tellDone(
        {tr("%Ln corrected record(s) imported", nullptr, static_cast<int>(stored)) +
             (rejected == 0 ? QStringLiteral(".")
                            : tr("; %Ln could not be read even now.", nullptr, static_cast<int>(rejected))),
         Change::Records | Change::Searches,
         command});
    reload(Change::Records);
}

void ImportsPane::saveRejected(const QString &file)
{
    const app::ReportedImport *const import = current();
    if (import == nullptr) {
        return;
    }
    const ImportId id = import->import.id;
    doInBackground(
        [id, file](app::Workspace &workspace, Task & /*task*/) {
            return app::writeRejected(workspace, id, file.toStdString());
        },
        [this, id, file](const Result<std::int64_t> &written) {
            if (!written) {
                say(shown(written.error().message));
                return;
            }
            tellDone(
                {tr("Wrote %Ln rejected record(s) to %1.", nullptr, static_cast<int>(*written)).arg(file),
                 {},
                 {QStringLiteral("import"),
                  QStringLiteral("{}"),
                  QStringLiteral("--report"),
                  QStringLiteral("--import"),
                  QString::number(id.value),
                  QStringLiteral("-o"),
                  file},
                 false});
        });
}

void ImportsPane::undoCurrent()
{
    const app::ReportedImport *const import = current();
    if (import == nullptr) {
        return;
    }
    const ImportId id = import->import.id;
    doInBackground(
        [id](app::Workspace &workspace, Task & /*task*/) { return app::undoImport(workspace, id); },
        [this, id](const Result<std::string> &undone) {
            if (!undone) {
                say(shown(undone.error().message));
                return;
            }
            tellDone({tr("Undone: %1. %2 brings it back.").arg(shown(*undone), tr("Ctrl+Shift+Z")),
                      kAllChanges,
                      {QStringLiteral("undo"),
                       QStringLiteral("{}"),
                       QStringLiteral("--import"),
                       QString::number(id.value)},
                      false});
            reload(kAllChanges);
        });
}

} // namespace winnow::gui
