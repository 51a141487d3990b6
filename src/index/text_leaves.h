#pragma once

#include "index/leaves.h"

namespace winnow::index {

/// Finds what is asked of full texts, and whose texts they are. Throws what Xapian throws.
class TextLeaves
{
public:
    /// All must outlive it. Records go up to `lastRecord`.
    TextLeaves(const TextParts &texts, const query::Node &root, std::size_t lastRecord);

    /// The records one of whose texts holds a leaf, out of `within` where it is given.
    [[nodiscard]] SharedSet find(const query::Node &leaf, const query::FieldCode &code, const Bitset *within);

    /// The records of whose texts all is known.
    [[nodiscard]] const Bitset &complete() const { return m_complete; }

private:
    const TextParts &m_texts;
    Leaves m_leaves;
    Bitset m_having; ///< those with a text
    Bitset m_complete;
};

} // namespace winnow::index
