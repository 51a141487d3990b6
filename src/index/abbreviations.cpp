#include "index/abbreviations.h"

#include "index/leaves.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>

namespace winnow::index {

namespace {

constexpr std::size_t kFewestLetters = 2;
constexpr std::size_t kMostLetters = 7;

/// Collects the names that records give to the terms.
class Names
{
public:
    Names(const Parts &parts, std::span<const std::vector<std::string>> terms)
        : m_parts(parts)
        , m_postings(parts.database, parts.vocabulary, parts.frequencies)
        , m_words(parts.vocabulary, m_postings)
        , m_counts(terms.size())
    {
        for (std::size_t i = 0; i < terms.size(); ++i) {
            take(i, terms[i]);
        }
        for (std::size_t id = 0; id < parts.gaps.size(); ++id) {
            const std::string_view gap = parts.gaps.word(static_cast<WordId>(id));
            m_opens.push_back(gap == " (");
            m_closes.push_back(gap.starts_with(')'));
        }
    }

    void look(std::size_t record, const Segment &segment)
    {
        for (std::size_t i = kFewestLetters; i < segment.words.size(); ++i) {
            const WordId before = segment.gaps[i];
            const WordId behind = segment.gaps[i + 1];
            if (before < m_opens.size() && behind < m_closes.size() && m_opens[before] && m_closes[behind] &&
                segment.words[i] < m_parts.vocabulary.size()) {
                lookAt(record, segment, i);
            }
        }
    }

    [[nodiscard]] std::vector<std::optional<OtherName>> mostFrequent() const
    {
        std::vector<std::optional<OtherName>> names;
        for (const auto &counts : m_counts) {
            names.emplace_back();
            for (const auto &[words, count] : counts) {
                if (!names.back() || names.back()->records < count.records) {
                    names.back() = OtherName{words, count.records};
                }
            }
        }
        return names;
    }

private:
    struct Count
    {
        std::int64_t records = 0;
        std::size_t last = 0; ///< record that was counted
    };

    using Phrase = std::vector<const WordForms *>;

    void take(std::size_t term, const std::vector<std::string> &words)
    {
        if (words.size() == 1) {
            m_short.emplace(words.front(), term);
            return;
        }
        std::string initials;
        Phrase phrase;
        for (const std::string &word : words) {
            initials += word.substr(0, 1);
            phrase.push_back(&m_words.formsOf(word, false));
        }
        m_long.emplace(initials, std::pair{term, std::move(phrase)});
    }

    /// Word number `at` stands in parentheses.
    void lookAt(std::size_t record, const Segment &segment, std::size_t at)
    {
        std::string_view name = m_parts.vocabulary.word(segment.words[at]);
        for (const bool isPlural : {false, true}) {
            if (isPlural && !name.ends_with('s')) {
                return;
            }
            const std::string_view letters = isPlural ? name.substr(0, name.size() - 1) : name;
            if (letters.size() < kFewestLetters || letters.size() > kMostLetters || letters.size() > at) {
                continue;
            }
            const auto words = segment.words.subspan(at - letters.size(), letters.size());
            if (std::ranges::equal(letters, words, {}, {}, [this](WordId id) { return initial(id); })) {
                count(record, std::string(letters), words);
            }
        }
    }

    [[nodiscard]] char initial(WordId id) const
    {
        const std::string_view word =
            id < m_parts.vocabulary.size() ? m_parts.vocabulary.word(id) : std::string_view();
        return word.empty() ? '\0' : word.front();
    }

    void count(std::size_t record, const std::string &letters, std::span<const WordId> words)
    {
        const auto [first, last] = m_short.equal_range(letters);
        for (auto term = first; term != last; ++term) {
            std::vector<std::string> phrase;
            for (const WordId word : words) {
                phrase.emplace_back(m_parts.vocabulary.word(word));
            }
            add(term->second, std::move(phrase), record);
        }
        const auto [begin, end] = m_long.equal_range(letters);
        for (auto term = begin; term != end; ++term) {
            const Phrase &phrase = term->second.second;
            const bool isThis = std::ranges::equal(phrase, words, [](const WordForms *forms, WordId word) {
                return std::ranges::binary_search(forms->loose, word);
            });
            if (isThis) {
                add(term->second.first, {letters}, record);
            }
        }
    }

    void add(std::size_t term, std::vector<std::string> words, std::size_t record)
    {
        Count &count = m_counts[term][std::move(words)];
        if (count.last != record) {
            count.last = record;
            ++count.records;
        }
    }

    const Parts &m_parts;
    WordPostings m_postings;
    WordFinder m_words;
    std::vector<bool> m_opens; ///< by gap
    std::vector<bool> m_closes;
    std::unordered_multimap<std::string, std::size_t> m_short;
    std::unordered_multimap<std::string, std::pair<std::size_t, Phrase>> m_long; ///< by first letters
    std::vector<std::map<std::vector<std::string>, Count>> m_counts;             ///< by term
};

} // namespace

Result<std::vector<std::optional<OtherName>>>
otherNamesOf(const Parts &parts, std::span<const std::vector<std::string>> terms, Task &task)
{
    Names names(parts, terms);
    ForwardReader reader(parts.forward);
    constexpr query::FieldSet kTexts = setOf(query::Field::Title) | setOf(query::Field::Abstract);
    for (std::size_t record = 1; record <= parts.lastRecord && !terms.empty(); ++record) {
        constexpr std::size_t kBetweenReports = 256;
        if (record % kBetweenReports == 0) {
            task.report({"looking for abbreviations",
                         static_cast<std::int64_t>(record),
                         static_cast<std::int64_t>(parts.lastRecord)});
        }
        if (task.isStopped()) {
            return Task::stoppedError();
        }
        for (const Segment &segment : reader.read(record, kTexts, true)) {
            names.look(record, segment);
        }
    }
    return names.mostFrequent();
}

} // namespace winnow::index
