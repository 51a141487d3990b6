#include "query/checks/checked_query.h"

#include "query/operators.h"

#include <algorithm>
#include <unordered_set>

namespace winnow::query {

CheckedQuery::CheckedQuery(std::string_view text, const Node &root, Precedence precedence)
    : m_text(text)
    , m_root(root)
    , m_precedence(precedence)
    , m_tokens(lex(text))
{
    matchParentheses();
    collectPlaces();
    measure();
}

void CheckedQuery::matchParentheses()
{
    std::vector<std::size_t> open;
    m_partners.resize(m_tokens.size());
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        m_partners[i] = i;
        if (m_tokens[i].kind == TokenKind::Open) {
            open.push_back(i);
        } else if (m_tokens[i].kind == TokenKind::Close && !open.empty()) {
            m_partners[i] = open.back();
            m_partners[open.back()] = i;
            open.pop_back();
        }
    }
}

/// A line of a list that is named twice is in the tree twice, but only once here.
void CheckedQuery::collectPlaces()
{
    std::unordered_set<const Node *> seen;
    std::vector<Place> open{{&m_root, nullptr, nullptr}};
    while (!open.empty()) {
        const Place place = open.back();
        open.pop_back();
        if (!seen.insert(place.node).second) {
            continue;
        }
        m_places.push_back(place);
        const FieldCode *field = place.node->kind == NodeKind::Fielded ? place.node->code : place.field;
        const auto &children = place.node->children;
        for (auto child = children.rbegin(); child != children.rend(); ++child) {
            open.push_back({child->get(), place.node, field});
        }
    }
}

std::size_t CheckedQuery::tokenAt(std::size_t byte) const
{
    return static_cast<std::size_t>(std::ranges::lower_bound(m_tokens, byte, {}, &Token::from) -
                                    m_tokens.begin());
}

std::optional<std::size_t> CheckedQuery::partner(std::size_t at) const
{
    return at < m_partners.size() && m_partners[at] != at ? std::optional(m_partners[at]) : std::nullopt;
}

bool CheckedQuery::opensField(std::size_t at) const
{
    if (at == 0 || m_tokens[at].kind != TokenKind::Open || m_tokens[at - 1].kind != TokenKind::Word) {
        return false;
    }
    const Token &before = m_tokens[at - 1];
    return isWord(before, "LIMIT-TO") || isWord(before, "EXCLUDE") || findFieldCode(before.text) != nullptr;
}

/// Children before their parents, so that each is found once.
void CheckedQuery::measure()
{
    for (auto place = m_places.rbegin(); place != m_places.rend(); ++place) {
        m_extents.emplace(place->node, measured(*place->node));
    }
}

Extent CheckedQuery::extentOf(const Node &node) const
{
    return m_extents.at(&node);
}

Extent CheckedQuery::measured(const Node &node) const
{
    Extent extent{node.from, std::max(node.from, node.to)};
    if (node.kind != NodeKind::Fielded && !node.children.empty()) {
        // Parentheses of its first and last operand belong to it.
        extent.from = extentOf(*node.children.front()).from;
        extent.to = std::max(extent.from, extentOf(*node.children.back()).to);
    }
    for (std::size_t first = tokenAt(extent.from); first > 0; --first) {
        const auto close = partner(first - 1);
        const bool encloses = close && m_tokens[first - 1].kind == TokenKind::Open &&
                              !opensField(first - 1) && *close == tokenAt(extent.to);
        if (!encloses) {
            break;
        }
        extent = {m_tokens[first - 1].from, m_tokens[*close].to};
    }
    return extent;
}

bool CheckedQuery::isEnclosed(const Node &node) const
{
    const Extent extent = extentOf(node);
    const std::size_t first = tokenAt(extent.from);
    return m_tokens[first].kind == TokenKind::Open && m_partners[first] + 1 == tokenAt(extent.to);
}

std::optional<Edit> CheckedQuery::removalOf(const Node &operand) const
{
    const Extent extent = extentOf(operand);
    const std::size_t first = tokenAt(extent.from);
    const std::size_t next = tokenAt(extent.to);
    const auto joins = [&](std::size_t at) {
        return (isWord(m_tokens[at], "AND") && !isWord(m_tokens[at + 1], "NOT")) ||
               isWord(m_tokens[at], "OR");
    };
    if (first > 1 && joins(first - 1)) {
        return Edit{m_tokens[first - 2].to, extent.to, {}};
    }
    const bool isFirst = first == 0 || m_tokens[first - 1].kind == TokenKind::Open;
    if (isFirst && next + 1 < m_tokens.size() && joins(next)) {
        return Edit{extent.from, m_tokens[next + 1].from, {}};
    }
    return std::nullopt;
}

Fix CheckedQuery::alternative(const Place &operand, const std::string &other) const
{
    const Node &node = *operand.node;
    const std::string added = " OR " + other;
    const bool needsGroup = operand.parent != nullptr && operand.parent->kind != NodeKind::Or &&
                            operand.parent->kind != NodeKind::Fielded;
    if (!needsGroup) {
        return {"Add" + added, {{node.to, node.to, added}}};
    }
    return {"Add" + added, {openedAt(m_text, node.from), {node.to, node.to, added + ")"}}};
}

bool CheckedQuery::isInOrder(const Node &node)
{
    return std::ranges::adjacent_find(node.children, [](const NodePtr &left, const NodePtr &right) {
               return left->to > right->from;
           }) == node.children.end();
}

bool holdsNamesOnly(const FieldCode &code)
{
    return code.fields != 0 && (code.fields & ~kNameFields) == 0;
}

bool holdsWords(const FieldCode *code)
{
    return code == nullptr || (code->syntax == FieldSyntax::Words && !holdsNamesOnly(*code));
}

} // namespace winnow::query
