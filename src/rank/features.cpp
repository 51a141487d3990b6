#include "rank/features.h"

#include "rank/natural_log.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace winnow::rank {

namespace {

constexpr std::uint32_t kNoWord = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t kNoTerm = kNoWord;

void addCount(std::uint16_t &count, std::uint16_t weight)
{
    const unsigned sum = unsigned{count} + weight;
    count = static_cast<std::uint16_t>(std::min<unsigned>(sum, std::numeric_limits<std::uint16_t>::max()));
}

/// 1 + ln(count), kept for small counts.
class CountWeights
{
public:
    CountWeights()
    {
        m_known.reserve(kKnown);
        for (unsigned count = 0; count < kKnown; ++count) {
            m_known.push_back(count == 0 ? 0.0 : 1 + naturalLog(count));
        }
    }

    [[nodiscard]] double of(unsigned count) const
    {
        return count < kKnown ? m_known[count] : 1 + naturalLog(count);
    }

private:
    static constexpr unsigned kKnown = 256;
    std::vector<double> m_known;
};

/// Where a pair of words stands in the table of its partition.
struct PairSlot
{
    std::uint64_t key = 0;
    std::uint32_t number = kNoTerm; ///< kNoTerm: empty
    std::uint32_t firstPlace = 0;   ///< where it stands first in the last record that was seen to hold it
};

constexpr std::uint64_t hashOf(std::uint64_t key)
{
    constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15U;
    key = (key ^ (key >> 29U)) * kFactor;
    return key ^ (key >> 32U);
}

/// An open-addressing table that grows.
class PairTable
{
public:
    PairTable()
        : m_slots(kFirstSlots)
    {}

    void clear()
    {
        std::ranges::fill(m_slots, PairSlot{});
        m_size = 0;
    }

    /// The slot of a key, which is new where its number is kNoTerm: the caller then gives it one.
    PairSlot &at(std::uint64_t key, std::uint64_t hash)
    {
        if (m_size * 2 > m_slots.size()) {
            grow();
        }
        PairSlot &slot = m_slots[find(key, hash)];
        if (slot.number == kNoTerm) {
            slot.key = key;
            ++m_size;
        }
        return slot;
    }

private:
    static constexpr std::size_t kFirstSlots = std::size_t{1} << 12U;

