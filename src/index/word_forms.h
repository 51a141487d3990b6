#pragma once

#include "index/word_postings.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace winnow::index {

/// The words of an index that one word of a query stands for.
struct WordForms
{
    std::vector<WordId> loose; ///< for fields that have variants; sorted
    std::vector<WordId> plain; ///< for the others; sorted
    std::size_t frequency = 0; ///< about how many records hold one of them

    [[nodiscard]] const std::vector<WordId> &of(bool isLoose) const { return isLoose ? loose : plain; }
};

/// Whether a word is one of `forms`, which are few but for wildcards.
[[nodiscard]] inline bool isOneOf(const std::vector<WordId> &forms, WordId word)
{
    return forms.size() == 1 ? forms.front() == word : std::ranges::binary_search(forms, word);
}

/// Finds the forms of words, once for each. Throws what Xapian throws.
class WordFinder
{
public:
    /// Both must outlive it.
    WordFinder(const Vocabulary &vocabulary, const WordPostings &postings)
        : m_vocabulary(vocabulary)
        , m_postings(postings)
    {}

    /// Stays where it is. In an exact phrase, * and ? are no wildcards and variants do not count.
    [[nodiscard]] const WordForms &formsOf(const std::string &word, bool isExact);

private:
    [[nodiscard]] WordForms find(const std::string &word, bool isExact) const;
    [[nodiscard]] std::vector<WordId> fitting(const std::string &pattern) const;

    const Vocabulary &m_vocabulary;
    const WordPostings &m_postings;
    std::map<std::pair<std::string, bool>, WordForms> m_found;
};

} // namespace winnow::index
