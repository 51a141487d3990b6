#include "formats/support/endnote_types.h"

#include "formats/support/strings.h"

#include <algorithm>
#include <array>

namespace winnow::formats {

namespace {

using enum RecordType;

/// EndNote 20; of several for one type the first is written.
constexpr std::array kTypes{
    EndnoteType{"Generic", 13, Other},
    EndnoteType{"Journal Article", 17, Article},
    EndnoteType{"Electronic Article", 43, Article},
    EndnoteType{"Magazine Article", 19, Article},
    EndnoteType{"Newspaper Article", 23, Article},
    EndnoteType{"Conference Paper", 47, ConferencePaper},
    EndnoteType{"Conference Proceedings", 10, ConferencePaper},
    EndnoteType{"Book", 6, Book},
    EndnoteType{"Edited Book", 28, Book},
    EndnoteType{"Electronic Book", 44, Book},
    EndnoteType{"Serial", 57, Book},
    EndnoteType{"Book Section", 5, Chapter},
    EndnoteType{"Electronic Book Section", 60, Chapter},
    EndnoteType{"Unpublished Work", 34, Preprint},
    EndnoteType{"Preprint", 34, Preprint},
    EndnoteType{"Report", 27, Report},
    EndnoteType{"Government Document", 46, Report},
    EndnoteType{"Thesis", 32, Thesis},
    EndnoteType{"Dataset", 59, Dataset},
    EndnoteType{"Online Database", 45, Dataset},
    EndnoteType{"Aggregated Database", 55, Dataset},
    EndnoteType{"Web Page", 12, WebPage},
    EndnoteType{"Blog", 56, WebPage},
};

struct Stand
{
    RecordType type;
    RecordType in; ///< for which this one is written
};

constexpr std::array kStandIns{
    Stand{Review, Article},
    Stand{Editorial, Article},
    Stand{Letter, Article},
    Stand{Note, Article},
    Stand{ShortSurvey, Article},
    Stand{Erratum, Article},
    Stand{Retracted, Article},
    Stand{DataPaper, Article},
    Stand{ConferenceReview, ConferencePaper},
    Stand{RegisterEntry, Other},
};

} // namespace

const EndnoteType &endnoteType(std::string_view name, std::string_view number)
{
    const auto *found = std::ranges::find_if(
        kTypes, [&](const EndnoteType &known) { return equalsIgnoringCase(known.name, name); });
    if (found == kTypes.end() && name.empty() && isDigits(number)) {
        found = std::ranges::find(kTypes, toNumber(number), &EndnoteType::number);
    }
    return found == kTypes.end() ? kTypes.front() : *found;
}

const EndnoteType &endnoteTypeFor(RecordType type)
{
    const auto *const standIn = std::ranges::find(kStandIns, type, &Stand::type);
    return *std::ranges::find(kTypes, standIn == kStandIns.end() ? type : standIn->in, &EndnoteType::type);
}

bool takesArticleType(RecordType type)
{
    return type == Article || type == ConferencePaper || type == Other;
}

} // namespace winnow::formats
