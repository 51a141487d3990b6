#include "formats/support/strings.h"

#include <algorithm>
#include <charconv>

namespace winnow::formats {

namespace {

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isSpace(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isSpace(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), lower);
    return result;
}

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, {}, lower, lower);
}

bool containsIgnoringCase(std::string_view text, std::string_view lowerCasePart)
{
    const auto isSame = [](char a, char b) { return lower(a) == b; };
    return std::search(text.begin(), text.end(), lowerCasePart.begin(), lowerCasePart.end(), isSame) !=
           text.end();
}

bool isDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, isDigit);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

int toNumber(std::string_view digits)
{
    int number = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return failure == std::errc() && end == digits.data() + digits.size() ? number : 0;
}

std::string_view takeLine(std::string_view &rest)
{
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return line;
}

std::vector<std::string_view> pieces(std::string_view text, std::string_view separator)
{
    std::vector<std::string_view> result;
    while (!text.empty()) {
        const std::size_t end = text.find(separator);
        const std::string_view piece = trimmed(text.substr(0, end));
        if (!piece.empty()) {
            result.push_back(piece);
        }
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + separator.size());
    }
    return result;
}

std::string withoutControls(std::string text)
{
    std::ranges::replace_if(
        text, [](char c) { return (c >= 0 && c < ' ' && c != '\n') || c == 0x7F; }, ' ');
    return text;
}

std::string squeezed(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    bool isSpacePending = false;
    for (const char c : text) {
        if (isSpace(c)) {
            isSpacePending = !result.empty();
            continue;
        }
        if (isSpacePending) {
            result += ' ';
            isSpacePending = false;
        }
        result += c;
    }
    return result;
}

} // namespace winnow::formats
