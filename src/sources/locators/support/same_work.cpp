#include "sources/locators/support/same_work.h"

#include "text/encoding.h"
#include "text/fold.h"
#include "text/words.h"

#include <algorithm>
#include <cstdlib>

namespace winnow::locators {

namespace {

constexpr std::size_t kShortestTitle = 15; ///< letters and digits: "Editorial" says nothing
constexpr std::size_t kMostPhrase = 250;

/// The words of a text, each run of anything else between them as `separator`.
std::string wordsOf(std::string_view text, std::string_view separator, std::size_t most)
{
    std::string words;
    bool isBetween = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        if (!text::isWordCharacter(text::nextCodePoint(text, at))) {
            isBetween = true;
            continue;
        }
        if (isBetween && !words.empty()) {
            if (words.size() >= most) {
                break;
            }
            words += separator;
        }
        isBetween = false;
        words += text.substr(begin, at - begin);
    }
    return words;
}

/// Letters and digits only, as they are compared.
std::string bare(const std::string &text)
{
    return wordsOf(text::fold(text), {}, std::string::npos);
}

bool hasAuthorOf(const Record &record, const Work &work)
{
    return std::ranges::any_of(record.authors, [&](const PersonName &person) {
        const std::string family = bare(person.family);
        return !family.empty() && std::ranges::any_of(work.authors, [&](const std::string &author) {
            return bare(author).find(family) != std::string::npos;
        });
    });
}

} // namespace

bool isTelling(const std::string &title)
{
    return bare(title).size() >= kShortestTitle;
}

bool isSameWork(const Record &record, const Work &work)
{
    constexpr int kMostYears = 1; // first online in December, in print in January
    if (!isTelling(record.title) || bare(record.title) != bare(work.title)) {
        return false;
    }
    const bool hasYears = record.date.year && work.year;
    const bool hasAuthors = !record.authors.empty() && !work.authors.empty();
    if (hasYears && std::abs(*record.date.year - *work.year) > kMostYears) {
        return false;
    }
    return (hasYears || hasAuthors) && (!hasAuthors || hasAuthorOf(record, work));
}

std::string phraseOf(const std::string &title)
{
    return wordsOf(title, " ", kMostPhrase);
}

} // namespace winnow::locators
