#include "gui/records/records_step.h"

#include "gui/imports/imports_pane.h"
#include "gui/records/record_list_pane.h"

#include <QAction>
#include <QTabWidget>
#include <QVBoxLayout>

namespace winnow::gui {

RecordsStep::RecordsStep(Session &session, QWidget *parent)
    : Step(session, parent)
    , m_tabs(new QTabWidget(this))
    , m_list(new RecordListPane(session, this))
    , m_imports(new ImportsPane(session, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_tabs);
    m_tabs->setObjectName(QStringLiteral("recordTabs"));
    m_tabs->setDocumentMode(true);
    m_list->setObjectName(QStringLiteral("list"));
    m_imports->setObjectName(QStringLiteral("imports"));
    m_tabs->addTab(m_list, tr("Records"));
    m_tabs->addTab(m_imports, tr("Imports"));
    connect(m_list, &Step::searchProblem, this, &Step::searchProblem);
    connect(m_list, &Step::searchReplaced, this, &Step::searchReplaced);
    auto *imports = new QAction(tr("Imports and what they rejected"), this);
    imports->setObjectName(QStringLiteral("importsAction"));
    imports->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+I")));
    imports->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(imports);
    connect(imports, &QAction::triggered, this, [this] {
        m_tabs->setCurrentWidget(m_imports);
        m_imports->takeFocus();
    });
}

/// Its parts show themselves.
void RecordsStep::reload(Changes /*changes*/)
{}

void RecordsStep::goTo(const Place &place)
{
    if (place.part == QStringLiteral("imports")) {
        m_tabs->setCurrentWidget(m_imports);
    } else if (!place.part.isEmpty() || place.query || place.list || place.record.value != 0) {
        m_tabs->setCurrentWidget(m_list);
    }
    m_list->goTo(place);
}

QString RecordsStep::searchHint() const
{
    return m_list->searchHint();
}

void RecordsStep::search(const QString &query, bool isTyped)
{
    m_tabs->setCurrentWidget(m_list);
    m_list->search(query, isTyped);
}

void RecordsStep::takeFocus()
{
    if (m_tabs->currentWidget() == m_imports) {
        m_imports->takeFocus();
    } else {
        m_list->takeFocus();
    }
}

bool RecordsStep::mayClose()
{
    return m_imports->mayClose();
}

} // namespace winnow::gui
