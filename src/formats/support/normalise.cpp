#include "formats/support/normalise.h"

#include "formats/support/markup.h"
#include "formats/support/strings.h"
#include "text/person_name.h"
#include "text/tokens.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <utility>

namespace winnow::formats {

namespace {

/// What databases write where they have nothing: Scopus, Web of Science, PubMed.
constexpr std::array<std::string_view, 6> kNothing{"[no abstract available]",
                                                   "[no author name available]",
                                                   "[no authors listed]",
                                                   "[no title available]",
                                                   "[anonymous]",
                                                   "no abstract available"};

bool isNothing(std::string_view text)
{
    return text.size() < 40 && std::ranges::any_of(kNothing, [&](std::string_view nothing) {
               return equalsIgnoringCase(text, nothing);
           });
}

/// Whether trimmed text is plain as it stands: no markup, no white space but single blanks. Eight bytes at a
/// time, since this is asked of every character of a file; what it is wrong about only costs time (bytes
/// above 0x7F never are a reason).
bool isPlain(std::string_view text)
{
    constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
    constexpr std::uint64_t kHighs = 0x8080808080808080ULL;
    const auto zeros = [](std::uint64_t word) {
        const std::uint64_t low = (word & ~kHighs) + ~kHighs;
        return ~(low | word | ~kHighs);
    };
    std::uint64_t carry = 0; // 0x80 when the last byte was a blank
    std::size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + i, 8);
        const std::uint64_t blanks = zeros(word ^ (kOnes * ' '));
        const std::uint64_t doubles = blanks & ((blanks << 8U) | carry);
        const std::uint64_t controls = (word - kOnes * ' ') & ~word & kHighs;
        if ((doubles | controls | zeros(word ^ (kOnes * '&')) | zeros(word ^ (kOnes * '<'))) != 0) {
            return false;
        }
        carry = blanks >> 56U;
    }
    bool wasBlank = carry != 0;
    for (; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c < ' ' || c == '&' || c == '<' || (c == ' ' && wasBlank)) {
            return false;
        }
        wasBlank = c == ' ';
    }
    return true;
}

constexpr std::array<std::string_view, 6> kDashes{"\u2013", "\u2014", "\u2010", "\u2011", "\u2212", "-"};

std::string_view withoutPagePrefix(std::string_view text)
{
    for (std::size_t before = 0; before != text.size();) {
        before = text.size();
        for (const std::string_view prefix : {"pp.", "p.", "pp ", "p "}) {
            text = text.starts_with(prefix) ? trimmed(text.substr(prefix.size())) : text;
        }
    }
    return text;
}

/// First and last page divided by a hyphen or dash of any kind.
std::pair<std::string_view, std::string_view> splitPages(std::string_view text)
{
    for (std::size_t before = 0; before != text.size();) {
        before = text.size();
        for (const std::string_view dash : kDashes) {
            text = text.ends_with(dash) ? trimmed(text.substr(0, text.size() - dash.size())) : text;
        }
    }
    for (const std::string_view dash : kDashes) {
        if (const std::size_t at = text.find(dash); at != std::string_view::npos && at > 0) {
            const std::string_view last = text.substr(at + dash.size());
            return {text.substr(0, at), last.starts_with('-') ? last.substr(1) : last};
        }
    }
    return {text, {}};
}

/// Hands each entry of a list to `take`. Markup goes before the list is divided: an entity ends with a
/// semicolon.
template <class Take>
void forEachTerm(std::string_view text, bool hasCommaLists, Take take)
{
    std::string plain;
    if (text.find_first_of("&<") != std::string_view::npos) {
        plain = withoutMarkup(text);
        text = plain;
    }
    const bool isCommaList = hasCommaLists && text.find_first_of(";\n") == std::string_view::npos;
    const std::string_view separators = isCommaList ? "," : ";\n";
    while (!text.empty()) {
        const std::size_t end = text.find_first_of(separators);
        const std::string_view term = trimmed(text.substr(0, end));
        if (term.find("  ") != std::string_view::npos ||
            term.find_first_of("\t\r") != std::string_view::npos) {
            take(squeezed(term));
        } else {
            take(term);
        }
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
}

} // namespace

