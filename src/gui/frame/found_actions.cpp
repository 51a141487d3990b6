#include "gui/frame/found_actions.h"

#include "gui/frame/steps.h"
#include "gui/row_parts.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QWidget>

#include <algorithm>

namespace winnow::gui {

namespace {

/// "&New review ..." -> "New review"
QString plain(QString text)
{
    static const QRegularExpression kMark(QStringLiteral("&(?=[^&])"));
    static const QRegularExpression kDots(QStringLiteral("\\s*(\\.\\.\\.|\\x{2026})$"));
    return text.remove(kMark).remove(kDots).simplified();
}

/// Fields of Qt have actions of their own, which are no acts of the review.
bool isShown(const QAction &action)
{
    return !action.isSeparator() && action.menu() == nullptr && action.isVisible() &&
           !action.text().isEmpty() && !action.objectName().startsWith(QLatin1String("_q_"));
}

FoundAction found(QAction &action, const QString &where)
{
    FoundAction entry;
    entry.action = &action;
    entry.text = plain(action.text());
    entry.where = where;
    entry.key = action.shortcut().toString(QKeySequence::NativeText);
    entry.id = action.objectName().isEmpty() ? entry.text : action.objectName();
    return entry;
}

/// Whether a button does something that no action does. One that opens a menu, or is left out of its row,
/// does nothing by itself.
bool isAct(const QPushButton &button)
{
    return !button.objectName().isEmpty() && !button.text().isEmpty() && button.menu() == nullptr &&
           !button.isHidden() && !button.property(kHasAction).toBool();
}

/// An action that presses a button; the same each time.
QAction *presserOf(QPushButton &button)
{
    const QString name = button.objectName() + QStringLiteral("Press");
    auto *action = button.findChild<QAction *>(name, Qt::FindDirectChildrenOnly);
    if (action == nullptr) {
        action = new QAction(&button);
        action->setObjectName(name);
        QObject::connect(action, &QAction::triggered, &button, &QPushButton::click);
    }
    action->setText(button.accessibleName().isEmpty() ? button.text() : button.accessibleName());
    action->setEnabled(button.isEnabled());
    return action;
}

void addMenu(const QMenu &menu, std::vector<FoundAction> &all)
{
    for (QAction *action : menu.actions()) {
        if (action->menu() != nullptr) {
            addMenu(*action->menu(), all);
        } else if (isShown(*action)) {
            all.push_back(found(*action, plain(menu.title())));
        }
    }
}

bool isWithin(const QString &letters, const QString &word)
{
    qsizetype at = 0;
    for (const QChar letter : letters) {
        at = word.indexOf(letter, at) + 1;
        if (at == 0) {
            return false;
        }
    }
    return true;
}

constexpr int kBeginning = 4;
constexpr int kInside = 2;
constexpr int kLetters = 1;

int fitOfWord(const QString &typed, const QStringList &words)
{
    int best = 0;
    for (const QString &word : words) {
        const int fit = word.startsWith(typed)                                   ? kBeginning
                        : word.contains(typed)                                   ? kInside
                        : word.front() == typed.front() && isWithin(typed, word) ? kLetters
                                                                                 : 0;
        best = std::max(best, fit);
    }
    return best;
}

} // namespace

std::vector<FoundAction> actionsOf(const QMenuBar &menus)
{
    std::vector<FoundAction> all;
    for (const QAction *entry : menus.actions()) {
        if (entry->menu() != nullptr) {
            addMenu(*entry->menu(), all);
        }
    }
    return all;
}

std::vector<FoundAction> actionsOf(const QWidget &pane, StepId step)
{
    std::vector<FoundAction> all;
    QSet<const QAction *> seen;
    const auto addOne = [&](QAction &action) {
        all.push_back(found(action, titleOf(step)));
        all.back().step = step;
        all.back().id.prepend(QString::fromLatin1(allSteps()[static_cast<std::size_t>(step)].name) +
                              QLatin1Char('/'));
    };
    const auto add = [&](const QWidget &widget) {
        for (QAction *action : widget.actions()) {
            if (isShown(*action) && !seen.contains(action)) {
                seen.insert(action);
                addOne(*action);
            }
        }
    };
    add(pane);
    for (const QWidget *part : pane.findChildren<QWidget *>()) {
        add(*part);
    }
    for (QPushButton *button : pane.findChildren<QPushButton *>()) {
        if (isAct(*button)) {
            addOne(*presserOf(*button));
        }
    }
    return all;
}

std::optional<int> fitOf(const QString &typed, const QString &text)
{
    static const QRegularExpression kBetween(QStringLiteral("[^\\p{L}\\p{N}]+"));
    const QStringList words = text.toCaseFolded().split(kBetween, Qt::SkipEmptyParts);
    int sum = 0;
    for (const QString &word : typed.toCaseFolded().split(kBetween, Qt::SkipEmptyParts)) {
        const int fit = fitOfWord(word, words);
        if (fit == 0) {
            return std::nullopt;
        }
        sum += fit;
    }
    return sum;
}

} // namespace winnow::gui
