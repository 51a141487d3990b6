#include "gui/extraction/report_view.h"

#include "app/appraisals.h"
#include "app/outside_evidence.h"
#include "gui/reading/reading_pane.h"
#include "gui/row_parts.h"

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
    , m_text(new ReadingPane(this))
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
    m_text->setObjectName(QStringLiteral("reportText"));
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    m_text->document()->setDocumentMargin(12);
    m_text->follow(session.appearance());
    connect(m_text, &ReadingPane::readingChanged, this, &ReportView::read);
    rows->addWidget(m_text, 1);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(quietText(this, tr("Select words of the text to quote them for a field.")), 1);
    m_quote->setObjectName(QStringLiteral("quoteButton"));
    m_quote->setText(tr("Quote  Ctrl+'"));
    m_quote->setAutoDefault(false);
    m_quote->setEnabled(false);
    foot->addWidget(m_quote);
    rows->addLayout(foot);
    connect(m_box, &QComboBox::activated, this, &ReportView::read);
    connect(m_quote, &QPushButton::clicked, this, &ReportView::quoteWanted);
    connect(m_text, &QTextEdit::selectionChanged, this, [this] {
        m_quote->setEnabled(!selected().isEmpty() && !this->session().isReadOnly());
    });
}

/// A text that goes ends its selection, and nobody is there to hear of it.
ReportView::~ReportView()
{
    m_text->disconnect(this);
}

void ReportView::reload(Changes changes)
{
    if (changes & (Changes(Change::Records) | Change::Duplicates | Change::Marks | Change::Tables)) {
        read();
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
    listReports();
    read();
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
                m_text->showSentence(shown(pieces.error().message));
                return;
            }
            const auto piece = std::ranges::find(*pieces, m_evidence, &app::OutsideEvidence::key);
            m_text->showSentence(piece == pieces->end() ? tr("Choose a study on the left.")
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
                m_text->showSentence(shown(!view ? view.error().message : marks.error().message));
                return;
            }
            const int scrolled = m_read == report ? m_text->verticalScrollBar()->value() : 0;
            m_read = report;
            m_text->showRecord(*view, *marks, nullptr);
            m_text->verticalScrollBar()->setValue(scrolled);
        });
}

QString ReportView::selected() const
{
    return m_text->textCursor()
        .selectedText()
        .replace(QChar::ParagraphSeparator, QLatin1Char(' '))
        .simplified();
}

} // namespace winnow::gui
