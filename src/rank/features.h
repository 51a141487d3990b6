#pragma once

#include "rank/pair_table.h"
#include "rank/term_scheme.h"
#include "rank/words.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::rank {

using Row = std::uint32_t;

/// One term of a record: its number, and its weight in a record of length 1.
struct TermWeight
{
    std::uint32_t term = 0;
    float weight = 0;
};

/// The terms of one record. Their weights are worked out from the counts while they are walked over: to keep
/// them would take most of the memory of a ranking.
class TermRow
{
public:
    class Iterator
    {
    public:
        TermWeight operator*() const
        {
            const std::uint32_t term = m_row->m_terms[m_place];
            return {term,
                    m_row->m_countWeights[m_row->m_counts[m_place]] * m_row->m_rarities[term] *
                        m_row->m_scale};
        }

        Iterator &operator++()
        {
            ++m_place;
            return *this;
        }

        bool operator==(const Iterator &other) const { return m_place == other.m_place; }

    private:
        friend class TermRow;

        Iterator(const TermRow &row, std::size_t place)
            : m_row(&row)
            , m_place(place)
        {}

        const TermRow *m_row;
        std::size_t m_place;
    };

    [[nodiscard]] std::size_t size() const { return m_terms.size(); }

    [[nodiscard]] bool empty() const { return m_terms.empty(); }

    [[nodiscard]] Iterator begin() const { return {*this, 0}; }

    [[nodiscard]] Iterator end() const { return {*this, size()}; }

private:
    friend class Features;

    std::span<const std::uint32_t> m_terms;
    const std::uint8_t *m_counts = nullptr;
    const float *m_countWeights = nullptr;
    const float *m_rarities = nullptr;
    float m_scale = 0;
};

/// The records of a review as sparse rows of length 1 (a record without words has length 0): 1 + ln(count)
/// times ln((1 + records) / (1 + records with the term)) + 1, where 255 is the highest count. Terms of one
/// record only connect nothing: they count in the length of their row and are not kept. Never changes, so
/// that threads may share it.
class Features
{
public:
    [[nodiscard]] Row size() const { return static_cast<Row>(m_begins.size() - 1); }

    [[nodiscard]] std::size_t termCount() const { return m_terms.size(); }

    /// All terms, also those of one record only.
    [[nodiscard]] std::size_t distinctTermCount() const { return m_distinctTerms; }

    [[nodiscard]] TermRow row(Row row) const
    {
        TermRow terms;
        terms.m_terms = std::span(m_entryTerms).subspan(m_begins[row], m_begins[row + 1] - m_begins[row]);
        terms.m_counts = m_entryCounts.data() + m_begins[row];
        terms.m_countWeights = m_countWeights.data();
        terms.m_rarities = m_rarities.data();
        terms.m_scale = m_scales[row];
        return terms;
    }

    /// The share of the squared length of a row that lies in terms of no other record.
    [[nodiscard]] float ownShare(Row row) const { return m_ownShares[row]; }

    /// A word, or the two words of a pair with a blank between them.
    [[nodiscard]] std::string termText(std::uint32_t term) const;

private:
    friend class FeatureBuilder;

    /// A word, or a pair of words.
    struct Term
    {
        std::uint32_t first = 0;
        std::uint32_t second = 0; ///< kNoWord where it is a word
    };

    explicit Features(Vocabulary vocabulary)
        : m_vocabulary(std::move(vocabulary))
    {}

    Vocabulary m_vocabulary;
    std::vector<Term> m_terms;         ///< the most frequent first, so that what is read most lies together
    std::vector<float> m_rarities;     ///< of each term: what its rarity adds to its weight
    std::vector<float> m_countWeights; ///< by count
    std::vector<std::size_t> m_begins{0}; ///< of the entries of each record
    std::vector<std::uint32_t> m_entryTerms;
    std::vector<std::uint8_t> m_entryCounts;
    std::vector<float> m_scales; ///< of each record: brings it to its length
    std::vector<float> m_ownShares;
    std::size_t m_distinctTerms = 0;
};

/// Takes the records one by one, so that their texts need not be in memory together.
class FeatureBuilder
{
public:
    explicit FeatureBuilder(const TermScheme &scheme);

    void add(std::string_view title, std::string_view abstractText);

    /// To be called once; the builder is of no use behind it.
    [[nodiscard]] std::shared_ptr<const Features> build();

private:
    /// How many records hold a term, and its number in the features: kNoTerm where it is not kept.
    struct TermCount
    {
        Row records = 0;
        std::uint32_t number = kNoTerm;
    };

    [[nodiscard]] std::uint64_t pairAt(std::size_t place) const;
    void count(SeenTerm &seen, Features::Term words, std::uint8_t weight);
    [[nodiscard]] std::vector<TermCount> countedTerms(Row mostRecords) const;
    void keepTerms(const std::vector<TermCount> &counts, Features &features);
    void emit(Features &features);

    TermScheme m_scheme;
    Vocabulary m_vocabulary;
    std::vector<std::uint32_t> m_words; ///< of the record at hand, kNoWord where no pair may cross
    std::vector<SeenTerm> m_wordsSeen;  ///< by the number of the word
    PairTable m_pairs;
    std::vector<Features::Term> m_terms; ///< in the order in which they first appear
    // An entry says how often a record has a term.
    std::vector<std::uint32_t> m_entryTerms;
    std::vector<std::uint8_t> m_entryCounts;
    std::vector<std::size_t> m_begins{0}; ///< of the entries of each record
    std::vector<bool> m_hasAbstract;      ///< of each record
};

} // namespace winnow::rank
