#include "gui/screening/screening_actions.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QWidget>

#include <algorithm>

namespace winnow::gui {

namespace {

struct DoingEntry
{
    Doing doing;
    const char *name;
    const char *text; ///< English; translated in the context "Doings"
    const char *key;
    bool isSwitch;
};

// In the order of Doing.
constexpr std::array<DoingEntry, kDoings> kEntries{{
    {Doing::Next, "nextAction", QT_TRANSLATE_NOOP("Doings", "Record after"), "Right", false},
    {Doing::List, "listAction", QT_TRANSLATE_NOOP("Doings", "List beside the record"), "Ctrl+L", true},
    {Doing::Mask, "maskAction", QT_TRANSLATE_NOOP("Doings", "Mask authors and journal"), "Ctrl+M", true},
    {Doing::Highlights, "highlightsAction", QT_TRANSLATE_NOOP("Doings", "Highlights ..."), "Ctrl+H", false},
    {Doing::WorkThrough,
     "workThroughAction",
     QT_TRANSLATE_NOOP("Doings", "Work through this search"),
     "Ctrl+Shift+W",
     true},
    {Doing::OrderImport, "orderImportAction", QT_TRANSLATE_NOOP("Doings", "Order of import"), "", true},
    {Doing::OrderRank, "orderRankAction", QT_TRANSLATE_NOOP("Doings", "Most promising first"), "", true},
    {Doing::OrderRandom, "orderRandomAction", QT_TRANSLATE_NOOP("Doings", "Random order"), "", true},
    {Doing::Bulk,
     "bulkAction",
     QT_TRANSLATE_NOOP("Doings", "One verdict for all that the search finds ..."),
     "Ctrl+Shift+B",
     false},
    {Doing::Labels, "labelsAction", QT_TRANSLATE_NOOP("Doings", "Labels ..."), "Ctrl+Shift+L", false},
    {Doing::ShowRead, "readAction", QT_TRANSLATE_NOOP("Doings", "Read and decide"), "", false},
    {Doing::ShowSettings, "settingsAction", QT_TRANSLATE_NOOP("Doings", "Settings of the stage"), "", false},
    {Doing::ShowStopping, "stoppingAction", QT_TRANSLATE_NOOP("Doings", "Progress and stopping"), "", false},
}};

struct ActName
{
    Act act;
    const char *name;
};

// In the order of Act.
constexpr std::array<ActName, kActs> kActNames{{{Act::Include, "includeAction"},
                                                {Act::Exclude, "excludeAction"},
                                                {Act::ExcludeWithReason, "excludeWithReasonAction"},
                                                {Act::Maybe, "maybeAction"},
                                                {Act::Skip, "skipAction"},
                                                {Act::Back, "backAction"},
                                                {Act::Undo, "undoLastAction"},
                                                {Act::Label, "labelAction"},
                                                {Act::Note, "noteAction"},
                                                {Act::Why, "whyAction"},
                                                {Act::Criteria, "criteriaAction"},
                                                {Act::FullText, "fullTextAction"}}};

// Acts that need nothing written, and those that need no record.
constexpr std::array kReadingActs{Act::Back, Act::Why, Act::Criteria, Act::FullText};
constexpr std::array kWithoutRecord{Act::Back, Act::Undo, Act::Why, Act::Criteria};
constexpr std::array kWhileReading{
    Doing::Next, Doing::List, Doing::Mask, Doing::Highlights, Doing::WorkThrough};

template <typename List, typename Value>
bool has(const List &list, const Value &value)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

QAction *actionOf(QWidget *owner, const char *name, const QString &text)
{
    auto *action = new QAction(text, owner);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    owner->addAction(action);
    return action;
}

} // namespace

ScreeningActions::ScreeningActions(QWidget *owner)
    : QObject(owner)
{
    for (const ActName &entry : kActNames) {
        m_acts.at(static_cast<std::size_t>(entry.act)) = actionOf(owner, entry.name, titleOf(entry.act));
    }
    for (const DoingEntry &entry : kEntries) {
        QAction *action = actionOf(owner, entry.name, QCoreApplication::translate("Doings", entry.text));
        action->setShortcut(QKeySequence(QString::fromLatin1(entry.key), QKeySequence::PortableText));
        action->setCheckable(entry.isSwitch);
        m_doings.at(static_cast<std::size_t>(entry.doing)) = action;
    }
    for (std::size_t place = 0; place < kReasonKeys; ++place) {
        const QString digit = QString::number(place + 1);
        QAction *action = actionOf(owner, "", tr("Exclude for reason %1").arg(digit));
        action->setObjectName(QStringLiteral("reason%1Action").arg(digit));
        action->setShortcut(QKeySequence(digit));
        m_reasons.at(place) = action;
    }
    auto *orders = new QActionGroup(this);
    for (const Doing order : {Doing::OrderImport, Doing::OrderRank, Doing::OrderRandom}) {
        orders->addAction(of(order));
    }
    of(Doing::OrderImport)->setChecked(true);
    of(Act::Why)->setCheckable(true);
    of(Act::Criteria)->setCheckable(true);
    of(Act::Criteria)->setChecked(true);
    of(Act::FullText)->setVisible(false); // there is no other text to read here
    of(Doing::WorkThrough)->setEnabled(false);
}

void ScreeningActions::setKeys(const ScreeningKeys &keys)
{
    for (const ActEntry &entry : allActs()) {
        of(entry.act)->setShortcut(keys.of(entry.act));
    }
}

void ScreeningActions::fit(const State &state)
{
    for (const ActEntry &entry : allActs()) {
        of(entry.act)->setEnabled(state.isReading && (state.isWritable || has(kReadingActs, entry.act)) &&
                                  (state.hasRecord || has(kWithoutRecord, entry.act)));
    }
    for (const Doing doing : kWhileReading) {
        if (doing != Doing::WorkThrough) { // that one needs a search
            of(doing)->setEnabled(state.isReading);
        }
    }
    of(Doing::Bulk)->setEnabled(state.isWritable);
    for (std::size_t place = 0; place < kReasonKeys; ++place) {
        m_reasons[place]->setEnabled(state.isReading && state.isWritable && state.hasRecord &&
                                     place < state.reasons);
        m_reasons[place]->setVisible(place < state.reasons);
    }
}

} // namespace winnow::gui
