#pragma once

#include "query/level.h"
#include "query/lexer.h"
#include "query/problem.h"
#include "query/tree.h"

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace winnow::query {

/// A node with what stands above it.
struct Place
{
    const Node *node = nullptr;
    const Node *parent = nullptr;     ///< nullptr at the root
    const FieldCode *field = nullptr; ///< of the innermost field around it
};

/// Bytes [from, to) of the text.
struct Extent
{
    std::size_t from = 0;
    std::size_t to = 0;
};

/// A query that can be read, with what the checks need to know of its text. The text and the tree must
/// outlive it.
class CheckedQuery
{
public:
    CheckedQuery(std::string_view text, const Node &root, Precedence precedence);

    [[nodiscard]] std::string_view text() const { return m_text; }

    [[nodiscard]] const Node &root() const { return m_root; }

    [[nodiscard]] Precedence precedence() const { return m_precedence; }

    [[nodiscard]] const std::vector<Token> &tokens() const { return m_tokens; }

    /// Every node once, parents before their children and these in order.
    [[nodiscard]] const std::vector<Place> &places() const { return m_places; }

    /// The number of the first token that begins at or behind a byte.
    [[nodiscard]] std::size_t tokenAt(std::size_t byte) const;

    /// The number of the parenthesis that belongs to the one that is token `at`, if there is one.
    [[nodiscard]] std::optional<std::size_t> partner(std::size_t at) const;

    /// Whether token `at` opens the parentheses of a field and not of a group.
    [[nodiscard]] bool opensField(std::size_t at) const;

    /// A node with the parentheses around it that enclose nothing else; those of fields are not among them.
    [[nodiscard]] Extent extentOf(const Node &node) const;

    /// Whether there are such parentheses.
    [[nodiscard]] bool isEnclosed(const Node &node) const;

    [[nodiscard]] std::string_view textOf(Extent extent) const
    {
        return m_text.substr(extent.from, extent.to - extent.from);
    }

    /// Takes an operand out together with the AND or OR that joins it; nothing where that is not plain.
    [[nodiscard]] std::optional<Edit> removalOf(const Node &operand) const;

    /// Joins ` OR other` to an operand, in parentheses with it where it would else fall to another operator.
    [[nodiscard]] Fix alternative(const Place &operand, const std::string &other) const;

    /// Whether the children of a node stand in the text one behind the other; those of a list of searches or
    /// behind EXCLUDE may not.
    [[nodiscard]] static bool isInOrder(const Node &node);

private:
    void collectPlaces();
    void matchParentheses();
    void measure();
    [[nodiscard]] Extent measured(const Node &node) const;

    std::string_view m_text;
    const Node &m_root;
    Precedence m_precedence;
    std::vector<Token> m_tokens;
    std::vector<std::size_t> m_partners; ///< for each token; its own number where it has none
    std::vector<Place> m_places;
    std::unordered_map<const Node *, Extent> m_extents;
};

/// Whether words of a field stand for names of persons and nothing else.
[[nodiscard]] bool holdsNamesOnly(const FieldCode &code);

/// Whether terms below a field, or below none, are words to be looked for in text.
[[nodiscard]] bool holdsWords(const FieldCode *code);

} // namespace winnow::query
