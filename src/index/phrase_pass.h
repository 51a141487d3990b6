#pragma once

#include "base/task.h"
#include "index/bitset.h"
#include "index/forward.h"
#include "index/leaves.h"

#include <cstdint>
#include <map>
#include <span>
#include <tuple>
#include <vector>

namespace winnow::index {

/// Finds many phrases in one reading of the records: each record is taken apart once, and each of its words
/// leads to the phrases of which it is the rarest one.
class PhrasePass
{
public:
    /// Both must outlive it.
    PhrasePass(const Parts &parts, Leaves &leaves);

    /// Takes a phrase in, or says that it is none that can be found so: only terms of several words that ask
    /// for nothing of what stands between them. Words and variants that are alike are looked for once.
    bool add(const query::Node &leaf, const query::FieldCode &code);

    /// How many different phrases there are.
    [[nodiscard]] std::size_t size() const { return m_phrases.size(); }

    /// Reads the records of `within`; what a stopped task leaves undone is not found.
    void run(const Bitset &within, Task &task);

    /// The records of a phrase that was taken in, ascending.
    [[nodiscard]] const std::vector<std::uint32_t> &of(const query::Node &leaf,
                                                       const query::FieldCode &code) const;

private:
    struct Phrase
    {
        std::vector<const WordForms *> words;
        std::size_t rarest = 0; ///< of the words
        query::FieldSet fields = 0;
        bool takesVariants = false;
        std::vector<std::uint32_t> records;
    };

    /// Where a word of the vocabulary is the rarest one.
    using Anchors = std::vector<std::uint32_t>;

    using Key = std::tuple<std::vector<std::string>, query::FieldSet, bool>;

    static Key keyOf(const query::Node &leaf, const query::FieldCode &code);
    void anchor();
    void look(std::uint32_t record, const Segment &segment);
    [[nodiscard]] static bool isAt(const Phrase &phrase, const Segment &segment, std::size_t word);

    const Parts &m_parts;
    Leaves &m_leaves;
    std::vector<Phrase> m_phrases;
    std::map<Key, std::size_t> m_numbers;
    Anchors m_from; ///< by word: its first place in m_anchored; the next word's is where they end
    Anchors m_anchored;
};

} // namespace winnow::index
