#include "gui/settings/appearance.h"

#include <QGuiApplication>
#include <QSettings>

#include <algorithm>

namespace winnow::gui {

namespace {

// Words of settings, in the order of the enumerations.
constexpr std::array kColours{"system", "light", "dark", "contrast-light", "contrast-dark"};
constexpr std::array kKeyPresets{"winnow", "rayyan", "asreview", "own"};

/// What a word stands for; `otherwise` where it is none of them.
template <typename Kind, std::size_t size>
Kind kindOf(const QString &word, const std::array<const char *, size> &words, Kind otherwise)
{
    for (std::size_t i = 0; i < size; ++i) {
        if (word == QLatin1String(words.at(i))) {
            return static_cast<Kind>(i);
        }
    }
    return otherwise;
}

template <typename Kind, std::size_t size>
QString wordOf(Kind kind, const std::array<const char *, size> &words)
{
    return QString::fromLatin1(words.at(static_cast<std::size_t>(kind)));
}

constexpr double kReadingScale = 1.3;

Language languageOf(const QString &word)
{
    for (const LanguageEntry &entry : allLanguages()) {
        if (word == QLatin1String(entry.code)) {
            return entry.language;
        }
    }
    return Language::System;
}

QString wordOf(Language language)
{
    return QString::fromLatin1(allLanguages()[static_cast<std::size_t>(language)].code);
}

QString keyName(const ActEntry &entry)
{
    return QStringLiteral("keys/") + QString::fromLatin1(entry.name);
}

void keepWithin(Preferences &preferences)
{
    if (std::optional<int> &size = preferences.readingSize) {
        size = std::clamp(*size, kLeastReadingSize, kMostReadingSize);
    }
    preferences.reviewer = preferences.reviewer.trimmed();
    preferences.lineLength = std::clamp(preferences.lineLength, kLeastLineLength, kMostLineLength);
    if (std::optional<int> &size = preferences.look.fontSize) {
        size = std::clamp(*size, kLeastInterfaceSize, kMostInterfaceSize);
    }
}

} // namespace

Appearance::Appearance(QSettings *store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    if (m_store != nullptr) {
        read();
    }
}

void Appearance::read()
{
    Preferences &all = m_preferences;
    const auto text = [this](const char *name) {
        return m_store->value(QString::fromLatin1(name)).toString();
    };
    const auto number = [this](const char *name, int otherwise) {
        bool isNumber = false;
        const int value = m_store->value(QString::fromLatin1(name)).toInt(&isNumber);
        return isNumber ? value : otherwise;
    };
    all.look.colours = kindOf(text("look/colours"), kColours, Colours::System);
    if (const int size = number("look/fontSize", 0); size > 0) {
        all.look.fontSize = size;
    }
    all.readingFamily = text("reading/family");
    if (const int size = number("reading/size", 0); size > 0) {
        all.readingSize = size;
    }
    all.lineLength = number("reading/lineLength", all.lineLength);
    all.language = languageOf(text("language"));
    all.reviewer = text("reviewer");
    all.keyPreset = kindOf(text("keys/preset"), kKeyPresets, KeyPreset::Winnow);
    all.foldsSideBar = m_store->value(QStringLiteral("look/foldsSideBar")).toBool();
    for (const ActEntry &entry : allActs()) {
        const QString name = keyName(entry);
        if (m_store->contains(name)) {
            all.ownKeys.set(entry.act,
                            QKeySequence(m_store->value(name).toString(), QKeySequence::PortableText));
        }
    }
    keepWithin(all);
}

void Appearance::write()
{
    const Preferences &all = m_preferences;
    const auto put = [this](const char *name, const QVariant &value) {
        m_store->setValue(QString::fromLatin1(name), value);
    };
    put("look/colours", wordOf(all.look.colours, kColours));
    put("look/fontSize", all.look.fontSize.value_or(0));
    put("look/foldsSideBar", all.foldsSideBar);
    put("reading/family", all.readingFamily);
    put("reading/size", all.readingSize.value_or(0));
    put("reading/lineLength", all.lineLength);
    put("language", wordOf(all.language));
    put("reviewer", all.reviewer);
    put("keys/preset", wordOf(all.keyPreset, kKeyPresets));
    for (const ActEntry &entry : allActs()) {
        m_store->setValue(keyName(entry), all.ownKeys.of(entry.act).toString(QKeySequence::PortableText));
    }
}

void Appearance::setPreferences(Preferences preferences)
{
    keepWithin(preferences);
    if (preferences == m_preferences) {
        return;
    }
    m_preferences = std::move(preferences);
    if (m_store != nullptr) {
        write();
    }
    Q_EMIT changed();
}

QFont Appearance::readingFont() const
{
    QFont font = fontOf(m_preferences.look);
    if (!m_preferences.readingFamily.isEmpty()) {
        font.setFamilies({m_preferences.readingFamily});
    }
    if (m_preferences.readingSize) {
        font.setPointSize(*m_preferences.readingSize);
    } else {
        font.setPointSizeF(kReadingScale * font.pointSizeF());
    }
    return font;
}

ScreeningKeys Appearance::keys() const
{
    return m_preferences.keyPreset == KeyPreset::Own ? m_preferences.ownKeys
                                                     : ScreeningKeys::preset(m_preferences.keyPreset);
}

} // namespace winnow::gui
