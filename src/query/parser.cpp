#include "query/parser.h"

#include "query/characters.h"
#include "query/faults.h"
#include "query/term_words.h"

#include <algorithm>
#include <iterator>

namespace winnow::query {

namespace {

constexpr int kMaxDepth = 200;

/// The parentheses within parentheses that the normalised form has at most. They are more than those written
/// where operators are mixed; were they more than can be read, the form could not be.
int printedDepth(const Node &node)
{
    int deepest = 0;
    for (const NodePtr &child : node.children) {
        deepest = std::max(deepest, printedDepth(*child));
    }
    return deepest + (node.kind == NodeKind::Term ? 0 : 1);
}

constexpr const char *kTooDeep = "The parentheses are nested deeper than 200 levels; take the query apart.";

/// Whether a node may stand beside W/n: terms, and ORs and W/n of them, however nested.
bool isProximityOperand(const Node &node)
{
    return node.kind == NodeKind::Term || ((node.kind == NodeKind::Or || node.kind == NodeKind::Proximity) &&
                                           std::ranges::all_of(node.children, [](const NodePtr &child) {
                                               return isProximityOperand(*child);
                                           }));
}

/// The exact phrase of words with spaces between in an operand of W/n, if there is one.
const Node *exactPhraseIn(const Node &node)
{
    if (node.kind == NodeKind::Term) {
        const bool isPhrase = node.text.find_first_of(" \t\r\n") != std::string::npos;
        return node.form == TermForm::Exact && isPhrase ? &node : nullptr;
    }
    for (const NodePtr &child : node.children) {
        if (const Node *found = exactPhraseIn(*child)) {
            return found;
        }
    }
    return nullptr;
}

/// The field that all operands have, if they are such.
const FieldCode *sharedField(const std::vector<NodePtr> &operands)
{
    const FieldCode *code = operands.front()->code;
    const bool isShared = code != nullptr && code->syntax == FieldSyntax::Words &&
                          std::ranges::all_of(operands, [&](const NodePtr &operand) {
                              return operand->kind == NodeKind::Fielded && operand->code == code &&
                                     operand->refinement == Refinement::None;
                          });
    return isShared ? code : nullptr;
}

} // namespace

NodePtr fielded(const FieldCode &code, NodePtr child)
{
    auto node = makeNode(NodeKind::Fielded, child->from, child->to);
    node->code = &code;
    node->children = {std::move(child)};
    return node;
}

std::shared_ptr<Node> makeNode(NodeKind kind, std::size_t from, std::size_t to)
{
    auto node = std::make_shared<Node>();
    node->kind = kind;
    node->from = from;
    node->to = to;
    return node;
}

std::shared_ptr<Node> makeNode(NodeKind kind, std::vector<NodePtr> children)
{
    auto node = makeNode(kind, children.front()->from, children.back()->to);
    node->children = std::move(children);
    return node;
}

Parser::Parser(std::string_view query, Precedence precedence)
    : m_query(query)
    , m_tokens(lex(query))
    , m_precedence(precedence)
    , m_end(m_tokens.size() - 1)
    , m_endToken(m_tokens.back())
{}

Parsed Parser::run()
{
    Parsed parsed;
    m_problems = findTokenFaults(m_query, m_tokens);
    std::ranges::move(findOddCharacters(m_query), std::back_inserter(m_problems));
    const bool isReadable = std::ranges::none_of(
        m_problems, [](const Problem &problem) { return problem.severity == ProblemSeverity::Error; });
    if (isReadable) {
        try {
            findLines();
            parsed.root = m_lines.empty() ? wholeQuery() : listRoot();
            if (printedDepth(*parsed.root) >= kMaxDepth) {
                fail("E01", parsed.root->from, parsed.root->from, kTooDeep);
            }
        } catch (const Stop &) {
            parsed.root.reset();
        }
    }
    for (Problem &problem : m_problems) {
        // An OR of LIMIT-TO and EXCLUDE is no OR of what they stand for.
        if (m_hasExcluded && problem.code == "W16") {
            problem.fix.reset();
        }
    }
    std::ranges::stable_sort(m_problems, {}, &Problem::from);
    parsed.problems = std::move(m_problems);
    return parsed;
}

/// Reads from m_at to m_end.
NodePtr Parser::wholeQuery()
{
    NodePtr root = expression();
    if (peek().kind == TokenKind::Close) {
        fail("E01",
             peek(),
             "This closing parenthesis has no opening one; remove it.",
             Fix{"Remove it", {{peek().from, peek().to, {}}}});
    }
    if (peek().kind != TokenKind::End) {
        fail("E03", peek(), "This cannot stand here; is an operator or a field missing before it?");
    }
    return m_hasExcluded ? withoutExcluded(root) : root;
}

const Token &Parser::peek(std::size_t ahead) const
{
    return m_at + ahead < m_end ? m_tokens[m_at + ahead] : m_endToken;
}

const Token &Parser::take()
{
    const Token &token = peek();
    m_at = std::min(m_at + 1, m_end);
    return token;
}

void Parser::fail(
    std::string code, std::size_t from, std::size_t to, std::string message, std::optional<Fix> fix)
{
    m_problems.push_back(
        {std::move(code), ProblemSeverity::Error, from, to, std::move(message), std::move(fix)});
    throw Stop{};
}

void Parser::fail(std::string code, const Token &token, std::string message, std::optional<Fix> fix)
{
    fail(std::move(code), token.from, token.to, std::move(message), std::move(fix));
}

void Parser::warn(
    std::string code, std::size_t from, std::size_t to, std::string message, std::optional<Fix> fix)
{
    m_problems.push_back(
        {std::move(code), ProblemSeverity::Warning, from, to, std::move(message), std::move(fix)});
}

bool Parser::isAndNot() const
{
    return isWord(peek(), "AND") && isWord(peek(1), "NOT");
}

bool Parser::isAnd() const
{
    return isWord(peek(), "AND") && !isWord(peek(1), "NOT");
}

/// Whether an operand follows, so that a missing operator means AND.
bool Parser::startsOperand() const
{
    const Token &token = peek();
    switch (token.kind) {
    case TokenKind::Open:
    case TokenKind::Quoted:
    case TokenKind::Braced:
        return true;
    case TokenKind::Word:
        return !isWord(token, "AND") && !isWord(token, "OR") && !proximityFrom(token);
    default:
        return false;
    }
}

NodePtr Parser::expression()
{
    if (++m_depth > kMaxDepth) {
        fail("E01", peek(), kTooDeep);
    }
    m_levels.emplace_back();
    NodePtr node = m_precedence == Precedence::Classic ? classicAndNot() : disjunction(&Parser::standardAnd);
    if (auto problem = findDoubleReading(m_query, m_levels.back(), m_precedence)) {
        m_problems.push_back(*std::move(problem));
    }
    m_levels.pop_back();
    --m_depth;
    return node;
}

void Parser::note(Level::Operator op)
{
    m_levels.back().operators.push_back(op);
}

/// Classic: AND NOT binds least. A chain takes away one after the other, so it is one node and no tower of
/// them.
NodePtr Parser::classicAndNot()
{
    std::vector<NodePtr> children{conjunction()};
    while (isAndNot()) {
        note(Level::Operator::AndNot);
        take();
        take();
        children.push_back(conjunction());
    }
    return joined(NodeKind::AndNot, std::move(children), false);
}

/// Standard: AND and AND NOT bind alike, from left to right. (a AND NOT b) AND c is (a AND c) AND NOT b,
/// which is no tower either.
NodePtr Parser::standardAnd()
{
    std::vector<NodePtr> wanted{operandOfAnd()};
    std::vector<NodePtr> unwanted;
    bool isImplicit = false;
    while (isAnd() || isAndNot() || startsOperand()) {
        if (isAndNot()) {
            note(Level::Operator::AndNot);
            take();
            take();
            unwanted.push_back(operandOfAnd());
        } else {
            isImplicit = !takeAnd() || isImplicit;
            wanted.push_back(operandOfAnd());
        }
    }
    std::vector<NodePtr> children{joined(NodeKind::And, std::move(wanted), isImplicit)};
    children.insert(children.end(), unwanted.begin(), unwanted.end());
    return joined(NodeKind::AndNot, std::move(children), false);
}

NodePtr Parser::operandOfAnd()
{
    return m_precedence == Precedence::Classic ? proximity(&Parser::disjunctionOfPrimaries)
                                               : proximity(&Parser::primary);
}

/// Takes the AND, if one is written, before the next operand.
bool Parser::takeAnd()
{
    if (isWord(peek(), "NOT")) {
        fail("E14",
             peek(),
             "NOT alone is no operator of this language; write AND NOT.",
             Fix{"Write AND NOT", {{peek().from, peek().to, "AND NOT"}}});
    }
    note(Level::Operator::And);
    const bool isWritten = isAnd();
    if (isWritten) {
        take();
    }
    return isWritten;
}

NodePtr Parser::conjunction()
{
    std::vector<NodePtr> children{operandOfAnd()};
    bool isImplicit = false;
    while (isAnd() || startsOperand()) {
        isImplicit = !takeAnd() || isImplicit;
        children.push_back(operandOfAnd());
    }
    return joined(NodeKind::And, std::move(children), isImplicit);
}

NodePtr Parser::disjunctionOfPrimaries()
{
    return disjunction(&Parser::primary);
}

NodePtr Parser::disjunction(NodePtr (Parser::*operand)())
{
    std::vector<NodePtr> children{(this->*operand)()};
    while (isWord(peek(), "OR")) {
        note(Level::Operator::Or);
        take();
        children.push_back((this->*operand)());
    }
    return joined(NodeKind::Or, std::move(children), false);
}

NodePtr Parser::proximity(NodePtr (Parser::*operand)())
{
    std::vector<NodePtr> children{(this->*operand)()};
    std::optional<ProximityOperator> chain;
    while (const auto found = proximityFrom(peek())) {
        const Token token = take();
        note(Level::Operator::Near);
        if (!found->distance) {
            fail("E10", token, "W/ and PRE/ need a number from 0 to 255 right behind the slash, as in W/3.");
        }
        if (chain && (chain->isOrdered != found->isOrdered || chain->distance != found->distance)) {
            fail("E09",
                 token,
                 "W/n and PRE/n, or different n, cannot be mixed in one chain; put parentheses around one "
                 "part.");
        }
        chain = found;
        children.push_back((this->*operand)());
    }
    if (!chain) {
        return children.front();
    }
    const FieldCode *code = sharedField(children);
    if (code != nullptr) {
        warnOfFieldsNear(children, *code);
        for (NodePtr &child : children) {
            child = child->children.front();
        }
    }
    checkProximity(children);
    auto node = makeNode(NodeKind::Proximity, std::move(children));
    node->distance = *chain->distance;
    node->isOrdered = chain->isOrdered;
    return code == nullptr ? NodePtr(node) : fielded(*code, std::move(node));
}

/// TITLE(a) W/3 TITLE(b) is not in the language, but it is plain what is meant.
void Parser::warnOfFieldsNear(const std::vector<NodePtr> &operands, const FieldCode &code)
{
    const std::string name(code.code);
    Fix fix{"Write " + name + "(... W/n ...)", {}};
    for (const NodePtr &operand : operands) {
        const std::size_t open = m_query.find('(', operand->from);
        fix.edits.push_back({operand->from, open, operand == operands.front() ? name + "(" : std::string()});
    }
    fix.edits.push_back({operands.back()->to, operands.back()->to, ")"});
    warn("E08",
         operands.front()->from,
         operands.back()->to,
         "A field cannot stand beside W/n or PRE/n; this is read as " + name + "(... W/n ...).",
         std::move(fix));
}

void Parser::checkProximity(const std::vector<NodePtr> &operands)
{
    if (isInValueField()) {
        fail("E08",
             operands.front()->from,
             operands.back()->to,
             std::string(m_field->code) + " is compared as a whole and has no words that stand near.");
    }
    for (const NodePtr &operand : operands) {
        if (!isProximityOperand(*operand)) {
            fail("E08",
                 operand->from,
                 operand->to,
                 "Beside W/n and PRE/n stand words, phrases, and ORs and W/n of them, nothing else.");
        }
        if (const Node *phrase = exactPhraseIn(*operand)) {
            fail("E11",
                 phrase->from,
                 phrase->to,
                 "Several words in braces cannot stand beside W/n or PRE/n; put them in quotation marks.",
                 Fix{"Write quotation marks",
                     {{phrase->from, phrase->from + 1, "\""}, {phrase->to - 1, phrase->to, "\""}}});
        }
    }
}

NodePtr Parser::joined(NodeKind kind, std::vector<NodePtr> children, bool isImplicit)
{
    if (isImplicit && children.size() > 1) {
        dropStopWords(children);
    }
    if (children.size() == 1) {
        return children.front();
    }
    auto node = makeNode(kind, std::move(children));
    node->isImplicit = isImplicit;
    return node;
}

/// Unquoted words such as "of" are ignored beside others; a notice says so.
void Parser::dropStopWords(std::vector<NodePtr> &children)
{
    const auto isIgnored = [](const NodePtr &child) {
        return child->kind == NodeKind::Term && child->form == TermForm::Word && child->words.size() == 1 &&
               isStopWord(child->words.front());
    };
    if (std::ranges::all_of(children, isIgnored)) {
        return;
    }
    for (const NodePtr &child : children) {
        if (isIgnored(child)) {
            warn(
                "W22", child->from, child->to, "\"" + child->text + "\" is ignored outside quotation marks.");
        }
    }
    std::erase_if(children, isIgnored);
}

Parsed parse(std::string_view text, Precedence precedence)
{
    return Parser(text, precedence).run();
}

} // namespace winnow::query
