#pragma once

#include <QKeySequence>
#include <QString>
#include <QStringList>

#include <array>
#include <cstddef>
#include <optional>
#include <span>

namespace winnow::gui {

/// What a reviewer does with a record by one key.
enum class Act {
    Include,
    Exclude,
    ExcludeWithReason,
    Maybe,
    Skip, ///< puts the record off
    Back, ///< to the record before
    Undo,
    Label,
    Note,
    Why, ///< why the record has its place
    Criteria,
    FullText, ///< the text of the record, or its abstract
};

inline constexpr std::size_t kActs = 12;

/// Where the keys come from.
enum class KeyPreset {
    Winnow,
    Rayyan,
    AsReview,
    Own, ///< set one by one
};

/// An act as settings and people have it.
struct ActEntry
{
    Act act;
    const char *name;  ///< in settings
    const char *title; ///< English; translated in the context "Acts"
};

/// All acts, by Act.
[[nodiscard]] std::span<const ActEntry> allActs();

/// An act for people.
[[nodiscard]] QString titleOf(Act act);

/// The keys of screening. Digits 1 to 9 are not among them: they exclude with the reason of that number.
class ScreeningKeys
{
public:
    [[nodiscard]] static ScreeningKeys preset(KeyPreset preset);

    /// Empty: the act has no key.
    [[nodiscard]] QKeySequence of(Act act) const { return m_keys.at(static_cast<std::size_t>(act)); }

    void set(Act act, const QKeySequence &key) { m_keys.at(static_cast<std::size_t>(act)) = key; }

    /// The act of a key; none where the key is free.
    [[nodiscard]] std::optional<Act> actOf(const QKeySequence &key) const;

    /// A sentence for each key that two acts share, or that means something else in the whole window.
    [[nodiscard]] QStringList conflicts() const;

    bool operator==(const ScreeningKeys &) const = default;

private:
    std::array<QKeySequence, kActs> m_keys; ///< by Act
};

} // namespace winnow::gui
