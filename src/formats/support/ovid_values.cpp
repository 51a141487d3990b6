#include "formats/support/ovid_values.h"

#include "formats/support/strings.h"
#include "formats/support/vocabulary.h"

#include <algorithm>
#include <array>

namespace winnow::formats {

namespace {

constexpr std::string_view kStops = " .,;:";

std::string_view withoutStops(std::string_view text)
{
    const std::size_t last = text.find_last_not_of(kStops);
    return trimmed(text.substr(0, last == std::string_view::npos ? 0 : last + 1));
}

std::string_view lastWord(std::string_view text)
{
    return text.substr(text.find_last_of(' ') == std::string_view::npos ? 0 : text.find_last_of(' ') + 1);
}

bool isYear(std::string_view word)
{
    return word.size() == 4 && isDigits(word) && (word.starts_with("19") || word.starts_with("20"));
}

/// "June", "January/February", "Winter".
bool isMonthOrSeason(std::string_view word)
{
    constexpr std::array<std::string_view, 5> kSeasons{"Winter", "Spring", "Summer", "Autumn", "Fall"};
    return std::ranges::find(kSeasons, word) != kSeasons.end() ||
           (word.size() >= 3 && !isDigits(word) && monthFrom(word.substr(0, word.find('/'))));
}

/// Takes a date off the end of `text`: the year, a month before it, and a day beside that.
std::string takeDate(std::string_view &text)
{
    const std::string_view whole = withoutStops(text);
    if (!isYear(lastWord(whole))) {
        return {};
    }
    std::size_t begin = whole.size() - 4;
    bool isDayPossible = true;
    while (begin > 0) {
        const std::string_view before = trimmed(whole.substr(0, begin));
        const std::string_view word = withoutStops(lastWord(before));
        const bool isDay = isDayPossible && isDigits(word) && word.size() <= 2 &&
                           (begin == whole.size() - 4 || !before.ends_with(','));
        if (!isDay && !isMonthOrSeason(word)) {
            break;
        }
        isDayPossible = !isDay;
        begin = before.size() - lastWord(before).size();
    }
    std::string date(whole.substr(begin));
    text = whole.substr(0, begin);
    return date;
}

/// Where the pages behind a colon are, if they are.
struct Pages
{
    std::size_t colon = std::string_view::npos;
    std::size_t begin = 0;
    std::size_t end = 0;
};

Pages findPages(std::string_view text)
{
    for (std::size_t at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1)) {
        const std::size_t begin = std::min(text.find_first_not_of(' ', at + 1), text.size());
        const auto isPage = [](char c) { return isDigit(c) || isLetter(c) || c == '-'; };
        const auto *const stop =
            std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), isPage);
        const auto end = static_cast<std::size_t>(stop - text.begin());
        const std::string_view pages = text.substr(begin, end - begin);
        const bool isBehindNumber =
            at > 0 && (isDigit(text[at - 1]) || text[at - 1] == ')' || text[at - 1] == '.');
        if (isBehindNumber && std::ranges::any_of(pages, isDigit)) {
            return {at, begin, end};
        }
    }
    return {};
}

/// Takes "201(2-3)" off the end of `text`; a year alone is no volume.
void takeVolume(std::string_view &text, OvidSource &source)
{
    std::string_view rest = text;
    if (rest.ends_with(')')) {
        const std::size_t open = rest.rfind('(');
        if (open == std::string_view::npos) {
            return;
        }
        source.issue = rest.substr(open + 1, rest.size() - open - 2);
        rest = rest.substr(0, open);
    }
    const std::size_t begin = rest.find_last_not_of("0123456789") + 1;
    const std::string_view number = rest.substr(begin);
    if (number.empty() || (source.issue.empty() && isYear(number))) {
        source.issue.clear();
        return;
    }
    source.volume = number;
    text = rest.substr(0, begin);
}

bool isDegree(std::string_view word)
{
    constexpr std::array<std::string_view, 14> kDegrees{
        "MD", "M.D.", "PhD", "Ph.D.", "MPH", "MSc", "BSc", "MS", "MA", "RN", "DO", "DDS", "DVM", "MBBS"};
    while (word.ends_with(',')) {
        word.remove_suffix(1);
    }
    return std::ranges::find(kDegrees, word) != kDegrees.end();
}

} // namespace

OvidSource ovidSource(std::string_view text)
{
    OvidSource source;
    text = trimmed(text);
    const Pages pages = findPages(text.substr(0, 1000));
    if (pages.colon != std::string_view::npos) {
        source.pages = text.substr(pages.begin, pages.end - pages.begin);
        source.date = withoutStops(text.substr(pages.end)).empty()
                          ? std::string()
                          : std::string(withoutStops(text.substr(pages.end).substr(1)));
        text = text.substr(0, pages.colon);
        takeVolume(text, source);
    } else {
        // Without a colon, the first sentence is the title when numbers follow.
        std::size_t stop = text.find(". ");
        while (stop != std::string_view::npos && stop + 2 < text.size() && !isDigit(text[stop + 2])) {
            stop = text.find(". ", stop + 2);
        }
        if (stop == std::string_view::npos) {
            return source;
        }
        const std::size_t end = std::min(text.find(';', stop), text.size());
        source.date = text.substr(stop + 2, end - stop - 2);
        const std::string_view pages = withoutStops(text.substr(std::min(end + 1, text.size())));
        const bool isRange = pages.find_first_not_of("0123456789-") == std::string_view::npos;
        source.pages = isRange ? trimmed(pages) : std::string_view();
        text = text.substr(0, stop);
    }
    if (std::string date = takeDate(text); !date.empty()) {
        source.date = std::move(date);
    }
    text = withoutStops(text);
    if (const std::string_view number = lastWord(text);
        source.volume.empty() && isDigits(number) && number.size() <= 3 && number.size() < text.size()) {
        source.volume = number;
        text.remove_suffix(number.size());
    }
    source.title = withoutStops(text);
    return source;
}

std::string ovidAuthor(std::string_view text)
{
    text = trimmed(text.substr(0, text.find(" [")));
    std::string name;
    bool hasComma = false;
    for (const std::string_view word : pieces(text, " ")) {
        const bool isMark = word.find_first_not_of("0123456789,*+") == std::string_view::npos;
        if (isMark || (hasComma && isDegree(word))) {
            break;
        }
        hasComma = hasComma || word.ends_with(',');
        name += (name.empty() ? "" : " ") + std::string(word);
    }
    const std::string_view last = lastWord(name);
    if (name.ends_with('.') && last.size() > 3 && last.find('.') == last.size() - 1) {
        name.pop_back(); // the end of a sentence, not of an initial
    }
    return name;
}

std::string ovidTitle(std::string_view text)
{
    text = trimmed(text);
    if (text.ends_with("].")) {
        text.remove_suffix(1);
    }
    const std::size_t open = text.rfind(" [");
    if (text.ends_with(']') && open != std::string_view::npos &&
        trimmed(text.substr(0, open)).ends_with('.')) {
        text = trimmed(text.substr(0, open));
    }
    if (text.ends_with('.')) {
        text.remove_suffix(1);
    }
    return std::string(text);
}

} // namespace winnow::formats
