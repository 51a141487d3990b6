#include "gui/frame/parts_step.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace winnow::gui {

PartsStep::PartsStep(Session &session, QWidget *parent)
    : Step(session, parent)
    , m_tabs(new QTabBar(this))
    , m_parts(new QStackedWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_tabs->setObjectName(QStringLiteral("partTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setDocumentMode(true);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(24, 0, 24, 0);
    row->addWidget(m_tabs);
    row->addStretch();
    layout->addLayout(row);
    layout->addWidget(m_parts, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_parts, &QStackedWidget::setCurrentIndex);
}

void PartsStep::addPart(Step *part, const char *name, const QString &title)
{
    part->setObjectName(QString::fromLatin1(name));
    m_parts->addWidget(part);
    m_tabs->addTab(title);
    connect(part, &Step::searchProblem, this, &Step::searchProblem);
    connect(part, &Step::searchReplaced, this, &Step::searchReplaced);
}

Step *PartsStep::part() const
{
    return qobject_cast<Step *>(m_parts->currentWidget());
}

void PartsStep::goTo(const Place &place)
{
    for (int i = 0; i < m_parts->count(); ++i) {
        if (m_parts->widget(i)->objectName() == place.part) {
            m_tabs->setCurrentIndex(i);
        }
    }
    part()->goTo(place);
}

QString PartsStep::searchHint() const
{
    return part() == nullptr ? QString() : part()->searchHint();
}

void PartsStep::search(const QString &query, bool isTyped)
{
    part()->search(query, isTyped);
}

void PartsStep::takeFocus()
{
    part()->takeFocus();
}

bool PartsStep::mayClose()
{
    for (int i = 0; i < m_parts->count(); ++i) {
        if (!qobject_cast<Step *>(m_parts->widget(i))->mayClose()) {
            m_tabs->setCurrentIndex(i);
            return false;
        }
    }
    return true;
}

} // namespace winnow::gui
