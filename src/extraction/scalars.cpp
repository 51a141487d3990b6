#include "extraction/scalars.h"

#include "text/encoding.h"
#include "text/fold.h"
#include "text/words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

namespace winnow::extraction {

namespace {

constexpr std::size_t kMostDigits = 60;
constexpr std::size_t kMostPlainLength = 40; ///< of what an exponent is written out to
constexpr std::array<std::string_view, 4> kBlanks{" ", "\u00A0", "\u202F", "\u2009"};
constexpr std::array<std::string_view, 3> kMinus{"-", "\u2212", "\u2013"};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::size_t digitsAt(std::string_view text, std::size_t at)
{
    std::size_t count = 0;
    while (at + count < text.size() && isDigit(text[at + count])) {
        ++count;
    }
    return count;
}

template <std::size_t N>
std::size_t lengthOfAny(const std::array<std::string_view, N> &words, std::string_view text, std::size_t at)
{
    for (const std::string_view word : words) {
        if (text.substr(std::min(at, text.size())).starts_with(word)) {
            return word.size();
        }
    }
    return 0;
}

/// Of a divider between groups of three digits at `at`; 0 where none is.
std::size_t dividerAt(std::string_view text, std::size_t at)
{
    const std::size_t length = at < text.size() && text[at] == ',' ? 1 : lengthOfAny(kBlanks, text, at);
    return length > 0 && digitsAt(text, at + length) == 3 ? length : 0;
}

/// Digits with the point moved right by `exponent`; "" where that gets too long to be read.
std::string movedPoint(std::string whole, std::string fraction, int exponent)
{
    if (std::abs(exponent) > static_cast<int>(kMostPlainLength)) {
        return {};
    }
    for (; exponent > 0; --exponent) {
        whole += fraction.empty() ? '0' : fraction.front();
        fraction.erase(0, 1);
    }
    for (; exponent < 0; ++exponent) {
        fraction.insert(fraction.begin(), whole.empty() ? '0' : whole.back());
        if (!whole.empty()) {
            whole.pop_back();
        }
    }
    return whole + "." + fraction;
}

/// Without zeros ahead, and with nothing behind a point that nothing follows.
std::string withoutZerosAhead(std::string_view text)
{
    const std::size_t point = text.find('.');
    std::string_view whole = text.substr(0, point);
    const std::string_view fraction = point == std::string_view::npos ? "" : text.substr(point + 1);
    while (whole.size() > 1 && whole.front() == '0') {
        whole.remove_prefix(1);
    }
    std::string result(whole.empty() ? "0" : whole);
    if (!fraction.empty()) {
        result.append(".").append(fraction);
    }
    return result;
}

/// Reads a number piece by piece.
class NumberReader
{
public:
    explicit NumberReader(std::string_view text)
        : m_text(text)
    {}

    std::optional<TakenNumber> read()
    {
        readSign();
        readWhole();
        readFraction();
        if (m_whole.empty() && m_fraction.empty()) {
            return std::nullopt;
        }
        readExponent();
        TakenNumber taken;
        taken.length = m_at;
        taken.fault = fault();
        if (taken.fault.empty()) {
            taken.canonical = canonical();
            if (!toDouble(taken.canonical)) {
                taken.fault = "it is too large or too small a number";
            }
        }
        return taken;
    }

private:
    void readSign()
    {
        const std::size_t minus = lengthOfAny(kMinus, m_text, 0);
        m_isNegative = minus > 0;
        m_at = minus > 0 ? minus : m_text.starts_with("+") ? 1 : 0;
    }

    void readWhole()
    {
        const std::size_t first = digitsAt(m_text, m_at);
        append(m_whole, first);
        if (first == 0 || first > 3 || m_whole.front() == '0') {
            return;
        }
        while (const std::size_t divider = dividerAt(m_text, m_at)) {
            m_at += divider;
            append(m_whole, 3);
        }
    }

    void readFraction()
    {
        const std::size_t digits =
            m_at < m_text.size() && m_text[m_at] == '.' ? digitsAt(m_text, m_at + 1) : 0;
        if (digits > 0) {
            ++m_at;
            append(m_fraction, digits);
            m_hasPoint = true;
        }
    }

