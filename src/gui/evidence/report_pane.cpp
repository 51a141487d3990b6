#include "gui/evidence/report_pane.h"

#include "app/report.h"
#include "app/report_text.h"
#include "gui/evidence/printed_html.h"
#include "gui/file_dialog.h"
#include "ui_report_pane.h"

#include <QScrollBar>
#include <QTimer>

namespace winnow::gui {

namespace {

constexpr int kPreviewPauseMs = 200;
constexpr int kNoticePauseMs = 300;
const QString kExport = QStringLiteral("export"); ///< name of that job

} // namespace

ReportPane::ReportPane(Session &session, QWidget *parent)
    : Step(session, parent)
    , m_ui(std::make_unique<Ui::ReportPane>())
    , m_previewTimer(new QTimer(this))
    , m_noticeTimer(new QTimer(this))
{
    m_ui->setupUi(this);
    m_ui->preview->document()->setDocumentMargin(16);
    m_ui->splitter->setSizes({500, 500});
    m_ui->stopButton->hide();
    m_ui->textEdit->setReadOnly(review().isReadOnly());
    m_ui->saveButton->setEnabled(false);
    m_noticeTimer->setSingleShot(true);
    m_noticeTimer->setInterval(kNoticePauseMs);
    connect(m_noticeTimer, &QTimer::timeout, this, &ReportPane::lookForNotices);
    m_previewTimer->setSingleShot(true);
    m_previewTimer->setInterval(kPreviewPauseMs);
    connect(m_previewTimer, &QTimer::timeout, this, &ReportPane::showPreview);
    connect(m_ui->textEdit, &QPlainTextEdit::textChanged, this, [this] {
        m_ui->saveButton->setEnabled(!review().isReadOnly() && m_ui->textEdit->toPlainText() != m_saved);
        m_previewTimer->start();
    });
    connect(m_ui->stopButton, &QPushButton::clicked, this, [this] { stopExport(); });
    shareUndo(m_ui->textEdit);
    setUpActions();
}

ReportPane::~ReportPane() = default;

void ReportPane::setUpActions()
{
    addStepAction(
        "saveTextsAction",
        tr("Save the texts of the report"),
        {QKeySequence(QKeySequence::Save)},
        [this] { save(); },
        m_ui->saveButton);
    addStepAction(
        "exportReportAction",
        tr("Export the report..."),
        {Qt::CTRL | Qt::Key_E},
        [this] { askForExport(); },
        m_ui->exportButton);
}

void ReportPane::takeFocus()
{
    m_ui->textEdit->setFocus();
}

bool ReportPane::mayClose()
{
    const QString typed = m_ui->textEdit->toPlainText();
    return save() || mayLeave({typed}, tr("The texts of the report are not saved."));
}

void ReportPane::hideEvent(QHideEvent *event)
{
    save();
    Step::hideEvent(event);
}

/// Notices come from the whole report, which costs: several changes in a row make them once.
void ReportPane::reload(Changes changes)
{
    if (changes != Changes(Change::Marks)) {
        m_noticeTimer->start();
    }
    const auto text = app::reportText(review());
    if (!text) {
        say(shown(text.error().message));
        return;
    }
    const bool isTyping = m_ui->textEdit->toPlainText() != m_saved;
    m_saved = shown(text->markdown);
    if (!isTyping && m_saved != m_ui->textEdit->toPlainText()) {
        m_ui->textEdit->setPlainText(m_saved);
    }
    showPreview();
}

void ReportPane::showPreview()
{
    const app::ReportText text = app::parseReportText(m_ui->textEdit->toPlainText().toStdString());
    const int scrolled = m_ui->preview->verticalScrollBar()->value();
    m_ui->preview->setHtml(reportTextHtml(text));
    m_ui->preview->verticalScrollBar()->setValue(scrolled);
}

/// True where the review has the texts as they stand here.
bool ReportPane::save()
{
    const QString typed = m_ui->textEdit->toPlainText();
    if (typed == m_saved || review().isReadOnly()) {
        return true;
    }
    if (const auto saved = app::setReportText(review(), typed.toStdString()); !saved) {
        say(shown(saved.error().message));
        return false;
    }
    m_saved = typed;
    m_ui->saveButton->setEnabled(false);
    tellDone({tr("The texts are saved."), Change::Tables});
    lookForNotices();
    return true;
}

void ReportPane::lookForNotices()
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
                say(shown(notices.error().message));
            }
        });
}

void ReportPane::showNotices(const std::vector<std::string> &notices)
{
    m_ui->noticeList->clear();
    for (const std::string &notice : notices) {
        m_ui->noticeList->addItem(shown(notice));
    }
    m_ui->noticeHead->setVisible(!notices.empty());
    m_ui->noticeList->setVisible(!notices.empty());
}

void ReportPane::askForExport()
{
    askWhereToSave(
        this,
        tr("Export report"),
        QStringLiteral("report.html"),
        tr("Page that works offline (*.html);;PDF (*.pdf);;Word (*.docx);;OpenDocument text (*.odt);;"
           "LaTeX (*.tex);;Markdown (*.md);;Text (*.txt)"),
        [this](const QString &file) { exportReport(file); });
}

void ReportPane::exportReport(const QString &file)
{
    if (!save()) {
        return;
    }
    say(tr("Writing %1...").arg(file));
    fitButtons(true);
    doInBackground(
        [name = file.toStdString()](app::Workspace &workspace, const Task &task) {
            return app::publishReport(workspace, name, task);
        },
        [this, file](const Result<std::vector<std::string>> &notices) {
            fitButtons(false);
            if (notices) {
                showNotices(*notices);
                tellDone({tr("Wrote %1.").arg(file),
                          {},
                          {QStringLiteral("report"), QStringLiteral("{}"), QStringLiteral("-o"), file}});
            } else {
                say(shown(notices.error().message));
            }
            Q_EMIT exported();
        },
        kExport);
}

void ReportPane::stopExport()
{
    if (stopOwn(kExport)) {
        fitButtons(false);
        say(tr("Stopped before it began; nothing is written."));
    }
}

void ReportPane::fitButtons(bool isExporting)
{
    m_ui->exportButton->setEnabled(!isExporting);
    m_ui->stopButton->setVisible(isExporting);
}

} // namespace winnow::gui
