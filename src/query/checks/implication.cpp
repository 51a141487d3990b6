#include "query/checks/implication.h"

#include "text/fold.h"
#include "text/variants.h"

#include <algorithm>
#include <functional>

namespace winnow::query {

namespace {

/// Whether the words of a field stand for their variants in all that it searches; names do not.
bool expands(const FieldCode *field)
{
    return field != nullptr && field->syntax == FieldSyntax::Words && field->takesVariants &&
           field->fields != 0 && (field->fields & kNameFields) == 0;
}

bool isWords(const FieldCode *field)
{
    return field == nullptr || field->syntax == FieldSyntax::Words;
}

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value)
{
    // SplitMix64
    std::uint64_t z = hash + 0x9E3779B97F4A7C15U + value;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
}

std::uint64_t hashOfText(std::string_view text)
{
    return std::hash<std::string_view>()(text);
}

void gather(const Asked &operand, std::vector<Asked> &terms)
{
    if (terms.size() >= Implication::kMostTerms) {
        return;
    }
    const Node &node = *operand.node;
    switch (node.kind) {
    case NodeKind::Term:
        terms.push_back(operand);
        return;
    case NodeKind::Fielded:
        return gather({node.code, node.children.front().get()}, terms);
    case NodeKind::AndNot:
        return gather({operand.field, node.children.front().get()}, terms);
    case NodeKind::And:
    case NodeKind::Proximity:
        for (const NodePtr &child : node.children) {
            gather({operand.field, child.get()}, terms);
        }
        return;
    case NodeKind::Or:
    case NodeKind::Compare:
        return;
    }
}

} // namespace

std::vector<Asked> Implication::guaranteed(const Asked &operand)
{
    std::vector<Asked> terms;
    gather(operand, terms);
    return terms;
}

const std::vector<std::string> &Implication::formsOf(const Asked &term, const std::string &word)
{
    const bool isItselfOnly = term.node->form == TermForm::Exact || !expands(term.field) || hasWildcard(word);
    const auto [entry, isNew] = (isItselfOnly ? m_selves : m_variants).try_emplace(word);
    if (isNew) {
        entry->second = isItselfOnly ? std::vector{word} : text::variants(word);
    }
    return entry->second;
}

bool Implication::ofWords(const Asked &narrow,
                          const std::string &word,
                          const Asked &wide,
                          const std::string &other)
{
    const bool isPattern = narrow.node->form != TermForm::Exact && hasWildcard(word);
    if (hasWildcard(other)) {
        if (isPattern) {
            // A * of the narrower one is no letter, so that only a * of the wider one takes it.
            return word == other || (other.find('?') == std::string::npos && fitsPattern(other, word));
        }
        return std::ranges::all_of(formsOf(narrow, word),
                                   [&](const std::string &form) { return fitsPattern(other, form); });
    }
    if (isPattern) {
        return false;
    }
    const std::vector<std::string> &forms = formsOf(wide, other);
    return std::ranges::all_of(formsOf(narrow, word), [&](const std::string &form) {
        return std::ranges::binary_search(forms, form);
    });
}

bool Implication::ofTerms(const Asked &narrow, const Asked &wide)
{
    if (narrow.field != wide.field) {
        return false;
    }
    const Node &x = *narrow.node;
    const Node &y = *wide.node;
    if (!isWords(narrow.field) || y.form == TermForm::Exact) {
        return hashOf(narrow) == hashOf(wide);
    }
    if (y.words.empty()) {
        return false;
    }
    for (std::size_t at = 0; at + y.words.size() <= x.words.size(); ++at) {
        std::size_t i = 0;
        while (i < y.words.size() && ofWords(narrow, x.words[at + i], wide, y.words[i])) {
            ++i;
        }
        if (i == y.words.size()) {
            return true;
        }
    }
    return false;
}

bool Implication::ofOperands(const Asked &narrow, const Asked &wide)
{
    if (hashOf(narrow) == hashOf(wide)) {
        return true;
    }
    const Node &y = *wide.node;
    const std::vector<Asked> terms = guaranteed(narrow);
    const auto isImplied = [&](const Asked &asked) {
        return std::ranges::any_of(terms, [&](const Asked &term) { return ofTerms(term, asked); });
    };
    if (y.kind == NodeKind::Term) {
        return isImplied(wide);
    }
    // Within one author or one reference it counts that all is said of the same one.
    constexpr std::size_t kMostChildren = 8;
    const bool isPlainAnd =
        y.kind == NodeKind::And && y.children.size() <= kMostChildren &&
        (wide.field == nullptr ||
         (isWords(wide.field) && wide.field->fields != 0 && (wide.field->fields & kNameFields) == 0)) &&
        std::ranges::all_of(y.children, [](const NodePtr &child) { return child->kind == NodeKind::Term; });
    return isPlainAnd && std::ranges::all_of(y.children, [&](const NodePtr &child) {
               return isImplied({wide.field, child.get()});
           });
}

std::uint64_t Implication::hashOf(const Asked &operand)
{
    return mixed(hashOf(*operand.node), operand.field == nullptr ? 0 : hashOfText(operand.field->code));
}

std::uint64_t Implication::hashOf(const Node &node)
{
    if (const auto known = m_hashes.find(&node); known != m_hashes.end()) {
        return known->second;
    }
    std::uint64_t hash =
        mixed(static_cast<std::uint64_t>(node.kind), node.code == nullptr ? 0 : hashOfText(node.code->code));
    if (node.kind == NodeKind::Term) {
        hash = mixed(hash, node.form == TermForm::Exact ? 1 : 0);
        hash = mixed(hash, hashOfText(text::fold(node.text)));
    } else if (node.kind == NodeKind::Compare) {
        hash = mixed(mixed(hash, static_cast<std::uint64_t>(node.comparison)),
                     static_cast<std::uint64_t>(node.number));
    } else {
        hash = mixed(hash, static_cast<std::uint64_t>(node.distance) * 2 + (node.isOrdered ? 1 : 0));
        std::vector<std::uint64_t> parts;
        for (const NodePtr &child : node.children) {
            parts.push_back(hashOf(*child));
        }
        if (node.kind == NodeKind::And || node.kind == NodeKind::Or) {
            std::ranges::sort(parts);
        }
        for (const std::uint64_t part : parts) {
            hash = mixed(hash, part);
        }
    }
    m_hashes.emplace(&node, hash);
    return hash;
}

} // namespace winnow::query