    void readExponent()
    {
        std::size_t at = m_at;
        if (at < m_text.size() && (m_text[at] == 'e' || m_text[at] == 'E')) {
            ++at;
        } else {
            at += lengthOfAny(kBlanks, m_text, at);
            const std::size_t times = lengthOfAny(std::array<std::string_view, 2>{"\u00D7", "x"}, m_text, at);
            at += times;
            at += lengthOfAny(kBlanks, m_text, at);
            if (times == 0 || !m_text.substr(std::min(at, m_text.size())).starts_with("10^")) {
                return;
            }
            at += 3;
        }
        const std::size_t minus = lengthOfAny(kMinus, m_text, at);
        at += minus > 0 ? minus : m_text.substr(std::min(at, m_text.size())).starts_with("+") ? 1 : 0;
        const std::size_t digits = digitsAt(m_text, at);
        if (digits == 0) {
            return;
        }
        int exponent = 0;
        const auto read = std::from_chars(m_text.data() + at, m_text.data() + at + digits, exponent);
        m_exponent = read.ec == std::errc() && exponent < 10'000 ? exponent : 10'000;
        m_exponent = minus > 0 ? -m_exponent : m_exponent;
        m_at = at + digits;
    }

    [[nodiscard]] std::string fault() const
    {
        const auto next = [&](char c) {
            return m_at < m_text.size() && m_text[m_at] == c && digitsAt(m_text, m_at + 1) > 0;
        };
        if (m_whole.size() + m_fraction.size() > kMostDigits) {
            return "it has too many digits";
        }
        if (m_hasPoint && next('.')) {
            return "it has two points; write thousands as 1,234,567";
        }
        return {};
    }

    [[nodiscard]] std::string canonical() const
    {
        std::string digits = movedPoint(m_whole, m_fraction, m_exponent);
        digits = withoutZerosAhead(digits);
        if (m_exponent != 0 && (digits.size() > kMostPlainLength || digits == "0")) {
            return scientific();
        }
        return m_isNegative && digits.find_first_not_of("0.") != std::string::npos ? "-" + digits : digits;
    }

    [[nodiscard]] std::string scientific() const
    {
        const std::string text =
            (m_whole.empty() ? "0" : m_whole) + "." + m_fraction + "0e" + std::to_string(m_exponent);
        double number = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
        if (read.ec != std::errc()) {
            return {};
        }
        return fromDouble(m_isNegative ? -number : number);
    }

