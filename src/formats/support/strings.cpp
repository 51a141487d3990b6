#include "formats/support/strings.h"

#include <algorithm>

namespace winnow::formats {

namespace {

constexpr std::string_view kSpace = " \t\r\n";

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(kSpace);
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(kSpace) + 1 - first);
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

bool isDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string> pieces(std::string_view text, std::string_view separator)
{
    std::vector<std::string> result;
    while (!text.empty()) {
        const std::size_t end = text.find(separator);
        const std::string_view piece = trimmed(text.substr(0, end));
        if (!piece.empty()) {
            result.emplace_back(piece);
        }
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + separator.size());
    }
    return result;
}

std::string squeezed(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    bool isSpacePending = false;
    for (const char c : text) {
        if (kSpace.find(c) != std::string_view::npos) {
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

void appendLine(std::string &text, std::string_view line)
{
    text += line;
    text += '\n';
}

} // namespace winnow::formats
