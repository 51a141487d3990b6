#include "gui/queries/query_styles.h"

#include "query/fields.h"
#include "query/lexer.h"
#include "query/operators.h"

#include <algorithm>
#include <optional>

namespace winnow::gui {

namespace {

using query::Token;
using query::TokenKind;

bool isOperator(const Token &token)
{
    return query::isWord(token, "AND") || query::isWord(token, "OR") || query::isWord(token, "NOT") ||
           query::proximityFrom(token);
}

/// "AND NOT" is two words, "LIMIT-TO" is no field of its own and yet begins as one.
bool isField(const Token &token, const Token &next)
{
    const bool isCode = query::findFieldCode(token.text) != nullptr;
    const bool isRefinement = query::isWord(token, "LIMIT-TO") || query::isWord(token, "EXCLUDE");
    return (isCode && (next.kind == TokenKind::Open || query::comparisonFrom(next))) ||
           (isRefinement && next.kind == TokenKind::Open);
}

bool isNumber(const Token &token)
{
    const std::string_view text = token.text;
    const std::string_view digits = text.starts_with('#') ? text.substr(1) : text;
    return !digits.empty() && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<QueryPart> partOf(const Token &token, const Token &next)
{
    switch (token.kind) {
    case TokenKind::Open:
    case TokenKind::Close:
        return QueryPart::Bracket;
    case TokenKind::Quoted:
        return QueryPart::Phrase;
    case TokenKind::Braced:
        return QueryPart::Exact;
    case TokenKind::Comparator:
        return QueryPart::Operator;
    case TokenKind::Word:
        return isField(token, next) ? std::optional(QueryPart::Field)
               : isOperator(token)  ? std::optional(QueryPart::Operator)
               : isNumber(token)    ? std::optional(QueryPart::Number)
                                    : std::nullopt;
    case TokenKind::Comma:
    case TokenKind::End:
        break;
    }
    return std::nullopt;
}

} // namespace

std::vector<StyledSpan> styledSpans(const std::string &query)
{
    const CharacterPlaces places(query);
    const std::vector<Token> tokens = query::lex(query);
    std::vector<StyledSpan> spans;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) { // the last is the end
        const Token &token = tokens[i];
        const auto part = partOf(token, tokens[i + 1]);
        if (part) {
            spans.push_back({places.span(token.from, token.to), *part});
        }
        const bool hasPatterns = token.kind == TokenKind::Quoted || (token.kind == TokenKind::Word && !part);
        for (std::size_t at = token.from; hasPatterns && at < token.to; ++at) {
            if (query[at] == '*' || query[at] == '?') {
                spans.push_back({places.span(at, at + 1), QueryPart::Wildcard});
            }
        }
    }
    return spans;
}

} // namespace winnow::gui
