#include "gui/reading/reading_pane.h"

#include "gui/reading/record_html.h"

namespace winnow::gui {

ReadingPane::ReadingPane(QWidget *parent)
    : QTextBrowser(parent)
{
    setAccessibleName(tr("Record"));
    setOpenExternalLinks(true);
    setFrameShape(QFrame::NoFrame);
    QFont reading = font();
    reading.setPointSizeF(13);
    document()->setDefaultFont(reading);
    document()->setDocumentMargin(24);
}

void ReadingPane::showRecord(const app::RecordView &view,
                             const app::RecordMarks &marks,
                             const query::Node *query)
{
    setHtml(recordHtml(view, marks, query));
}

void ReadingPane::showSentence(const QString &sentence)
{
    setPlainText(sentence);
}

} // namespace winnow::gui
