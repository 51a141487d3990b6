#include "gui/extraction/report_view.h"

#include "app/appraisals.h"
#include "app/outside_evidence.h"
#include "gui/fulltext/pdf_choices.h"
#include "gui/fulltext/pdf_or_record.h"
#include "gui/reading/reading_pane.h"
#include "gui/row_parts.h"
#include "gui/wrap_layout.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace winnow::gui {

namespace {

using FilesRead = Result<std::map<RecordId, std::vector<app::AttachedFile>>>;
using Read = std::pair<Result<app::RecordView>, Result<app::RecordMarks>>;

QString wordsOf(const app::OutsideEvidence &piece)
{
    QStringList lines{shown(piece.title)};
    for (const std::string *part : {&piece.who, &piece.place, &piece.date, &piece.address, &piece.text}) {
        if (!part->empty()) {
            lines << shown(*part);
        }
    }
    return lines.join(QStringLiteral("\n\n"));
}

} // namespace

ReportView::ReportView(Session &session, QWidget *parent)
    : Step(session, parent)
    , m_box(new QComboBox(this))
    , m_shown(new PdfOrRecord(this))
    , m_quote(new QPushButton(this))
{
    setObjectName(QStringLiteral("reportView"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 0, 0, 0);
    rows->setSpacing(8);
    m_box->setObjectName(QStringLiteral("reportBox"));
    m_box->setAccessibleName(tr("Report of the study"));
    m_box->hide();
    rows->addWidget(m_box);
    m_shown->pdf()->setQuotes(!session.isReadOnly());
    ReadingPane *record = m_shown->record();
    record->setObjectName(QStringLiteral("reportText"));
    record->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    record->document()->setDocumentMargin(12);
    record->follow(session.appearance());
    connect(record, &ReadingPane::readingChanged, this, &ReportView::read);
    rows->addWidget(m_shown, 1);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(quietText(this, tr("Select words of the text to quote them for a field.")), 1);
    m_quote->setObjectName(QStringLiteral("quoteButton"));
    m_quote->setProperty(kHasAction, true); // of the form beside it
    m_quote->setText(tr("Quote  Ctrl+'"));
    m_quote->setAutoDefault(false);
    m_quote->setEnabled(false);
    foot->addWidget(m_quote);
    rows->addLayout(foot);
    wrap({foot});
    connect(m_box, &QComboBox::activated, this, [this] {
        read();
        showFiles();
    });
    connect(m_shown, &PdfOrRecord::turned, this, &ReportView::fitQuote);
    connect(m_shown->pdf(), &PdfPane::told, this, &ReportView::told);
    connect(m_shown->pdf(), &PdfPane::quoted, this, [this](const QString &text, const QuotePlace &place) {
        Q_EMIT quoted({text, QString::number(place.page + 1), shown(toText(place))});
    });
    connect(m_shown->pdf()->view(), &PageView::selectionChanged, this, &ReportView::fitQuote);
    connect(m_quote, &QPushButton::clicked, this, &ReportView::quoteWanted);
    connect(record, &QTextEdit::selectionChanged, this, &ReportView::fitQuote);
}

/// A text that goes ends its selection, and nobody is there to hear of it.
ReportView::~ReportView()
{
    m_shown->disconnect(this);
    m_shown->record()->disconnect(this);
    m_shown->pdf()->disconnect(this);
    m_shown->pdf()->view()->disconnect(this);
}

void ReportView::reload(Changes changes)
{
    if (changes & (Changes(Change::Records) | Change::Duplicates | Change::Marks | Change::Tables)) {
        read();
    }
    if (changes & (Changes(Change::Decisions) | Change::Duplicates)) {
        readFiles();
    }
}

void ReportView::showReports(std::vector<RecordId> reports, const std::string &evidence)
{
    if (reports == m_reports && evidence == m_evidence) {
        return;
    }
    m_reports = std::move(reports);
    m_evidence = evidence;
    m_box->setVisible(m_reports.size() > 1);
    m_box->clear();
    for (std::size_t at = 0; at < m_reports.size(); ++at) {
        m_box->addItem(tr("Report %1 of %2").arg(at + 1).arg(m_reports.size()));
    }
    m_files.reset();
    if (!m_waits) {
        m_wanted.reset();
    }
    showFiles();
    listReports();
    read();
    readFiles();
}

/// Names the reports once their names are read.
void ReportView::listReports()
{
    if (m_reports.size() < 2) {
        return;
    }
    inBackground(
        QStringLiteral("labels"),
        [reports = m_reports](app::Workspace &workspace, Task & /*task*/) {
            return app::studyLabels(workspace, reports);
        },
        [this](const Result<std::vector<std::string>> &labels) {
            for (int at = 0; labels && at < m_box->count(); ++at) {
                m_box->setItemText(at, shown((*labels)[static_cast<std::size_t>(at)]));
            }
        });
}

RecordId ReportView::report() const
{
    const auto at = static_cast<std::size_t>(std::max(0, m_box->currentIndex()));
    return at < m_reports.size() ? m_reports[at] : RecordId{};
}

void ReportView::read()
{
    if (const RecordId report = this->report(); report.value != 0) {
        readReport(report);
    } else {
        readEvidence();
    }
}

void ReportView::readEvidence()
{
    m_read = {};
    inBackground(
        QStringLiteral("text"),
        [](app::Workspace &workspace, Task & /*task*/) { return app::outsideEvidence(workspace); },
        [this](const Result<std::vector<app::OutsideEvidence>> &pieces) {
            if (!pieces) {
                m_shown->record()->showSentence(shown(pieces.error().message));
                return;
            }
            const auto piece = std::ranges::find(*pieces, m_evidence, &app::OutsideEvidence::key);
            m_shown->record()->showSentence(piece == pieces->end() ? tr("Choose a study on the left.")
                                                                   : wordsOf(*piece));
        });
}

void ReportView::readReport(RecordId report)
{
    inBackground(
        QStringLiteral("text"),
        [report](app::Workspace &workspace, Task & /*task*/) -> Read {
            return {app::showRecord(workspace, report), app::marksOf(workspace, report)};
        },
        [this, report](const Read &told) {
            const auto &[view, marks] = told;
            if (!view || !marks) {
                m_shown->record()->showSentence(shown(!view ? view.error().message : marks.error().message));
                return;
            }
            const int scrolled = m_read == report ? m_shown->record()->verticalScrollBar()->value() : 0;
            m_read = report;
            m_shown->record()->showRecord(*view, *marks, nullptr);
            m_shown->record()->verticalScrollBar()->setValue(scrolled);
        });
}

/// The files of all reports, so that quotes from each can be shown.
void ReportView::readFiles()
{
    inBackground(
        QStringLiteral("files"),
        [reports = m_reports](app::Workspace &workspace, Task & /*task*/) -> FilesRead {
            std::map<RecordId, std::vector<app::AttachedFile>> files;
            for (const RecordId report : reports) {
                auto some = app::attachmentsOf(workspace, report);
                if (!some) {
                    return std::move(some).error();
                }
                files.emplace(report, *std::move(some));
            }
            return files;
        },
        [this](FilesRead files) {
            if (!files) {
                Q_EMIT told(shown(files.error().message));
                return;
            }
            m_files = *std::move(files);
            showFiles();
            showPlace();
        });
}

void ReportView::showFiles()
{
    std::vector<app::AttachedFile> files;
    if (m_files) {
        if (const auto found = m_files->find(report()); found != m_files->end()) {
            files = found->second;
        }
    }
    m_shown->setFiles(pdfChoices(files));
}

void ReportView::openAt(const QuotePlace &place)
{
    m_wanted = place;
    m_waits = false;
    showPlace();
}

void ReportView::openOnceThere(const QuotePlace &place)
{
    m_wanted = place;
    m_waits = true;
    showPlace();
}

/// Goes to the report that has the file.
void ReportView::showPlace()
{
    if (!m_wanted || !m_files) {
        return;
    }
    const QuotePlace place = *m_wanted;
    for (std::size_t at = 0; at < m_reports.size(); ++at) {
        const auto &files = (*m_files)[m_reports[at]];
        if (std::ranges::find(files, place.file, &app::AttachedFile::sha256) == files.end()) {
            continue;
        }
        if (m_box->currentIndex() != static_cast<int>(at)) {
            m_box->setCurrentIndex(static_cast<int>(at));
            read();
            showFiles();
        }
        m_shown->showPdf();
        if (m_shown->pdf()->openAt(place)) {
            m_wanted.reset();
            m_waits = false;
            return;
        }
    }
    if (m_waits) {
        return;
    }
    m_wanted.reset();
    Q_EMIT told(tr("The PDF of this quote is not attached any more; attach it again to see the place."));
}

void ReportView::fitQuote()
{
    const bool isSelected =
        m_shown->showsPdf() ? m_shown->pdf()->view()->hasSelection() : !selectedText().isEmpty();
    m_quote->setEnabled(isSelected && !session().isReadOnly());
}

std::array<QAction *, 2> ReportView::choosingActions() const
{
    return m_shown->pdf()->choosingActions();
}

bool ReportView::quote()
{
    if (m_shown->showsPdf()) {
        if (!m_shown->pdf()->view()->hasSelection()) {
            return false;
        }
        m_shown->pdf()->view()->quoteSelection();
        return true;
    }
    const QString text = selectedText();
    if (!text.isEmpty()) {
        Q_EMIT quoted({text, {}, {}});
    }
    return !text.isEmpty();
}

/// In one line.
QString ReportView::selectedText() const
{
    return m_shown->record()
        ->textCursor()
        .selectedText()
        .replace(QChar::ParagraphSeparator, QLatin1Char(' '))
        .simplified();
}

} // namespace winnow::gui
