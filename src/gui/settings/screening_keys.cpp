#include "gui/settings/screening_keys.h"

#include <QCoreApplication>

namespace winnow::gui {

namespace {

// In the order of Act.
constexpr std::array<ActEntry, kActs> kEntries{{
    {Act::Include, "include", QT_TRANSLATE_NOOP("Acts", "Include")},
    {Act::Exclude, "exclude", QT_TRANSLATE_NOOP("Acts", "Exclude")},
    {Act::ExcludeWithReason, "exclude-reason", QT_TRANSLATE_NOOP("Acts", "Exclude, giving a reason")},
    {Act::Maybe, "maybe", QT_TRANSLATE_NOOP("Acts", "Maybe")},
    {Act::Skip, "skip", QT_TRANSLATE_NOOP("Acts", "Put off")},
    {Act::Back, "back", QT_TRANSLATE_NOOP("Acts", "Record before")},
    {Act::Undo, "undo", QT_TRANSLATE_NOOP("Acts", "Undo")},
    {Act::Label, "label", QT_TRANSLATE_NOOP("Acts", "Label")},
    {Act::Note, "note", QT_TRANSLATE_NOOP("Acts", "Note")},
    {Act::Why, "why", QT_TRANSLATE_NOOP("Acts", "Why this place")},
    {Act::Criteria, "criteria", QT_TRANSLATE_NOOP("Acts", "Criteria beside the record")},
    {Act::FullText, "full-text", QT_TRANSLATE_NOOP("Acts", "Text or abstract")},
}};

using Row = std::array<const char *, kActs>;

// By KeyPreset, then by Act. The verdicts are those of the program that the preset is named after; its other
// keys are kept where they are free.
constexpr std::array<Row, 3> kPresets{{
    {"I", "E", "Shift+E", "M", "S", "Left", "Z", "L", "N", "W", "C", "T"},
    {"I", "E", "Shift+E", "U", "S", "Left", "Z", "L", "N", "W", "C", "T"},
    {"R", "I", "Shift+I", "M", "S", "Left", "U", "L", "N", "W", "C", "T"},
}};

// What the window and the panes beside a record have of keys without Ctrl, Alt and the like.
constexpr std::array kTaken{"?", "Tab", "Shift+Tab", "Esc", "Up", "Down", "Right"};

/// The context of the texts.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ScreeningKeys)
};

QString shownKey(const QKeySequence &key)
{
    return key.toString(QKeySequence::NativeText);
}

bool isDigit(const QKeySequence &key)
{
    const QString text = key.toString(QKeySequence::PortableText);
    return text.size() == 1 && text.front() >= QLatin1Char('1') && text.front() <= QLatin1Char('9');
}

/// All keys with Ctrl, Alt or Meta and F1 to F35 belong to the window: to its menus, to steps and to the PDF.
bool isTaken(const QKeySequence &key)
{
    const QKeyCombination pressed = key[0];
    if ((pressed.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) ||
        (pressed.key() >= Qt::Key_F1 && pressed.key() <= Qt::Key_F35)) {
        return true;
    }
    for (const char *taken : kTaken) {
        if (key == QKeySequence(QString::fromLatin1(taken), QKeySequence::PortableText)) {
            return true;
        }
    }
    return false;
}

} // namespace

std::span<const ActEntry> allActs()
{
    return kEntries;
}

QString titleOf(Act act)
{
    return QCoreApplication::translate("Acts", kEntries.at(static_cast<std::size_t>(act)).title);
}

ScreeningKeys ScreeningKeys::preset(KeyPreset preset)
{
    const std::size_t row = preset == KeyPreset::Own ? 0 : static_cast<std::size_t>(preset);
    ScreeningKeys keys;
    for (const ActEntry &entry : kEntries) {
        keys.set(entry.act,
                 QKeySequence(QString::fromLatin1(kPresets.at(row).at(static_cast<std::size_t>(entry.act))),
                              QKeySequence::PortableText));
    }
    return keys;
}

std::optional<Act> ScreeningKeys::actOf(const QKeySequence &key) const
{
    for (const ActEntry &entry : kEntries) {
        if (!key.isEmpty() && of(entry.act) == key) {
            return entry.act;
        }
    }
    return std::nullopt;
}

QStringList ScreeningKeys::conflicts() const
{
    QStringList told;
    for (const ActEntry &entry : kEntries) {
        const QKeySequence key = of(entry.act);
        if (key.isEmpty()) {
            continue;
        }
        const auto first = actOf(key);
        if (first && *first != entry.act) {
            told << Texts::tr("%1 is the key of both \u201c%2\u201d and \u201c%3\u201d.")
                        .arg(shownKey(key), titleOf(*first), titleOf(entry.act));
        }
        if (isDigit(key)) {
            told << Texts::tr(
                        "%1 excludes with the reason of that number, so \u201c%2\u201d needs another key.")
                        .arg(shownKey(key), titleOf(entry.act));
        } else if (isTaken(key)) {
            told << Texts::tr("%1 has a meaning in the whole window, so \u201c%2\u201d needs another key.")
                        .arg(shownKey(key), titleOf(entry.act));
        }
    }
    return told;
}

} // namespace winnow::gui