    [[nodiscard]] std::size_t find(std::uint64_t key, std::uint64_t hash) const
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = hash & mask;
        while (m_slots[at].number != kNoTerm && m_slots[at].key != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    void grow()
    {
        std::vector<PairSlot> old(m_slots.size() * 2);
        old.swap(m_slots);
        for (const PairSlot &slot : old) {
            if (slot.number != kNoTerm) {
                m_slots[find(slot.key, hashOf(slot.key))] = slot;
            }
        }
    }

    std::vector<PairSlot> m_slots;
    std::size_t m_size = 0;
};

} // namespace

std::string Features::termText(std::uint32_t term) const
{
    std::string text(m_vocabulary.word(m_terms[term].first));
    if (m_terms[term].second != kNoWord) {
        text += ' ';
        text += m_vocabulary.word(m_terms[term].second);
    }
    return text;
}

FeatureBuilder::FeatureBuilder(const TermScheme &scheme)
    : m_scheme(scheme)
    , m_vocabulary(scheme.isStemmed)
{}

void FeatureBuilder::add(std::string_view title, std::string_view abstractText)
{
    m_vocabulary.appendWords(title, m_words);
    m_titleEnds.push_back(m_words.size());
    if (m_scheme.areFieldsApart) {
        m_words.push_back(kNoWord);
    }
    m_vocabulary.appendWords(abstractText, m_words);
    m_words.push_back(kNoWord);
    m_begins.push_back(m_words.size());
}

void FeatureBuilder::countWords()
{
    m_wordCounts.assign(m_words.size(), 0);
    m_wordTerms.assign(m_vocabulary.size(), {});
    std::vector<std::size_t> firstPlaces(m_vocabulary.size(), 0);
    for (std::size_t record = 0; record + 1 < m_begins.size(); ++record) {
        for (std::size_t place = m_begins[record]; place < m_begins[record + 1]; ++place) {
            const std::uint32_t word = m_words[place];
            if (word == kNoWord) {
                continue;
            }
            std::size_t &first = firstPlaces[word];
            if (m_wordTerms[word].records == 0 || first < m_begins[record]) {
                first = place;
                ++m_wordTerms[word].records;
            }
            addCount(m_wordCounts[first], place < m_titleEnds[record] ? m_scheme.titleWeight : 1);
        }
    }
}

/// The pairs are divided by their hash into parts of which each fits the cache, in order of their places.
struct FeatureBuilder::Pairs
{
    explicit Pairs(const FeatureBuilder &builder)
        : isUnordered(builder.m_scheme.isPairUnordered)
        , words(builder.m_words)
    {
        constexpr std::size_t kPlacesPerPart = std::size_t{1} << 19U;
        while (words.size() >> partBits > kPlacesPerPart && partBits < kMostPartBits) {
            ++partBits;
        }
        ends.assign((std::size_t{1} << partBits) + 1, 0);
        forEach([this](std::size_t /*place*/, std::uint64_t key) { ++ends[partOf(hashOf(key)) + 1]; });
        for (std::size_t part = 1; part < ends.size(); ++part) {
            ends[part] += ends[part - 1];
        }
        places.resize(ends.back());
        // Filling moves each begin to the end of its part.
        forEach([this](std::size_t place, std::uint64_t key) {
            places[ends[partOf(hashOf(key))]++] = static_cast<std::uint32_t>(place);
        });
    }

    [[nodiscard]] std::uint64_t keyAt(std::size_t place) const
    {
        constexpr unsigned kWordBits = 32;
        std::uint64_t first = words[place];
        std::uint64_t second = words[place + 1];
        if (isUnordered && second < first) {
            std::swap(first, second);
        }
        return (first << kWordBits) | second;
    }

    [[nodiscard]] std::size_t partOf(std::uint64_t hash) const
    {
        constexpr unsigned kHashBits = 64;
        return partBits == 0 ? 0 : hash >> (kHashBits - partBits);
    }

    template <class Visit>
    void forEach(Visit visit) const
    {
        for (std::size_t place = 0; place + 1 < words.size(); ++place) {
            if (words[place] != kNoWord && words[place + 1] != kNoWord) {
                visit(place, keyAt(place));
            }
        }
    }

