#include "gui/records/records_step.h"

#include "gui/imports/imports_pane.h"
#include "gui/records/record_list_pane.h"

namespace winnow::gui {

namespace {

QString listName()
{
    return QStringLiteral("list");
}

} // namespace

RecordsStep::RecordsStep(Session &session, QWidget *parent)
    : PartsStep(session, parent)
    , m_list(new RecordListPane(session, this))
{
    addPart(m_list, listName(), tr("Records"));
    addPart(new ImportsPane(session, this), QStringLiteral("imports"), tr("Imports"));
}

/// What is looked for is in the list.
void RecordsStep::goTo(const Place &place)
{
    const bool isOfList = place.query || place.list || place.record.value != 0;
    showPart(isOfList ? listName() : place.part);
    m_list->goTo(place);
}

QString RecordsStep::searchHint() const
{
    return m_list->searchHint();
}

void RecordsStep::search(const QString &query, bool isTyped)
{
    showPart(listName());
    m_list->search(query, isTyped);
}

} // namespace winnow::gui
