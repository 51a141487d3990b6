#include "gui/fulltext/pdf_or_record.h"

#include "gui/reading/reading_pane.h"

#include <QAction>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace winnow::gui {

namespace {

/// Of the stack and the bar above it.
enum Part { PdfPart, RecordPart };

} // namespace

PdfOrRecord::PdfOrRecord(QWidget *parent)
    : QWidget(parent)
    , m_bar(new QTabBar(this))
    , m_parts(new QStackedWidget(this))
    , m_pdf(new PdfPane(this))
    , m_record(new ReadingPane(this))
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(8);
    m_bar->setObjectName(QStringLiteral("reportParts"));
    m_bar->setAccessibleName(tr("What is shown of the report"));
    m_bar->addTab(tr("PDF"));
    m_bar->addTab(tr("Record"));
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_bar->hide();
    rows->addWidget(m_bar);
    m_parts->addWidget(m_pdf);
    m_parts->addWidget(m_record);
    m_parts->setCurrentIndex(RecordPart);
    rows->addWidget(m_parts, 1);
    connect(m_bar, &QTabBar::currentChanged, this, &PdfOrRecord::showPart);
    for (const QAction *choosing : m_pdf->choosingActions()) {
        connect(choosing, &QAction::triggered, this, [this] {
            showPdf();
            m_pdf->takeFocus();
        });
    }
    m_pdf->keepSize(QStringLiteral("beside"));
}

/// Parts that go tell of it, and nobody is there to hear of it.
PdfOrRecord::~PdfOrRecord()
{
    m_bar->disconnect(this);
}

bool PdfOrRecord::showsPdf() const
{
    return m_parts->currentIndex() == PdfPart;
}

void PdfOrRecord::setFiles(const std::vector<PdfChoice> &files)
{
    const bool hadFiles = m_pdf->hasFiles();
    m_pdf->setFiles(files);
    m_bar->setVisible(!files.empty());
    if (files.empty()) {
        showPart(RecordPart);
    } else if (!hadFiles) {
        showPdf();
    }
}

void PdfOrRecord::showPdf()
{
    m_bar->setCurrentIndex(PdfPart);
    showPart(PdfPart);
}

void PdfOrRecord::showOther()
{
    if (m_pdf->hasFiles()) {
        m_bar->setCurrentIndex(showsPdf() ? RecordPart : PdfPart);
    }
}

void PdfOrRecord::showPart(int part)
{
    m_parts->setCurrentIndex(part);
    Q_EMIT turned();
}

} // namespace winnow::gui
