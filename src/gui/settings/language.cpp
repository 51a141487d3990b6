#include "gui/settings/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <array>

namespace winnow::gui {

namespace {

// In the order of Language.
constexpr std::array kLanguages{
    LanguageEntry{Language::System, "system", nullptr},
    LanguageEntry{Language::English, "en", "English"},
    LanguageEntry{Language::Indonesian, "id", "Bahasa Indonesia"},
};

/// The context of the texts.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Language)
};

QString codeOf(Language language)
{
    return QString::fromLatin1(kLanguages.at(static_cast<std::size_t>(language)).code);
}

/// The system's own way to write a language, else the usual one.
QLocale localeOf(Language language)
{
    const QLocale usual(codeOf(language));
    const QLocale system = QLocale::system();
    return system.language() == usual.language() ? system : usual;
}

void install(QCoreApplication &application, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(&application);
    translator->setObjectName(QStringLiteral("language"));
    if (!translator->load(name, folder) || !QCoreApplication::installTranslator(translator)) {
        delete translator;
    }
}

} // namespace

std::span<const LanguageEntry> allLanguages()
{
    return kLanguages;
}

QString titleOf(Language language)
{
    const char *title = kLanguages.at(static_cast<std::size_t>(language)).title;
    return title == nullptr ? Texts::tr("As the system has it") : QString::fromUtf8(title);
}

Language languageFor(Language choice, const QStringList &wanted)
{
    if (choice != Language::System) {
        return choice;
    }
    for (const QString &name : wanted) {
        const QLocale::Language language = QLocale(name).language();
        for (const LanguageEntry &entry : kLanguages) {
            if (entry.title != nullptr && QLocale(codeOf(entry.language)).language() == language) {
                return entry.language;
            }
        }
    }
    return Language::English;
}

std::string translated(const Sentence &sentence)
{
    return QCoreApplication::translate(sentence.context, sentence.text).toStdString();
}

void installLanguage(QCoreApplication &application, Language choice)
{
    qDeleteAll(
        application.findChildren<QTranslator *>(QStringLiteral("language"), Qt::FindDirectChildrenOnly));
    const Language language = languageFor(choice, QLocale::system().uiLanguages());
    QLocale::setDefault(localeOf(language));
    // The last is asked first: Qt's own texts come from Qt where it has that language.
    const QString ours = QStringLiteral(":/translations");
    install(application, QStringLiteral("qt_") + codeOf(language), ours);
    install(application,
            QStringLiteral("qtbase_") + codeOf(language),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, QStringLiteral("winnow_") + codeOf(language), ours);
}

} // namespace winnow::gui
