#include "index/phrase_pass.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace winnow::index {

using query::FieldCode;
using query::Node;
using query::NodeKind;
using query::NodePtr;
using query::WordSpan;

namespace {

/// A wildcard that stands for more words than this would fill the table.
constexpr std::size_t kMostForms = 5000;

/// The words that a word of a term stands for, in whatever field.
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

bool PhrasePass::add(const Node &leaf, const FieldCode &code)
{
    if (code.fields == 0 || code.isOfFullText() || !Leaves::needsCheck(leaf, code)) {
        return false;
    }
    if (leaf.kind == NodeKind::Proximity) {
        return addProximity(leaf, code);
    }
    const auto number = termOf(leaf, code);
    if (number && !m_terms[*number].isLeaf) {
        m_terms[*number].isLeaf = true;
        ++m_leafCount;
    }
    return number.has_value();
}

std::optional<std::uint32_t> PhrasePass::termOf(const Node &node, const FieldCode &code)
{
    if (node.kind != NodeKind::Term || node.form == query::TermForm::Exact || node.words.empty()) {
        return std::nullopt;
    }
    const Key key{node.words, code.fields, code.takesVariants};
    if (const auto known = m_termNumbers.find(key); known != m_termNumbers.end()) {
        return known->second;
    }
    Term term;
    term.fields = code.fields;
    term.takesVariants = code.takesVariants;
    for (const std::string &word : node.words) {
        term.words.push_back(&m_leaves.words().formsOf(word, false));
    }
    term.rarest = static_cast<std::size_t>(std::ranges::min_element(term.words, {}, &WordForms::frequency) -
                                           term.words.begin());
    const WordForms &rarest = *term.words[term.rarest];
    if (rarest.loose.size() + rarest.plain.size() > kMostForms) {
        return std::nullopt;
    }
    const auto number = static_cast<std::uint32_t>(m_terms.size());
    m_termNumbers.emplace(key, number);
    m_terms.push_back(std::move(term));
    return number;
}

bool PhrasePass::addTermsOf(Proximity &proximity, const Node &node, const FieldCode &code)
{
    if (node.kind == NodeKind::Or || node.kind == NodeKind::Proximity) {
        return std::ranges::all_of(node.children,
                                   [&](const NodePtr &child) { return addTermsOf(proximity, *child, code); });
    }
    const auto number = termOf(node, code);
    if (number) {
        proximity.terms.emplace(&node, *number);
    }
    return number.has_value();
}

bool PhrasePass::addProximity(const Node &node, const FieldCode &code)
{
    if (m_proximityNumbers.contains({&node, &code})) {
        return true;
    }
    Proximity proximity{&node, {}, {}, 0};
    if (!addTermsOf(proximity, node, code)) {
        return false;
    }
    const auto number = static_cast<std::uint32_t>(m_proximities.size());
    for (const auto &[below, term] : proximity.terms) {
        Numbers &near = m_terms[term].near;
        if (near.empty() || near.back() != number) {
            near.push_back(number);
        }
    }
    m_proximityNumbers.emplace(NearKey{&node, &code}, number);
    m_proximities.push_back(std::move(proximity));
    ++m_leafCount;
    return true;
}

/// Lists by word the terms of which it is the rarest one.
void PhrasePass::anchor()
{
    m_from.assign(m_parts.vocabulary.size() + 1, 0);
    std::vector<std::vector<WordId>> forms;
    for (const Term &term : m_terms) {
        forms.push_back(allForms(*term.words[term.rarest]));
        for (const WordId word : forms.back()) {
            ++m_from[word + 1];
        }
    }
    std::partial_sum(m_from.begin(), m_from.end(), m_from.begin());
    m_anchored.resize(m_from.back());
    Numbers next = m_from;
    for (std::size_t i = 0; i < m_terms.size(); ++i) {
        for (const WordId word : forms[i]) {
            m_anchored[next[word]++] = static_cast<std::uint32_t>(i);
        }
    }
}

/// About how many records hold a part of a proximity, or more.
std::size_t PhrasePass::frequencyOf(const Proximity &proximity, const Node &node) const
{
    if (node.kind == NodeKind::Term) {
        const Term &term = m_terms[proximity.terms.at(&node)];
        return term.words[term.rarest]->frequency;
    }
    std::size_t sum = 0;
    for (const NodePtr &child : node.children) {
        sum += frequencyOf(proximity, *child);
    }
    return sum;
}

void PhrasePass::addCandidates(Bitset &candidates, const Term &term)
{
    candidates |= *m_leaves.postings().ofForms(*term.words[term.rarest], term.fields, term.takesVariants);
}

/// Those of one operand are enough, and those of all of an OR.
void PhrasePass::addCandidates(Bitset &candidates, const Proximity &proximity, const Node &node)
{
    if (node.kind == NodeKind::Term) {
        addCandidates(candidates, m_terms[proximity.terms.at(&node)]);
    } else if (node.kind == NodeKind::Or) {
        for (const NodePtr &child : node.children) {
            addCandidates(candidates, proximity, *child);
        }
    } else {
        const auto rarest = std::ranges::min_element(
            node.children, {}, [&](const NodePtr &child) { return frequencyOf(proximity, *child); });
        addCandidates(candidates, proximity, **rarest);
    }
}

void PhrasePass::run(const Bitset &within, Task &task)
{
    anchor();
    Bitset candidates = within;
    candidates -= within;
    query::FieldSet fields = 0;
    for (const Term &term : m_terms) {
        fields |= term.fields;
        if (term.isLeaf) {
            addCandidates(candidates, term);
        }
    }
    for (const Proximity &proximity : m_proximities) {
        addCandidates(candidates, proximity, *proximity.node);
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
    ++m_segment;
    m_touched.clear();
    for (std::size_t word = 0; word < segment.words.size(); ++word) {
        const WordId id = segment.words[word];
        if (id >= m_parts.vocabulary.size()) {
            continue; // damaged, or of a writer that did not finish
        }
        for (std::uint32_t i = m_from[id]; i < m_from[id + 1]; ++i) {
            Term &term = m_terms[m_anchored[i]];
            if (isAt(term, segment, word)) {
                const std::size_t from = word - term.rarest;
                take(record, term, {from, from + term.words.size()});
            }
        }
    }
    for (const std::uint32_t number : m_touched) {
        Proximity &proximity = m_proximities[number];
        const bool isKnown = !proximity.records.empty() && proximity.records.back() == record;
        if (!isKnown && isNear(proximity)) {
            proximity.records.push_back(record);
        }
    }
}

/// A term stands in the segment.
void PhrasePass::take(std::uint32_t record, Term &term, WordSpan span)
{
    if (term.isLeaf && (term.records.empty() || term.records.back() != record)) {
        term.records.push_back(record);
    }
    if (term.near.empty()) {
        return;
    }
    if (term.segment != m_segment) {
        term.segment = m_segment;
        term.spans.clear();
        for (const std::uint32_t number : term.near) {
            if (m_proximities[number].segment != m_segment) {
                m_proximities[number].segment = m_segment;
                m_touched.push_back(number);
            }
        }
    }
    term.spans.push_back(span);
}

/// Whether a term stands where word number `word` is its rarest one.
bool PhrasePass::isAt(const Term &term, const Segment &segment, std::size_t word)
{
    if ((query::setOf(segment.field) & term.fields) == 0 || word < term.rarest ||
        word - term.rarest + term.words.size() > segment.words.size()) {
        return false;
    }
    const bool isLoose = term.takesVariants && query::hasVariants(segment.field);
    const WordId *const words = segment.words.data() + (word - term.rarest);
    for (std::size_t part = 0; part < term.words.size(); ++part) {
        if (!isOneOf(term.words[part]->of(isLoose), words[part])) {
            return false;
        }
    }
    return true;
}

bool PhrasePass::isNear(const Proximity &proximity) const
{
    const Node &node = *proximity.node;
    const auto nearness = query::nearnessOf(node, query::kAnyDistance);
    return query::isNearChain(node.children.size(), nearness, [&](std::size_t i) {
        return spans(proximity, *node.children[i], nearness.least);
    });
}

std::vector<WordSpan> PhrasePass::spans(const Proximity &proximity, const Node &node, std::size_t least) const
{
    if (node.kind == NodeKind::Proximity) {
        const auto nearness = query::nearnessOf(node, least);
        return query::nearChain(node.children.size(), nearness, [&](std::size_t i) {
            return spans(proximity, *node.children[i], nearness.least);
        });
    }
    if (node.kind == NodeKind::Or) {
        std::vector<WordSpan> all;
        for (const NodePtr &child : node.children) {
            const auto some = spans(proximity, *child, least);
            all.insert(all.end(), some.begin(), some.end());
        }
        query::sortSpans(all);
        return all;
    }
    const Term &term = m_terms[proximity.terms.at(&node)];
    return term.segment == m_segment ? term.spans : std::vector<WordSpan>();
}

const std::vector<std::uint32_t> &PhrasePass::of(const Node &leaf, const FieldCode &code) const
{
    if (leaf.kind == NodeKind::Proximity) {
        return m_proximities[m_proximityNumbers.at({&leaf, &code})].records;
    }
    return m_terms[m_termNumbers.at({leaf.words, code.fields, code.takesVariants})].records;
}

} // namespace winnow::index
