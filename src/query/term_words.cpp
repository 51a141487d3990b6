#include "query/term_words.h"

#include "text/tokens.h"

#include <algorithm>
#include <array>

namespace winnow::query {

namespace {

/// Articles, pronouns, auxiliaries and prepositions; Elsevier publishes no full list.
constexpr std::array<std::string_view, 58> kStopWords{
    "a",       "about", "after",  "all", "also", "an",    "and",   "any",  "are",   "as",    "at",   "be",
    "because", "been",  "but",    "by",  "can",  "could", "did",   "do",   "does",  "for",   "from", "had",
    "has",     "have",  "having", "he",  "her",  "his",   "how",   "if",   "in",    "into",  "is",   "it",
    "its",     "not",   "of",     "on",  "or",   "our",   "she",   "that", "the",   "their", "them", "these",
    "they",    "this",  "to",     "was", "we",   "were",  "which", "with", "would", "you"};

static_assert(std::ranges::is_sorted(kStopWords));

} // namespace

std::vector<std::string> termWords(std::string_view term, bool withWildcards)
{
    std::vector<std::string> words;
    std::size_t behind = 0; // the end of the last word
    bool isOpen = false;    // the last word ends in a wildcard that a following word may join
    const auto takeGap = [&](std::string_view gap) {
        // Wildcards at the beginning of a gap belong to the word before, those at its end to the word behind.
        while (!gap.empty()) {
            const std::size_t end = std::min(gap.find_first_not_of("*?"), gap.size());
            if (end > 0 && withWildcards) {
                const bool touchesWord = !words.empty() && gap.data() == term.data() + behind;
                if (touchesWord) {
                    words.back() += gap.substr(0, end);
                } else {
                    words.emplace_back(gap.substr(0, end));
                }
                isOpen = end == gap.size();
            }
            gap.remove_prefix(end);
            const std::size_t next = std::min(gap.find_first_of("*?"), gap.size());
            gap.remove_prefix(next);
        }
    };
    for (const text::Token &token : text::tokens(term)) {
        isOpen = false;
        takeGap(term.substr(behind, token.from - behind));
        if (isOpen) {
            words.back() += token.word;
        } else {
            words.push_back(token.word);
        }
        behind = token.to;
    }
    takeGap(term.substr(behind));
    return words;
}

bool isStopWord(std::string_view foldedWord)
{
    return std::ranges::binary_search(kStopWords, foldedWord);
}

} // namespace winnow::query
