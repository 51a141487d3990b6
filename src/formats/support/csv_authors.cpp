#include "formats/support/csv_authors.h"

#include "formats/support/markup.h"
#include "formats/support/normalise.h"
#include "formats/support/strings.h"
#include "text/encoding.h"
#include "text/person_name.h"

#include <algorithm>
#include <array>

namespace winnow::formats {

namespace {

/// "Wilson, Lauren N. (58975547800)".
std::string_view withoutPersonId(std::string_view name)
{
    const std::size_t open = name.rfind('(');
    if (open == std::string_view::npos || !name.ends_with(')')) {
        return name;
    }
    return isDigits(name.substr(open + 1, name.size() - open - 2)) ? trimmed(name.substr(0, open)) : name;
}

void addOne(Record &record, std::string_view name)
{
    if (auto author = personFrom(text::parseName(withoutPersonId(trimmed(name))))) {
        record.authors.push_back(*std::move(author));
    }
}

/// "G.N.", "J.-P.", "Yu. A.".
bool areInitials(std::string_view part)
{
    std::size_t run = 0;
    for (const char c : part) {
        run = isLetter(c) ? run + 1 : 0;
        if (run > 2) {
            return false;
        }
    }
    return part.find('.') != std::string_view::npos;
}

/// Names with commas inside and between: pairs where every second part is made of initials, else whole names.
void addDividedByCommas(Record &record, std::string_view cell)
{
    std::vector<std::string_view> parts = pieces(cell, ",");
    bool isPaired = parts.size() >= 2 && parts.size() % 2 == 0;
    for (std::size_t i = 1; i < parts.size(); i += 2) {
        isPaired = isPaired && areInitials(parts[i]);
    }
    const bool areWholeNames = parts.size() > 1 && std::ranges::all_of(parts, [](std::string_view part) {
                                   return part.find(' ') != std::string_view::npos;
                               });
    if (isPaired) {
        for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
            addOne(record, std::string(parts[i]) + ", " + std::string(parts[i + 1]));
        }
    } else if (areWholeNames || parts.size() > 2) {
        if (parts.back().ends_with('.') && parts.front().find('.') == std::string_view::npos) {
            parts.back().remove_suffix(1); // PubMed ends the list with a full stop
        }
        std::ranges::for_each(parts, [&](std::string_view part) { addOne(record, part); });
    } else {
        addOne(record, cell);
    }
}

enum class Letter { None, Capital, Small, Uncased };

/// Of the alphabets that have capitals, those of the names in such files: Latin, Greek, Cyrillic.
Letter letterOf(char32_t c)
{
    const auto isIn = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
    if (isIn('A', 'Z') || (isIn(0xC0, 0xDE) && c != 0xD7) || isIn(0x391, 0x3AB) || isIn(0x400, 0x42F)) {
        return Letter::Capital;
    }
    if (isIn('a', 'z') || (isIn(0xDF, 0xFF) && c != 0xF7) || isIn(0x3AC, 0x3CE) || isIn(0x430, 0x45F)) {
        return Letter::Small;
    }
    if (isIn(0x100, 0x17E)) { // pairs, of which the capital is even or odd
        const bool isOdd = isIn(0x139, 0x148) || c >= 0x179;
        return (c % 2 != 0) == isOdd ? Letter::Capital : Letter::Small;
    }
    return c >= 0x2E80 ? Letter::Uncased : Letter::None;
}

/// "EN", "\u00D6", "MSG": nothing but one to four capitals.
bool areCapitals(std::string_view word)
{
    constexpr int kMost = 4;
    int count = 0;
    for (std::size_t at = 0; at < word.size(); ++count) {
        if (letterOf(text::nextCodePoint(word, at)) != Letter::Capital) {
            return false;
        }
    }
    return count >= 1 && count <= kMost;
}

/// How a family name may begin before its second capital; some are family names, too.
struct Particle
{
    std::string_view text;
    bool isName;
};

constexpr std::array kParticles{
    Particle{"Mc", false}, Particle{"Mac", false},  Particle{"Fitz", false}, Particle{"De", true},
    Particle{"Del", true}, Particle{"Della", true}, Particle{"Des", true},   Particle{"Di", true},
    Particle{"Da", true},  Particle{"Dal", true},   Particle{"Du", true},    Particle{"La", true},
    Particle{"Le", true},  Particle{"Lo", true},    Particle{"Van", true},   Particle{"Vander", true},
    Particle{"Von", true}, Particle{"Ten", true},   Particle{"Ter", true},   Particle{"St", true},
    Particle{"El", true},  Particle{"Al", true},    Particle{"Ben", true},   Particle{"Abu", true},
};

const Particle *particleOf(std::string_view part)
{
    // Of "Jean-LeBlanc", what stands behind the hyphen.
    part.remove_prefix(part.rfind('-') + 1);
    const auto *const found = std::ranges::find(kParticles, part, &Particle::text);
    return found == kParticles.end() ? nullptr : &*found;
}

/// A word between two blanks, in which one name may end and the next begin.
struct GluedWord
{
    std::size_t seam = 0; ///< where the next name begins; 0 for a word without
    bool isSure = true;
};

GluedWord gluedWord(std::string_view word, bool isInside)
{
    std::vector<std::size_t> seams;
    bool mayBeginElsewhere = false; // "N.Debnath", "HAMDADKarima"
    std::size_t partAt = 0;
    const Particle *first = nullptr;
    char32_t before = 0;
    char32_t beforeThat = 0;
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t here = at;
        const char32_t c = text::nextCodePoint(word, at);
        const Letter letter = letterOf(c);
        const Letter last = letterOf(before);
        if (letter == Letter::Capital && (last == Letter::Small || last == Letter::Uncased)) {
            const Particle *const particle = particleOf(word.substr(partAt, here - partAt));
            first = partAt == 0 ? particle : first;
            if (particle == nullptr) {
                seams.push_back(here);
            }
            partAt = here;
        }
        mayBeginElsewhere =
            mayBeginElsewhere || (letter == Letter::Small && last == Letter::Capital &&
                                  (beforeThat == '.' || letterOf(beforeThat) == Letter::Capital));
        beforeThat = before;
        before = c;
    }
    if (!isInside) {
        return {0, seams.empty()};
    }
    // "Yun DuJuan Li" may be two names, or one with "DuJuan" in it.
    const bool isLoneParticle = seams.empty() && first != nullptr && first->isName;
    if (seams.size() != 1 || mayBeginElsewhere) {
        return {0, seams.empty() && !mayBeginElsewhere && !isLoneParticle};
    }
    return {seams.front(), true};
}

