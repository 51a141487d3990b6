#include "rank/features.h"

#include "rank/natural_log.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace winnow::rank {

namespace {

constexpr std::uint32_t kNoWord = std::numeric_limits<std::uint32_t>::max();

constexpr unsigned kHighestCount = std::numeric_limits<std::uint8_t>::max();

void addCount(std::uint8_t &count, std::uint8_t weight)
{
    const unsigned sum = unsigned{count} + weight;
    count = static_cast<std::uint8_t>(std::min(sum, kHighestCount));
}

/// 1 + ln(count), by count.
std::vector<float> countWeights()
{
    std::vector<float> weights{0};
    weights.reserve(kHighestCount + 1);
    for (unsigned count = 1; count <= kHighestCount; ++count) {
        weights.push_back(static_cast<float>(1 + naturalLog(count)));
    }
    return weights;
}

double rarity(double records, Row holders)
{
    return naturalLog((1 + records) / (1 + static_cast<double>(holders))) + 1;
}

/// The first `size` of `values`, which is empty then. Where they are nearly all, they stay where they are:
/// what lies behind them was never touched, and to move them takes memory for all of them twice.
template <typename Value>
std::vector<Value> firstOf(std::vector<Value> &values, std::size_t size)
{
    constexpr std::size_t kSmallShare = 8;
    std::vector<Value> taken = std::exchange(values, {});
    const bool isMuchDropped = taken.size() - size > taken.size() / kSmallShare;
    taken.resize(size);
    if (isMuchDropped) {
        taken.shrink_to_fit();
    }
    return taken;
}

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
    , m_vocabulary(scheme.isStemmed, scheme.areNumbersOne)
{}

void FeatureBuilder::add(std::string_view title, std::string_view abstractText)
{
    m_words.clear();
    m_vocabulary.appendWords(title, m_words);
    const std::size_t titleEnd = m_words.size();
    if (m_scheme.areFieldsApart) {
        m_words.push_back(kNoWord);
    }
    const std::size_t abstractBegin = m_words.size();
    m_vocabulary.appendWords(abstractText, m_words);
    m_hasAbstract.push_back(m_words.size() > abstractBegin);
    m_words.push_back(kNoWord);

    m_pairs.reserve(m_words.size());
    for (std::size_t place = 0; place + 1 < m_words.size(); ++place) {
        m_pairs.touch(pairAt(place));
    }
    m_wordsSeen.resize(m_vocabulary.size());
    for (std::size_t place = 0; place + 1 < m_words.size(); ++place) {
        const Features::Term words{m_words[place], m_words[place + 1]};
        if (words.first == kNoWord) {
            continue;
        }
        const std::uint8_t weight = place < titleEnd ? m_scheme.titleWeight : 1;
        count(m_wordsSeen[words.first], {words.first, kNoWord}, weight);
        if (words.second != kNoWord) {
            count(m_pairs.at(pairAt(place)), words, weight);
        }
    }
    m_begins.push_back(m_entryTerms.size());
}

/// The pair of words that begins at a place of the record.
std::uint64_t FeatureBuilder::pairAt(std::size_t place) const
{
    constexpr unsigned kWordBits = 32;
    std::uint64_t first = m_words[place];
    std::uint64_t second = m_words[place + 1];
    if (m_scheme.isPairUnordered && second < first) {
        std::swap(first, second);
    }
    return (first << kWordBits) | second;
}

void FeatureBuilder::count(SeenTerm &seen, Features::Term words, std::uint8_t weight)
{
    if (seen.isNew()) {
        seen.term = static_cast<std::uint32_t>(m_terms.size());
        m_terms.push_back(words);
    } else if (seen.entry >= m_begins.back()) {
        addCount(m_entryCounts[seen.entry], weight);
        return;
    }
    seen.entry = static_cast<std::uint32_t>(m_entryTerms.size());
    m_entryTerms.push_back(seen.term);
    m_entryCounts.push_back(weight);
}

/// Numbers the terms that are kept, the most frequent first; equally frequent ones stay in order. All others
/// get kNoTerm.
std::vector<FeatureBuilder::TermCount> FeatureBuilder::countedTerms(Row mostRecords) const
{
    std::vector<TermCount> counts(m_terms.size());
    for (const std::uint32_t term : m_entryTerms) {
        ++counts[term].records;
    }
    const auto isKept = [&](Row records) { return records > 1 && records <= mostRecords; };
    std::vector<std::uint32_t> begins(std::size_t{mostRecords} + 2);
    for (const TermCount &term : counts) {
        begins[isKept(term.records) ? term.records : 0] += isKept(term.records) ? 1 : 0;
    }
    std::uint32_t begin = 0;
    for (std::size_t records = begins.size(); records-- > 0;) {
        const std::uint32_t count = begins[records];
        begins[records] = begin;
        begin += count;
    }
    for (TermCount &term : counts) {
        term.number = isKept(term.records) ? begins[term.records]++ : kNoTerm;
    }
    return counts;
}

/// Lists the terms that are kept, each with what its rarity weighs.
void FeatureBuilder::keepTerms(const std::vector<TermCount> &counts, Features &features)
{
    const auto kept =
        std::ranges::count_if(counts, [](const TermCount &term) { return term.number != kNoTerm; });
    features.m_terms.resize(static_cast<std::size_t>(kept));
    features.m_rarities.resize(static_cast<std::size_t>(kept));
    const auto records = static_cast<double>(m_hasAbstract.size());
    for (std::size_t term = 0; term < counts.size(); ++term) {
        if (counts[term].number != kNoTerm) {
            features.m_terms[counts[term].number] = m_terms[term];
            features.m_rarities[counts[term].number] =
                static_cast<float>(rarity(records, counts[term].records));
        }
    }
    features.m_distinctTerms = std::exchange(m_terms, {}).size();
}

/// What is kept moves up in the place where it was counted: there is no room for all of it twice.
void FeatureBuilder::emit(Features &features)
{
    const std::size_t records = m_hasAbstract.size();
    const auto mostRecords = static_cast<Row>(m_scheme.mostRecords * static_cast<double>(records));
    const std::vector<TermCount> counts = countedTerms(mostRecords);
    keepTerms(counts, features);
    features.m_countWeights = countWeights();
    const double onlyOnce = rarity(static_cast<double>(records), 1);
    features.m_begins.reserve(records + 1);
    features.m_scales.reserve(records);
    features.m_ownShares.reserve(records);
    std::size_t kept = 0;
    for (std::size_t record = 0; record < records; ++record) {
        double ownSquare = 0;
        double square = 0;
        for (std::size_t entry = m_begins[record]; entry < m_begins[record + 1]; ++entry) {
            const TermCount term = counts[m_entryTerms[entry]];
            if (term.records > mostRecords) {
                continue;
            }
            const bool isKept = term.number != kNoTerm;
            const double weight = double{features.m_countWeights[m_entryCounts[entry]]} *
                                  (isKept ? features.m_rarities[term.number] : onlyOnce);
            square += weight * weight;
            if (isKept) {
                m_entryTerms[kept] = term.number;
                m_entryCounts[kept] = m_entryCounts[entry];
                ++kept;
            } else {
                ownSquare += weight * weight;
            }
        }
        const double wanted = m_hasAbstract[record] ? 1 : m_scheme.bareLength;
        const double scale = square > 0 ? wanted / std::sqrt(square) : 1;
        features.m_begins.push_back(kept);
        features.m_scales.push_back(static_cast<float>(scale));
        features.m_ownShares.push_back(static_cast<float>(ownSquare * scale * scale));
    }
    features.m_entryTerms = firstOf(m_entryTerms, kept);
    features.m_entryCounts = firstOf(m_entryCounts, kept);
}

std::shared_ptr<const Features> FeatureBuilder::build()
{
    m_pairs = {};
    m_wordsSeen = {};
    auto features = std::shared_ptr<Features>(new Features(std::move(m_vocabulary)));
    emit(*features);
    return features;
}

} // namespace winnow::rank
