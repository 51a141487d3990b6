#include "extraction/scalars.h"
#include "extraction/scanner.h"
#include "extraction/value_types.h"

#include <algorithm>
#include <array>

namespace winnow::extraction {

namespace {

constexpr std::array<std::string_view, 8> kDashes{
    "-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212"};

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

template <class List>
std::string_view firstOf(const List &signs, std::string_view text)
{
    const auto found =
        std::ranges::find_if(signs, [&](std::string_view sign) { return text.starts_with(sign); });
    return found == signs.end() ? std::string_view() : *found;
}

std::string_view withoutBlanksAhead(std::string_view text)
{
    while (const std::size_t length = text::blankAtHead(text)) {
        text.remove_prefix(length);
    }
    return text;
}

/// A number without a sign.
std::size_t lengthOfNumber(std::string_view text)
{
    const bool isNumber = !text.empty() && (isDigit(text[0]) || text[0] == '.');
    const auto number = isNumber ? takeNumber(text) : std::nullopt;
    return number ? number->length : 0;
}

/// The letters that a text ends with.
std::string_view lettersBefore(std::string_view text)
{
    std::size_t begin = text.size();
    while (begin > 0 && isLetter(text[begin - 1])) {
        --begin;
    }
    return text.substr(begin);
}

/// Whether a dash with `before` and `behind` it divides two numbers, and is neither of an exponent as in
/// "m-2" nor of a name as in "IL-6".
bool dividesNumbers(std::string_view before, std::string_view behind)
{
    const std::string_view next = withoutBlanksAhead(behind);
    const std::size_t length = lengthOfNumber(next);
    if (length == 0) {
        return false;
    }
    const std::string_view word = lettersBefore(before);
    const std::string_view follows = withoutBlanksAhead(next.substr(length));
    return word.empty() || follows.starts_with(word) || (follows.empty() && length > 1);
}

/// Whether brackets open here in which numbers stand, as a spread or a share, and no scale in words.
bool beginsSpread(std::string_view text)
{
    if (!text.starts_with("(") && !text.starts_with("[")) {
        return false;
    }
    Scanner inside(text.substr(1, text.find_first_of(")]") - 1));
    if (!inside.takeAny({"SD", "SE", "SEM", "CI", "CrI", "IQR", "±", "+/-", "+-"}).empty()) {
        return true;
    }
    if (!inside.number()) {
        return false;
    }
    while (!inside.isAtEnd()) {
        if (inside.takeAny({"to", "CI", "CrI", "%", "of"}).empty()) {
            if (isLetter(inside.rest().front()) && firstOf(kDashes, inside.rest()).empty()) {
                return false;
            }
            inside.skip(1);
        }
    }
    return true;
}

} // namespace

bool readsOnToNumber(std::string_view text)
{
    constexpr std::array<std::string_view, 7> kDividers{
        "to ", "until ", "and ", "or ", "vs ", "vs. ", "versus "};
    std::size_t depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = text.substr(i);
        depth += rest[0] == '(' ? 1 : 0;
        depth -= rest[0] == ')' && depth > 0 ? 1 : 0;
        if (depth > 0) {
            continue;
        }
        if (const std::string_view dash = firstOf(kDashes, rest);
            !dash.empty() && dividesNumbers(text.substr(0, i), rest.substr(dash.size()))) {
            return true;
        }
        const std::string_view divider =
            i > 0 && isLetter(text[i - 1]) ? std::string_view() : firstOf(kDividers, rest);
        if (!divider.empty() && lengthOfNumber(withoutBlanksAhead(rest.substr(divider.size()))) > 0) {
            return true;
        }
    }
    return false;
}

bool canBeUnit(std::string_view text)
{
    constexpr std::size_t kLongest = 60;
    constexpr std::array<std::string_view, 6> kNoUnits{"to", "and", "or", "of", "vs", "versus"};
    constexpr std::array<std::string_view, 6> kNoBeginnings{"±", "÷", "·", "…", "∼", "≈"};
    constexpr std::string_view kSignsAhead = "%$/'\"#";
    constexpr std::array<std::string_view, 3> kTimes{"×", "x", "X"};
    if (text.empty() || text.size() > kLongest || text.find_first_of("=<>;\n") != std::string_view::npos ||
        text.find("≤") != std::string_view::npos || text.find("≥") != std::string_view::npos) {
        return false;
    }
    const bool canBegin = isLetter(text[0]) || kSignsAhead.find(text[0]) != std::string_view::npos;
    const std::string_view times = firstOf(kTimes, text);
    const std::string_view slash = text.starts_with("/") ? "/" : "";
    const auto isBeforeNumber = [&](std::string_view sign) {
        return !sign.empty() && lengthOfNumber(withoutBlanksAhead(text.substr(sign.size()))) > 0;
    };
    const std::string first = plainForm(text.substr(0, text.find(' ')));
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (beginsSpread(text.substr(i))) {
            return false;
        }
    }
    const auto number = takeNumber("1 " + std::string(text)); // it must not read on into "x 10^3"
    return canBegin && firstOf(kNoBeginnings, text).empty() && firstOf(kDashes, text).empty() &&
           !isBeforeNumber(times) && !isBeforeNumber(slash) && !readsOnToNumber(text) &&
           number->length == 1 && std::ranges::find(kNoUnits, first) == kNoUnits.end();
}

std::string unitForm(std::string_view unit)
{
    constexpr std::size_t kShortestWord = 4;
    std::string form;
    std::string word;
    const auto endWord = [&] {
        form += word.size() < kShortestWord ? word : plainForm(word);
        word.clear();
    };
    for (std::string_view rest = trimmed(unit); !rest.empty();) {
        std::size_t length = text::blankAtHead(rest);
        if (length > 0) {
            endWord();
            form += form.ends_with(' ') ? "" : " ";
        } else if (rest.starts_with("\u00B5")) { // the micro sign is the Greek letter
            length = 2;
            word += "\u03BC";
        } else {
            length = 1;
            if (!isLetter(rest[0])) {
                endWord();
            }
            (isLetter(rest[0]) ? word : form) += rest[0];
        }
        rest.remove_prefix(length);
    }
    endWord();
    return form;
}

bool isSameUnit(std::string_view one, std::string_view other)
{
    return unitForm(one) == unitForm(other);
}

Result<std::string> unitFrom(const Field &field, std::string_view text)
{
    const std::string_view unit = trimmed(text);
    if (field.units.empty()) {
        return std::string(unit);
    }
    if (unit.empty()) {
        return field.units.size() == 1 ? field.units.front() : std::string();
    }
    if (std::ranges::find(field.units, unit) != field.units.end()) {
        return std::string(unit);
    }
    std::string names;
    bool isByCase = false;
    for (const std::string &one : field.units) {
        if (isSameUnit(one, unit)) {
            return one;
        }
        isByCase = isByCase || isSameInPlainForm(one, unit);
        names += (names.empty() ? "" : ", ") + one;
    }
    return misfit("\"" + shortened(unit, 40) + "\" is none of the units " + names +
                  (isByCase ? " (capital letters count)" : ""));
}

} // namespace winnow::extraction