    static constexpr unsigned kMostPartBits = 8;
    bool isUnordered;
    const std::vector<std::uint32_t> &words;
    unsigned partBits = 0;
    std::vector<std::size_t> ends; ///< of each part in `places`
    std::vector<std::uint32_t> places;
};

void FeatureBuilder::findPairs()
{
    const Pairs pairs(*this);
    m_pairCounts.assign(m_words.size(), 0);
    m_pairs.assign(m_words.size(), kNoTerm);
    PairTable table;
    std::size_t at = 0;
    for (const std::size_t end : pairs.ends) {
        table.clear();
        std::size_t record = 0;
        for (; at < end; ++at) {
            const std::uint32_t place = pairs.places[at];
            while (m_begins[record + 1] <= place) {
                ++record;
            }
            const std::uint64_t key = pairs.keyAt(place);
            PairSlot &slot = table.at(key, hashOf(key));
            const bool isNew = slot.number == kNoTerm;
            if (isNew) {
                slot.number = static_cast<std::uint32_t>(m_pairTerms.size());
                m_pairTerms.emplace_back();
            }
            if (isNew || slot.firstPlace < m_begins[record]) {
                slot.firstPlace = place;
                m_pairs[place] = slot.number;
                ++m_pairTerms[slot.number].records;
            }
            addCount(m_pairCounts[slot.firstPlace], place < m_titleEnds[record] ? m_scheme.titleWeight : 1);
        }
    }
}

/// Numbers the terms that are kept, the most frequent first; equally frequent ones stay in order. All others
/// get kNoTerm. Returns how many are kept.
std::uint32_t FeatureBuilder::numberTerms(Row mostRecords)
{
    const auto isKept = [&](Row records) { return records > 1 && records <= mostRecords; };
    std::vector<std::uint32_t> begins(std::size_t{mostRecords} + 2);
    for (const auto *terms : {&m_wordTerms, &m_pairTerms}) {
        for (const TermCount &term : *terms) {
            begins[isKept(term.records) ? term.records : 0] += isKept(term.records) ? 1 : 0;
        }
    }
    std::uint32_t begin = 0;
    for (std::size_t records = begins.size(); records-- > 0;) {
        const std::uint32_t count = begins[records];
        begins[records] = begin;
        begin += count;
    }
    for (auto *terms : {&m_wordTerms, &m_pairTerms}) {
        for (TermCount &term : *terms) {
            term.number = isKept(term.records) ? begins[term.records]++ : kNoTerm;
        }
    }
    return begin;
}

void FeatureBuilder::emit(Features &features)
{
    const std::size_t records = m_titleEnds.size();
    const auto mostRecords = static_cast<Row>(m_scheme.mostRecords * static_cast<double>(records));
    const CountWeights countWeights;
    std::vector<double> rarities(std::size_t{mostRecords} + 1);
    for (std::size_t holders = 1; holders < rarities.size(); ++holders) {
        rarities[holders] =
            naturalLog((1 + static_cast<double>(records)) / (1 + static_cast<double>(holders))) + 1;
    }
    features.m_terms.resize(numberTerms(mostRecords));
    features.m_begins.reserve(records + 1);
    features.m_ownShares.reserve(records);
    std::vector<TermWeight> row;
    for (std::size_t record = 0; record < records; ++record) {
        row.clear();
        double ownSquare = 0;
        double square = 0;
        const auto add = [&](TermCount term, std::uint16_t count, Features::Term words) {
            if (term.records > mostRecords) {
                return;
            }
            const double weight = countWeights.of(count) * rarities[term.records];
            square += weight * weight;
            if (term.number == kNoTerm) {
                ownSquare += weight * weight;
            } else {
                features.m_terms[term.number] = words;
                row.push_back({term.number, static_cast<float>(weight)});
            }
        };
        for (std::size_t place = m_begins[record]; place < m_begins[record + 1]; ++place) {
            if (const std::uint32_t word = m_words[place]; m_wordCounts[place] > 0) {
                add(m_wordTerms[word], m_wordCounts[place], {word, kNoWord});
            }
            if (const std::uint32_t pair = m_pairs[place]; pair != kNoTerm) {
                add(m_pairTerms[pair], m_pairCounts[place], {m_words[place], m_words[place + 1]});
            }
        }
        const std::size_t wordsAndEnds = m_begins[record + 1] - m_titleEnds[record];
        const bool hasAbstract = wordsAndEnds > (m_scheme.areFieldsApart ? 2U : 1U);
        const double wanted = hasAbstract ? 1 : m_scheme.bareLength;
        const double length = square > 0 ? std::sqrt(square) / wanted : 1;
        for (TermWeight &entry : row) {
            entry.weight = static_cast<float>(entry.weight / length);
        }
        features.m_weights.insert(features.m_weights.end(), row.begin(), row.end());
        features.m_begins.push_back(features.m_weights.size());
        features.m_ownShares.push_back(static_cast<float>(ownSquare / (length * length)));
    }
    features.m_distinctTerms = m_wordTerms.size() + m_pairTerms.size();
}

std::shared_ptr<const Features> FeatureBuilder::build()
{
    countWords();
    findPairs();
    auto features = std::shared_ptr<Features>(new Features(std::move(m_vocabulary)));
    emit(*features);
    return features;
}

} // namespace winnow::rank
