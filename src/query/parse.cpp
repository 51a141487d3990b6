#include "query/parse.h"

#include "query/faults.h"
#include "query/lexer.h"
#include "query/operators.h"
#include "query/term_words.h"
#include "text/tokens.h"

#include <algorithm>
#include <optional>

namespace winnow::query {

namespace {

constexpr int kMaxDepth = 200;

/// Whether a node may stand beside W/n: terms, and ORs of them, however nested.
bool isProximityOperand(const Node &node)
{
    return node.kind == NodeKind::Term ||
           (node.kind == NodeKind::Or && std::ranges::all_of(node.children, [](const NodePtr &child) {
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

/// Whether anything but words and the spaces between them stands in a text.
bool hasPunctuation(std::string_view text)
{
    std::size_t behind = 0;
    const auto isBlank = [&](std::size_t from, std::size_t to) {
        return text.substr(from, to - from).find_first_not_of(" \t\r\n") == std::string_view::npos;
    };
    for (const text::Token &token : text::tokens(text)) {
        if (!isBlank(behind, token.from)) {
            return true;
        }
        behind = token.to;
    }
    return !isBlank(behind, text.size());
}

/// Stops the descent at the first error; what was found is in the list of problems.
struct Stop
{};

class Parser
{
public:
    Parser(std::string_view query, Precedence precedence)
        : m_query(query)
        , m_tokens(lex(query))
        , m_precedence(precedence)
    {}

    Parsed run()
    {
        Parsed parsed;
        try {
            if (auto fault = findTokenFault(m_tokens)) {
                m_problems.push_back(*std::move(fault));
                throw Stop{};
            }
            NodePtr root = expression();
            if (peek().kind == TokenKind::Close) {
                fail("E01", peek(), "This closing parenthesis has no opening one; remove it.");
            }
            if (peek().kind != TokenKind::End) {
                fail("E03", peek(), "This cannot stand here; is an operator or a field missing before it?");
            }
            parsed.root = std::move(root);
        } catch (const Stop &) {
            parsed.root.reset();
        }
        parsed.problems = std::move(m_problems);
        return parsed;
    }

private:
    [[nodiscard]] const Token &peek(std::size_t ahead = 0) const
    {
        return m_tokens[std::min(m_at + ahead, m_tokens.size() - 1)];
    }

    const Token &take() { return m_tokens[std::min(m_at++, m_tokens.size() - 1)]; }

    [[noreturn]] void fail(std::string code, std::size_t from, std::size_t to, std::string message)
    {
        m_problems.push_back({std::move(code), ProblemSeverity::Error, from, to, std::move(message)});
        throw Stop{};
    }

    [[noreturn]] void fail(std::string code, const Token &token, std::string message)
    {
        fail(std::move(code), token.from, token.to, std::move(message));
    }

    [[nodiscard]] bool isAndNot() const { return isWord(peek(), "AND") && isWord(peek(1), "NOT"); }

    [[nodiscard]] bool isAnd() const { return isWord(peek(), "AND") && !isWord(peek(1), "NOT"); }

    /// Whether an operand follows, so that a missing operator means AND.
    [[nodiscard]] bool startsOperand() const
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

    NodePtr expression()
    {
        if (++m_depth > kMaxDepth) {
            fail("E01", peek(), "The parentheses are nested deeper than 200 levels; take the query apart.");
        }
        NodePtr node = m_precedence == Precedence::Classic ? andNot(&Parser::classicAnd) : standardOr();
        --m_depth;
        return node;
    }

    /// Classic: AND NOT binds least. A chain takes away one after the other, so it is one node and no tower
    /// of them.
    NodePtr andNot(NodePtr (Parser::*operand)())
    {
        std::vector<NodePtr> children{(this->*operand)()};
        while (isAndNot()) {
            m_at += 2;
            children.push_back((this->*operand)());
        }
        return joined(NodeKind::AndNot, std::move(children), false);
    }

    NodePtr classicAnd() { return conjunction(&Parser::classicProximity); }

    NodePtr classicProximity() { return proximity(&Parser::disjunctionOfPrimaries); }

    NodePtr disjunctionOfPrimaries() { return disjunction(&Parser::primary); }

    /// Standard: OR binds least, then AND and AND NOT, then W/n and PRE/n.
    NodePtr standardOr() { return disjunction(&Parser::standardAndNot); }

    NodePtr standardAndNot() { return andNot(&Parser::standardAnd); }

    NodePtr standardAnd() { return conjunction(&Parser::standardProximity); }

    NodePtr standardProximity() { return proximity(&Parser::primary); }

    NodePtr conjunction(NodePtr (Parser::*operand)())
    {
        std::vector<NodePtr> children{(this->*operand)()};
        bool isImplicit = false;
        while (isAnd() || startsOperand()) {
            if (isWord(peek(), "NOT")) {
                fail("E14", peek(), "NOT alone is no operator of this language; write AND NOT.");
            }
            const bool isWritten = isAnd();
            isImplicit = isImplicit || !isWritten;
            m_at += isWritten ? 1 : 0;
            children.push_back((this->*operand)());
        }
        return joined(NodeKind::And, std::move(children), isImplicit);
    }

    NodePtr disjunction(NodePtr (Parser::*operand)())
    {
        std::vector<NodePtr> children{(this->*operand)()};
        while (isWord(peek(), "OR")) {
            ++m_at;
            children.push_back((this->*operand)());
        }
        return joined(NodeKind::Or, std::move(children), false);
    }

    NodePtr proximity(NodePtr (Parser::*operand)())
    {
        std::vector<NodePtr> children{(this->*operand)()};
        std::optional<ProximityOperator> chain;
        while (const auto found = proximityFrom(peek())) {
            const Token &token = take();
            if (!found->distance) {
                fail("E10",
                     token,
                     "W/ and PRE/ need a number from 0 to 255 right behind the slash, as in W/3.");
            }
            if (chain && (chain->isOrdered != found->isOrdered || chain->distance != found->distance)) {
                fail("E09",
                     token,
                     "W/n and PRE/n, or different n, cannot be mixed in one chain; put parentheses around "
                     "one part.");
            }
            chain = found;
            children.push_back((this->*operand)());
        }
        if (!chain) {
            return children.front();
        }
        checkProximity(children);
        auto node = std::make_shared<Node>();
        node->kind = NodeKind::Proximity;
        node->distance = *chain->distance;
        node->isOrdered = chain->isOrdered;
        return withChildren(std::move(node), std::move(children));
    }

    void checkProximity(const std::vector<NodePtr> &operands)
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
                     "Beside W/n and PRE/n stand words, phrases and ORs of them, nothing else.");
            }
            if (const Node *phrase = exactPhraseIn(*operand)) {
                fail(
                    "E11",
                    phrase->from,
                    phrase->to,
                    "Several words in braces cannot stand beside W/n or PRE/n; put them in quotation marks.");
            }
        }
    }

    static NodePtr withChildren(std::shared_ptr<Node> node, std::vector<NodePtr> children)
    {
        node->from = children.front()->from;
        node->to = children.back()->to;
        node->children = std::move(children);
        return node;
    }

    NodePtr joined(NodeKind kind, std::vector<NodePtr> children, bool isImplicit)
    {
        if (isImplicit && children.size() > 1) {
            dropStopWords(children);
        }
        if (children.size() == 1) {
            return children.front();
        }
        auto node = std::make_shared<Node>();
        node->kind = kind;
        node->isImplicit = isImplicit;
        return withChildren(std::move(node), std::move(children));
    }

    /// Unquoted words such as "of" are ignored beside others; a notice says so.
    void dropStopWords(std::vector<NodePtr> &children)
    {
        const auto isIgnored = [](const NodePtr &child) {
            return child->kind == NodeKind::Term && child->form == TermForm::Word &&
                   child->words.size() == 1 && isStopWord(child->words.front());
        };
        if (std::ranges::all_of(children, isIgnored)) {
            return;
        }
        for (const NodePtr &child : children) {
            if (isIgnored(child)) {
                m_problems.push_back({"W22",
                                      ProblemSeverity::Warning,
                                      child->from,
                                      child->to,
                                      "\"" + child->text + "\" is ignored outside quotation marks."});
            }
        }
        std::erase_if(children, isIgnored);
    }

    NodePtr primary()
    {
        const Token token = peek();
        switch (token.kind) {
        case TokenKind::Open:
            ++m_at;
            return inParentheses(token);
        case TokenKind::Quoted:
            ++m_at;
            return term(token, TermForm::Loose);
        case TokenKind::Braced:
            ++m_at;
            return term(token, TermForm::Exact);
        case TokenKind::Word:
            return wordOrField(token);
        case TokenKind::Close:
            fail("E03",
                 token,
                 m_at == 0 ? "A query cannot begin with a closing parenthesis."
                           : "Something is missing before this parenthesis.");
        case TokenKind::Comma:
            fail("E03",
                 token,
                 "A comma has no meaning here; put the words in quotation marks, or leave it out.");
        case TokenKind::Comparator:
            fail("E13", token, "A comparison needs PUBYEAR before it.");
        case TokenKind::End:
            break;
        }
        fail("E03",
             token.from,
             token.to,
             m_at == 0 ? "The query is empty; write what to look for."
                       : "The query ends too early; something is missing here.");
    }

    NodePtr inParentheses(const Token &open)
    {
        if (peek().kind == TokenKind::Close) {
            fail("E03", open.from, peek().to, "There is nothing between these parentheses.");
        }
        NodePtr inner = expression();
        if (peek().kind != TokenKind::Close) {
            if (peek().kind == TokenKind::End) {
                fail("E01", open, "This parenthesis is never closed; add ).");
            }
            fail("E03", peek(), "This cannot stand here; is an operator missing before it?");
        }
        ++m_at;
        return inner;
    }

    NodePtr wordOrField(const Token &token)
    {
        if (isWord(token, "AND") || isWord(token, "OR") || proximityFrom(token)) {
            fail("E03", token, "There is nothing before this operator; remove it or write what it joins.");
        }
        if (isWord(token, "NOT")) {
            fail("E14", token, "NOT alone is no operator of this language; write AND NOT.");
        }
        if (token.text.starts_with('#')) {
            fail("E16",
                 token,
                 "Lists of searches (#1 AND #2) cannot be run here yet; write the searches out.");
        }
        const FieldCode *code = findFieldCode(token.text);
        const bool isBeforeParenthesis = peek(1).kind == TokenKind::Open;
        const bool isBeforeComparison =
            comparisonFrom(peek(1)).has_value() || peek(1).kind == TokenKind::Comparator;
        if (code != nullptr && (isBeforeParenthesis || isBeforeComparison)) {
            ++m_at;
            return field(token, *code);
        }
        if (isInValueField()) {
            return term(valueToken(), TermForm::Word);
        }
        if (isBeforeParenthesis && peek(1).isGlued) {
            fail("E04",
                 token,
                 "There is no field " + std::string(token.text) + "; did you mean " +
                     std::string(nearestFieldCode(token.text)) + "?");
        }
        if (peek(1).kind == TokenKind::Comparator) {
            if (code == nullptr && peek(1).text == "=") {
                fail("E05",
                     token.from,
                     peek(1).to,
                     std::string(token.text) +
                         "= is the syntax of another database; write the field as in TITLE(...).");
            }
            fail("E04", token, std::string(token.text) + " cannot be compared with a number; PUBYEAR can.");
        }
        ++m_at;
        return term(token, TermForm::Word);
    }

    [[nodiscard]] bool isInValueField() const
    {
        return m_field != nullptr && m_field->use == FieldUse::Value;
    }

    /// Whether the next token goes on with the value before it, in which `open` parentheses are open.
    [[nodiscard]] bool belongsToValue(int open) const
    {
        switch (peek().kind) {
        case TokenKind::Close:
            return peek().isGlued && open > 0;
        case TokenKind::Open:
        case TokenKind::Word:
        case TokenKind::Comparator:
            return peek().isGlued;
        case TokenKind::Comma:
            return peek().isGlued && peek(1).isGlued && peek(1).kind == TokenKind::Word;
        default:
            return false;
        }
    }

    /// Takes a value with the parentheses that belong to it: 10.1016/S0140-6736(98)00001-1.
    Token valueToken()
    {
        Token value = take();
        int open = 0;
        while (belongsToValue(open)) {
            const Token &part = take();
            open += part.kind == TokenKind::Open ? 1 : part.kind == TokenKind::Close ? -1 : 0;
            value.to = part.to;
        }
        if (open > 0) {
            fail("E01",
                 value,
                 "A parenthesis in this value is never closed; add ), or put the value in quotation marks.");
        }
        value.text = m_query.substr(value.from, value.to - value.from);
        return value;
    }

    NodePtr field(const Token &token, const FieldCode &code)
    {
        if (code.use == FieldUse::NotHere) {
            fail("E04",
                 token,
                 std::string(code.code) + " cannot be searched in imported records; " +
                     std::string(code.instead.empty() ? "leave it out" : code.instead) + ".");
        }
        if (code.use == FieldUse::Year) {
            return year(token, code);
        }
        if (peek().kind != TokenKind::Open) {
            fail("E13",
                 peek(),
                 std::string(code.code) + " takes parentheses: " + std::string(code.code) + "(...).");
        }
        if (m_field != nullptr) {
            fail("E03",
                 token,
                 "A field cannot stand inside another field; close " + std::string(m_field->code) +
                     " first.");
        }
        m_field = &code;
        const Token open = take();
        NodePtr inner = inParentheses(open);
        m_field = nullptr;
        auto node = std::make_shared<Node>();
        node->kind = NodeKind::Fielded;
        node->from = token.from;
        node->to = m_tokens[m_at - 1].to;
        node->code = &code;
        node->children = {std::move(inner)};
        return node;
    }

    NodePtr year(const Token &token, const FieldCode &code)
    {
        if (m_field != nullptr) {
            fail("E13", token, "PUBYEAR cannot stand inside another field; put it behind, with AND.");
        }
        const Token comparator = take();
        const auto comparison = comparisonFrom(comparator);
        if (!comparison) {
            fail("E13", comparator, "PUBYEAR takes <, > or = and a year: PUBYEAR > 2018 is 2019 and later.");
        }
        const Token number = take();
        const auto value = number.kind == TokenKind::Word ? numberFrom(number.text) : std::nullopt;
        if (!value || *value > 9999) {
            fail("E13", number, "PUBYEAR is compared with a year of four digits, such as 2018.");
        }
        auto node = std::make_shared<Node>();
        node->kind = NodeKind::Year;
        node->from = token.from;
        node->to = number.to;
        node->code = &code;
        node->comparison = *comparison;
        node->year = *value;
        return node;
    }

    NodePtr term(const Token &token, TermForm form)
    {
        auto node = std::make_shared<Node>();
        node->kind = NodeKind::Term;
        node->from = token.from;
        node->to = token.to;
        node->form = form;
        node->text = token.text;
        node->words = termWords(token.text, form != TermForm::Exact);
        const bool isValue = isInValueField();
        if (form == TermForm::Exact && !isValue && hasPunctuation(token.text)) {
            m_problems.push_back({"W06",
                                  ProblemSeverity::Warning,
                                  token.from,
                                  token.to,
                                  "Punctuation in braces is not compared here; only the words are."});
        }
        if (node->words.empty() && !isValue) {
            fail("E03", token, "There is no word in this to look for.");
        }
        for (const std::string &word : node->words) {
            if (!isValue && word.find_first_not_of("*?") == std::string::npos) {
                fail("E12", token, "A wildcard needs letters beside it, as in handi*.");
            }
        }
        return node;
    }

    std::string_view m_query;
    std::vector<Token> m_tokens;
    Precedence m_precedence;
    std::size_t m_at = 0;
    int m_depth = 0;
    const FieldCode *m_field = nullptr; ///< the field whose parentheses are open
    std::vector<Problem> m_problems;
};

} // namespace

Parsed parse(std::string_view text, Precedence precedence)
{
    return Parser(text, precedence).run();
}

} // namespace winnow::query
