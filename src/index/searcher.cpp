#include "index/searcher.h"

#include "index/schema.h"
#include "query/asked_value.h"
#include "text/variants.h"

#include <algorithm>

namespace winnow::index {

using query::FieldSet;
using query::Node;
using query::NodeKind;
using query::NodePtr;

Searcher::Searcher(const Xapian::Database &database, const Vocabulary &vocabulary, std::size_t lastRecord)
    : m_database(database)
    , m_vocabulary(vocabulary)
    , m_lastRecord(lastRecord)
{}

Bitset Searcher::search(const Node &node)
{
    switch (node.kind) {
    case NodeKind::And:
    case NodeKind::Or:
    case NodeKind::AndNot: {
        Bitset set = search(*node.children.front());
        for (std::size_t i = 1; i < node.children.size(); ++i) {
            const Bitset other = search(*node.children[i]);
            node.kind == NodeKind::And  ? set &= other
            : node.kind == NodeKind::Or ? set |= other
                                        : set -= other;
        }
        return set;
    }
    case NodeKind::Fielded:
        return searchIn(*node.children.front(), *node.code);
    case NodeKind::Compare:
        return node.code->isHere() ? searchYear(node) : Bitset(m_lastRecord);
    case NodeKind::Proximity:
    case NodeKind::Term:
        break;
    }
    if (m_code != nullptr && !m_code->isHere()) {
        return Bitset(m_lastRecord);
    }
    if (m_code != nullptr && m_code->value != query::ValueField::None) {
        return searchValue(node, *m_code);
    }
    return searchWords(node, m_code == nullptr ? query::kAllFields : m_code->fields);
}

Bitset Searcher::searchIn(const Node &node, const query::FieldCode &code)
{
    const query::FieldCode *outer = m_code;
    m_code = &code;
    Bitset found = search(node);
    m_code = outer;
    return found;
}

Bitset Searcher::searchValue(const Node &node, const query::FieldCode &code)
{
    const query::AskedValue asked(code.value, node);
    if (!asked.isPattern()) {
        return postings(valueTerm(code.value, asked.text()));
    }
    Bitset set(m_lastRecord);
    const std::string prefix = valueTerm(code.value, {});
    for (auto term = m_database.allterms_begin(prefix); term != m_database.allterms_end(prefix); ++term) {
        if (asked.fits(std::string_view(*term).substr(prefix.size()))) {
            set |= postings(*term);
        }
    }
    return set;
}

Bitset Searcher::searchYear(const Node &node)
{
    Bitset set(m_lastRecord);
    const std::string asked = yearTerm(node.number);
    for (auto term = m_database.allterms_begin(std::string(kYearPrefix));
         term != m_database.allterms_end(std::string(kYearPrefix));
         ++term) {
        const int order = (*term).compare(asked);
        const bool fits = node.comparison == query::Comparison::Less    ? order < 0
                          : node.comparison == query::Comparison::Equal ? order == 0
                                                                        : order > 0;
        if (fits) {
            set |= postings(*term);
        }
    }
    return set;
}

Bitset Searcher::postings(const std::string &term)
{
    Bitset set(m_lastRecord);
    for (auto posting = m_database.postlist_begin(term); posting != m_database.postlist_end(term);
         ++posting) {
        if (*posting <= m_lastRecord) {
            set.insert(*posting);
        }
    }
    return set;
}

Bitset Searcher::searchWords(const Node &node, FieldSet fields)
{
    Bitset set = candidates(node, fields);
    if (node.kind == NodeKind::Term && node.words.size() == 1) {
        return set;
    }
    Bitset found(m_lastRecord);
    set.forEach([&](std::size_t number) {
        const std::string data = m_database.get_document(static_cast<Xapian::docid>(number)).get_data();
        const bool isThere = std::ranges::any_of(readSegments(data), [&](const Segment &segment) {
            return (query::setOf(segment.field) & fields) != 0 && isIn(node, segment);
        });
        if (isThere) {
            found.insert(number);
        }
    });
    return found;
}

/// The records that hold all words that a match needs, somewhere in the fields.
Bitset Searcher::candidates(const Node &node, FieldSet fields)
{
    if (node.kind == NodeKind::Term) {
        const auto &words = expansionsOf(node);
        Bitset set = holdersOf(words.front(), fields);
        for (std::size_t i = 1; i < words.size(); ++i) {
            set &= holdersOf(words[i], fields);
        }
        return set;
    }
    Bitset set = candidates(*node.children.front(), fields);
    for (std::size_t i = 1; i < node.children.size(); ++i) {
        const Bitset other = candidates(*node.children[i], fields);
        node.kind == NodeKind::Or ? set |= other : set &= other;
    }
    return set;
}

Bitset Searcher::holdersOf(const Expansion &expansion, FieldSet fields)
{
    Bitset holders(m_lastRecord);
    if (const FieldSet loose = fields & ~query::kNameFields; loose != 0) {
        for (const WordId word : expansion.loose) {
            addHolders(holders, word, loose);
        }
    }
    if (const FieldSet plain = fields & query::kNameFields; plain != 0) {
        for (const WordId word : expansion.plain) {
            addHolders(holders, word, plain);
        }
    }
    return holders;
}

void Searcher::addHolders(Bitset &holders, WordId word, FieldSet fields)
{
    const std::string term(m_vocabulary.word(word));
    for (auto posting = m_database.postlist_begin(term); posting != m_database.postlist_end(term);
         ++posting) {
        if ((posting.get_wdf() & fields) != 0 && *posting <= m_lastRecord) {
            holders.insert(*posting);
        }
    }
}

bool Searcher::isIn(const Node &node, const Segment &segment)
{
    if (node.kind != NodeKind::Proximity) {
        return !spans(node, segment).empty();
    }
    return !query::nearChain(
                node.children.size(),
                {static_cast<std::size_t>(node.distance), node.isOrdered},
                [&](std::size_t i) { return spans(*node.children[i], segment); },
                1)
                .empty();
}

std::vector<query::WordSpan> Searcher::spans(const Node &node, const Segment &segment)
{
    if (node.kind == NodeKind::Or) {
        std::vector<query::WordSpan> all;
        for (const NodePtr &child : node.children) {
            const auto some = spans(*child, segment);
            all.insert(all.end(), some.begin(), some.end());
        }
        query::sortSpans(all);
        return all;
    }
    const bool isLoose = query::hasVariants(segment.field);
    const auto &words = expansionsOf(node);
    return query::phraseSpans(segment.words.size(), words.size(), [&](std::size_t word, std::size_t part) {
        const std::vector<WordId> &forms = isLoose ? words[part].loose : words[part].plain;
        return std::ranges::binary_search(forms, segment.words[word]);
    });
}

const std::vector<Searcher::Expansion> &Searcher::expansionsOf(const Node &term)
{
    const auto [entry, isNew] = m_expansions.try_emplace(&term);
    if (isNew) {
        for (const std::string &word : term.words) {
            entry->second.push_back(expand(word, term.form == query::TermForm::Exact));
        }
    }
    return entry->second;
}

Searcher::Expansion Searcher::expand(const std::string &word, bool isExact) const
{
    Expansion expansion;
    if (!isExact && query::hasWildcard(word)) {
        for (std::size_t id = 0; id < m_vocabulary.size(); ++id) {
            if (query::fitsPattern(word, m_vocabulary.word(static_cast<WordId>(id)))) {
                expansion.loose.push_back(static_cast<WordId>(id));
            }
        }
        expansion.plain = expansion.loose;
        return expansion;
    }
    if (const auto id = m_vocabulary.find(word)) {
        expansion.plain.push_back(*id);
    }
    if (isExact) {
        expansion.loose = expansion.plain;
        return expansion;
    }
    for (const std::string &form : text::variants(word)) {
        if (const auto id = m_vocabulary.find(form)) {
            expansion.loose.push_back(*id);
        }
    }
    std::ranges::sort(expansion.loose);
    return expansion;
}

} // namespace winnow::index
