#include "formats/support/vocabulary.h"

#include "formats/support/strings.h"

#include <algorithm>
#include <array>
#include <utility>

namespace winnow::formats {

namespace {

constexpr std::array<std::string_view, 12> kMonths{
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

using Pair = std::pair<std::string_view, std::string_view>;

/// ISO 639 codes of the languages that databases print most; of those with three letters MEDLINE's comes
/// first.
constexpr std::array kLanguages{
    Pair{"en", "english"},    Pair{"eng", "english"},    Pair{"de", "german"},     Pair{"ger", "german"},
    Pair{"deu", "german"},    Pair{"fr", "french"},      Pair{"fre", "french"},    Pair{"fra", "french"},
    Pair{"es", "spanish"},    Pair{"spa", "spanish"},    Pair{"pt", "portuguese"}, Pair{"por", "portuguese"},
    Pair{"it", "italian"},    Pair{"ita", "italian"},    Pair{"zh", "chinese"},    Pair{"chi", "chinese"},
    Pair{"zho", "chinese"},   Pair{"ja", "japanese"},    Pair{"jpn", "japanese"},  Pair{"ko", "korean"},
    Pair{"kor", "korean"},    Pair{"ru", "russian"},     Pair{"rus", "russian"},   Pair{"pl", "polish"},
    Pair{"pol", "polish"},    Pair{"nl", "dutch"},       Pair{"dut", "dutch"},     Pair{"nld", "dutch"},
    Pair{"tr", "turkish"},    Pair{"tur", "turkish"},    Pair{"ar", "arabic"},     Pair{"ara", "arabic"},
    Pair{"id", "indonesian"}, Pair{"ind", "indonesian"}, Pair{"sv", "swedish"},    Pair{"swe", "swedish"},
    Pair{"da", "danish"},     Pair{"dan", "danish"},     Pair{"no", "norwegian"},  Pair{"nor", "norwegian"},
    Pair{"fi", "finnish"},    Pair{"fin", "finnish"},    Pair{"cs", "czech"},      Pair{"cze", "czech"},
    Pair{"ces", "czech"},     Pair{"hu", "hungarian"},   Pair{"hun", "hungarian"}, Pair{"el", "greek"},
    Pair{"gre", "greek"},     Pair{"ell", "greek"},      Pair{"he", "hebrew"},     Pair{"heb", "hebrew"},
    Pair{"fa", "persian"},    Pair{"per", "persian"},    Pair{"fas", "persian"},   Pair{"ms", "malay"},
    Pair{"may", "malay"},     Pair{"th", "thai"},        Pair{"tha", "thai"},
};

struct TypeLabel
{
    std::string_view label;
    RecordType type;
};

/// Names of document types, lower case; the first that the text begins with counts, so longer ones come
/// first.
constexpr std::array kTypeLabels{
    TypeLabel{"article", RecordType::Article},
    TypeLabel{"journal article", RecordType::Article},
    TypeLabel{"journal", RecordType::Article},
    TypeLabel{"magazine", RecordType::Article},
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
    TypeLabel{"monograph", RecordType::Book},
    TypeLabel{"edited book", RecordType::Book},
    TypeLabel{"electronic book section", RecordType::Chapter},
    TypeLabel{"electronic book", RecordType::Book},
    TypeLabel{"electronic article", RecordType::Article},
    TypeLabel{"newspaper", RecordType::Article},
    TypeLabel{"unpublished", RecordType::Preprint},
    TypeLabel{"manuscript", RecordType::Preprint},
    TypeLabel{"serial", RecordType::Book},
    TypeLabel{"encyclopedia", RecordType::Chapter},
    TypeLabel{"online", RecordType::WebPage},
    TypeLabel{"blog", RecordType::WebPage},
    TypeLabel{"editorial", RecordType::Editorial},
    TypeLabel{"letter", RecordType::Letter},
    TypeLabel{"note", RecordType::Note},
    TypeLabel{"short survey", RecordType::ShortSurvey},
    TypeLabel{"erratum", RecordType::Erratum},
    TypeLabel{"correction", RecordType::Erratum},
    TypeLabel{"published erratum", RecordType::Erratum},
    TypeLabel{"retract", RecordType::Retracted},
    TypeLabel{"register entry", RecordType::RegisterEntry},
    TypeLabel{"data paper", RecordType::DataPaper},
    TypeLabel{"data set", RecordType::Dataset},
    TypeLabel{"posted-content", RecordType::Preprint},
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

/// Takes the next run of letters or of digits off `rest`; empty at the end.
std::string_view takeWord(std::string_view &rest)
{
    const auto *const begin = std::ranges::find_if(rest, [](char c) { return isDigit(c) || isLetter(c); });
    const bool isNumber = begin != rest.end() && isDigit(*begin);
    const auto *const end = std::find_if_not(begin, rest.end(), isNumber ? isDigit : isLetter);
    const std::string_view word(begin, end);
    rest = std::string_view(end, rest.end());
    return word;
}

std::optional<int> dayFrom(std::string_view digits)
{
    const int day = isDigits(digits) && digits.size() <= 2 ? toNumber(digits) : 0;
    return day >= 1 && day <= 31 ? std::optional(day) : std::nullopt;
}

/// 20240528.
PartialDate compactDate(std::string_view digits)
{
    PartialDate date{toNumber(digits.substr(0, 4)), monthFrom(digits.substr(4, 2)), {}};
    date.day = date.month ? dayFrom(digits.substr(6)) : std::nullopt;
    return date;
}

} // namespace

PartialDate dateFrom(std::string_view text)
{
    PartialDate date;
    std::string_view dayBeforeMonth;
    for (std::string_view word = takeWord(text); !word.empty(); word = takeWord(text)) {
        if (!date.year && isDigits(word) && word.size() == 8) {
            return compactDate(word);
        }
        if (!date.year && isDigits(word) && word.size() == 4) {
            date.year = toNumber(word);
        } else if (!date.month && (!isDigits(word) || date.year) && monthFrom(word)) {
            date.month = monthFrom(word);
        } else if (date.month && !date.day && dayFrom(word)) {
            date.day = dayFrom(word);
        } else if (!date.year && !date.month && dayFrom(word)) {
            dayBeforeMonth = word;
        }
    }
    if (date.month && !date.day && !dayBeforeMonth.empty()) {
        date.day = dayFrom(dayBeforeMonth);
    }
    return date;
}

std::optional<int> monthFrom(std::string_view text)
{
    if (isDigits(text)) {
        const int month = text.size() <= 2 ? toNumber(text) : 0;
        return month >= 1 && month <= 12 ? std::optional(month) : std::nullopt;
    }
    const auto *const found = std::ranges::find_if(
        kMonths, [&](std::string_view month) { return equalsIgnoringCase(text.substr(0, 3), month); });
    return found == kMonths.end() ? std::nullopt
                                  : std::optional(static_cast<int>(found - kMonths.begin()) + 1);
}

std::string_view monthName(int month)
{
    return kMonths.at(static_cast<std::size_t>(month - 1));
}

std::string yearText(int year)
{
    const std::string digits = std::to_string(year);
    return std::string(4 - std::min<std::size_t>(4, digits.size()), '0') + digits;
}

void refine(PartialDate &date, const PartialDate &other)
{
    if (date.year && other.year && date.year != other.year) {
        return;
    }
    date.year = date.year ? date.year : other.year;
    if (!date.month || (date.month == other.month && !date.day)) {
        date.month = other.month;
        date.day = other.day;
    }
}

std::string languageFrom(std::string_view text)
{
    std::string name = lowered(squeezed(text));
    const auto *const found = std::ranges::find(kLanguages, std::string_view(name), &Pair::first);
    return found == kLanguages.end() ? name : std::string(found->second);
}

std::string languageCode(std::string_view name)
{
    const auto *const found = std::ranges::find_if(kLanguages, [&](const Pair &language) {
        return language.second == name && language.first.size() == 3;
    });
    return std::string(found == kLanguages.end() ? name : found->first);
}

std::optional<RecordType> typeFromLabel(std::string_view text)
{
    const std::string label = lowered(trimmed(text));
    // Web of Science: "Article; Book Chapter", "Article; Retracted Publication". Others: "Unpublished
    // doctoral dissertation".
    for (const auto &[part, type] : {TypeLabel{"; book chapter", RecordType::Chapter},
                                     TypeLabel{"; retract", RecordType::Retracted},
                                     TypeLabel{" dissertation", RecordType::Thesis},
                                     TypeLabel{" thesis", RecordType::Thesis}}) {
        if (label.find(part) != std::string::npos) {
            return type;
        }
    }
    const auto *const found = std::ranges::find_if(
        kTypeLabels, [&](const TypeLabel &known) { return label.starts_with(known.label); });
    return found == kTypeLabels.end() ? std::nullopt : std::optional(found->type);
}

} // namespace winnow::formats
