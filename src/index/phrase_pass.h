#pragma once

#include "base/task.h"
#include "index/bitset.h"
#include "index/forward.h"
#include "index/leaves.h"
#include "query/positions.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace winnow::index {

/// Finds many phrases and proximities in one reading of the records: each record is taken apart once, and
/// each of its words leads to the terms of which it is the rarest one.
class PhrasePass
{
public:
    /// Both must outlive it.
    PhrasePass(const Parts &parts, Leaves &leaves);

    /// Takes a leaf in, or says that it is none that can be found so: only terms of several words that ask
    /// for nothing of what stands between them, and proximity of such terms and of words, and not in full
    /// texts. The leaf must outlive the pass; what is alike is looked for once.
    bool add(const query::Node &leaf, const query::FieldCode &code);

    /// How many leaves there are.
    [[nodiscard]] std::size_t size() const { return m_leafCount; }

    /// Reads the records of `within`; what a stopped task leaves undone is not found.
    void run(const Bitset &within, Task &task);

    /// The records of a leaf that was taken in, ascending.
    [[nodiscard]] const std::vector<std::uint32_t> &of(const query::Node &leaf,
                                                       const query::FieldCode &code) const;

private:
    using Numbers = std::vector<std::uint32_t>;

    /// A word or a phrase, in certain fields.
    struct Term
    {
        std::vector<const WordForms *> words;
        std::size_t rarest = 0; ///< of the words
        query::FieldSet fields = 0;
        bool takesVariants = false;
        bool isLeaf = false; ///< so that its records are wanted
        Numbers records;     ///< of a leaf
        Numbers near;        ///< the proximities that it stands in
        std::vector<query::WordSpan>
            spans; ///< in the latest segment that has it, of which this is the number:
        std::uint64_t segment = 0;
    };

    struct Proximity
    {
        const query::Node *node = nullptr;
        std::unordered_map<const query::Node *, std::uint32_t> terms; ///< below it
        Numbers records;
        std::uint64_t segment = 0; ///< the latest one that has a term of it
    };

    using Key = std::tuple<std::vector<std::string>, query::FieldSet, bool>;
    using NearKey = std::pair<const query::Node *, const query::FieldCode *>;

    std::optional<std::uint32_t> termOf(const query::Node &node, const query::FieldCode &code);
    bool addTermsOf(Proximity &proximity, const query::Node &node, const query::FieldCode &code);
    bool addProximity(const query::Node &node, const query::FieldCode &code);
    [[nodiscard]] std::size_t frequencyOf(const Proximity &proximity, const query::Node &node) const;
    void addCandidates(Bitset &candidates, const Term &term);
    void addCandidates(Bitset &candidates, const Proximity &proximity, const query::Node &node);
    void anchor();
    void look(std::uint32_t record, const Segment &segment);
    void take(std::uint32_t record, Term &term, query::WordSpan span);
    [[nodiscard]] static bool isAt(const Term &term, const Segment &segment, std::size_t word);
    [[nodiscard]] bool isNear(const Proximity &proximity) const;
    [[nodiscard]] std::vector<query::WordSpan>
    spans(const Proximity &proximity, const query::Node &node, std::size_t least) const;

    const Parts &m_parts;
    Leaves &m_leaves;
    std::size_t m_leafCount = 0;
    std::vector<Term> m_terms;
    std::map<Key, std::uint32_t> m_termNumbers;
    std::vector<Proximity> m_proximities;
    std::map<NearKey, std::uint32_t> m_proximityNumbers;
    Numbers m_from;     ///< by word: its first place in m_anchored; they end where those of the next begin
    Numbers m_anchored; ///< terms
    std::uint64_t m_segment = 0;
    Numbers m_touched; ///< proximities that the segment has a term of
};

} // namespace winnow::index
