#pragma once

#include "gui/settings/language.h"
#include "gui/settings/screening_keys.h"
#include "gui/theme.h"

#include <QFont>
#include <QObject>

#include <optional>

class QSettings;

namespace winnow::gui {

/// Everything that a person sets for all reviews.
struct Preferences
{
    Look look = {};
    QString readingFamily = {}; ///< empty: the family of the interface
    /// Points; none: 1.3 times the letters of the program.
    std::optional<int> readingSize = {};
    int lineLength = 68; ///< letters in a line of the reading place, 60 to 75
    Language language = Language::System;
    QString reviewer = {}; ///< who decides, without blanks at its ends; empty: as the window was told
    KeyPreset keyPreset = KeyPreset::Winnow;
    ScreeningKeys ownKeys = ScreeningKeys::preset(KeyPreset::Winnow); ///< of KeyPreset::Own
    bool foldsSideBar = false;

    bool operator==(const Preferences &) const = default;
};

inline constexpr int kLeastReadingSize = 11;
inline constexpr int kMostReadingSize = 40;
inline constexpr int kLeastLineLength = 60;
inline constexpr int kMostLineLength = 75;
inline constexpr int kLeastInterfaceSize = 8;
inline constexpr int kMostInterfaceSize = 24;

/// How the program looks and which keys it has, kept from one start to the next. Outlives the windows.
class Appearance : public QObject
{
    Q_OBJECT

public:
    /// Nothing is kept without a store; else the store outlives this.
    explicit Appearance(QSettings *store = nullptr, QObject *parent = nullptr);

    [[nodiscard]] const Preferences &preferences() const { return m_preferences; }

    /// Keeps them, and tells everybody where they differ from what was. Numbers out of bounds are brought
    /// within.
    void setPreferences(Preferences preferences);

    [[nodiscard]] const Look &look() const { return m_preferences.look; }

    /// Of the text of records.
    [[nodiscard]] QFont readingFont() const;

    /// The most letters in a line of the text of records.
    [[nodiscard]] int lineLength() const { return m_preferences.lineLength; }

    [[nodiscard]] ScreeningKeys keys() const;

    /// Where other things of the program are kept; nullptr: nowhere.
    [[nodiscard]] QSettings *store() const { return m_store; }

Q_SIGNALS:
    void changed();

private:
    void read();
    void write();

    QSettings *m_store;
    Preferences m_preferences;
};

} // namespace winnow::gui
