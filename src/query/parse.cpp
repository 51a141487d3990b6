#include "query/parse.h"

#include "query/lexer.h"
#include "query/term_words.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace winnow::query {

namespace {

constexpr int kMaxDepth = 200;
constexpr int kMaxDistance = 255; // Scopus help: W/n and PRE/n take 0 to 255

bool isWord(const Token &token, std::string_view upperCase)
{
    return token.kind == TokenKind::Word && std::ranges::equal(token.text, upperCase, {}, [](char c) {
               return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
           });
}

std::optional<int> numberFrom(std::string_view text)
{
    int number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failure == std::errc() && end == text.data() + text.size() && number >= 0 ? std::optional(number)
                                                                                     : std::nullopt;
}

/// W/n or PRE/n.
struct ProximityOperator
{
    bool isOrdered = false;
    std::optional<int> distance; ///< nothing where n is missing or out of range
};

std::optional<ProximityOperator> proximityFrom(const Token &token)
{
    const std::size_t slash = token.text.find('/');
    if (token.kind != TokenKind::Word || slash == std::string_view::npos) {
        return std::nullopt;
    }
    Token name = token;
    name.text = token.text.substr(0, slash);
    const bool isOrdered = isWord(name, "PRE");
    if (!isOrdered && !isWord(name, "W")) {
        return std::nullopt;
    }
    auto distance = numberFrom(token.text.substr(slash + 1));
    if (distance && *distance > kMaxDistance) {
        distance.reset();
    }
    return ProximityOperator{isOrdered, distance};
}

std::optional<Comparison> comparisonFrom(const Token &token)
{
    if (isWord(token, "BEF") || token.text == "<") {
        return Comparison::Less;
    }
    if (isWord(token, "AFT") || token.text == ">") {
        return Comparison::Greater;
    }
    return isWord(token, "IS") || token.text == "=" ? std::optional(Comparison::Equal) : std::nullopt;
}

/// Whether a node may stand beside W/n: terms, and ORs of them.
bool isProximityOperand(const Node &node)
{
    return node.kind == NodeKind::Term ||
           (node.kind == NodeKind::Or && std::ranges::all_of(node.children, [](const NodePtr &child) {
                return child->kind == NodeKind::Term;
            }));
}

/// Stops the descent at the first error; what was found is in the list of problems.
struct Stop
{};

class Parser
{
public:
    Parser(std::string_view query, Precedence precedence)
        : m_tokens(lex(query))
        , m_precedence(precedence)
    {}

    Parsed run()
    {
        Parsed parsed;
        try {
            checkTokens();
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

    /// Faults that do not depend on where a token stands.
    void checkTokens()
    {
        for (const Token &token : m_tokens) {
            if (!token.isClosed) {
                const bool isQuote = token.kind == TokenKind::Quoted;
                fail("E02",
                     token.from,
                     token.from + 1,
                     isQuote ? "This quotation mark is never closed; add the closing \"."
                             : "This brace is never closed; add }.");
            }
            for (const std::string_view quote : {"\u201C", "\u201D", "\u201E"}) {
                if (const std::size_t at = token.text.find(quote);
                    token.kind == TokenKind::Word && at != std::string_view::npos) {
                    const std::size_t from = token.from + at;
                    fail("W04",
                         from,
                         from + quote.size(),
                         "Typographic quotation marks make no phrase; write \" instead.");
                }
            }
        }
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

    /// Classic: AND NOT binds least, and to the left.
    NodePtr andNot(NodePtr (Parser::*operand)())
    {
        NodePtr left = (this->*operand)();
        while (isAndNot()) {
            m_at += 2;
            left = binary(NodeKind::AndNot, left, (this->*operand)());
        }
        return left;
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
        for (const NodePtr &child : children) {
            if (!isProximityOperand(*child)) {
                fail("E08",
                     child->from,
                     child->to,
                     "Beside W/n and PRE/n stand words, phrases and ORs of them, nothing else.");
            }
        }
        auto node = std::make_shared<Node>();
        node->kind = NodeKind::Proximity;
        node->distance = *chain->distance;
        node->isOrdered = chain->isOrdered;
        return withChildren(std::move(node), std::move(children));
    }

    static NodePtr withChildren(std::shared_ptr<Node> node, std::vector<NodePtr> children)
    {
        node->from = children.front()->from;
        node->to = children.back()->to;
        node->children = std::move(children);
        return node;
    }

    NodePtr binary(NodeKind kind, NodePtr left, NodePtr right)
    {
        auto node = std::make_shared<Node>();
        node->kind = kind;
        return withChildren(std::move(node), {std::move(left), std::move(right)});
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
        if (isBeforeParenthesis && peek(1).isGlued) {
            fail("E04",
                 token,
                 "There is no field " + std::string(token.text) + "; did you mean " +
                     std::string(nearestFieldCode(token.text)) + "?");
        }
        if (peek(1).kind == TokenKind::Comparator) {
            fail("E04", token, std::string(token.text) + " cannot be compared with a number; PUBYEAR can.");
        }
        ++m_at;
        return term(token, TermForm::Word);
    }

    NodePtr field(const Token &token, const FieldCode &code)
    {
        if (code.use == FieldUse::NotHere) {
            fail("E04",
                 token,
                 std::string(code.code) +
                     " is a field of Scopus that cannot be searched in imported records.");
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
        const bool isValue = m_field != nullptr && m_field->use == FieldUse::Value;
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
