#pragma once

#include "query/tree.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace winnow::query {

/// Something that is asked of a field; nullptr stands for no field.
struct Asked
{
    const FieldCode *field = nullptr;
    const Node *node = nullptr;
};

/// Which terms find nothing that others do not find too, by the words that they stand for. What it says is
/// true of every record; it does not say all that is true.
class Implication
{
public:
    /// Whether each record that a term finds is found by another one of the same field.
    [[nodiscard]] bool ofTerms(const Asked &narrow, const Asked &wide);

    /// The same of any operands. Costs as much as the one has terms, at most.
    [[nodiscard]] bool ofOperands(const Asked &narrow, const Asked &wide);

    /// The terms that every record has which an operand finds, at most kMostTerms.
    [[nodiscard]] static std::vector<Asked> guaranteed(const Asked &operand);

    /// Equal for operands that ask for the same, letter case and the order of AND and OR aside.
    [[nodiscard]] std::uint64_t hashOf(const Asked &operand);

    /// The forms of a word that a term stands for.
    [[nodiscard]] const std::vector<std::string> &formsOf(const Asked &term, const std::string &word);

    static constexpr std::size_t kMostTerms = 64;

private:
    [[nodiscard]] bool
    ofWords(const Asked &narrow, const std::string &word, const Asked &wide, const std::string &other);
    [[nodiscard]] std::uint64_t hashOf(const Node &node);

    std::unordered_map<std::string, std::vector<std::string>> m_variants;
    std::unordered_map<std::string, std::vector<std::string>> m_selves;
    std::unordered_map<const Node *, std::uint64_t> m_hashes;
};

} // namespace winnow::query
