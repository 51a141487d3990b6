#pragma once

#include "index/leaves.h"
#include "index/sets.h"
#include "query/tree.h"

namespace winnow::index {

/// Answers one query node by node with sets of records. Throws what Xapian throws.
class Searcher
{
public:
    /// All must outlive it; `root` has all nodes that it will be asked for.
    Searcher(const Parts &parts, const query::Node &root)
        : m_leaves(parts, root)
    {}

    [[nodiscard]] Sets search(const query::Node &root);

    /// The same for a node that stands in the parentheses of `code`, out of `within` where it is given: of
    /// other records the answer says nothing.
    [[nodiscard]] Sets search(const query::Node &node, const query::FieldCode &code, const Bitset *within);

    [[nodiscard]] Leaves &leaves() { return m_leaves; }

private:
    [[nodiscard]] Sets searchAnd(const query::Node &node, const query::FieldCode &code, const Bitset *within);
    [[nodiscard]] Sets searchOr(const query::Node &node, const query::FieldCode &code, const Bitset *within);
    [[nodiscard]] Sets
    searchAndNot(const query::Node &node, const query::FieldCode &code, const Bitset *within);
    [[nodiscard]] Sets searchField(const query::Node &node, const Bitset *within);
    [[nodiscard]] Sets
    searchLeaf(const query::Node &node, const query::FieldCode &code, const Bitset *within);

    Leaves m_leaves;
};

} // namespace winnow::index
