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

/// The records of a review as sparse rows of length 1 (a record without words has length 0): 1 + ln(count)
/// times ln((1 + records) / (1 + records with the term)) + 1. Terms of one record only connect nothing: they
/// count in the length of their row and are not kept. Never changes, so that threads may share it.
class Features
{
public:
    [[nodiscard]] Row size() const { return static_cast<Row>(m_begins.size() - 1); }

    [[nodiscard]] std::size_t termCount() const { return m_terms.size(); }

    /// All terms, also those of one record only.
    [[nodiscard]] std::size_t distinctTermCount() const { return m_distinctTerms; }

    [[nodiscard]] std::span<const TermWeight> row(Row row) const
    {
        return std::span(m_weights).subspan(m_begins[row], m_begins[row + 1] - m_begins[row]);
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
    std::vector<Term> m_terms; ///< the most frequent first, so that what is read most lies together
    std::vector<std::size_t> m_begins{0};
    std::vector<TermWeight> m_weights;
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
    void count(SeenTerm &seen, Features::Term words, std::uint16_t weight);
    [[nodiscard]] std::vector<TermCount> countedTerms(Row mostRecords) const;
    void keepTerms(const std::vector<TermCount> &counts, Features &features) const;
    void emit(Features &features) const;

    TermScheme m_scheme;
    Vocabulary m_vocabulary;
    std::vector<std::uint32_t> m_words; ///< of the record at hand, kNoWord where no pair may cross
    std::vector<SeenTerm> m_wordsSeen;  ///< by the number of the word
    PairTable m_pairs;
    std::vector<Features::Term> m_terms; ///< in the order in which they first appear
    // An entry says how often a record has a term.
    std::vector<std::uint32_t> m_entryTerms;
    std::vector<std::uint16_t> m_entryCounts;
    std::vector<std::size_t> m_begins{0}; ///< of the entries of each record
    std::vector<bool> m_hasAbstract;      ///< of each record
};

} // namespace winnow::rank
