#include "index/word_forms.h"

#include "query/tree.h"
#include "text/variants.h"

namespace winnow::index {

const WordForms &WordFinder::formsOf(const std::string &word, bool isExact)
{
    const auto [entry, isNew] = m_found.try_emplace({word, isExact});
    if (isNew) {
        entry->second = find(word, isExact);
    }
    return entry->second;
}

WordForms WordFinder::find(const std::string &word, bool isExact) const
{
    WordForms forms;
    if (!isExact && query::hasWildcard(word)) {
        forms.plain = fitting(word);
        forms.loose = forms.plain;
    } else {
        if (const auto id = m_vocabulary.find(word)) {
            forms.plain.push_back(*id);
        }
        for (const std::string &form : isExact ? std::vector<std::string>{word} : text::variants(word)) {
            if (const auto id = m_vocabulary.find(form)) {
                forms.loose.push_back(*id);
            }
        }
        std::ranges::sort(forms.loose);
    }
    for (const WordId id : forms.loose) {
        forms.frequency += m_postings.frequency(id);
    }
    return forms;
}

/// The words before the first wildcard stand together among Xapian's keys; without such a beginning
/// all words are looked at.
std::vector<WordId> WordFinder::fitting(const std::string &pattern) const
{
    std::vector<WordId> words;
    const std::string beginning = pattern.substr(0, pattern.find_first_of("*?"));
    const std::string_view ending = std::string_view(pattern).substr(pattern.find_last_of("*?") + 1);
    if (beginning.empty()) {
        for (std::size_t id = 0; id < m_vocabulary.size(); ++id) {
            const std::string_view word = m_vocabulary.word(static_cast<WordId>(id));
            if (word.ends_with(ending) && query::fitsPattern(pattern, word)) {
                words.push_back(static_cast<WordId>(id));
            }
        }
        return words;
    }
    m_postings.forEachWord(beginning, [&](WordId id) {
        const std::string_view word = m_vocabulary.word(id);
        if (word.ends_with(ending) && query::fitsPattern(pattern, word)) {
            words.push_back(id);
        }
    });
    std::ranges::sort(words);
    return words;
}

} // namespace winnow::index
