#include "gui/extraction/study_pane.h"

#include "gui/extraction/report_view.h"
#include "gui/extraction/study_list.h"
#include "model/quote_place.h"

#include <QAction>
#include <QSplitter>

namespace winnow::gui {

StudyPane::StudyPane(Session &session, QWidget *parent)
    : Step(session, parent)
    , m_reports(new ReportView(session, this))
{}

void StudyPane::setUpStudies(StudyList *list, QSplitter *splitter, const Acts &acts)
{
    m_studies = list;
    splitter->addWidget(m_reports);
    splitter->setSizes({200, 560, 320});
    splitter->setStretchFactor(1, 1);
    addStepAction(acts.next.name, acts.next.text, {}, [list] {
        list->step(1);
    })->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Down), QKeySequence(Qt::CTRL | Qt::Key_PageDown)});
    addStepAction(acts.previous.name, acts.previous.text, {}, [list] {
        list->step(-1);
    })->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Up), QKeySequence(Qt::CTRL | Qt::Key_PageUp)});
    QAction *quoting =
        addStepAction(acts.quote.name, acts.quote.text, {Qt::CTRL | Qt::Key_Apostrophe}, [this] { quote(); });
    for (QAction *choosing : m_reports->choosingActions()) {
        addAction(choosing); // also from a field
    }
    connect(m_reports, &ReportView::quoteWanted, quoting, &QAction::trigger);
    connect(m_reports, &ReportView::quoted, this, &StudyPane::putQuote);
    connect(m_reports, &ReportView::told, this, [this](const QString &text) { say(text); });
    QAction *taking = addStepAction(acts.take.name, acts.take.text, {}, acts.takeOne);
    for (QAction *writing : {quoting, taking}) {
        writing->setEnabled(!review().isReadOnly());
    }
}

void StudyPane::goTo(const Place &place)
{
    if (place.record.value != 0) {
        showRecord(place.record);
    }
    if (const auto where = quotePlace(place.quote.toStdString())) {
        m_reports->openOnceThere(*where);
    }
}

void StudyPane::search(const QString &query, bool /*isTyped*/)
{
    m_studies->filter(query);
}

void StudyPane::quote()
{
    if (!m_reports->quote()) {
        say(tr("Select the words in the text of the report first."));
    }
}

void StudyPane::openPlace(const QString &place)
{
    if (const auto where = quotePlace(place.toStdString())) {
        m_reports->openAt(*where);
    }
}

} // namespace winnow::gui
