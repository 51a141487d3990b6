#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace winnow::query {

enum class TokenKind {
    Open,  ///< (
    Close, ///< )
    Comma,
    Quoted,     ///< "..." or “...”; an unclosed one ends with the text and `isClosed` is false
    Braced,     ///< {...}
    Comparator, ///< < > =, also <= >= and their signs, which the language has not
    Word,       ///< all else between white space; operators and field codes are words too
    End,
};

struct Token
{
    TokenKind kind = TokenKind::End;
    std::size_t from = 0; ///< bytes of the query text, [from, to)
    std::size_t to = 0;
    std::string_view text; ///< of the whole token, or of what its marks enclose
    bool isClosed = true;
    bool isGlued = false;       ///< nothing stands between it and the token before
    bool isTypographic = false; ///< Quoted, by typographic quotation marks
    bool isLineStart = false;   ///< the first of its line
};

/// Divides a query into tokens, the End last. Never fails: what is odd becomes a word.
[[nodiscard]] std::vector<Token> lex(std::string_view query);

} // namespace winnow::query
