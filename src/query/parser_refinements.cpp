#include "query/parser.h"
#include "query/printer.h"
#include "query/term_words.h"

#include <algorithm>

namespace winnow::query {

namespace {

/// Whether a node is a refinement or an OR of refinements.
bool isRefinement(const Node &node)
{
    return node.refinement != Refinement::None ||
           (node.kind == NodeKind::Or &&
            std::ranges::all_of(node.children, [](const NodePtr &child) { return isRefinement(*child); }));
}

/// Divides a refinement, or an OR of refinements, into what it limits to and what it excludes.
void divide(const NodePtr &node, std::vector<NodePtr> &limits, std::vector<NodePtr> &unwanted)
{
    if (node->kind != NodeKind::Or) {
        (node->refinement == Refinement::Exclude ? unwanted : limits).push_back(node);
        return;
    }
    for (const NodePtr &child : node->children) {
        divide(child, limits, unwanted);
    }
}

const Node *firstExcluded(const Node &node)
{
    if (node.refinement == Refinement::Exclude) {
        return &node;
    }
    for (const NodePtr &child : node.children) {
        if (const Node *found = firstExcluded(*child)) {
            return found;
        }
    }
    return nullptr;
}

} // namespace

/// LIMIT-TO ( DOCTYPE , "ar" ), as the web pages of Scopus append it: the field, with that value.
NodePtr Parser::refinement(const Token &token, Refinement kind)
{
    take();
    const Token open = take();
    const Token facet = take();
    const FieldCode *code = facet.kind == TokenKind::Word ? findFacet(facet.text) : nullptr;
    if (open.kind != TokenKind::Open || code == nullptr || peek().kind != TokenKind::Comma) {
        fail("E03",
             token,
             std::string(token.text) + " is written as " + std::string(token.text) +
                 " ( DOCTYPE , \"ar\" ), with one of the facets of Scopus.");
    }
    take();
    const std::size_t first = m_at;
    while (peek().kind != TokenKind::Close && peek().kind != TokenKind::End) {
        take();
    }
    if (peek().kind == TokenKind::End) {
        fail("E01", open, "This parenthesis is never closed; add ).");
    }
    if (first == m_at) {
        fail("E03", open.from, peek().to, "There is no value behind the comma.");
    }
    const NodePtr plain = refinedField(*code, m_tokens[first], m_tokens[m_at - 1]);
    const Token close = take();
    auto node = std::make_shared<Node>(*plain);
    node->refinement = kind;
    node->from = token.from;
    node->to = close.to;
    m_hasExcluded = m_hasExcluded || kind == Refinement::Exclude;
    warn("W16",
         token.from,
         close.to,
         "This is a refinement of the web pages of Scopus, not of its language; it is read as " +
             std::string(kind == Refinement::Exclude ? "AND NOT " : "") + printNormalised(*node) + ".");
    return node;
}

NodePtr Parser::refinedField(const FieldCode &code, const Token &first, const Token &last)
{
    const bool isQuoted = first.kind == TokenKind::Quoted && first.from == last.from;
    Token value = first;
    if (!isQuoted) {
        value.to = last.to;
        value.text = m_query.substr(first.from, last.to - first.from);
    }
    if (code.isCompared()) {
        auto node = makeNode(NodeKind::Compare, first.from, last.to);
        node->code = &code;
        node->number = comparedNumber(value, code);
        return node;
    }
    const FieldCode *outer = m_field;
    m_field = &code;
    auto node = makeNode(NodeKind::Fielded, first.from, last.to);
    node->code = &code;
    if (code.syntax == FieldSyntax::Ids) {
        auto identifier = makeNode(NodeKind::Term, value.from, value.to);
        identifier->text = value.text;
        node->children = {std::move(identifier)};
    } else {
        // A keyword or a title that was chosen from a list is meant as it stands.
        const bool isExact = code.code == "KEY";
        node->children = {term(value,
                               isExact                                         ? TermForm::Exact
                               : isQuoted || code.syntax == FieldSyntax::Words ? TermForm::Loose
                                                                               : TermForm::Word)};
    }
    m_field = outer;
    return node;
}

/// Moves what EXCLUDE names behind AND NOT. An OR of them excludes all of them.
NodePtr Parser::withoutExcluded(NodePtr node)
{
    std::vector<NodePtr> wanted;
    std::vector<NodePtr> unwanted;
    const std::vector<NodePtr> parts = node->kind == NodeKind::And ? node->children : std::vector{node};
    for (const NodePtr &part : parts) {
        const Node *found = firstExcluded(*part);
        if (found != nullptr && isRefinement(*part)) {
            std::vector<NodePtr> limits;
            divide(part, limits, unwanted);
            if (!limits.empty()) {
                wanted.push_back(limits.size() == 1 ? limits.front()
                                                    : makeNode(NodeKind::Or, std::move(limits)));
            }
        } else if (found != nullptr) {
            fail("E03",
                 found->from,
                 found->to,
                 "EXCLUDE can only be read where AND joins it to the whole query; write AND NOT instead.");
        } else {
            wanted.push_back(part);
        }
    }
    if (wanted.empty()) {
        fail("E03", unwanted.front()->from, unwanted.back()->to, "There is nothing from which to exclude.");
    }
    std::vector<NodePtr> children{wanted.size() == 1 ? wanted.front()
                                                     : makeNode(NodeKind::And, std::move(wanted))};
    children.insert(children.end(), unwanted.begin(), unwanted.end());
    return makeNode(NodeKind::AndNot, std::move(children));
}

} // namespace winnow::query
