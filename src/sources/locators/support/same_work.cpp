#include "sources/locators/support/same_work.h"

#include "formats/support/strings.h"
#include "text/fold.h"

#include <algorithm>
#include <cstdlib>

namespace winnow::locators {

namespace {

constexpr std::size_t kShortestTitle = 15; ///< letters and digits: "Editorial" says nothing
constexpr std::size_t kMostPhrase = 250;

bool isOfWord(char c)
{
    return formats::isDigit(c) || formats::isLetter(c) || static_cast<unsigned char>(c) >= 0x80U;
}

/// Letters and digits only, as they are compared.
std::string bare(const std::string &text)
{
    std::string folded = text::fold(text);
    std::erase_if(folded, [](char c) { return !isOfWord(c); });
    return folded;
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
    std::string phrase;
    for (const char c : title) {
        if (isOfWord(c)) {
            phrase += c;
        } else if (!phrase.empty() && phrase.back() != ' ') {
            if (phrase.size() > kMostPhrase) {
                break;
            }
            phrase += ' ';
        }
    }
    return std::string(formats::trimmed(phrase));
}

} // namespace winnow::locators
