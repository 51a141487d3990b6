#include "gui/frame/parts_step.h"

#include "gui/page_stack.h"

#include <QSignalBlocker>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace winnow::gui {

PartsStep::PartsStep(Session &session, QWidget *parent)
    : Step(session, parent)
    , m_tabs(new QTabBar(this))
    , m_stack(new PageStack(this))
{
    m_tabs->setObjectName(QStringLiteral("partTabs"));
    m_tabs->setAccessibleName(tr("Parts of this step"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(24, 0, 24, 0);
    head->addWidget(m_tabs, 1);
    rows->addLayout(head);
    rows->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &PartsStep::show);
}

void PartsStep::addPart(Step *part, const QString &name, const QString &title)
{
    part->setObjectName(name);
    m_stack->addWidget(part);
    m_parts.push_back(part);
    connect(part, &Step::searchProblem, this, &Step::searchProblem);
    connect(part, &Step::searchReplaced, this, &Step::searchReplaced);
    const QSignalBlocker quiet(m_tabs);
    const int at = m_tabs->addTab(title);
    const QKeySequence key(QStringLiteral("Alt+%1").arg(at + 1));
    addStepAction(
        qPrintable(name + QStringLiteral("PartAction")), tr("Show %1").arg(title), {key}, [this, name] {
            showPart(name);
            takeFocus();
        });
    m_tabs->setTabToolTip(at, key.toString(QKeySequence::NativeText));
}

Step *PartsStep::shownPart() const
{
    return qobject_cast<Step *>(m_stack->currentWidget());
}

void PartsStep::showPart(const QString &name)
{
    const auto part = std::ranges::find(m_parts, name, &QObject::objectName);
    if (part != m_parts.end()) {
        m_tabs->setCurrentIndex(static_cast<int>(part - m_parts.begin()));
    }
}

void PartsStep::show(int at)
{
    Step *const before = shownPart();
    m_stack->setCurrentIndex(at);
    if (shownPart() != before) {
        partChanged(before, shownPart());
        Q_EMIT searchHintChanged();
    }
}

/// Each part listens to the session by itself.
void PartsStep::reload(Changes /*changes*/)
{}

void PartsStep::goTo(const Place &place)
{
    showPart(place.part);
    shownPart()->goTo(place);
}

QString PartsStep::searchHint() const
{
    return shownPart()->searchHint();
}

void PartsStep::search(const QString &query, bool isTyped)
{
    for (Step *part : m_parts) {
        part->search(query, isTyped);
    }
}

void PartsStep::takeFocus()
{
    shownPart()->takeFocus();
}

bool PartsStep::mayClose()
{
    const auto open = std::ranges::find_if_not(m_parts, &Step::mayClose);
    if (open != m_parts.end()) {
        showPart((*open)->objectName());
    }
    return open == m_parts.end();
}

} // namespace winnow::gui
