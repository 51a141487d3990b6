#include "formats/support/normalise.h"

#include "formats/support/markup.h"
#include "formats/support/strings.h"
#include "text/person_name.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <utility>

namespace winnow::formats {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

int toNumber(std::string_view digits)
{
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

constexpr std::array<std::string_view, 12> kMonths{
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

using Pair = std::pair<std::string_view, std::string_view>;

/// ISO 639 codes of the languages that databases print most.
constexpr std::array kLanguages{
    Pair{"en", "english"},    Pair{"eng", "english"},   Pair{"de", "german"},      Pair{"ger", "german"},     Pair{"deu", "german"},
    Pair{"fr", "french"},     Pair{"fre", "french"},    Pair{"fra", "french"},     Pair{"es", "spanish"},     Pair{"spa", "spanish"},
    Pair{"pt", "portuguese"}, Pair{"por", "portuguese"},Pair{"it", "italian"},     Pair{"ita", "italian"},    Pair{"zh", "chinese"},
    Pair{"chi", "chinese"},   Pair{"zho", "chinese"},   Pair{"ja", "japanese"},    Pair{"jpn", "japanese"},   Pair{"ko", "korean"},
    Pair{"kor", "korean"},    Pair{"ru", "russian"},    Pair{"rus", "russian"},    Pair{"pl", "polish"},      Pair{"pol", "polish"},
    Pair{"nl", "dutch"},      Pair{"dut", "dutch"},     Pair{"nld", "dutch"},      Pair{"tr", "turkish"},     Pair{"tur", "turkish"},
    Pair{"ar", "arabic"},     Pair{"ara", "arabic"},    Pair{"id", "indonesian"},  Pair{"ind", "indonesian"}, Pair{"sv", "swedish"},
    Pair{"swe", "swedish"},   Pair{"da", "danish"},     Pair{"dan", "danish"},     Pair{"no", "norwegian"},   Pair{"nor", "norwegian"},
    Pair{"fi", "finnish"},    Pair{"fin", "finnish"},   Pair{"cs", "czech"},       Pair{"cze", "czech"},      Pair{"ces", "czech"},
    Pair{"hu", "hungarian"},  Pair{"hun", "hungarian"}, Pair{"el", "greek"},       Pair{"gre", "greek"},      Pair{"ell", "greek"},
    Pair{"he", "hebrew"},     Pair{"heb", "hebrew"},    Pair{"fa", "persian"},     Pair{"per", "persian"},    Pair{"fas", "persian"},
    Pair{"ms", "malay"},      Pair{"may", "malay"},     Pair{"th", "thai"},        Pair{"tha", "thai"},
};

struct TypeLabel
{
    std::string_view label;
    RecordType type;
};

/// Names of document types, lower case; the first that the text begins with counts, so longer ones come first.
constexpr std::array kTypeLabels{
    TypeLabel{"article in press", RecordType::Article},
    TypeLabel{"article", RecordType::Article},
    TypeLabel{"journal article", RecordType::Article},
    TypeLabel{"journal", RecordType::Article},
    TypeLabel{"randomized controlled trial", RecordType::Article},
    TypeLabel{"clinical trial", RecordType::Article},
    TypeLabel{"systematic review", RecordType::Review},
    TypeLabel{"review", RecordType::Review},
    TypeLabel{"meta-analysis", RecordType::Review},
    TypeLabel{"conference paper", RecordType::ConferencePaper},
    TypeLabel{"conference review", RecordType::ConferenceReview},
    TypeLabel{"conference abstract", RecordType::ConferencePaper},
    TypeLabel{"conference", RecordType::ConferencePaper},
    TypeLabel{"proceedings", RecordType::ConferencePaper},
    TypeLabel{"meeting abstract", RecordType::ConferencePaper},
    TypeLabel{"inproceedings", RecordType::ConferencePaper},
    TypeLabel{"book chapter", RecordType::Chapter},
    TypeLabel{"book section", RecordType::Chapter},
    TypeLabel{"incollection", RecordType::Chapter},
    TypeLabel{"inbook", RecordType::Chapter},
    TypeLabel{"chapter", RecordType::Chapter},
    TypeLabel{"book", RecordType::Book},
    TypeLabel{"editorial", RecordType::Editorial},
    TypeLabel{"letter", RecordType::Letter},
    TypeLabel{"note", RecordType::Note},
    TypeLabel{"short survey", RecordType::ShortSurvey},
    TypeLabel{"erratum", RecordType::Erratum},
    TypeLabel{"correction", RecordType::Erratum},
    TypeLabel{"published erratum", RecordType::Erratum},
    TypeLabel{"retracted", RecordType::Retracted},
    TypeLabel{"data paper", RecordType::DataPaper},
    TypeLabel{"preprint", RecordType::Preprint},
    TypeLabel{"report", RecordType::Report},
    TypeLabel{"techreport", RecordType::Report},
    TypeLabel{"phdthesis", RecordType::Thesis},
    TypeLabel{"mastersthesis", RecordType::Thesis},
    TypeLabel{"dissertation", RecordType::Thesis},
    TypeLabel{"thesis", RecordType::Thesis},
    TypeLabel{"dataset", RecordType::Dataset},
    TypeLabel{"web page", RecordType::WebPage},
    TypeLabel{"webpage", RecordType::WebPage},
    TypeLabel{"electronic", RecordType::WebPage},
};

/// What databases write where they have nothing: Scopus, Web of Science, PubMed.
constexpr std::array<std::string_view, 5> kNothing{"[no abstract available]",
                                                   "[no author name available]",
                                                   "[no title available]",
                                                   "[anonymous]",
                                                   "no abstract available"};

bool isNothing(std::string_view text)
{
    return text.size() < 40 && std::ranges::any_of(kNothing, [&](std::string_view nothing) {
               return equalsIgnoringCase(text, nothing);
           });
}

void addOnce(std::string &list, std::string_view entry)
{
    for (const std::string &known : pieces(list, " ")) {
        if (known == entry) {
            return;
        }
    }
    list += list.empty() ? "" : " ";
    list += entry;
}

/// First and last page divided by a hyphen or dash of any kind.
std::pair<std::string_view, std::string_view> splitPages(std::string_view text)
{
    for (const std::string_view dash : {"\u2013", "\u2014", "\u2010", "\u2011", "\u2212", "--", "-"}) {
        if (const std::size_t at = text.find(dash); at != std::string_view::npos && at > 0) {
            return {trimmed(text.substr(0, at)), trimmed(text.substr(at + dash.size()))};
        }
    }
    return {text, {}};
}

} // namespace

std::string bareDoi(std::string_view text)
{
    const std::size_t at = text.find("10.");
    if (at == std::string_view::npos) {
        return {};
    }
    text.remove_prefix(at);
    text = text.substr(0, text.find_first_of(" \t\r\n<>\""));
    while (!text.empty() && std::string_view(".,;").find(text.back()) != std::string_view::npos) {
        text.remove_suffix(1);
    }
    const std::size_t slash = text.find('/');
    const bool isDoi = slash != std::string_view::npos && slash >= 7 && slash + 1 < text.size()
        && std::ranges::all_of(text.substr(3, slash - 3), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    return isDoi ? lowered(text) : std::string();
}

std::string bareNumber(std::string_view text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto *const begin = std::ranges::find_if(text, isDigit);
    const auto *const end = std::find_if_not(begin, text.end(), isDigit);
    return {begin, end};
}

std::string eidIn(std::string_view text)
{
    const std::size_t at = text.find("2-s2.0-");
    if (at == std::string_view::npos) {
        return {};
    }
    std::size_t end = at + 7;
    while (end < text.size() && std::isdigit(static_cast<unsigned char>(text[end])) != 0) {
        ++end;
    }
    return end > at + 7 ? std::string(text.substr(at, end - at)) : std::string();
}

void addSerialNumbers(Record &record, std::string_view text)
{
    std::string number;
    const auto finish = [&] {
        if (number.size() == 8) {
            addOnce(record.issn, number.substr(0, 4) + '-' + number.substr(4));
        } else if (number.size() == 10 || number.size() == 13) {
            addOnce(record.isbn, number);
        }
        number.clear();
    };
    for (const char c : text) {
        if (std::isdigit(static_cast<unsigned char>(c)) != 0 || ((c == 'X' || c == 'x') && number.size() >= 7)) {
            number += c == 'x' ? 'X' : c;
        } else if (c != '-') {
            finish();
        }
    }
    finish();
}

void setPages(Record &record, std::string_view text)
{
    text = trimmed(text);
    for (const std::string_view prefix : {"pp.", "p.", "pp ", "p "}) {
        if (text.starts_with(prefix)) {
            text = trimmed(text.substr(prefix.size()));
        }
    }
    const auto [first, last] = splitPages(text);
    record.pageFirst = first;
    record.pageLast = last;
    if (isDigits(first) && isDigits(last) && last.size() < first.size()) {
        record.pageLast = std::string(first.substr(0, first.size() - last.size())) + std::string(last);
    }
}

std::optional<int> monthFrom(std::string_view text)
{
    if (isDigits(text) && text.size() <= 2) {
        const int month = toNumber(text);
        return month >= 1 && month <= 12 ? std::optional(month) : std::nullopt;
    }
    const std::string start = lowered(text.substr(0, 3));
    const auto *const found = std::ranges::find(kMonths, start);
    return found == kMonths.end() ? std::nullopt : std::optional(static_cast<int>(found - kMonths.begin()) + 1);
}

PartialDate dateFrom(std::string_view text)
{
    PartialDate date;
    std::size_t i = 0;
    while (i < text.size()) {
        const auto isWordChar = [&](std::size_t at) { return std::isalnum(static_cast<unsigned char>(text[at])) != 0; };
        if (!isWordChar(i)) {
            ++i;
            continue;
        }
        const std::size_t from = i;
        while (i < text.size() && isWordChar(i)) {
            ++i;
        }
        const std::string_view word = text.substr(from, i - from);
        if (isDigits(word) && word.size() == 4 && !date.year) {
            date.year = toNumber(word);
        } else if (isDigits(word) && word.size() == 8 && !date.year) {
            return {toNumber(word.substr(0, 4)), monthFrom(word.substr(4, 2)), toNumber(word.substr(6))};
        } else if (!date.month && (!isDigits(word) || date.year) && monthFrom(word)) {
            date.month = monthFrom(word);
        } else if (isDigits(word) && word.size() <= 2 && !date.day && date.month) {
            const int day = toNumber(word);
            date.day = day >= 1 && day <= 31 ? std::optional(day) : std::nullopt;
        }
    }
    return date;
}

std::string languageFrom(std::string_view text)
{
    std::string name = lowered(trimmed(text));
    const auto *const found = std::ranges::find(kLanguages, std::string_view(name), &Pair::first);
    return found == kLanguages.end() ? name : std::string(found->second);
}

std::optional<RecordType> typeFromLabel(std::string_view text)
{
    const std::string label = lowered(trimmed(text));
    for (const TypeLabel &known : kTypeLabels) {
        if (label.starts_with(known.label)) {
            return known.type;
        }
    }
    return std::nullopt;
}

std::string plainText(std::string_view text)
{
    text = trimmed(text);
    if (isNothing(text)) {
        return {};
    }
    const bool hasMarkup = text.find_first_of("&<") != std::string_view::npos;
    const std::string resolved = hasMarkup ? withoutMarkup(text) : std::string();
    if (hasMarkup) {
        text = resolved;
    }
    // Most texts are clean already; only the others pay for squeezing.
    bool isClean = text.find_first_of("\t\r\n") == std::string_view::npos && text.find("  ") == std::string_view::npos;
    return isClean && (text.empty() || (!isSpace(text.front()) && !isSpace(text.back()))) ? std::string(text) : squeezed(text);
}

std::optional<PersonName> authorFrom(std::string_view text)
{
    text = trimmed(text);
    if (text.empty() || isNothing(text)) {
        return std::nullopt;
    }
    const std::string plain = text.find('&') == std::string_view::npos ? std::string() : withoutMarkup(text);
    text::NameParts parts = text::parseName(plain.empty() ? text : std::string_view(plain));
    return PersonName{std::move(parts.family), std::move(parts.given)};
}

bool isUsable(const Record &record)
{
    return !record.title.empty() || !record.authors.empty() || !record.abstractText.empty() || !record.doi.empty()
        || !record.pmid.empty();
}

} // namespace winnow::formats
