#include "gui/evidence/report_dialog.h"

#include "app/report.h"
#include "app/report_text.h"
#include "gui/evidence/printed_html.h"
#include "gui/file_dialog.h"
#include "ui_report_dialog.h"

#include <QScrollBar>
#include <QShortcut>
#include <QTimer>

namespace winnow::gui {

namespace {

constexpr int kPreviewPauseMs = 200;
const QString kExport = QStringLiteral("export"); ///< name of that job

} // namespace

ReportDialog::ReportDialog(app::Workspace &workspace, Worker &worker, QWidget *parent)
    : ReviewDialog(workspace, worker, parent)
    , m_ui(std::make_unique<Ui::ReportDialog>())
    , m_previewTimer(new QTimer(this))
{
    m_ui->setupUi(this);
    m_ui->preview->document()->setDocumentMargin(16);
    m_ui->splitter->setSizes({500, 500});
    m_ui->stopButton->hide();
    m_ui->textEdit->setReadOnly(review().isReadOnly());
    m_ui->saveButton->setEnabled(false);
    m_previewTimer->setSingleShot(true);
    m_previewTimer->setInterval(kPreviewPauseMs);
    connect(m_previewTimer, &QTimer::timeout, this, &ReportDialog::showPreview);
    connect(m_ui->textEdit, &QPlainTextEdit::textChanged, this, [this] {
        m_ui->saveButton->setEnabled(!review().isReadOnly() && m_ui->textEdit->toPlainText() != m_saved);
        m_previewTimer->start();
    });
    connect(m_ui->saveButton, &QPushButton::clicked, this, &ReportDialog::save);
    connect(new QShortcut(QKeySequence(QKeySequence::Save), this),
            &QShortcut::activated,
            this,
            &ReportDialog::save);
    connect(m_ui->exportButton, &QPushButton::clicked, this, &ReportDialog::askForExport);
    connect(m_ui->stopButton, &QPushButton::clicked, this, [this] { stopExport(); });
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::accept);
    shareUndo(m_ui->textEdit);
    ReportDialog::reload();
}

ReportDialog::~ReportDialog() = default;

void ReportDialog::reload()
{
    const auto text = app::reportText(review());
    if (!text) {
        tell(shown(text.error().message));
        return;
    }
    const bool isTyping = m_ui->textEdit->toPlainText() != m_saved;
    m_saved = shown(text->markdown);
    if (!isTyping && m_saved != m_ui->textEdit->toPlainText()) {
        m_ui->textEdit->setPlainText(m_saved);
    }
    showPreview();
    lookForNotices();
}

void ReportDialog::showPreview()
{
    const app::ReportText text = app::parseReportText(m_ui->textEdit->toPlainText().toStdString());
    const int scrolled = m_ui->preview->verticalScrollBar()->value();
    m_ui->preview->setHtml(reportTextHtml(text));
    m_ui->preview->verticalScrollBar()->setValue(scrolled);
}

/// True where the review has the texts as they stand here.
bool ReportDialog::save()
{
    const QString typed = m_ui->textEdit->toPlainText();
    if (typed == m_saved || review().isReadOnly()) {
        return true;
    }
    if (const auto saved = app::setReportText(review(), typed.toStdString()); !saved) {
        tell(shown(saved.error().message));
        return false;
    }
    m_saved = typed;
    m_ui->saveButton->setEnabled(false);
    tellDone(tr("The texts are saved.   (Ctrl+Z undoes)"));
    lookForNotices();
    return true;
}

void ReportDialog::lookForNotices()
{
    inBackground(
        QStringLiteral("notices"),
        [](app::Workspace &workspace, const Task &task) -> Result<std::vector<std::string>> {
            auto report = app::makeReport(workspace, task);
            return report ? Result(std::move(report->notices)) : std::move(report).error();
        },
        [this](const Result<std::vector<std::string>> &notices) {
            if (notices) {
                showNotices(*notices);
            } else if (notices.error().code != ErrorCode::Cancelled) {
                tell(shown(notices.error().message));
            }
        });
}

void ReportDialog::showNotices(const std::vector<std::string> &notices)
{
    m_ui->noticeList->clear();
    for (const std::string &notice : notices) {
        m_ui->noticeList->addItem(shown(notice));
    }
    m_ui->noticeHead->setVisible(!notices.empty());
    m_ui->noticeList->setVisible(!notices.empty());
}

void ReportDialog::askForExport()
{
    const QString file = askWhereToSave(
        this,
        tr("Export report"),
        QStringLiteral("report.html"),
        tr("Page that works offline (*.html);;PDF (*.pdf);;Word (*.docx);;OpenDocument text (*.odt);;"
           "LaTeX (*.tex);;Markdown (*.md);;Text (*.txt)"));
    if (!file.isEmpty()) {
        exportReport(file);
    }
}

void ReportDialog::exportReport(const QString &file)
{
    if (!save()) {
        return;
    }
    tell(tr("Writing %1...").arg(file));
    fitButtons(true);
    doInBackground(
        [name = file.toStdString()](app::Workspace &workspace, const Task &task) {
            return app::publishReport(workspace, name, task);
        },
        [this, file](const Result<std::vector<std::string>> &notices) {
            fitButtons(false);
            if (notices) {
                showNotices(*notices);
                tellDone(tr("Wrote %1.").arg(file));
            } else {
                tell(shown(notices.error().message));
            }
            Q_EMIT exported();
        },
        kExport);
}

void ReportDialog::stopExport()
{
    if (stopOwn(kExport)) {
        fitButtons(false);
        tell(tr("Stopped before it began; nothing is written."));
    }
}

void ReportDialog::fitButtons(bool isExporting)
{
    m_ui->exportButton->setEnabled(!isExporting);
    m_ui->stopButton->setVisible(isExporting);
}

/// Stays open where the texts cannot be saved, and says why; Close again leaves them as they were.
void ReportDialog::done(int result)
{
    if (save() || m_ui->closeButton->property("isAsked").toBool()) {
        QDialog::done(result);
        return;
    }
    m_ui->closeButton->setProperty("isAsked", true);
    m_ui->closeButton->setText(tr("Close without saving"));
}

} // namespace winnow::gui
