#include "query/tree.h"

#include <algorithm>

namespace winnow::query {

namespace {

std::size_t characterLength(std::string_view text, std::size_t at)
{
    std::size_t length = 1;
    while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xC0U) == 0x80U) {
        ++length;
    }
    return length;
}

} // namespace

bool hasFieldInside(const Node &node)
{
    return std::ranges::any_of(node.children, [](const NodePtr &child) {
        return child->kind == NodeKind::Fielded || child->kind == NodeKind::Compare || hasFieldInside(*child);
    });
}

bool asksForFullText(const Node &root)
{
    return (root.code != nullptr && root.code->isOfFullText()) ||
           std::ranges::any_of(root.children, [](const NodePtr &child) { return asksForFullText(*child); });
}

bool hasWildcard(std::string_view word)
{
    return word.find_first_of("*?") != std::string_view::npos;
}

bool fitsPattern(std::string_view pattern, std::string_view word)
{
    // Greedy with one point of return: the last star seen.
    std::size_t p = 0;
    std::size_t w = 0;
    std::size_t star = std::string_view::npos;
    std::size_t resume = 0;
    while (w < word.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = w;
        } else if (p < pattern.size() && pattern[p] == '?') {
            w += characterLength(word, w);
            ++p;
        } else if (p < pattern.size() && pattern[p] == word[w]) {
            ++p;
            ++w;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            resume += characterLength(word, resume);
            w = resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*') {
        ++p;
    }
    return p == pattern.size();
}

} // namespace winnow::query
