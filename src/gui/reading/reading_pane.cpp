#include "gui/reading/reading_pane.h"

#include "gui/settings/appearance.h"

#include <QFontMetricsF>
#include <QScrollBar>

namespace winnow::gui {

namespace {

constexpr double kReadingSize = 13;
constexpr int kPageMargin = 24;

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
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // the column stays as wide as it is
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this](int least, int most) {
        verticalScrollBar()->setEnabled(most > least);
    });
    verticalScrollBar()->setStyleSheet(
        QStringLiteral("QScrollBar::handle:vertical:disabled { background: transparent; }"));
    m_font = font();
    m_font.setPointSizeF(kReadingSize);
    document()->setDefaultFont(m_font);
    document()->setDocumentMargin(kPageMargin);
}

ReadingPane::~ReadingPane()
{
    setDocument(nullptr); // it has to go before its document does
}

void ReadingPane::setReading(const QFont &font, int lineLength)
{
    m_font = font;
    m_lineLength = lineLength;
    fitColumn();
}

void ReadingPane::follow(const Appearance &appearance)
{
    const auto fit = [this, &appearance] {
        const QFont font = appearance.readingFont();
        if (font == m_font && appearance.lineLength() == m_lineLength) {
            return;
        }
        setReading(font, appearance.lineLength());
        Q_EMIT readingChanged();
    };
    connect(&appearance, &Appearance::changed, this, fit);
    fit();
}

void ReadingPane::showRecord(const app::RecordView &view,
                             const app::RecordMarks &marks,
                             const query::Node *query)
{
    RecordLook look;
    look.font = m_font;
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
    document->setDefaultFont(m_font);
    document->setDocumentMargin(kPageMargin);
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
    const auto column = static_cast<int>(letterWidth(m_font) * m_lineLength) + 2 * kPageMargin;
    const int spare = std::max(0, width() - verticalScrollBar()->sizeHint().width() - column);
    setViewportMargins(spare / 2, 0, spare / 2, 0);
}

} // namespace winnow::gui
