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

/// Letters and digits that are no operator: a value that needs no marks.
bool isPlainWord(const Token &token)
{
    return token.kind == TokenKind::Word && !isWord(token, "AND") && !isWord(token, "OR") &&
           !isWord(token, "NOT") && std::ranges::all_of(token.text, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
           });
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
    if (m_field != nullptr) {
        fail("E03",
             token,
             std::string(token.text) + " cannot stand inside " + std::string(m_field->code) + "; close " +
                 std::string(m_field->code) + " first.");
    }
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
    const std::string meant = printNormalised(*node);
    const bool isLimit = kind == Refinement::LimitTo;
    std::string message =
        "This is a refinement of the web pages of Scopus, not of its language; it is read as " +
        std::string(isLimit ? "" : "AND NOT ") + meant + ".";
    if (isWord(facet, "EXACTKEYWORD")) {
        message += " Records without this keyword are lost, even where they are about it.";
    }
    warn("W16",
         token.from,
         close.to,
         std::move(message),
         isLimit ? std::optional(Fix{"Write " + meant, {{token.from, close.to, meant}}}) : std::nullopt);
    return node;
}

NodePtr Parser::refinedField(const FieldCode &code, const Token &first, const Token &last)
{
    const bool isOne = first.from == last.from;
    const bool isQuoted = isOne && (first.kind == TokenKind::Quoted || first.kind == TokenKind::Braced);
    Token value = first;
    if (!isQuoted) {
        value.to = last.to;
        value.text = m_query.substr(first.from, last.to - first.from);
    }
    if (value.text.find_first_of("\"{}") != std::string_view::npos) {
        fail("E03",
             first.from,
             last.to,
             "Marks stand within this value, which is one and is written in quotation marks as a whole.");
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
        identifier->text = isPlainWord(first) || !isOne ? m_query.substr(value.from, value.to - value.from)
                                                        : '"' + std::string(value.text) + '"';
        node->children = {std::move(identifier)};
    } else {
        // A keyword or a title that was chosen from a list is meant as it stands.
        const bool isExact = code.code == "KEY";
        node->children = {term(value,
                               isExact ? TermForm::Exact
                               : !isPlainWord(first) || !isOne || code.syntax == FieldSyntax::Words
                                   ? TermForm::Loose
                                   : TermForm::Word)};
    }
    m_field = outer;
    return node;
}

/// Moves what EXCLUDE names behind AND NOT. An OR of them excludes all of them.
NodePtr Parser::withoutExcluded(const NodePtr &node)
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
