#include "query/characters.h"

#include <algorithm>
#include <array>

namespace winnow::query {

namespace {

enum Kind : std::size_t { Dash, FullWidth, ZeroWidth, KindCount };

struct Character
{
    std::string_view text;
    std::string_view meant;
    Kind kind;
};

constexpr std::array kCharacters{
    Character{"\u2010", "-", Dash},
    Character{"\u2011", "-", Dash},
    Character{"\u2012", "-", Dash},
    Character{"\u2013", "-", Dash},
    Character{"\u2014", "-", Dash},
    Character{"\u2015", "-", Dash},
    Character{"\u2212", "-", Dash},
    Character{"\uFE58", "-", Dash},
    Character{"\uFE63", "-", Dash},
    Character{"\u200B", " ", ZeroWidth},
    Character{"\u200C", "", ZeroWidth},
    Character{"\u200D", "", ZeroWidth},
    Character{"\u2060", "", ZeroWidth},
    Character{"\u00AD", "", ZeroWidth},
    Character{"\uFEFF", " ", ZeroWidth},
};

constexpr std::array<std::string_view, KindCount> kMessages{
    "These are typographic dashes, which Scopus may not read as a hyphen; write -.",
    "These are full-width characters, which are not those of the language.",
    "There are characters here that cannot be seen, such as soft hyphens; remove them.",
};

constexpr std::array<std::string_view, KindCount> kLabels{
    "Write hyphens", "Write plain characters", "Remove them"};

/// U+FF01 to U+FF5E are the characters ! to ~ of ASCII in the width of Chinese ones.
std::optional<Edit> fullWidthAt(std::string_view query, std::size_t at)
{
    if (at + 3 > query.size() || query[at] != '\xEF') {
        return std::nullopt;
    }
    const auto second = static_cast<unsigned char>(query[at + 1]);
    const auto third = static_cast<unsigned char>(query[at + 2]);
    if ((second != 0xBC && second != 0xBD) || third < 0x80 || third > 0xBF) {
        return std::nullopt;
    }
    const unsigned code = 0xF000U | ((second & 0x3FU) << 6U) | (third & 0x3FU);
    if (code < 0xFF01U || code > 0xFF5EU) {
        return std::nullopt;
    }
    return Edit{at, at + 3, std::string(1, static_cast<char>(code - 0xFF01U + '!'))};
}

} // namespace

std::vector<Problem> findOddCharacters(std::string_view query)
{
    std::array<Fix, KindCount> fixes;
    for (std::size_t at = 0; at < query.size(); ++at) {
        const auto first = static_cast<unsigned char>(query[at]);
        if (first < 0x80) {
            continue;
        }
        if (auto edit = fullWidthAt(query, at)) {
            fixes.at(FullWidth).edits.push_back(*std::move(edit));
            at += 2;
            continue;
        }
        const auto *const found = std::ranges::find_if(kCharacters, [&](const Character &character) {
            return query.substr(at).starts_with(character.text);
        });
        if (found != kCharacters.end()) {
            fixes.at(found->kind).edits.push_back({at, at + found->text.size(), std::string(found->meant)});
            at += found->text.size() - 1;
        }
    }
    std::vector<Problem> problems;
    for (std::size_t kind = 0; kind < KindCount; ++kind) {
        Fix &fix = fixes.at(kind);
        if (fix.edits.empty()) {
            continue;
        }
        fix.label = kLabels.at(kind);
        const Edit &first = fix.edits.front();
        problems.push_back({"W04",
                            ProblemSeverity::Warning,
                            first.from,
                            first.to,
                            std::string(kMessages.at(kind)),
                            std::move(fix)});
    }
    return problems;
}

} // namespace winnow::query