    void append(std::string &digits, std::size_t count)
    {
        digits += m_text.substr(m_at, count);
        m_at += count;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    bool m_isNegative = false;
    bool m_hasPoint = false;
    std::string m_whole;
    std::string m_fraction;
    int m_exponent = 0;
};

constexpr std::array<std::string_view, 12> kMonths{"january",
                                                   "february",
                                                   "march",
                                                   "april",
                                                   "may",
                                                   "june",
                                                   "july",
                                                   "august",
                                                   "september",
                                                   "october",
                                                   "november",
                                                   "december"};

/// Also by its first letters, three at least: "Sept". 0 where it is none.
int monthFrom(std::string_view word)
{
    const std::string name = text::fold(word);
    for (std::size_t i = 0; i < kMonths.size() && name.size() >= 3; ++i) {
        if (kMonths.at(i).starts_with(name)) {
            return static_cast<int>(i) + 1;
        }
    }
    return 0;
}

/// 1 to `most` digits; -1 where the word is anything else.
int numberFrom(std::string_view word, std::size_t least, std::size_t most)
{
    int number = -1;
    if (word.size() >= least && word.size() <= most && digitsAt(word, 0) == word.size()) {
        std::from_chars(word.data(), word.data() + word.size(), number);
    }
    return number;
}

int daysOf(int year, int month)
{
    constexpr std::array kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return kDays.at(static_cast<std::size_t>(month) - 1) + (month == 2 && isLeap ? 1 : 0);
}

std::string padded(int number, std::size_t width)
{
    const std::string digits = std::to_string(number);
    return std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
}

/// Without day or month where these are nullopt.
std::optional<std::string> dateOf(int year, std::optional<int> month, std::optional<int> day)
{
    if (year < 1 || (month && (*month < 1 || *month > 12)) ||
        (day && (*day < 1 || *day > daysOf(year, *month)))) {
        return std::nullopt;
    }
    return padded(year, 4) + (month ? "-" + padded(*month, 2) : "") + (day ? "-" + padded(*day, 2) : "");
}

std::vector<std::string> wordsOf(std::string_view text, std::string_view dividers)
{
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (dividers.find(c) == std::string_view::npos) {
            words.back() += c;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) {
        words.pop_back();
    }
    return words;
}

} // namespace

std::optional<TakenNumber> takeNumber(std::string_view text)
{
    return NumberReader(text).read();
}

std::optional<std::string> canonicalNumber(std::string_view text)
{
    const std::string_view number = trimmed(text);
    auto taken = takeNumber(number);
    if (!taken || !taken->fault.empty() || taken->length != number.size()) {
        return std::nullopt;
    }
    return std::move(taken->canonical);
}

std::string withoutPrecision(std::string_view canonical)
{
    if (canonical.find('.') != std::string_view::npos && canonical.find('e') == std::string_view::npos) {
        canonical.remove_suffix(canonical.size() - 1 - canonical.find_last_not_of('0'));
        canonical.remove_suffix(canonical.ends_with('.') ? 1 : 0);
    }
    return std::string(canonical);
}

std::optional<double> toDouble(std::string_view canonical)
{
    double number = 0;
    const auto read = std::from_chars(canonical.data(), canonical.data() + canonical.size(), number);
    if (read.ec != std::errc() || read.ptr != canonical.data() + canonical.size() || !std::isfinite(number)) {
        return std::nullopt;
    }
    return number;
}

std::string fromDouble(double number)
{
    if (!std::isfinite(number)) {
        return {};
    }
    std::array<char, 512> buffer{};
    const bool isPlain = number == 0 || (std::abs(number) >= 1e-15 && std::abs(number) < 1e15);
    const auto written = std::to_chars(buffer.data(),
                                       buffer.data() + buffer.size(),
                                       number == 0 ? 0.0 : number, // no -0
                                       isPlain ? std::chars_format::fixed : std::chars_format::scientific);
    return {buffer.data(), written.ptr};
}

std::optional<std::string> canonicalDate(std::string_view text)
{
    const std::string_view date = trimmed(text);
    if (date.size() > 40) {
        return std::nullopt;
    }
    const bool isIso = digitsAt(date, 0) == 4 && (date.size() == 4 || date[4] == '-' || date[4] == '/');
    const std::vector<std::string> words = wordsOf(date, isIso ? "-/" : " ,.\t");
    if (words.empty() || words.size() > 3) {
        return std::nullopt;
    }
    if (isIso) {
        std::vector<int> numbers;
        numbers.reserve(words.size());
        for (const std::string &word : words) {
            numbers.push_back(numbers.empty() ? numberFrom(word, 4, 4) : numberFrom(word, 1, 2));
        }
        return dateOf(numbers[0],
                      numbers.size() > 1 ? std::optional(numbers[1]) : std::nullopt,
                      numbers.size() > 2 ? std::optional(numbers[2]) : std::nullopt);
    }
    const int year = numberFrom(words.back(), 4, 4);
    if (words.size() == 2 && monthFrom(words[0]) > 0) {
        return dateOf(year, monthFrom(words[0]), std::nullopt);
    }
    if (words.size() == 3) {
        const bool isMonthFirst = monthFrom(words[0]) > 0;
        const int month = monthFrom(words[isMonthFirst ? 0 : 1]);
        return month == 0 ? std::nullopt : dateOf(year, month, numberFrom(words[isMonthFirst ? 1 : 0], 1, 2));
    }
    return std::nullopt;
}

std::string plainForm(std::string_view text)
{
    std::string blanksAsOne;
    std::string_view rest = trimmed(text);
    while (!rest.empty()) {
        const std::size_t length = text::blankAtHead(rest);
        if (length == 0) {
            blanksAsOne += rest.front();
        } else if (blanksAsOne.back() != ' ') {
            blanksAsOne += ' ';
        }
        rest.remove_prefix(std::max<std::size_t>(length, 1));
    }
    std::string result;
    text::appendLower(result, text::composed(blanksAsOne));
    return result;
}

bool isSameInPlainForm(std::string_view one, std::string_view other)
{
    if (!text::isAscii(one) || !text::isAscii(other)) {
        return plainForm(one) == plainForm(other);
    }
    one = trimmed(one);
    other = trimmed(other);
    const auto next = [](std::string_view &rest) {
        const char c = rest.front();
        rest.remove_prefix(1);
        if (static_cast<unsigned char>(c) > ' ') {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
        while (static_cast<unsigned char>(rest.front()) <= ' ') { // trimmed: a letter follows
            rest.remove_prefix(1);
        }
        return ' ';
    };
    while (!one.empty() && !other.empty()) {
        if (next(one) != next(other)) {
            return false;
        }
    }
    return one.empty() && other.empty();
}

} // namespace winnow::extraction
