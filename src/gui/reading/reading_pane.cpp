#include "gui/reading/reading_pane.h"

#include <QFontMetricsF>
#include <QScrollBar>

namespace winnow::gui {

namespace {

constexpr double kReadingSize = 13;
constexpr double kColumnLetters = 72;

/// Of usual English, so that the column holds as many letters as it is to.
double letterWidth(const QFont &font)
{
    const QString sample =
        QStringLiteral("the traditional craft of small enterprises in a digital market, as it was studied");
    return QFontMetricsF(font).horizontalAdvance(sample) / static_cast<double>(sample.size());
}

} // namespace

ReadingPane::ReadingPane(QWidget *parent)
    : QTextBrowser(parent)
{
    setAccessibleName(tr("Record"));
    setOpenExternalLinks(true);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDefaultFont(readingFont());
    document()->setDocumentMargin(24);
}

ReadingPane::~ReadingPane() = default;

QFont ReadingPane::readingFont()
{
    QFont reading;
    reading.setPointSizeF(kReadingSize);
    return reading;
}

void ReadingPane::showRecord(const app::RecordView &view,
                             const app::RecordMarks &marks,
                             const query::Node *query)
{
    RecordLook look;
    look.font = readingFont();
    // The tree is the caller's and outlives this call.
    look.highlighter = Highlighter({}, query::NodePtr(query::NodePtr(), query));
    showDocument(recordDocument({view, marks}, look));
}

void ReadingPane::showDocument(std::shared_ptr<QTextDocument> document)
{
    if (document == m_document) {
        return;
    }
    setDocument(document.get());
    m_document = std::move(document); // the one before goes now that nothing shows it
    verticalScrollBar()->setValue(0);
}

void ReadingPane::showSentence(const QString &sentence)
{
    auto document = std::make_shared<QTextDocument>();
    document->setDefaultFont(readingFont());
    document->setDocumentMargin(24);
    document->setPlainText(sentence);
    showDocument(std::move(document));
}

void ReadingPane::resizeEvent(QResizeEvent *event)
{
    fitColumn();
    QTextBrowser::resizeEvent(event);
    Q_EMIT columnWidthChanged(columnWidth());
}

/// What is left beside the column stands empty on both sides.
void ReadingPane::fitColumn()
{
    const auto column = static_cast<int>(letterWidth(readingFont()) * kColumnLetters + 48);
    const int spare = std::max(0, width() - verticalScrollBar()->sizeHint().width() - column);
    setViewportMargins(spare / 2, 0, spare / 2, 0);
}

} // namespace winnow::gui