/// The family name last, as SpringerLink has it; what ends with something else stays whole.
std::optional<PersonName> familyLast(std::string_view name)
{
    const std::string_view last = name.substr(name.rfind(' ') + 1);
    std::size_t at = 0;
    const bool isLatin = !last.empty() && letterOf(text::nextCodePoint(last, at)) != Letter::Uncased;
    constexpr std::array<std::string_view, 4> kSuffixes{"Jr", "Sr", "II", "III"};
    const bool isFamily =
        isLatin && !last.ends_with('.') && std::ranges::find(kSuffixes, last) == kSuffixes.end();
    return personFrom(isFamily ? text::parseBibtexName(name) : text::parseName(name));
}

} // namespace

CsvNames initialsFirstNames(std::string_view cell)
{
    CsvNames result;
    for (const std::string_view name : pieces(cell, ",")) {
        const std::size_t blank = name.find(' ');
        const std::string_view family =
            blank == std::string_view::npos ? std::string_view() : trimmed(name.substr(blank));
        if (!family.empty() && areCapitals(name.substr(0, blank)) && !areCapitals(family)) {
            result.names.push_back({std::string(family), std::string(name.substr(0, blank))});
        } else if (name == "..." || name == "\u2026") {
            result.names.push_back({std::string(name), {}});
        } else {
            Record usual;
            addCsvAuthors(usual, cell);
            return {std::move(usual.authors)};
        }
    }
    return result;
}

CsvNames gluedNames(std::string_view cell)
{
    CsvNames result;
    if (cell.find_first_of(";,|&<\n") != std::string_view::npos) {
        Record usual;
        addCsvAuthors(usual, cell);
        return {std::move(usual.authors)};
    }
    const auto add = [&](const std::string &text, bool isSure) {
        auto name = isSure ? familyLast(text) : personFrom({text, {}});
        if (name) {
            result.names.push_back(*std::move(name));
        }
    };
    const std::vector<std::string_view> words = pieces(cell, " ");
    std::string name;
    bool isSure = true;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const GluedWord word = gluedWord(words[i], i > 0 && i + 1 < words.size());
        isSure = isSure && word.isSure;
        result.areSure = result.areSure && (word.isSure || words.size() == 1);
        name += name.empty() ? "" : " ";
        if (word.seam > 0) {
            add(name.append(words[i].substr(0, word.seam)), isSure);
            name.clear();
            isSure = true;
        }
        name += words[i].substr(word.seam);
    }
    add(name, isSure);
    return result;
}

void addCsvAuthors(Record &record, std::string_view cell)
{
    const std::string plain =
        cell.find_first_of("&<") == std::string_view::npos ? std::string(cell) : withoutMarkup(cell);
    for (const std::string_view separator : {";", "|", "\n", " and "}) {
        if (plain.find(separator) != std::string::npos) {
            for (const std::string_view name : pieces(plain, separator)) {
                addOne(record, name);
            }
            return;
        }
    }
    addDividedByCommas(record, plain);
}

std::string csvAuthorCell(const std::vector<PersonName> &authors)
{
    std::string cell;
    for (const PersonName &author : authors) {
        cell += cell.empty() ? "" : "; ";
        cell += printed(author);
    }
    Record again;
    addCsvAuthors(again, cell);
    return again.authors == authors ? cell : cell + ';';
}

} // namespace winnow::formats
