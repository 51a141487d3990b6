#include "query/gaps.h"
#include "query/parser.h"
#include "query/term_words.h"

#include <algorithm>

namespace winnow::query {

namespace {

/// The fields of names in which "family, given" is one name.
bool takesNames(const FieldCode &code)
{
    return (code.fields & kNameFields) != 0 || code.code == "AUTHOR-NAME";
}

} // namespace

/// An operand, noted for findDoubleReading().
NodePtr Parser::primary()
{
    const std::size_t from = peek().from;
    NodePtr node = primaryOf(peek());
    m_levels.back().operands.push_back({from, m_tokens[m_at == 0 ? 0 : m_at - 1].to});
    return node;
}

NodePtr Parser::primaryOf(const Token &at)
{
    const Token token = at;
    switch (token.kind) {
    case TokenKind::Open:
        take();
        return inParentheses(token);
    case TokenKind::Quoted:
        take();
        return term(token, TermForm::Loose);
    case TokenKind::Braced:
        take();
        return term(token, TermForm::Exact);
    case TokenKind::Word:
        return wordOrField(token);
    case TokenKind::Close:
        fail("E03",
             token,
             m_at == 0 ? "A query cannot begin with a closing parenthesis."
                       : "Something is missing before this parenthesis.");
    case TokenKind::Comma:
        failAtComma(token);
    case TokenKind::Comparator:
        fail("E13", token, "A comparison needs PUBYEAR before it.");
    case TokenKind::End:
        break;
    }
    fail("E03",
         token.from,
         token.to,
         m_at == 0 ? "The query is empty; write what to look for."
                   : "The query ends too early; something is missing here.",
         withoutLastOperator());
}

/// Takes the operators away after which nothing follows.
std::optional<Fix> Parser::withoutLastOperator() const
{
    const auto isOperator = [](const Token &token) {
        return isWord(token, "AND") || isWord(token, "OR") || isWord(token, "NOT") || proximityFrom(token);
    };
    std::size_t first = m_end;
    while (first > 0 && isOperator(m_tokens[first - 1])) {
        --first;
    }
    if (first == 0 || first == m_end) {
        return std::nullopt;
    }
    return Fix{"Remove the operator", {{m_tokens[first - 1].to, m_tokens[m_end - 1].to, {}}}};
}

void Parser::failAtComma(const Token &token)
{
    fail("E03",
         token,
         "A comma has no meaning here; put the words in quotation marks, or leave it out.",
         Fix{"Remove the comma", {{token.from, token.to, {}}}});
}

/// Whether the parenthesis that is token `at` opens a group and not a field.
bool Parser::isGroupOpen(std::size_t at) const
{
    return at == 0 || m_tokens[at - 1].kind != TokenKind::Word || isWord(m_tokens[at - 1], "AND") ||
           isWord(m_tokens[at - 1], "OR") || isWord(m_tokens[at - 1], "NOT");
}

NodePtr Parser::inParentheses(const Token &open)
{
    if (peek().kind == TokenKind::Close) {
        fail("E03",
             open.from,
             peek().to,
             "There is nothing between these parentheses.",
             m_at > 1 && isGroupOpen(m_at - 1)
                 ? std::optional(Fix{"Remove them", {{open.from, peek().to, {}}}})
                 : std::nullopt);
    }
    NodePtr inner = expression();
    if (peek().kind == TokenKind::Comma && m_field != nullptr && takesNames(*m_field)) {
        inner = namesByComma(*m_field, std::move(inner));
    }
    if (peek().kind != TokenKind::Close) {
        if (peek().kind == TokenKind::End) {
            fail("E01",
                 open,
                 "This parenthesis is never closed; add ).",
                 Fix{"Close it at the end", {{m_endToken.from, m_endToken.from, ")"}}});
        }
        if (peek().kind == TokenKind::Comma) {
            failAtComma(peek());
        }
        fail("E03", peek(), "This cannot stand here; is an operator missing before it?");
    }
    take();
    return inner;
}

/// AUTHOR-NAME(carrera, s): one author with this family name and that given name or initial. Elsewhere, as in
/// FIRSTAUTH, both are words of the one name.
NodePtr Parser::namesByComma(const FieldCode &code, NodePtr inner)
{
    const auto hasField = [](const Node &node) {
        return node.kind == NodeKind::Fielded || node.kind == NodeKind::Compare || hasFieldInside(node);
    };
    const Token comma = take();
    NodePtr given = expression();
    if (hasField(*inner) || hasField(*given)) {
        fail("E03",
             comma,
             "A comma stands between a family name and a given name alone; write AND between fields.");
    }
    if (!code.isElement) {
        return makeNode(NodeKind::And, {std::move(inner), std::move(given)});
    }
    return makeNode(NodeKind::And,
                    {fielded(*findFieldCode("AUTHLASTNAME"), std::move(inner)),
                     fielded(*findFieldCode("AUTHFIRST"), std::move(given))});
}

NodePtr Parser::wordOrField(const Token &token)
{
    if (isWord(token, "AND") || isWord(token, "OR") || proximityFrom(token)) {
        fail("E03",
             token,
             "There is nothing before this operator; remove it or write what it joins.",
             Fix{"Remove it", {{token.from, token.to, {}}}});
    }
    if (isWord(token, "NOT")) {
        fail("E14",
             token,
             "NOT alone is no operator of this language; write AND NOT.",
             Fix{"Write AND NOT", {{token.from, token.to, "AND NOT"}}});
    }
    if (token.text.starts_with('#')) {
        return lineByNumber(token);
    }
    const bool isBeforeParenthesis = peek(1).kind == TokenKind::Open;
    const bool isBeforeComparison =
        peek(1).kind == TokenKind::Comparator || comparisonFrom(peek(1)).has_value();
    if (isBeforeParenthesis || isBeforeComparison) {
        if (isWord(token, "LIMIT-TO") || isWord(token, "EXCLUDE")) {
            return refinement(token, isWord(token, "EXCLUDE") ? Refinement::Exclude : Refinement::LimitTo);
        }
        if (const FieldCode *code = findFieldCode(token.text)) {
            take();
            return code->isCompared() ? comparison(token, *code) : field(token, *code);
        }
    }
    if (isInValueField()) {
        return term(valueToken(), TermForm::Word);
    }
    if ((isBeforeParenthesis && peek(1).isGlued) || peek(1).kind == TokenKind::Comparator) {
        return unknownField(token);
    }
    take();
    return term(token, TermForm::Word);
}

NodePtr Parser::unknownField(const Token &token)
{
    const Token &next = peek(1);
    if (next.kind == TokenKind::Open) {
        const std::string nearest(nearestFieldCode(token.text));
        fail("E04",
             token,
             "There is no field " + std::string(token.text) + "; did you mean " + nearest + "?",
             Fix{"Write " + nearest, {{token.from, token.to, nearest}}});
    }
    if (next.text == "=") {
        fail("E05",
             token.from,
             next.to,
             std::string(token.text) +
                 "= is the syntax of another database; write the field as in TITLE(...).");
    }
    fail("E04", token, std::string(token.text) + " cannot be compared with a number; PUBYEAR can.");
}

bool Parser::isInValueField() const
{
    return m_field != nullptr && m_field->syntax == FieldSyntax::Values;
}

/// Whether the next token goes on with the value before it, in which `open` parentheses are open.
bool Parser::belongsToValue(int open) const
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
Token Parser::valueToken()
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

NodePtr Parser::field(const Token &token, const FieldCode &code)
{
    if (peek().kind != TokenKind::Open) {
        fail("E13",
             peek(),
             std::string(code.code) + " takes parentheses: " + std::string(code.code) + "(...).");
    }
    if (m_field != nullptr && !mayStandInside(code, *m_field)) {
        fail("E03",
             token,
             std::string(code.code) + " cannot stand inside " + std::string(m_field->code) + "; close " +
                 std::string(m_field->code) + " first.");
    }
    const FieldCode *outer = m_field;
    m_field = &code;
    const Token open = take();
    NodePtr inner = code.syntax == FieldSyntax::Ids ? identifier(open, code) : inParentheses(open);
    m_field = outer;
    auto node = makeNode(NodeKind::Fielded, token.from, m_tokens[m_at - 1].to);
    node->code = &code;
    node->children = {std::move(inner)};
    return node;
}

/// AU-ID(1 OR 2) as (AU-ID(1) OR AU-ID(2)), where nothing but OR stands between identifiers.
std::optional<Fix> Parser::identifiersApart(const Token &open, const FieldCode &code) const
{
    std::vector<Edit> edits;
    const auto at = std::ranges::lower_bound(m_tokens, open.from, {}, &Token::from) - m_tokens.begin();
    std::size_t i = static_cast<std::size_t>(at) + 1;
    for (; i < m_end && m_tokens[i].kind != TokenKind::Close; ++i) {
        const Token &token = m_tokens[i];
        if (token.kind == TokenKind::Open || isWord(token, "AND") || isWord(token, "NOT")) {
            return std::nullopt;
        }
        const bool isAtEdge =
            m_tokens[i - 1].kind == TokenKind::Open || m_tokens[i + 1].kind == TokenKind::Close;
        if (isWord(token, "OR") && !isAtEdge) {
            edits.push_back(
                {m_tokens[i - 1].to, m_tokens[i + 1].from, ") OR " + std::string(code.code) + "("});
        }
    }
    if (i >= m_end || edits.empty()) {
        return std::nullopt;
    }
    const std::size_t field = m_tokens[static_cast<std::size_t>(at) - 1].from;
    edits.insert(edits.begin(), {field, field, "("});
    edits.push_back({m_tokens[i].to, m_tokens[i].to, ")"});
    return Fix{"Write one field for each", std::move(edits)};
}

/// AF-ID(60000123) or AF-ID("Name" 60000123): all between the parentheses is one value.
NodePtr Parser::identifier(const Token &open, const FieldCode &code)
{
    const std::size_t first = m_at;
    while (peek().kind != TokenKind::Close) {
        const Token &token = peek();
        if (isWord(token, "OR") || isWord(token, "AND") || token.kind == TokenKind::Open) {
            fail("E15",
                 token,
                 std::string(code.code) + " takes one identifier; write " + std::string(code.code) +
                     "(...) OR " + std::string(code.code) + "(...).",
                 identifiersApart(open, code));
        }
        if (token.kind == TokenKind::End) {
            fail("E01", open, "This parenthesis is never closed; add ).");
        }
        take();
    }
    if (first == m_at) {
        fail("E03", open.from, peek().to, "There is nothing between these parentheses.");
    }
    auto node = makeNode(NodeKind::Term, m_tokens[first].from, m_tokens[m_at - 1].to);
    node->text = m_query.substr(node->from, node->to - node->from);
    take();
    return node;
}

NodePtr Parser::comparison(const Token &token, const FieldCode &code)
{
    const std::string name(code.code);
    if (m_field != nullptr && !mayStandInside(code, *m_field)) {
        fail("E13", token, name + " cannot stand inside another field; put it behind, with AND.");
    }
    const Token comparator = take();
    const auto comparison = comparisonFrom(comparator);
    if (!comparison) {
        const bool isLess = comparator.text == "<=" || comparator.text == "\u2264";
        const bool isGreater = comparator.text == ">=" || comparator.text == "\u2265";
        const auto bound = numberFrom(peek().text);
        std::optional<Fix> fix;
        if ((isLess || isGreater) && bound && code.syntax == FieldSyntax::Year) {
            const std::string text =
                isLess ? "< " + std::to_string(*bound + 1) : "> " + std::to_string(*bound - 1);
            fix = Fix{"Write " + text, {{comparator.from, peek().to, text}}};
        } else if (comparator.kind == TokenKind::Open && peek(1).kind == TokenKind::Close &&
                   numberFrom(peek().text)) {
            const std::string text = " = " + std::string(peek().text);
            fix = Fix{"Write" + text, {{comparator.from, peek(1).to, text}}};
        }
        fail("E13",
             comparator,
             name + " takes <, > or = and a number: " + name + " > 2018 is 2019 and later.",
             std::move(fix));
    }
    const Token number = take();
    auto node = makeNode(NodeKind::Compare, token.from, number.to);
    node->code = &code;
    node->comparison = *comparison;
    node->number = comparedNumber(number, code);
    return node;
}

int Parser::comparedNumber(const Token &number, const FieldCode &code)
{
    const auto value = number.kind == TokenKind::Word || number.kind == TokenKind::Quoted
                           ? numberFrom(number.text)
                           : std::nullopt;
    const bool isYear = code.syntax == FieldSyntax::Year;
    if (!value || (isYear && *value > 9999) || (!isYear && (*value < 10000101 || *value > 99991231))) {
        fail("E13",
             number,
             std::string(code.code) + (isYear ? " is compared with a year of four digits, such as 2018."
                                              : " is compared with a day, such as 20240131."));
    }
    return *value;
}

NodePtr Parser::term(const Token &token, TermForm form)
{
    auto node = makeNode(NodeKind::Term, token.from, token.to);
    node->form = form;
    node->text = token.text;
    node->words = termWords(token.text, form != TermForm::Exact);
    if (isInValueField()) {
        return node;
    }
    if (form == TermForm::Exact) {
        node->gaps = askedGaps(token.text);
    }
    if (node->words.empty()) {
        fail("E03", token, "There is no word in this to look for.");
    }
    for (const std::string &word : node->words) {
        if (word.find_first_not_of("*?") == std::string::npos) {
            std::optional<Fix> fix;
            if (const std::size_t at = token.text.find("-*");
                form == TermForm::Word && at != std::string::npos) {
                const std::size_t hyphen = token.from + at;
                fix = Fix{"Remove the hyphen", {{hyphen, hyphen + 1, {}}}};
            }
            fail("E12", token, "A wildcard needs letters beside it, as in handi*.", std::move(fix));
        }
    }
    return node;
}

} // namespace winnow::query
