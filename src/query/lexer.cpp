#include "query/lexer.h"

#include <array>
#include <utility>

namespace winnow::query {

namespace {

/// White space of UTF-8 text that pasted queries hold: ASCII, no-break, typographic, zero-width and
/// ideographic spaces, byte order mark.
constexpr std::array<std::string_view, 21> kSpaces{" ",      "\t",     "\n",     "\r",     "\v",     "\f",
                                                   "\u00A0", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004",
                                                   "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200B",
                                                   "\u202F", "\u3000", "\uFEFF"};

constexpr std::array<std::string_view, 4> kTypographicQuotes{"\u201C", "\u201D", "\u201E", "\u201F"};

constexpr std::array<std::string_view, 4> kLongComparators{"<=", ">=", "\u2264", "\u2265"};

std::size_t spaceLength(std::string_view text)
{
    if (text.front() > ' ' && text.front() <= '~') {
        return 0; // most of all text
    }
    for (const std::string_view space : kSpaces) {
        if (text.starts_with(space)) {
            return space.size();
        }
    }
    return 0;
}

std::size_t typographicQuoteLength(std::string_view text)
{
    if (text.empty() || text.front() != kTypographicQuotes.front().front()) {
        return 0;
    }
    for (const std::string_view quote : kTypographicQuotes) {
        if (text.starts_with(quote)) {
            return quote.size();
        }
    }
    return 0;
}

std::size_t comparatorLength(std::string_view text)
{
    const char first = text.empty() ? ' ' : text.front();
    if ((first < '<' || first > '>') && first != kLongComparators.back().front()) {
        return 0; // most of all text
    }
    for (const std::string_view comparator : kLongComparators) {
        if (text.starts_with(comparator)) {
            return comparator.size();
        }
    }
    return first >= '<' && first <= '>' ? 1 : 0;
}

bool endsWord(std::string_view text)
{
    const char first = text.front();
    if ((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || (first >= '0' && first <= '9')) {
        return false;
    }
    return std::string_view("(),\"{}").find(first) != std::string_view::npos || spaceLength(text) > 0 ||
           comparatorLength(text) > 0 || typographicQuoteLength(text) > 0;
}

class Lexer
{
public:
    explicit Lexer(std::string_view query)
        : m_query(query)
    {}

    std::vector<Token> run()
    {
        while (m_at < m_query.size()) {
            if (const std::size_t space = spaceLength(m_query.substr(m_at)); space > 0) {
                m_isLineStart = m_isLineStart || m_query[m_at] == '\n' || m_query[m_at] == '\r';
                m_at += space;
            } else {
                next();
            }
        }
        add(TokenKind::End, m_at, m_at, {});
        return std::move(m_tokens);
    }

private:
    void add(TokenKind kind, std::size_t from, std::size_t to, std::string_view text, bool isClosed = true)
    {
        const bool isGlued = !m_tokens.empty() && m_tokens.back().to == from;
        m_tokens.push_back({kind, from, to, text, isClosed, isGlued, false, m_isLineStart});
        m_isLineStart = false;
        m_at = to;
    }

    void single(TokenKind kind) { add(kind, m_at, m_at + 1, m_query.substr(m_at, 1)); }

    void next()
    {
        switch (m_query[m_at]) {
        case '(':
            return single(TokenKind::Open);
        case ')':
            return single(TokenKind::Close);
        case ',':
            return single(TokenKind::Comma);
        case '"':
            return enclosed(TokenKind::Quoted, '"');
        case '{':
            return enclosed(TokenKind::Braced, '}');
        default:
            break;
        }
        if (const std::size_t length = comparatorLength(m_query.substr(m_at)); length > 0) {
            return add(TokenKind::Comparator, m_at, m_at + length, m_query.substr(m_at, length));
        }
        if (const std::size_t length = typographicQuoteLength(m_query.substr(m_at)); length > 0) {
            return typographic(length);
        }
        std::size_t end = m_at + 1;
        while (end < m_query.size() && !endsWord(m_query.substr(end))) {
            ++end;
        }
        add(TokenKind::Word, m_at, end, m_query.substr(m_at, end - m_at));
    }

    void enclosed(TokenKind kind, char close)
    {
        const std::size_t end = m_query.find(close, m_at + 1);
        if (end == std::string_view::npos) {
            return add(kind, m_at, m_query.size(), m_query.substr(m_at + 1), false);
        }
        add(kind, m_at, end + 1, m_query.substr(m_at + 1, end - m_at - 1));
    }

    /// Any of the marks closes it, since pasted texts mix them.
    void typographic(std::size_t openLength)
    {
        const std::size_t begin = m_at + openLength;
        for (std::size_t end = begin; end < m_query.size(); ++end) {
            if (m_query[end] == '"' || typographicQuoteLength(m_query.substr(end)) > 0) {
                const std::size_t length =
                    m_query[end] == '"' ? 1 : typographicQuoteLength(m_query.substr(end));
                add(TokenKind::Quoted, m_at, end + length, m_query.substr(begin, end - begin));
                m_tokens.back().isTypographic = true;
                return;
            }
        }
        add(TokenKind::Quoted, m_at, m_query.size(), m_query.substr(begin), false);
    }

    std::string_view m_query;
    bool m_isLineStart = true;
    std::size_t m_at = 0;
    std::vector<Token> m_tokens;
};

} // namespace

std::vector<Token> lex(std::string_view query)
{
    return Lexer(query).run();
}

} // namespace winnow::query