std::string plainText(std::string_view text)
{
    text = trimmed(text);
    std::string result;
    if (isPlain(text)) {
        result = text;
    } else {
        const bool hasMarkup = text.find_first_of("&<") != std::string_view::npos;
        result = squeezed(hasMarkup ? withoutMarkup(text) : std::string(text));
    }
    if (isNothing(result)) {
        result.clear();
    }
    return result;
}

std::string markedUp(const std::string &text)
{
    if (text.find_first_of("&<") == std::string::npos || withoutMarkup(text) == text) {
        return text;
    }
    std::string result;
    for (const char c : text) {
        result += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
    }
    return result;
}

namespace {

/// Whether there is anything but marks.
bool hasWord(std::string_view text)
{
    const auto isPlain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
    };
    return std::ranges::any_of(text, isPlain) || !text::tokens(text).empty();
}

} // namespace

std::optional<PersonName> personFrom(text::NameParts parts)
{
    const auto clean = [](std::string &part, std::string_view unwanted) {
        for (char &c : part) {
            c = unwanted.find(c) != std::string_view::npos ? ' ' : c;
        }
        part = squeezed(part);
        constexpr std::string_view kDots = "...";
        while (part.ends_with(',') || part.ends_with(' ') || part.ends_with(kDots)) {
            part.resize(part.size() - (part.ends_with(kDots) ? kDots.size() : 1));
        }
    };
    clean(parts.given, ";");
    clean(parts.family, parts.given.empty() ? ";" : ";,");
    // Marks alone name nobody.
    if (!hasWord(parts.family) || isNothing(parts.family)) {
        return std::nullopt;
    }
    if (isNothing(parts.given)) {
        parts.given.clear();
    }
    return PersonName{std::move(parts.family), std::move(parts.given)};
}

std::optional<PersonName> authorFrom(std::string_view text)
{
    return personFrom(text::parseName(plainText(text)));
}

void addAuthor(Record &record, std::string_view text)
{
    if (auto author = authorFrom(text)) {
        record.authors.push_back(*std::move(author));
    }
}

void addAuthors(Record &record, std::string_view text)
{
    forEachTerm(text, false, [&](std::string_view name) {
        if (auto author = personFrom(text::parseName(name))) {
            record.authors.push_back(*std::move(author));
        }
    });
}

std::string printed(const PersonName &name)
{
    return text::printName({name.family, name.given});
}

void addTerms(std::vector<std::string> &terms, std::string_view text, bool hasCommaLists)
{
    forEachTerm(text, hasCommaLists, [&](std::string_view term) {
        if (!term.empty() && !isNothing(term)) {
            terms.emplace_back(term);
        }
    });
}

void moveToIndexTerms(Record &record, std::size_t count)
{
    auto &keywords = record.keywords;
    const auto from = keywords.end() - static_cast<std::ptrdiff_t>(std::min(keywords.size(), count));
    record.indexTerms.assign(std::make_move_iterator(from), std::make_move_iterator(keywords.end()));
    keywords.erase(from, keywords.end());
}

void setPages(Record &record, std::string_view text)
{
    const auto [first, last] = splitPages(withoutPagePrefix(trimmed(text)));
    setPages(record, first, last);
}

void setPages(Record &record, std::string_view first, std::string_view last)
{
    record.pageFirst = squeezed(first);
    record.pageLast = squeezed(last);
    const std::size_t missing =
        record.pageFirst.size() - std::min(record.pageFirst.size(), record.pageLast.size());
    if (missing > 0 && isDigits(record.pageFirst) && isDigits(record.pageLast)) {
        record.pageLast.insert(0, record.pageFirst, 0, missing);
    }
}

bool isUsable(const Record &record)
{
    constexpr std::array kTelling{
        &Record::title,
        &Record::abstractText,
        &Record::doi,
        &Record::pmid,
        &Record::eid,
        &Record::key,
        &Record::url,
    };
    return !record.authors.empty() ||
           std::ranges::any_of(kTelling, [&](auto field) { return !(record.*field).empty(); });
}

} // namespace winnow::formats
