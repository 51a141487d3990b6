#pragma once

#include "index/checker.h"
#include "index/forward.h"
#include "index/postings.h"
#include "index/word_forms.h"
#include "model/ids.h"
#include "query/tree.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace winnow::index {

struct TextParts;

/// What an open index consists of, as a query needs it.
struct Parts
{
    const Xapian::Database &database;
    const Vocabulary &vocabulary;
    const Vocabulary &gaps;
    const Frequencies &frequencies;
    const Forward &forward;
    std::size_t lastRecord = 0;
    std::size_t recordCount = 0;
    const TextParts *texts = nullptr; ///< of its records, where there are any
};

/// The index of the full texts of an index of records.
struct TextParts
{
    Parts parts;
    std::span<const std::pair<std::int64_t, RecordId>> of; ///< see FullTexts, as with what follows
    std::span<const RecordId> incomplete{};
};

class TextLeaves;

/// Finds the records of the leaves of one query: of terms, proximity, values, years, and of what one author
/// must fulfil. Phrases and proximity are checked on the forward index of those records only that hold all
/// their words. Throws what Xapian throws.
class Leaves
{
public:
    /// The parts and the tree must outlive it.
    Leaves(const Parts &parts, const query::Node &root);
    ~Leaves();

    /// The records for which a leaf holds, out of `within` where it is given: of other records the answer
    /// says nothing. The field must be one that is here.
    [[nodiscard]] SharedSet find(const query::Node &leaf, const query::FieldCode &code, const Bitset *within);

    /// What is asked of one author each: where one surely, and where one possibly fulfils it.
    [[nodiscard]] std::pair<SharedSet, SharedSet> findAuthors(const query::Node &fielded,
                                                              const Bitset *within);

    /// The records that lack a field, see query::lacks(); nullptr where that cannot be.
    [[nodiscard]] SharedSet lacking(const query::FieldCode &code);

    [[nodiscard]] SharedSet all() { return m_postings.all(); }

    [[nodiscard]] SharedSet none() { return m_postings.none(); }

    [[nodiscard]] WordFinder &words() { return m_words; }

    [[nodiscard]] Postings &postings() { return m_postings; }

    /// Whether records must be read to find a leaf.
    [[nodiscard]] static bool needsCheck(const query::Node &leaf, const query::FieldCode &code);

private:
    /// What is known of a leaf that the query asks for more than once.
    struct Known
    {
        int times = 0;
        SharedSet checked;
        SharedSet found;
    };

    void countLeaves(const query::Node &node, const query::FieldCode &code);
    [[nodiscard]] SharedSet findValue(const query::Node &leaf, const query::FieldCode &code);
    [[nodiscard]] SharedSet findYear(const query::Node &leaf);
    [[nodiscard]] SharedSet
    check(const query::Node &leaf, const query::FieldCode &code, const Bitset &candidates);
    [[nodiscard]] std::size_t mostHolders(const query::Node &node);
    [[nodiscard]] SharedSet
    candidates(const query::Node &node, const query::FieldCode &code, const Bitset *within);
    [[nodiscard]] SharedSet asGiven(const Bitset *within);
    [[nodiscard]] SharedSet
    termCandidates(const query::Node &term, const query::FieldCode &code, const Bitset *within);

    std::size_t m_lastRecord;
    WordPostings m_wordPostings;
    WordFinder m_words;
    Postings m_postings;
    Checker m_checker;
    ForwardReader m_forward;
    std::map<std::string, Known> m_known;
    std::unique_ptr<TextLeaves> m_texts; ///< where the records have texts
};

} // namespace winnow::index
