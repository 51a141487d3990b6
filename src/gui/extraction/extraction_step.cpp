#include "gui/extraction/extraction_step.h"

#include "gui/extraction/appraisal_pane.h"
#include "gui/extraction/extraction_pane.h"

namespace winnow::gui {

ExtractionStep::ExtractionStep(Session &session, QWidget *parent)
    : PartsStep(session, parent)
    , m_extraction(new ExtractionPane(session, this))
    , m_appraisal(new AppraisalPane(session, this))
{
    addPart(m_extraction, QStringLiteral("extraction"), tr("Data"));
    addPart(m_appraisal, QStringLiteral("appraisal"), tr("Appraisal"));
}

QString ExtractionStep::searchHint() const
{
    return tr("Words of a study");
}

/// The same study is shown in both.
void ExtractionStep::partChanged(Step *before, Step * /*now*/)
{
    if (before == m_extraction && m_extraction->record().value != 0) {
        m_appraisal->showRecord(m_extraction->record());
    } else if (before == m_appraisal && m_appraisal->record().value != 0) {
        m_extraction->showRecord(m_appraisal->record());
    }
}

} // namespace winnow::gui
