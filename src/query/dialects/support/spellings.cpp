#include "query/dialects/support/spellings.h"

#include <algorithm>
#include <array>

namespace winnow::query {

namespace {

struct Language
{
    std::string_view name; ///< as Scopus and MEDLINE have it
    std::string_view two;
    std::string_view three;
};

constexpr std::array kLanguages{
    Language{"afrikaans", "af", "afr"},  Language{"albanian", "sq", "alb"},
    Language{"arabic", "ar", "ara"},     Language{"armenian", "hy", "arm"},
    Language{"bosnian", "bs", "bos"},    Language{"bulgarian", "bg", "bul"},
    Language{"catalan", "ca", "cat"},    Language{"chinese", "zh", "chi"},
    Language{"croatian", "hr", "hrv"},   Language{"czech", "cs", "cze"},
    Language{"danish", "da", "dan"},     Language{"dutch", "nl", "dut"},
    Language{"english", "en", "eng"},    Language{"estonian", "et", "est"},
    Language{"finnish", "fi", "fin"},    Language{"french", "fr", "fre"},
    Language{"georgian", "ka", "geo"},   Language{"german", "de", "ger"},
    Language{"greek", "el", "gre"},      Language{"hebrew", "he", "heb"},
    Language{"hindi", "hi", "hin"},      Language{"hungarian", "hu", "hun"},
    Language{"icelandic", "is", "ice"},  Language{"indonesian", "id", "ind"},
    Language{"italian", "it", "ita"},    Language{"japanese", "ja", "jpn"},
    Language{"korean", "ko", "kor"},     Language{"latvian", "lv", "lav"},
    Language{"lithuanian", "lt", "lit"}, Language{"macedonian", "mk", "mac"},
    Language{"malay", "ms", "may"},      Language{"norwegian", "no", "nor"},
    Language{"persian", "fa", "per"},    Language{"polish", "pl", "pol"},
    Language{"portuguese", "pt", "por"}, Language{"romanian", "ro", "rum"},
    Language{"russian", "ru", "rus"},    Language{"serbian", "sr", "srp"},
    Language{"slovak", "sk", "slo"},     Language{"slovenian", "sl", "slv"},
    Language{"spanish", "es", "spa"},    Language{"swedish", "sv", "swe"},
    Language{"thai", "th", "tha"},       Language{"turkish", "tr", "tur"},
    Language{"ukrainian", "uk", "ukr"},  Language{"urdu", "ur", "urd"},
    Language{"vietnamese", "vi", "vie"}, Language{"welsh", "cy", "wel"},
};

std::optional<std::string> languageBy(std::string_view name, std::string_view Language::*spelling)
{
    const auto *const found = std::ranges::find(kLanguages, name, &Language::name);
    return found == kLanguages.end() ? std::nullopt : std::optional(std::string((*found).*spelling));
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isPlain(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view("-._;()/").find(c) != std::string_view::npos;
}

} // namespace

std::optional<std::string> spelledBy(std::span<const ValueName> table, std::string_view value)
{
    const auto found = std::ranges::find(table, value, &ValueName::value);
    return found == table.end() ? std::nullopt : std::optional(std::string(found->names));
}

std::optional<std::string> plainValue(std::string_view value)
{
    const bool isSafe = !value.empty() && std::ranges::all_of(value, isPlain);
    return isSafe ? std::optional(std::string(value)) : std::nullopt;
}

std::optional<std::string> digitsOnly(std::string_view value)
{
    const bool isSafe = !value.empty() && std::ranges::all_of(value, isDigit);
    return isSafe ? std::optional(std::string(value)) : std::nullopt;
}

std::optional<std::string> hyphenatedIssn(std::string_view value)
{
    const bool isIssn = value.size() == 8 && std::ranges::all_of(value.substr(0, 7), isDigit) &&
                        (isDigit(value.back()) || value.back() == 'x');
    if (!isIssn) {
        return std::nullopt;
    }
    const std::string end = value.back() == 'x' ? "X" : std::string(1, value.back());
    return std::string(value.substr(0, 4)) + "-" + std::string(value.substr(4, 3)) + end;
}

std::optional<std::string> languageName(std::string_view name)
{
    return languageBy(name, &Language::name);
}

std::optional<std::string> languageOfTwoLetters(std::string_view name)
{
    return languageBy(name, &Language::two);
}

std::optional<std::string> languageOfThreeLetters(std::string_view name)
{
    return languageBy(name, &Language::three);
}

} // namespace winnow::query
