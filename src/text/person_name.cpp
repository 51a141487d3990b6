#include "text/person_name.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace winnow::text {

namespace {

/// Of white space only: text::trimmed() takes control characters, too, which a name may hold and must keep
/// when it is written and read again.
std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kSpace = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kSpace);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(kSpace) + 1 - first);
}

/// "L.N.", "J", "J.-P.", "LN": at most four capitals with nothing but dots and hyphens between.
bool areInitials(std::string_view word)
{
    const auto isCapital = [](char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; };
    const auto capitals = std::ranges::count_if(word, isCapital);
    const bool isClean =
        std::ranges::all_of(word, [&](char c) { return isCapital(c) || c == '.' || c == '-'; });
    return isClean && capitals >= 1 && capitals <= (word.find('.') == std::string_view::npos ? 3 : 6);
}

std::vector<std::string_view> wordsOf(std::string_view text)
{
    std::vector<std::string_view> words;
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i == text.size() || (depth == 0 && text[i] == ' ')) {
            if (i > begin) {
                words.push_back(text.substr(begin, i - begin));
            }
            begin = i + 1;
        } else if (text[i] == '{') {
            ++depth;
        } else if (text[i] == '}') {
            --depth;
        }
    }
    return words;
}

bool isGenerationSuffix(std::string_view word)
{
    constexpr std::array<std::string_view, 8> kSuffixes{"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "V"};
    return std::ranges::find(kSuffixes, word) != kSuffixes.end();
}

NameParts splitAtComma(std::string_view name, std::size_t comma)
{
    std::string family(trimmed(name.substr(0, comma)));
    std::string_view given = trimmed(name.substr(comma + 1));
    const std::size_t second = given.find(',');
    if (second != std::string_view::npos && isGenerationSuffix(trimmed(given.substr(0, second)))) {
        family += ' ';
        family += trimmed(given.substr(0, second));
        given = trimmed(given.substr(second + 1));
    }
    return family.empty() ? NameParts{std::string(given), {}}
                          : NameParts{std::move(family), std::string(given)};
}

std::string joined(const std::vector<std::string_view> &words, std::size_t from, std::size_t to)
{
    std::string text;
    for (std::size_t i = from; i < to; ++i) {
        text += (i == from ? "" : " ");
        text += words[i];
    }
    return text;
}

} // namespace

NameParts parseName(std::string_view name)
{
    name = trimmed(name);
    const bool isWhole = name.ends_with(",,");
    while (!name.empty() && (name.back() == ',' || name.back() == ' ')) {
        name.remove_suffix(1);
    }
    if (isWhole) {
        return {std::string(name), {}};
    }
    if (const std::size_t comma = name.find(','); comma != std::string_view::npos) {
        return splitAtComma(name, comma);
    }
    const auto words = wordsOf(name);
    std::size_t last = words.size();
    while (last > 1 && areInitials(words[last - 1])) {
        --last;
    }
    if (last < words.size()) {
        return {joined(words, 0, last), joined(words, last, words.size())};
    }
    std::size_t first = 0;
    while (first + 1 < words.size() && words[first].ends_with('.') && areInitials(words[first])) {
        ++first;
    }
    return {first == 0 ? std::string(name) : joined(words, first, words.size()), joined(words, 0, first)};
}

std::string printName(const NameParts &name)
{
    if (!name.given.empty()) {
        return name.family + ", " + name.given;
    }
    return parseName(name.family) == name ? name.family : name.family + ",,";
}

NameParts parseBibtexName(std::string_view name)
{
    name = trimmed(name);
    if (name.starts_with('{') && name.find('}') == name.size() - 1) {
        return {std::string(name.substr(1, name.size() - 2)), {}};
    }
    int depth = 0;
    for (std::size_t i = 0; i < name.size(); ++i) {
        depth += name[i] == '{' ? 1 : name[i] == '}' ? -1 : 0;
        if (name[i] == ',' && depth == 0) {
            return splitAtComma(name, i);
        }
    }
    const auto words = wordsOf(name);
    if (words.size() < 2) {
        return {std::string(name), {}};
    }
    std::size_t family = words.size() - 1;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (std::islower(static_cast<unsigned char>(words[i].front())) != 0) {
            family = i;
            break;
        }
    }
    return {joined(words, family, words.size()), joined(words, 0, family)};
}

} // namespace winnow::text
