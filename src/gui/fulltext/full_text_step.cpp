#include "gui/fulltext/full_text_step.h"

#include "app/attachments.h"
#include "gui/fulltext/file_acts.h"
#include "gui/fulltext/pdf_choices.h"
#include "gui/fulltext/reports_pane.h"
#include "gui/fulltext/retrieval_pane.h"
#include "gui/pages/fitting_row.h"
#include "gui/pages/pdf_pane.h"
#include "gui/row_parts.h"
#include "gui/searches/key_store.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>

namespace winnow::gui {

namespace {

QString withKey(const QString &text, const QAction &action)
{
    return text + QStringLiteral("  ") + action.shortcut().toString(QKeySequence::NativeText);
}

} // namespace

FullTextStep::FullTextStep(Session &session, QWidget *parent)
    : ScreeningStep(session, Screens::FullText, parent)
    , m_acts(new FileActs(session, this))
    , m_pdf(new PdfPane(this))
    , m_line(new FittingRow(this))
    , m_lineLabel(new QLabel(m_line))
    , m_lineHint(new QLabel(tr("Drop one here, or"), m_line))
    , m_lineButton(new QPushButton(m_line))
{
    m_pdf->setObjectName(QStringLiteral("pdfPane"));
    m_pdf->keepSize(QStringLiteral("full-text"));
    readingPlace()->addWidget(m_pdf);
    makeActs();
    makeLine();
    addPart(new ReportsPane(session, this), QStringLiteral("reports"), tr("Reports"));
    addPart(new RetrievalPane(session, app::accessFromEnvironment(), *new KeyStore(this), this),
            QStringLiteral("retrieval"),
            tr("Get PDFs"));
    setAcceptDrops(true);
    m_pdf->setHighlighter(highlighter());
    connect(this, &ScreeningStep::highlightsChanged, this, [this] { m_pdf->setHighlighter(highlighter()); });
    connect(this, &ScreeningStep::recordShown, this, &FullTextStep::showFiles);
    connect(m_pdf, &PdfPane::told, this, [this](const QString &text) { say(text); });
    showFiles(record());
}

void FullTextStep::makeActs()
{
    m_attach = addStepAction("attachPdfAction",
                             tr("Attach a PDF \u2026"),
                             {Qt::CTRL | Qt::SHIFT | Qt::Key_A},
                             [this] { attachToShown(); });
    m_detach = addStepAction("detachPdfAction", tr("Detach this PDF"), {}, [this] { detachShown(); });
    for (QAction *action : {m_attach, m_detach}) {
        action->setProperty("changesReview", true);
    }
    QAction *other = actions().of(Act::FullText);
    other->setVisible(true);
    connect(other, &QAction::triggered, this, [this] {
        if (!m_pdf->hasFiles()) {
            say(tr("No PDF is attached to this report."));
            return;
        }
        m_showsAbstract = !m_showsAbstract;
        showPlace();
    });
    auto *abstract = new QPushButton(m_pdf);
    abstract->setObjectName(QStringLiteral("abstractButton"));
    abstract->setFocusPolicy(Qt::TabFocus);
    letTrigger(abstract, other);
    const auto showKey = [abstract, other] { abstract->setText(withKey(tr("Abstract"), *other)); };
    connect(other, &QAction::changed, abstract, showKey);
    showKey();
    m_pdf->addTool(abstract);
    m_pdf->addActs({m_attach, m_detach});
}

void FullTextStep::makeLine()
{
    constexpr int kHintRank = 1;
    m_line->setObjectName(QStringLiteral("pdfLine"));
    m_lineLabel->setObjectName(QStringLiteral("pdfLineLabel"));
    m_lineLabel->setTextFormat(Qt::PlainText);
    setQuiet(m_lineLabel);
    m_lineButton->setObjectName(QStringLiteral("pdfLineButton"));
    m_lineButton->setFocusPolicy(Qt::TabFocus);
    m_line->addStretch();
    setQuiet(m_lineHint);
    m_line->add(m_lineLabel, 0);
    m_line->add(m_lineHint, kHintRank);
    m_line->add(m_lineButton, 0);
    m_lineButton->setProperty(kHasAction, true);
    connect(m_lineButton, &QPushButton::clicked, this, [this] {
        (m_pdf->hasFiles() ? actions().of(Act::FullText) : m_attach)->trigger();
    });
    connect(actions().of(Act::FullText), &QAction::changed, this, &FullTextStep::showPlace);
    auto *rows = qobject_cast<QBoxLayout *>(readingPlace()->parentWidget()->layout());
    rows->insertWidget(0, m_line);
}

bool FullTextStep::mayAttach() const
{
    return record().value != 0 && !session().isReadOnly();
}

void FullTextStep::showFiles(RecordId record)
{
    std::vector<PdfChoice> choices;
    if (record.value != 0) {
        if (const auto files = app::attachmentsOf(review(), record)) {
            choices = pdfChoices(*files);
        } else {
            say(shown(files.error().message));
        }
    }
    if (std::exchange(m_filesOf, record) != record) {
        m_showsAbstract = false;
    }
    m_pdf->setFiles(choices);
    showPlace();
}

/// The keys stay with what is read.
void FullTextStep::showPlace()
{
    const bool hasFiles = m_pdf->hasFiles();
    const bool isPdf = hasFiles && !m_showsAbstract;
    QWidget *place = isPdf ? m_pdf : readingPlace()->widget(0);
    const QWidget *focus = QApplication::focusWidget();
    const bool hadFocus = focus != nullptr && readingPlace()->isAncestorOf(focus);
    if (readingPlace()->currentWidget() != place) {
        readingPlace()->setCurrentWidget(place);
        if (hadFocus) {
            focusReading();
        }
    }
    m_attach->setEnabled(mayAttach());
    m_detach->setEnabled(mayAttach() && hasFiles);
    m_lineLabel->setText(!hasFiles ? tr("No PDF attached")
                                   : tr("%1 is attached.").arg(m_pdf->shownFile().name));
    m_lineButton->setText(!hasFiles ? withKey(tr("Attach \u2026"), *m_attach)
                                    : withKey(tr("Read the PDF"), *actions().of(Act::FullText)));
    m_line->setOfUse(m_lineHint, !hasFiles && mayAttach());
    m_lineButton->setEnabled(hasFiles || mayAttach());
    m_line->setVisible(!isPdf && record().value != 0);
}

/// On the board and elsewhere nobody sees which report that would be.
bool FullTextStep::isReading()
{
    if (readingPlace()->isVisible()) {
        return true;
    }
    say(tr("Go to the report in \u201cRead and decide\u201d first."));
    return false;
}

void FullTextStep::attachToShown()
{
    if (isReading()) {
        m_acts->ask(record());
    }
}

void FullTextStep::detachShown()
{
    if (!isReading()) {
        return;
    }
    const PageFileName file = m_pdf->shownFile();
    if (!file.sha256.isEmpty()) {
        m_acts->detach(record(), file.sha256, file.name);
    }
}

void FullTextStep::focusReading()
{
    if (readingPlace()->currentWidget() == m_pdf) {
        m_pdf->takeFocus();
    } else {
        ScreeningStep::focusReading();
    }
}

/// What is no PDF is left to the window, which imports it.
void FullTextStep::dragEnterEvent(QDragEnterEvent *event)
{
    if (mayAttach() && readingPlace()->isVisible() && !pdfsOf(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void FullTextStep::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_acts->attach(record(), pdfsOf(*event->mimeData()));
}

} // namespace winnow::gui
