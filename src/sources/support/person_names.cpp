#include "sources/support/person_names.h"

#include "formats/support/normalise.h"
#include "formats/support/strings.h"
#include "text/person_name.h"

#include <algorithm>
#include <array>
#include <string>

namespace winnow::sources {

namespace {

/// Words by which a name shows that it is none of a person.
constexpr std::array<std::string_view, 20> kGroups{
    "agency",  "alliance",   "association",  "center",     "centre", "collaboration", "committee",
    "company", "consortium", "department",   "foundation", "group",  "institute",     "investigators",
    "network", "of",         "organization", "society",    "team",   "university"};

constexpr std::array<std::string_view, 7> kSuffixes{"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"};

bool isGroup(const std::vector<std::string_view> &words)
{
    return std::ranges::any_of(words, [](std::string_view word) {
        return std::ranges::find(kGroups, std::string_view(formats::lowered(word))) != kGroups.end();
    });
}

/// "Wilson L.N.", "Yang W": capitals alone could be a name that is written in capitals.
bool endsWithInitials(std::string_view last)
{
    const bool isOneLetter = last.size() == 1 && last[0] >= 'A' && last[0] <= 'Z';
    return isOneLetter || last.ends_with('.');
}

} // namespace

std::optional<PersonName> shownName(std::string_view text)
{
    const std::string name = formats::plainText(text);
    std::vector<std::string_view> words = formats::pieces(name, " ");
    if (name.find(',') != std::string::npos || words.size() < 2) {
        return formats::personFrom(text::parseName(name));
    }
    if (isGroup(words)) {
        return formats::personFrom({name, {}});
    }
    const bool hasSuffix = words.size() > 2 && std::ranges::find(kSuffixes, words.back()) != kSuffixes.end();
    if (!hasSuffix && endsWithInitials(words.back())) {
        return formats::personFrom(text::parseName(name));
    }
    const std::string suffix = hasSuffix ? ' ' + std::string(words.back()) : std::string();
    text::NameParts parts =
        text::parseBibtexName(std::string_view(name).substr(0, name.size() - suffix.size()));
    (parts.given.empty() ? parts.family : parts.given) += suffix;
    return formats::personFrom(std::move(parts));
}

} // namespace winnow::sources
