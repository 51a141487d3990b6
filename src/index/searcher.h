#pragma once

#include "index/bitset.h"
#include "index/forward.h"
#include "index/vocabulary.h"
#include "query/positions.h"
#include "query/tree.h"

#include <xapian.h>

#include <string>
#include <unordered_map>
#include <vector>

namespace winnow::index {

/// Answers one query: leaf by leaf into sets of records; phrases and proximity are checked on the forward
/// index of those records only that hold all their words. Throws what Xapian throws.
class Searcher
{
public:
    Searcher(const Xapian::Database &database, const Vocabulary &vocabulary, std::size_t lastRecord);

    [[nodiscard]] Bitset search(const query::Node &node);

private:
    /// The words that one word of a term stands for: with their variants, and as they stand.
    struct Expansion
    {
        std::vector<WordId> loose; ///< for fields that have variants; sorted
        std::vector<WordId> plain; ///< for the others; sorted
    };

    [[nodiscard]] Bitset searchWords(const query::Node &node, query::FieldSet fields);
    [[nodiscard]] Bitset searchIn(const query::Node &node, const query::FieldCode &code);
    [[nodiscard]] Bitset searchValue(const query::Node &node, const query::FieldCode &code);
    [[nodiscard]] Bitset searchYear(const query::Node &node);
    [[nodiscard]] Bitset postings(const std::string &term);
    [[nodiscard]] Bitset candidates(const query::Node &node, query::FieldSet fields);
    [[nodiscard]] Bitset holdersOf(const Expansion &expansion, query::FieldSet fields);
    void addHolders(Bitset &holders, WordId word, query::FieldSet fields);
    [[nodiscard]] bool isIn(const query::Node &node, const Segment &segment);
    [[nodiscard]] std::vector<query::WordSpan> spans(const query::Node &node, const Segment &segment);
    [[nodiscard]] const std::vector<Expansion> &expansionsOf(const query::Node &term);
    [[nodiscard]] Expansion expand(const std::string &word, bool isExact) const;

    const Xapian::Database &m_database;
    const Vocabulary &m_vocabulary;
    std::size_t m_lastRecord;
    const query::FieldCode *m_code = nullptr;
    std::unordered_map<const query::Node *, std::vector<Expansion>> m_expansions;
};

} // namespace winnow::index
