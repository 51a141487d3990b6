#include "query/gaps.h"

#include "text/fold.h"

namespace winnow::query {

std::string gap(std::string_view text)
{
    std::string collapsed;
    for (const char c : text::fold(text)) {
        const bool isSpace = c == ' ' || (c >= '\t' && c <= '\r');
        if (!isSpace) {
            collapsed += c;
        } else if (collapsed.empty() || collapsed.back() != ' ') {
            collapsed += ' ';
        }
    }
    return collapsed;
}

std::vector<std::string> gapsOf(std::string_view text, std::span<const text::Token> words)
{
    std::vector<std::string> gaps;
    gaps.reserve(words.size() + 1);
    std::size_t behind = 0;
    for (const text::Token &word : words) {
        gaps.push_back(gap(text.substr(behind, word.from - behind)));
        behind = word.to;
    }
    gaps.push_back(gap(text.substr(behind)));
    return gaps;
}

std::vector<std::string> askedGaps(std::string_view term)
{
    std::vector<std::string> gaps = gapsOf(term, text::tokens(term));
    if (gaps.front().starts_with(' ')) {
        gaps.front().erase(0, 1);
    }
    if (gaps.back().ends_with(' ')) {
        gaps.back().pop_back();
    }
    return gaps;
}

bool gapsFit(std::span<const std::string> asked, std::span<const std::string> gaps, std::size_t at)
{
    const std::size_t last = asked.size() - 1;
    if (!gaps[at].ends_with(asked.front()) || !gaps[at + last].starts_with(asked.back())) {
        return false;
    }
    for (std::size_t i = 1; i < last; ++i) {
        if (asked[i] != gaps[at + i]) {
            return false;
        }
    }
    return true;
}

} // namespace winnow::query
