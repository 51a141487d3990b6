#pragma once

#include "base/sentence.h"

#include <QStringList>

#include <span>

class QCoreApplication;

namespace winnow::gui {

/// The language of the program.
enum class Language { System, English, Indonesian };

/// A language as settings and people have it.
struct LanguageEntry
{
    Language language;
    const char *code;  ///< in settings, and of its file of translations
    const char *title; ///< in its own words; nullptr: the choice of the system
};

/// All choices, by Language.
[[nodiscard]] std::span<const LanguageEntry> allLanguages();

/// A choice for people.
[[nodiscard]] QString titleOf(Language language);

/// The language to show: the choice itself, or of System the first that Winnow has among those that the
/// system wants ("id-ID", "en"), else English.
[[nodiscard]] Language languageFor(Language choice, const QStringList &wanted);

/// What the core says, in the language of the program; a Translator.
[[nodiscard]] std::string translated(const Sentence &sentence);

/// Makes the program speak a language, its numbers and dates too; what was installed before goes. Texts of
/// windows that are there already stay what they are.
void installLanguage(QCoreApplication &application, Language choice);

} // namespace winnow::gui
