#include "rank/features.h"

#include "rank/natural_log.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace winnow::rank {

namespace {

constexpr std::uint32_t kNoWord = std::numeric_limits<std::uint32_t>::max();

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
        const std::uint16_t weight = place < titleEnd ? m_scheme.titleWeight : 1;
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

void FeatureBuilder::count(SeenTerm &seen, Features::Term words, std::uint16_t weight)
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

/// Lists the terms that are kept, and makes room for their weights.
void FeatureBuilder::keepTerms(const std::vector<TermCount> &counts, Features &features) const
{
    std::size_t terms = 0;
    std::size_t weights = 0;
    for (const TermCount &term : counts) {
        terms += term.number == kNoTerm ? 0 : 1;
        weights += term.number == kNoTerm ? 0 : term.records;
    }
    features.m_terms.resize(terms);
    features.m_weights.reserve(weights);
    for (std::size_t term = 0; term < counts.size(); ++term) {
        if (counts[term].number != kNoTerm) {
            features.m_terms[counts[term].number] = m_terms[term];
        }
    }
    features.m_distinctTerms = m_terms.size();
}

void FeatureBuilder::emit(Features &features) const
{
    const std::size_t records = m_hasAbstract.size();
    const auto mostRecords = static_cast<Row>(m_scheme.mostRecords * static_cast<double>(records));
    const std::vector<TermCount> counts = countedTerms(mostRecords);
    keepTerms(counts, features);
    const CountWeights countWeights;
    std::vector<double> rarities(std::size_t{mostRecords} + 1);
    for (std::size_t holders = 1; holders < rarities.size(); ++holders) {
        rarities[holders] =
            naturalLog((1 + static_cast<double>(records)) / (1 + static_cast<double>(holders))) + 1;
    }
    features.m_begins.reserve(records + 1);
    features.m_ownShares.reserve(records);
    for (std::size_t record = 0; record < records; ++record) {
        double ownSquare = 0;
        double square = 0;
        for (std::size_t entry = m_begins[record]; entry < m_begins[record + 1]; ++entry) {
            const TermCount term = counts[m_entryTerms[entry]];
            if (term.records > mostRecords) {
                continue;
            }
            const double weight = countWeights.of(m_entryCounts[entry]) * rarities[term.records];
            square += weight * weight;
            if (term.number == kNoTerm) {
                ownSquare += weight * weight;
            } else {
                features.m_weights.push_back({term.number, static_cast<float>(weight)});
            }
        }
        const double wanted = m_hasAbstract[record] ? 1 : m_scheme.bareLength;
        const double length = square > 0 ? std::sqrt(square) / wanted : 1;
        for (std::size_t i = features.m_begins.back(); i < features.m_weights.size(); ++i) {
            features.m_weights[i].weight = static_cast<float>(features.m_weights[i].weight / length);
        }
        features.m_begins.push_back(features.m_weights.size());
        features.m_ownShares.push_back(static_cast<float>(ownSquare / (length * length)));
    }
}

std::shared_ptr<const Features> FeatureBuilder::build()
{
    m_pairs = {};
    auto features = std::shared_ptr<Features>(new Features(std::move(m_vocabulary)));
    emit(*features);
    return features;
}

} // namespace winnow::rank
