#pragma once

#include "query/level.h"
#include "query/lexer.h"
#include "query/operators.h"
#include "query/parse.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::query {

/// Reads the tokens of one query from left to right; one use each. Of parse() only.
class Parser
{
public:
    Parser(std::string_view query, Precedence precedence);

    Parsed run();

private:
    /// Stops the descent at the first error; what was found is in the list of problems.
    struct Stop
    {};

    /// One line of a list of searches.
    struct Line
    {
        std::size_t label = 0; ///< token
        std::size_t begin = 0; ///< tokens [begin, end)
        std::size_t end = 0;
        NodePtr node;
        std::size_t size = 0; ///< tokens, with those of the lines that it names
        bool isOpen = false;  ///< it is being read
        bool isUsed = false;
    };

    // parser.cpp: the grammar of operators
    [[nodiscard]] const Token &peek(std::size_t ahead = 0) const;
    const Token &take();
    [[noreturn]] void fail(
        std::string code, std::size_t from, std::size_t to, std::string message, std::optional<Fix> fix = {});
    [[noreturn]] void
    fail(std::string code, const Token &token, std::string message, std::optional<Fix> fix = {});
    void warn(
        std::string code, std::size_t from, std::size_t to, std::string message, std::optional<Fix> fix = {});
    [[nodiscard]] bool isAndNot() const;
    [[nodiscard]] bool isAnd() const;
    [[nodiscard]] bool startsOperand() const;
    NodePtr wholeQuery();
    NodePtr expression();
    NodePtr classicAndNot();
    NodePtr standardAnd();
    NodePtr conjunction();
    NodePtr disjunction(NodePtr (Parser::*operand)());
    NodePtr disjunctionOfPrimaries();
    NodePtr proximity(NodePtr (Parser::*operand)());
    NodePtr operandOfAnd();
    bool takeAnd();
    void warnOfFieldsNear(const std::vector<NodePtr> &operands, const FieldCode &code);
    void checkProximity(const std::vector<NodePtr> &operands);
    void note(Level::Operator op);
    NodePtr joined(NodeKind kind, std::vector<NodePtr> children, bool isImplicit);
    void dropStopWords(std::vector<NodePtr> &children);

    // parser_operands.cpp: terms, fields, parentheses
    NodePtr primary();
    NodePtr primaryOf(const Token &token);
    NodePtr inParentheses(const Token &open);
    NodePtr wordOrField(const Token &token);
    NodePtr unknownField(const Token &token);
    NodePtr field(const Token &token, const FieldCode &code);
    [[noreturn]] void failAtComma(const Token &token);
    [[nodiscard]] std::optional<Fix> withoutLastOperator() const;
    [[nodiscard]] bool isGroupOpen(std::size_t at) const;
    [[nodiscard]] std::optional<Fix> identifiersApart(const Token &open, const FieldCode &code) const;
    NodePtr namesByComma(const FieldCode &code, NodePtr inner);
    NodePtr identifier(const Token &open, const FieldCode &code);
    NodePtr comparison(const Token &token, const FieldCode &code);
    [[nodiscard]] int comparedNumber(const Token &number, const FieldCode &code);
    NodePtr term(const Token &token, TermForm form);
    [[nodiscard]] bool isInValueField() const;
    [[nodiscard]] bool belongsToValue(int open) const;
    Token valueToken();

    // parser_refinements.cpp: LIMIT-TO and EXCLUDE
    NodePtr refinement(const Token &token, Refinement kind);
    NodePtr refinedField(const FieldCode &code, const Token &first, const Token &last);
    NodePtr withoutExcluded(const NodePtr &node);

    // parser_list.cpp: #1 AND #2
    void findLines();
    NodePtr lineByNumber(const Token &token);
    NodePtr listRoot();

    std::string_view m_query;
    std::vector<Token> m_tokens;
    Precedence m_precedence;
    std::size_t m_at = 0;
    std::size_t m_end = 0; ///< the token behind the last one to be read
    int m_depth = 0;
    const FieldCode *m_field = nullptr; ///< the innermost field whose parentheses are open
    bool m_hasExcluded = false;         ///< an EXCLUDE was read
    std::vector<Level> m_levels;        ///< of the parentheses that are open
    std::map<int, Line> m_lines;
    std::size_t m_listSize = 0; ///< tokens of the lines that were named
    std::vector<Problem> m_problems;
    Token m_endToken; ///< what is read behind the last token
};

/// A node over [from, to).
[[nodiscard]] std::shared_ptr<Node> makeNode(NodeKind kind, std::size_t from, std::size_t to);

/// A node over what its children cover.
[[nodiscard]] std::shared_ptr<Node> makeNode(NodeKind kind, std::vector<NodePtr> children);

/// A child in the parentheses of a field.
[[nodiscard]] NodePtr fielded(const FieldCode &code, NodePtr child);

} // namespace winnow::query
