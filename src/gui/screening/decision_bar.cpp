#include "gui/screening/decision_bar.h"

#include "gui/row_parts.h"
#include "gui/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace winnow::gui {

namespace {

constexpr int kSpace = 8;

QString keyOf(const QAction &action)
{
    return action.shortcut().toString(QKeySequence::NativeText);
}

} // namespace

DecisionBar::DecisionBar(const DecisionActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_mark(new QLabel(this))
    , m_last(quietText(this, {}))
{
    m_buttons = {add(actions.exclude, "excludeButton", tr("Exclude"), screening::State::Exclude),
                 add(actions.maybe, "maybeButton", tr("Maybe"), screening::State::Maybe),
                 add(actions.include, "includeButton", tr("Include"), screening::State::Include),
                 add(actions.skip, "skipButton", tr("Skip"), screening::State::Undecided),
                 add(actions.back, "backButton", tr("Back"), screening::State::Undecided),
                 add(actions.undo, "undoLastButton", tr("Undo"), screening::State::Undecided)};
    m_exclude = m_buttons[0].button;
    m_undo = m_buttons[5].button;
    m_last->setObjectName(QStringLiteral("lastLabel"));
    m_last->setWordWrap(false);
    m_last->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_last->setAccessibleName(tr("Last decision"));
    m_mark->setObjectName(QStringLiteral("lastMark"));

    auto *verdicts = new QHBoxLayout;
    verdicts->setSpacing(kSpace);
    verdicts->addStretch();
    for (std::size_t i = 0; i < 5; ++i) {
        verdicts->addWidget(m_buttons.at(i).button);
        if (i == 2) {
            verdicts->addSpacing(2 * kSpace);
        }
    }
    verdicts->addStretch();
    auto *last = new QHBoxLayout;
    last->setSpacing(kSpace);
    last->addWidget(m_mark);
    last->addWidget(m_last, 1);
    last->addWidget(m_undo);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(24, 12, 24, 8);
    rows->setSpacing(kSpace);
    rows->addLayout(verdicts);
    rows->addLayout(last);
    showLook();
    clearLast();
}

DecisionBar::Button
DecisionBar::add(QAction *action, const char *name, const QString &text, screening::State state)
{
    auto *button = new QPushButton(this);
    button->setObjectName(QString::fromLatin1(name));
    button->setFocusPolicy(Qt::TabFocus); // a click leaves the keys with the record
    const bool isVerdict = state != screening::State::Undecided;
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, button, [button, action] { button->setEnabled(action->isEnabled()); });
    return {button, action, isVerdict ? markOf(state) + QStringLiteral("  ") + text : text, state};
}

void DecisionBar::showLook()
{
    for (const Button &each : m_buttons) {
        if (each.state != screening::State::Undecided) {
            each.button->setStyleSheet(
                QStringLiteral("color: %1; font-weight: 600;").arg(colourOf(each.state).name()));
        }
        const QString key = keyOf(*each.action);
        each.button->setText(key.isEmpty() ? each.text : each.text + QStringLiteral("   ") + key);
    }
}

void DecisionBar::setLast(screening::State state, const QString &what, const QString &title)
{
    m_mark->setText(markOf(state));
    QPalette ink = m_mark->palette();
    ink.setColor(QPalette::WindowText, colourOf(state));
    m_mark->setPalette(ink);
    m_lastText = tr("Last decision: %1 \u2013 %2").arg(what, title);
    m_undo->setEnabled(true);
    fitLast();
}

void DecisionBar::clearLast()
{
    m_mark->clear();
    m_lastText = tr("Last decision: none yet");
    m_undo->setEnabled(false);
    fitLast();
}

void DecisionBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitLast();
}

void DecisionBar::fitLast()
{
    m_last->setText(m_last->fontMetrics().elidedText(m_lastText, Qt::ElideRight, m_last->width()));
    m_last->setToolTip(m_last->text() == m_lastText ? QString() : m_lastText);
}

} // namespace winnow::gui
