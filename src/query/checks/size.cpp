#include "query/checks/checks.h"

#include <algorithm>

namespace winnow::query {

namespace {

/// The operators of a query; implicit ANDs count too.
std::size_t operatorsOf(const CheckedQuery &query)
{
    std::size_t count = 0;
    for (const Place &place : query.places()) {
        if (place.node->kind != NodeKind::Fielded && !place.node->children.empty()) {
            count += place.node->children.size() - 1;
        }
    }
    return count;
}

std::string counted(std::size_t number, const std::string &singular)
{
    return std::to_string(number) + " " + singular + (number == 1 ? "" : "s");
}

/// What AND joins: the concepts of a search.
const std::vector<NodePtr> &blocksOf(const Node &root, std::vector<NodePtr> &alone)
{
    const Node *wanted = &root;
    while (wanted->kind == NodeKind::AndNot || wanted->kind == NodeKind::Fielded) {
        wanted = wanted->children.front().get();
    }
    if (wanted->kind == NodeKind::And) {
        return wanted->children;
    }
    alone.push_back(std::make_shared<Node>(*wanted));
    return alone;
}

std::size_t termsOf(const Node &node)
{
    if (node.children.empty()) {
        return 1;
    }
    std::size_t count = 0;
    for (const NodePtr &child : node.children) {
        count += termsOf(*child);
    }
    return count;
}

} // namespace

/// W21
void checkSize(const CheckedQuery &query, Findings &findings)
{
    constexpr std::size_t kMostOperators = 50;
    constexpr std::size_t kMostBytes = 8000;
    const Extent whole{0, query.text().size()};
    if (const std::size_t operators = operatorsOf(query); operators > kMostOperators) {
        findings.warn("W21",
                      whole,
                      "The query has " + std::to_string(operators) +
                          " operators; Scopus advises at most 50. Divide it, by years for example.");
    }
    if (query.text().size() > kMostBytes) {
        findings.warn("W21",
                      whole,
                      "The query has " + std::to_string(query.text().size()) +
                          " bytes; Scopus may refuse more than 8,000. Divide it, by years for example.");
    }
}

/// I01: the size of the query in the words of PRISMA-S.
void countConcepts(const CheckedQuery &query, Findings &findings)
{
    constexpr std::size_t kMostListed = 12;
    std::vector<NodePtr> alone;
    const std::vector<NodePtr> &blocks = blocksOf(query.root(), alone);
    std::size_t all = 0;
    std::string list;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const std::size_t terms = termsOf(*blocks[i]);
        all += terms;
        if (i < kMostListed) {
            list += (list.empty() ? "" : ", ") + std::to_string(terms);
        }
    }
    if (blocks.size() > kMostListed) {
        list += " \u2026";
    }
    findings.inform("I01",
                    {0, query.text().size()},
                    counted(blocks.size(), "block") + " joined by AND, " + counted(all, "term") + " (" +
                        list + "), " + counted(operatorsOf(query), "operator") + ".");
}

} // namespace winnow::query
