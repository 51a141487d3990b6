#include "query/parser.h"

#include <algorithm>
#include <utility>

namespace winnow::query {

namespace {

/// Lines that name lines that name lines twice each would grow without bound.
constexpr std::size_t kMostTokens = 1'000'000;

/// 12 of "#12", "#12:" and "#12.".
std::optional<int> lineNumberFrom(const Token &token)
{
    std::string_view text = token.text;
    if (token.kind != TokenKind::Word || !text.starts_with('#')) {
        return std::nullopt;
    }
    text.remove_prefix(1);
    if (!text.empty() && (text.back() == ':' || text.back() == '.')) {
        text.remove_suffix(1);
    }
    return numberFrom(text);
}

bool isOperator(const Token &token)
{
    return isWord(token, "AND") || isWord(token, "OR") || isWord(token, "NOT") ||
           proximityFrom(token).has_value();
}

} // namespace

/// A line of a list begins with its number and goes on with a query; "#1 AND #2" does not.
void Parser::findLines()
{
    Line *latest = nullptr;
    for (std::size_t i = 0; i + 1 < m_end; ++i) {
        const auto number = lineNumberFrom(m_tokens[i]);
        const Token &next = m_tokens[i + 1];
        if (!number || !m_tokens[i].isLineStart || isOperator(next) || next.kind == TokenKind::Close) {
            continue;
        }
        if (latest != nullptr) {
            latest->end = i;
        }
        const auto [line, isNew] = m_lines.try_emplace(*number, Line{i, i + 1, m_end, {}, 0, false, false});
        if (!isNew) {
            fail("E16", m_tokens[i], "There are two lines with this number.");
        }
        latest = &line->second;
    }
    // A last line without a number joins the others; it begins a line, and nothing before it is open.
    if (latest == nullptr) {
        return;
    }
    Line &last = *latest;
    for (std::size_t i = last.begin + 1; i < m_end; ++i) {
        if (m_tokens[i].isLineStart && lineNumberFrom(m_tokens[i]) && !isOperator(m_tokens[i - 1])) {
            last.end = i;
            break;
        }
    }
}

NodePtr Parser::lineByNumber(const Token &token)
{
    const auto number = lineNumberFrom(token);
    const auto found = number ? m_lines.find(*number) : m_lines.end();
    if (found == m_lines.end()) {
        fail("E16",
             token,
             "There is no line " + std::string(token.text) +
                 " in this text; begin the line that it stands for with this number.");
    }
    Line &line = found->second;
    if (line.isOpen) {
        fail("E16", token, "Line " + std::string(token.text) + " refers to itself.");
    }
    take();
    line.isUsed = true;
    if (!line.node) {
        line.isOpen = true;
        const std::size_t at = m_at;
        const std::size_t end = m_end;
        const Token endToken = m_endToken;
        const FieldCode *field = m_field;
        const std::size_t outerSize = std::exchange(m_listSize, 0);
        m_at = line.begin;
        m_end = line.end;
        m_endToken = {TokenKind::End, m_tokens[line.end - 1].to, m_tokens[line.end - 1].to, {}};
        m_field = nullptr;
        line.node = wholeQuery();
        line.size = line.end - line.begin + m_listSize;
        m_listSize = outerSize;
        m_at = at;
        m_end = end;
        m_endToken = endToken;
        m_field = field;
        line.isOpen = false;
    }
    m_listSize += line.size;
    if (m_listSize > kMostTokens) {
        fail("E16", token, "With the lines that it names, this query is too long; name each line once.");
    }
    return line.node;
}

/// The last line is the query; it may have no number.
NodePtr Parser::listRoot()
{
    Line &last =
        std::ranges::max_element(m_lines, {}, [](const auto &line) { return line.second.label; })->second;
    const bool hasRoot = last.end < m_end;
    m_at = hasRoot ? last.end : last.begin;
    const std::size_t first = std::ranges::min_element(m_lines, {}, [](const auto &line) {
                                  return line.second.label;
                              })->second.label;
    if (first != 0) {
        fail("E16", m_tokens[0], "In a list each line begins with its number; this one has none.");
    }
    last.isOpen = !hasRoot;
    NodePtr root = wholeQuery();
    last.isUsed = last.isUsed || !hasRoot;
    for (const auto &[number, line] : m_lines) {
        if (!line.isUsed) {
            warn("E16",
                 m_tokens[line.label].from,
                 m_tokens[line.end - 1].to,
                 "Line #" + std::to_string(number) + " is used by no other; the last line is the query.");
        }
    }
    return root;
}

} // namespace winnow::query
