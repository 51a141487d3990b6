#include "app/printed_dois.h"

#include "dedupe/spelling.h"
#include "text/fold.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <deque>

namespace winnow::app {

namespace {

constexpr std::string_view kSpaces = " \t\r\n";

/// Each with a space at both ends.
constexpr std::array<std::string_view, 34> kElsewhere{
    " refers to ",
    " refer to ",
    " referring to ",
    " regarding ",
    " comment on ",
    " comments on ",
    " commentary on ",
    " commentary to ",
    " commentary ",
    " editorial on ",
    " editorial comment ",
    " reply to ",
    " response to ",
    " letter to the editor on ",
    " erratum ",
    " errata ",
    " corrigendum ",
    " corrigenda ",
    " correction to ",
    " correction for ",
    " author correction ",
    " publisher correction ",
    " retraction ",
    " retracted ",
    " expression of concern ",
    " addendum ",
    " see also ",
    " see related ",
    " related article ",
    " companion ",
    " accompanying ",
    " supplementary ",
    " supporting information ",
    " appendix ",
};

constexpr std::size_t kWordsBefore = 30; ///< a DOI, of those that may point elsewhere

/// A word of a text that is not folded.
struct RawWord
{
    std::size_t from = 0;
    std::string_view text;
};

bool nextWord(std::string_view text, std::size_t &at, RawWord &word)
{
    const std::size_t from = text.find_first_not_of(kSpaces, at);
    if (from == std::string_view::npos) {
        return false;
    }
    at = std::min(text.find_first_of(kSpaces, from), text.size());
    word = {from, text.substr(from, at - from)};
    return true;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The DOI that a word holds, from its "10." to its end; empty where it holds none (a registrant has four to
/// nine digits, perhaps with parts behind a full stop).
std::string_view doiIn(std::string_view word)
{
    constexpr std::size_t kLeastDigits = 4;
    constexpr std::size_t kMostDigits = 9;
    for (std::size_t at = word.find("10."); at != std::string_view::npos; at = word.find("10.", at + 1)) {
        std::size_t end = at + 3;
        while (end < word.size() && isDigit(word[end])) {
            ++end;
        }
        const std::size_t digits = end - at - 3;
        const bool isStart = at == 0 || (!isDigit(word[at - 1]) && word[at - 1] != '.');
        const std::size_t slash = word.find('/', end);
        if (isStart && digits >= kLeastDigits && digits <= kMostDigits && slash != std::string_view::npos &&
            std::all_of(word.begin() + static_cast<std::ptrdiff_t>(end),
                        word.begin() + static_cast<std::ptrdiff_t>(slash),
                        [](char c) { return isDigit(c) || c == '.'; })) {
            return word.substr(at);
        }
    }
    return {};
}

/// Without what closes a sentence or an address.
std::string_view trimmedDoi(std::string_view doi)
{
    constexpr std::array<std::string_view, 5> kEnds{".pdf", "/full", "/pdf", "/abstract", "/epdf"};
    doi = doi.substr(0, doi.find_first_of("<>\"?#"));
    for (bool isCut = true; isCut;) {
        isCut = false;
        const bool isOpen =
            doi.ends_with(')') && std::ranges::count(doi, '(') >= std::ranges::count(doi, ')');
        if (!doi.empty() && !isOpen &&
            std::string_view(".,;:)]}'").find(doi.back()) != std::string_view::npos) {
            doi.remove_suffix(1);
            isCut = true;
        }
        for (const std::string_view end : kEnds) {
            if (doi.ends_with(end)) {
                doi.remove_suffix(end.size());
                isCut = true;
            }
        }
    }
    return doi;
}

std::string foldedWords(std::string_view text)
{
    const std::string folded = text::fold(text);
    std::string all = " ";
    for (const std::string_view word : dedupe::wordsOf(folded)) {
        all.append(word).append(" ");
    }
    return all;
}

} // namespace

std::string doiKey(std::string_view doi)
{
    std::string key = text::fold(doi); // hyphens of all kinds are folded to their looks, not to one
    std::string plain;
    for (std::size_t at = 0; at < key.size(); ++at) {
        const bool isHyphen = key[at] == '-';
        const bool isDash = key.compare(at, 2, "\xE2\x80") == 0 && at + 2 < key.size();
        if (isDash) {
            at += 2;
        } else if (!isHyphen) {
            plain += key[at];
        }
    }
    return plain;
}

bool pointsElsewhere(std::string_view before)
{
    const std::string padded = ' ' + std::string(before) + ' ';
    return std::ranges::any_of(
        kElsewhere, [&](std::string_view words) { return padded.find(words) != std::string::npos; });
}

bool isLikeMark(std::string_view word)
{
    constexpr std::array<std::string_view, 9> kMarks{"erratum",
                                                     "corrigendum",
                                                     "correction",
                                                     "retraction",
                                                     "retracted",
                                                     "commentary",
                                                     "comment",
                                                     "addendum",
                                                     "supplementary"};
    constexpr double kLeast = 0.7;
    constexpr std::size_t kLeastLetters = 6;
    return word.size() >= kLeastLetters && std::ranges::any_of(kMarks, [&](std::string_view mark) {
               return dedupe::likeness(word, mark, kLeast) > 0;
           });
}

std::vector<PrintedDoi> printedDois(std::string_view text)
{
    std::vector<PrintedDoi> dois;
    std::deque<RawWord> before;
    RawWord word;
    for (std::size_t at = 0; nextWord(text, at, word);) {
        if (const std::string_view found = doiIn(word.text); !found.empty()) {
            PrintedDoi doi;
            doi.keys.push_back(doiKey(trimmedDoi(found)));
            RawWord next;
            std::size_t behind = at;
            constexpr std::string_view kGoesOn = "./-_(";
            if (kGoesOn.find(found.back()) != std::string_view::npos && nextWord(text, behind, next)) {
                doi.keys.push_back(doiKey(trimmedDoi(std::string(found) + std::string(next.text))));
            }
            const std::size_t from = before.empty() ? word.from : before.front().from;
            doi.isOfOther = pointsElsewhere(foldedWords(text.substr(from, word.from - from)));
            dois.push_back(std::move(doi));
        }
        before.push_back(word);
        if (before.size() > kWordsBefore) {
            before.pop_front();
        }
    }
    return dois;
}

std::string doiKeyOfFileName(std::string_view name)
{
    std::string_view stem = name.substr(0, name.rfind('.'));
    const std::size_t at = stem.find("10.");
    if (at == std::string_view::npos) {
        return {};
    }
    stem = stem.substr(at);
    std::size_t end = 3;
    while (end < stem.size() && isDigit(stem[end])) {
        ++end;
    }
    constexpr std::string_view kSlashes = "_-@:+ %";
    if (end >= stem.size() || kSlashes.find(stem[end]) == std::string_view::npos) {
        return {};
    }
    std::string doi(stem);
    const bool isEscaped = doi.compare(end, 3, "%2F") == 0 || doi.compare(end, 3, "%2f") == 0;
    doi.replace(end, isEscaped ? 3 : 1, "/");
    return doiIn(doi).empty() ? std::string() : doiKey(trimmedDoi(doi));
}

std::string_view withoutReferences(std::string_view text)
{
    constexpr std::array<std::string_view, 9> kHeadings{"References",
                                                        "REFERENCES",
                                                        "Reference",
                                                        "REFERENCE",
                                                        "Bibliography",
                                                        "BIBLIOGRAPHY",
                                                        "Literatur",
                                                        "R\xC3\xA9"
                                                        "f\xC3\xA9rences",
                                                        "Referencias"};
    RawWord heading;
    bool isHeading = false;
    RawWord word;
    for (std::size_t at = 0; nextWord(text, at, word);) {
        const char first = word.text.front();
        if (isHeading && (isDigit(first) || first == '[' || first == '(' || (first >= 'A' && first <= 'Z'))) {
            return text.substr(0, heading.from);
        }
        std::string_view bare = word.text;
        bare = bare.substr(0, bare.find_last_not_of(":.") + 1);
        isHeading = std::ranges::find(kHeadings, bare) != kHeadings.end();
        heading = word;
    }
    return text;
}

} // namespace winnow::app
