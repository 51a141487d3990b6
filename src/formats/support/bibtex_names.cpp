#include "formats/support/bibtex_names.h"

#include "formats/support/latex.h"
#include "formats/support/normalise.h"
#include "formats/support/strings.h"
#include "text/person_name.h"

#include <algorithm>
#include <array>

namespace winnow::formats {

namespace {

/// Hands each piece between separators outside of braces to `take`.
template <class Take>
void forEachPiece(std::string_view text, std::string_view separator, Take take)
{
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i;
            continue;
        }
        depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
        if (depth <= 0 && equalsIgnoringCase(text.substr(i, separator.size()), separator)) {
            take(text.substr(begin, i - begin));
            begin = i + separator.size();
            // The blank behind an "and" may be the one before the next.
            i = begin - (separator.back() == ' ' ? 2 : 1);
        }
    }
    take(text.substr(std::min(begin, text.size())));
}

std::string_view withoutQuotes(std::string_view text)
{
    text = trimmed(text);
    return text.size() >= 2 && text.front() == '"' && text.back() == '"' ? text.substr(1, text.size() - 2)
                                                                         : text;
}

/// The extended name format of biblatex: parts by name, in any order.
text::NameParts biblatexName(std::string_view name)
{
    struct Part
    {
        std::string_view name;
        std::string value;
    };

    std::array<Part, 4> parts{{{"prefix", {}}, {"family", {}}, {"suffix", {}}, {"given", {}}}};
    forEachPiece(name, ",", [&](std::string_view piece) {
        const std::size_t sign = std::min(piece.find('='), piece.size());
        const std::string key = lowered(trimmed(piece.substr(0, sign)));
        for (Part &part : parts) {
            if (part.name == key || (key == "jr" && part.name == "suffix")) {
                part.value = withoutQuotes(piece.substr(std::min(sign + 1, piece.size())));
            }
        }
    });
    const bool joins = parts[0].value.ends_with('\'') || parts[0].value.empty();
    std::string family = parts[0].value + (joins ? "" : " ") + parts[1].value;
    family += parts[2].value.empty() ? "" : " " + parts[2].value;
    return {std::move(family), parts[3].value};
}

bool isBiblatexName(std::string_view name)
{
    const std::string key = lowered(trimmed(name.substr(0, name.find('='))));
    constexpr std::array<std::string_view, 8> kKeys{
        "family", "given", "prefix", "suffix", "jr", "family-i", "given-i", "useprefix"};
    return name.find('=') != std::string_view::npos && std::ranges::find(kKeys, key) != kKeys.end();
}

std::optional<PersonName> personOf(std::string_view name)
{
    text::NameParts parts = isBiblatexName(name) ? biblatexName(name) : text::parseBibtexName(name);
    parts = {plainText(withoutLatex(parts.family)), plainText(withoutLatex(parts.given))};
    auto person = personFrom(std::move(parts));
    if (!person) {
        return person;
    }
    // Once more in the plain form, where braces protect nothing.
    return personFrom(text::parseName(printed(*person)));
}

bool hasWordAnd(std::string_view text)
{
    return containsIgnoringCase(' ' + std::string(text) + ' ', " and ");
}

bool isReadBack(std::string_view written, const PersonName &name)
{
    Record record;
    addBibtexAuthors(record, written);
    return record.authors.size() == 1 && record.authors.front() == name;
}

} // namespace

bool addBibtexAuthors(Record &record, std::string_view text)
{
    bool isCut = false;
    const std::string flat = squeezed(text);
    forEachPiece(flat, " and ", [&](std::string_view name) {
        if (equalsIgnoringCase(trimmed(name), "others")) {
            isCut = true;
        } else if (auto person = personOf(name)) {
            record.authors.push_back(*std::move(person));
        }
    });
    return isCut;
}

std::string bibtexName(const PersonName &name)
{
    const std::string family = asLatex(name.family);
    const std::string given = asLatex(name.given);
    if (name.given.empty()) {
        // A second pair of braces where one could be taken for those of a list.
        return hasWordAnd(family) ? "{{" + family + "}}" : '{' + family + '}';
    }
    // BibTeX wants the generation apart: "Smith, Jr., Anna".
    if (const std::size_t blank = family.rfind(' '); blank != std::string::npos) {
        std::string written = family.substr(0, blank) + ',' + family.substr(blank) + ", " + given;
        const std::string suffix = family.substr(blank + 1);
        if (suffix.size() <= 3 && isReadBack(written, name) && !hasWordAnd(written)) {
            return written;
        }
    }
    std::string written = family + ", " + given;
    // At an end of the name, an "and" would join with the one between names.
    // BibTeX takes what stands between two commas for the generation.
    const bool hasComma = given.find(',') != std::string::npos;
    return !hasComma && isReadBack(written, name) && !hasWordAnd(written)
               ? written
               : '{' + family + "}, {" + given + '}';
}

} // namespace winnow::formats
