#include "gui/screening/decision_bar.h"

#include "gui/row_parts.h"
#include "gui/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>
#include <QResizeEvent>

namespace winnow::gui {

namespace {

constexpr int kSpace = 8;
constexpr int kMargin = 24;
constexpr std::size_t kVerdicts = 3; ///< come before the other buttons

QString keyOf(const QAction &action)
{
    return action.shortcut().toString(QKeySequence::NativeText);
}

} // namespace

DecisionBar::DecisionBar(const DecisionActions &actions, QWidget *parent)
    : QWidget(parent)
{
    m_buttons = {add(actions.exclude, "excludeButton", tr("Exclude"), screening::State::Exclude),
                 add(actions.maybe, "maybeButton", tr("Maybe"), screening::State::Maybe),
                 add(actions.include, "includeButton", tr("Include"), screening::State::Include),
                 add(actions.skip, "skipButton", tr("Skip"), screening::State::Undecided),
                 add(actions.back, "backButton", tr("Back"), screening::State::Undecided)};
    m_exclude = m_buttons[0].button;
    auto *verdicts = new QHBoxLayout(this);
    verdicts->setContentsMargins(kMargin, kMargin / 2, kMargin, kMargin / 2);
    verdicts->setSpacing(kSpace);
    verdicts->addStretch();
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        verdicts->addWidget(m_buttons.at(i).button);
        if (i + 1 == kVerdicts) {
            verdicts->addSpacing(2 * kSpace);
        }
    }
    verdicts->addStretch();
    showLook();
}

/// Of the first buttons, with what lies between and beside them.
int DecisionBar::widthOf(std::size_t buttons) const
{
    int width = 2 * kMargin + (buttons > kVerdicts ? 2 * kSpace : 0);
    for (std::size_t i = 0; i < buttons; ++i) {
        width += m_buttons.at(i).button->sizeHint().width() + kSpace;
    }
    return width;
}

QSize DecisionBar::minimumSizeHint() const
{
    return {widthOf(kVerdicts), QWidget::minimumSizeHint().height()};
}

void DecisionBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool hasRoom = event->size().width() >= widthOf(m_buttons.size());
    for (std::size_t i = kVerdicts; i < m_buttons.size(); ++i) {
        m_buttons.at(i).button->setVisible(hasRoom);
    }
}

DecisionBar::Button
DecisionBar::add(QAction *action, const char *name, const QString &text, screening::State state)
{
    auto *button = new QPushButton(this);
    button->setObjectName(QString::fromLatin1(name));
    button->setFocusPolicy(Qt::TabFocus); // a click leaves the keys with the record
    const bool isVerdict = state != screening::State::Undecided;
    letTrigger(button, action);
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

} // namespace winnow::gui
