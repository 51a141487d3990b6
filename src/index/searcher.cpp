#include "index/searcher.h"

#include <algorithm>
#include <vector>

namespace winnow::index {

using query::FieldCode;
using query::Node;
using query::NodeKind;
using query::NodePtr;

namespace {

/// How many leaves of a node need records to be read.
std::size_t checksOf(const Node &node, const FieldCode &code)
{
    switch (node.kind) {
    case NodeKind::And:
    case NodeKind::Or:
    case NodeKind::AndNot: {
        std::size_t sum = 0;
        for (const NodePtr &child : node.children) {
            sum += checksOf(*child, code);
        }
        return sum;
    }
    case NodeKind::Fielded:
        return checksOf(*node.children.front(), *node.code);
    case NodeKind::Compare:
        return 0;
    case NodeKind::Proximity:
    case NodeKind::Term:
        break;
    }
    return code.fields != 0 && Leaves::needsCheck(node, code) ? 1 : 0;
}

/// The children, the cheap ones first, so that records are read only for what these leave open.
std::vector<const Node *> cheapestFirst(const Node &node, const FieldCode &code)
{
    std::vector<std::pair<std::size_t, const Node *>> costs;
    for (const NodePtr &child : node.children) {
        costs.emplace_back(checksOf(*child, code), child.get());
    }
    std::ranges::stable_sort(costs, {}, &std::pair<std::size_t, const Node *>::first);
    std::vector<const Node *> order;
    order.reserve(costs.size());
    for (const auto &[cost, child] : costs) {
        order.push_back(child);
    }
    return order;
}

} // namespace

Sets Searcher::search(const Node &root)
{
    return search(root, *query::findFieldCode("ALL"), nullptr);
}

Sets Searcher::search(const Node &node, const FieldCode &code, const Bitset *within)
{
    switch (node.kind) {
    case NodeKind::And:
        return searchAnd(node, code, within);
    case NodeKind::Or:
        return searchOr(node, code, within);
    case NodeKind::AndNot:
        return searchAndNot(node, code, within);
    case NodeKind::Fielded:
        return searchField(node, within);
    case NodeKind::Compare:
        return searchLeaf(node, *node.code, within);
    case NodeKind::Proximity:
    case NodeKind::Term:
        break;
    }
    return searchLeaf(node, code, within);
}

Sets Searcher::searchAnd(const Node &node, const FieldCode &code, const Bitset *within)
{
    const auto children = cheapestFirst(node, code);
    Sets all = search(*children.front(), code, within);
    for (std::size_t i = 1; i < children.size() && !all.most().isEmpty(); ++i) {
        all &= search(*children[i], code, &all.most());
    }
    return all;
}

Sets Searcher::searchOr(const Node &node, const FieldCode &code, const Bitset *within)
{
    const auto children = cheapestFirst(node, code);
    Sets any = search(*children.front(), code, within);
    for (std::size_t i = 1; i < children.size(); ++i) {
        if (checksOf(*children[i], code) == 0) {
            any |= search(*children[i], code, within);
            continue;
        }
        // What surely holds already, whatever is missing, need not be looked at again.
        Bitset open = within == nullptr ? *m_leaves.all() : *within;
        open -= any.least();
        any |= search(*children[i], code, &open);
    }
    return any;
}

Sets Searcher::searchAndNot(const Node &node, const FieldCode &code, const Bitset *within)
{
    Sets left = search(*node.children.front(), code, within);
    for (std::size_t i = 1; i < node.children.size() && !left.most().isEmpty(); ++i) {
        left -= search(*node.children[i], code, &left.most());
    }
    return left;
}

Sets Searcher::searchField(const Node &node, const Bitset *within)
{
    const Node &asked = *node.children.front();
    if (!node.code->isElement || !hasFieldInside(node)) {
        return search(asked, *node.code, within);
    }
    if (!node.code->isHere()) {
        return Sets(m_leaves.none(), m_leaves.all(), nullptr);
    }
    const auto [surely, possibly] = m_leaves.findAuthors(node, within);
    return Sets(surely, possibly, nullptr);
}

Sets Searcher::searchLeaf(const Node &node, const FieldCode &code, const Bitset *within)
{
    if (!code.isHere()) {
        return Sets(m_leaves.none(), m_leaves.all(), nullptr);
    }
    const SharedSet found = m_leaves.find(node, code, within);
    return Sets(found, found, m_leaves.lacking(code));
}

} // namespace winnow::index
