#include "index/phrase_pass.h"

#include <algorithm>
#include <numeric>

namespace winnow::index {

namespace {

/// A wildcard that stands for more words than this would fill the table.
constexpr std::size_t kMostForms = 5000;

/// The words that a word of a phrase stands for, in whatever field.
std::vector<WordId> allForms(const WordForms &forms)
{
    std::vector<WordId> all;
    std::ranges::set_union(forms.loose, forms.plain, std::back_inserter(all));
    return all;
}

} // namespace

PhrasePass::PhrasePass(const Parts &parts, Leaves &leaves)
    : m_parts(parts)
    , m_leaves(leaves)
{}

PhrasePass::Key PhrasePass::keyOf(const query::Node &leaf, const query::FieldCode &code)
{
    return {leaf.words, code.fields, code.takesVariants};
}

bool PhrasePass::add(const query::Node &leaf, const query::FieldCode &code)
{
    if (leaf.kind != query::NodeKind::Term || leaf.form == query::TermForm::Exact || leaf.words.size() < 2 ||
        code.fields == 0 || !Leaves::needsCheck(leaf, code)) {
        return false;
    }
    Phrase phrase;
    phrase.fields = code.fields;
    phrase.takesVariants = code.takesVariants;
    for (const std::string &word : leaf.words) {
        phrase.words.push_back(&m_leaves.words().formsOf(word, false));
    }
    phrase.rarest = static_cast<std::size_t>(
        std::ranges::min_element(phrase.words, {}, &WordForms::frequency) - phrase.words.begin());
    const WordForms &rarest = *phrase.words[phrase.rarest];
    if (rarest.loose.size() + rarest.plain.size() > kMostForms) {
        return false;
    }
    if (m_numbers.try_emplace(keyOf(leaf, code), m_phrases.size()).second) {
        m_phrases.push_back(std::move(phrase));
    }
    return true;
}

/// Lists by word the phrases of which it is the rarest one.
void PhrasePass::anchor()
{
    m_from.assign(m_parts.vocabulary.size() + 1, 0);
    std::vector<std::vector<WordId>> forms;
    for (const Phrase &phrase : m_phrases) {
        forms.push_back(allForms(*phrase.words[phrase.rarest]));
        for (const WordId word : forms.back()) {
            ++m_from[word + 1];
        }
    }
    std::partial_sum(m_from.begin(), m_from.end(), m_from.begin());
    m_anchored.resize(m_from.back());
    Anchors next = m_from;
    for (std::size_t i = 0; i < m_phrases.size(); ++i) {
        for (const WordId word : forms[i]) {
            m_anchored[next[word]++] = static_cast<std::uint32_t>(i);
        }
    }
}

void PhrasePass::run(const Bitset &within, Task &task)
{
    anchor();
    Bitset candidates = within;
    candidates -= within;
    query::FieldSet fields = 0;
    for (const Phrase &phrase : m_phrases) {
        candidates |=
            *m_leaves.postings().ofForms(*phrase.words[phrase.rarest], phrase.fields, phrase.takesVariants);
        fields |= phrase.fields;
    }
    candidates &= within;
    const auto total = static_cast<std::int64_t>(candidates.count());
    std::int64_t done = 0;
    ForwardReader reader(m_parts.forward);
    candidates.forEach([&](std::size_t record) {
        constexpr std::int64_t kBetweenReports = 256;
        if (done % kBetweenReports == 0) {
            task.report({"reading records", done, total});
        }
        ++done;
        if (task.isStopped()) {
            return;
        }
        for (const Segment &segment : reader.read(record, fields, false)) {
            look(static_cast<std::uint32_t>(record), segment);
        }
    });
}

void PhrasePass::look(std::uint32_t record, const Segment &segment)
{
    for (std::size_t word = 0; word < segment.words.size(); ++word) {
        const WordId id = segment.words[word];
        if (id >= m_parts.vocabulary.size()) {
            continue; // damaged, or of a writer that did not finish
        }
        for (std::uint32_t i = m_from[id]; i < m_from[id + 1]; ++i) {
            Phrase &phrase = m_phrases[m_anchored[i]];
            const bool isKnown = !phrase.records.empty() && phrase.records.back() == record;
            if (!isKnown && isAt(phrase, segment, word)) {
                phrase.records.push_back(record);
            }
        }
    }
}

/// Whether the phrase stands where word number `word` is its rarest one.
bool PhrasePass::isAt(const Phrase &phrase, const Segment &segment, std::size_t word)
{
    if ((query::setOf(segment.field) & phrase.fields) == 0 || word < phrase.rarest ||
        word - phrase.rarest + phrase.words.size() > segment.words.size()) {
        return false;
    }
    const bool isLoose = phrase.takesVariants && query::hasVariants(segment.field);
    const std::size_t from = word - phrase.rarest;
    for (std::size_t part = 0; part < phrase.words.size(); ++part) {
        if (!isOneOf(phrase.words[part]->of(isLoose), segment.words[from + part])) {
            return false;
        }
    }
    return true;
}

const std::vector<std::uint32_t> &PhrasePass::of(const query::Node &leaf, const query::FieldCode &code) const
{
    return m_phrases[m_numbers.at(keyOf(leaf, code))].records;
}

} // namespace winnow::index
