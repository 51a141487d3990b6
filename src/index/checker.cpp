#include "index/checker.h"

#include <algorithm>

namespace winnow::index {

using query::Node;
using query::NodeKind;
using query::NodePtr;
using query::Truth;
using query::WordSpan;

bool Checker::asksForBorders(const Node &term)
{
    return term.form == query::TermForm::Exact && !term.gaps.empty() &&
           !(term.gaps.front().empty() && term.gaps.back().empty());
}

bool Checker::needsGaps(const Node &node)
{
    if (node.kind == NodeKind::Term) {
        return node.form == query::TermForm::Exact && (node.words.size() > 1 || asksForBorders(node));
    }
    return std::ranges::any_of(node.children, [](const NodePtr &child) { return needsGaps(*child); });
}

const Checker::Term &Checker::termOf(const Node &node)
{
    const auto [entry, isNew] = m_terms.try_emplace(&node);
    Term &term = entry->second;
    if (!isNew) {
        return term;
    }
    const bool isExact = node.form == query::TermForm::Exact;
    for (const std::string &word : node.words) {
        term.words.push_back(&m_words.formsOf(word, isExact));
    }
    if (!needsGaps(node)) {
        return term;
    }
    for (std::size_t i = 1; i + 1 < node.gaps.size(); ++i) {
        const auto gap = m_gaps.find(node.gaps[i]);
        term.isPossible = term.isPossible && gap.has_value();
        term.gaps.push_back(gap.value_or(kNoGap));
    }
    for (std::size_t id = 0; asksForBorders(node) && id < m_gaps.size(); ++id) {
        const std::string_view gap = m_gaps.word(static_cast<WordId>(id));
        term.before.push_back(gap.ends_with(node.gaps.front()));
        term.behind.push_back(gap.starts_with(node.gaps.back()));
    }
    return term;
}

bool Checker::isIn(const Node &node, const query::FieldCode &code, std::span<const Segment> segments)
{
    return std::ranges::any_of(segments, [&](const Segment &segment) {
        if ((query::setOf(segment.field) & code.fields) == 0) {
            return false;
        }
        if (node.kind != NodeKind::Proximity) {
            return !termSpans(node, segment, code.takesVariants, true).empty();
        }
        const auto nearness = query::nearnessOf(node, query::kAnyDistance);
        return query::isNearChain(node.children.size(), nearness, [&](std::size_t i) {
            return spans(*node.children[i], segment, code.takesVariants, nearness.least);
        });
    });
}

Truth Checker::judgeAuthors(const Node &asked,
                            const query::FieldCode &code,
                            std::span<const Segment> segments)
{
    Truth most = Truth::No;
    // The whole name comes first of each author.
    const auto isFirst = [](const Segment &segment) { return segment.field == query::Field::Authors; };
    auto from = std::ranges::find_if(segments, isFirst);
    while (from != segments.end() && most != Truth::Yes) {
        const auto to = std::find_if(from + 1, segments.end(), isFirst);
        most = std::max(most, judge(asked, code, {from, to}));
        from = to;
    }
    return most;
}

Truth Checker::judge(const Node &node, const query::FieldCode &code, std::span<const Segment> segments)
{
    switch (node.kind) {
    case NodeKind::And:
    case NodeKind::AndNot: {
        Truth least = judge(*node.children.front(), code, segments);
        for (std::size_t i = 1; i < node.children.size() && least != Truth::No; ++i) {
            const Truth other = judge(*node.children[i], code, segments);
            least = std::min(least, node.kind == NodeKind::And ? other : query::opposite(other));
        }
        return least;
    }
    case NodeKind::Or: {
        Truth most = Truth::No;
        for (std::size_t i = 0; i < node.children.size() && most != Truth::Yes; ++i) {
            most = std::max(most, judge(*node.children[i], code, segments));
        }
        return most;
    }
    case NodeKind::Fielded:
        return judge(*node.children.front(), *node.code, segments);
    case NodeKind::Compare:
        return Truth::Unknown; // records hold nothing of an author that could be compared
    case NodeKind::Proximity:
    case NodeKind::Term:
        break;
    }
    if (!code.isHere()) {
        return Truth::Unknown;
    }
    return isIn(node, code, segments) ? Truth::Yes : Truth::No;
}

std::vector<WordSpan>
Checker::spans(const Node &node, const Segment &segment, bool takesVariants, std::size_t least)
{
    if (node.kind == NodeKind::Proximity) {
        const auto nearness = query::nearnessOf(node, least);
        return query::nearChain(node.children.size(), nearness, [&](std::size_t i) {
            return spans(*node.children[i], segment, takesVariants, nearness.least);
        });
    }
    if (node.kind == NodeKind::Or) {
        std::vector<WordSpan> all;
        for (const NodePtr &child : node.children) {
            const auto some = spans(*child, segment, takesVariants, least);
            all.insert(all.end(), some.begin(), some.end());
        }
        query::sortSpans(all);
        return all;
    }
    return termSpans(node, segment, takesVariants, false);
}

std::vector<WordSpan>
Checker::termSpans(const Node &node, const Segment &segment, bool takesVariants, bool isOneEnough)
{
    const Term &term = termOf(node);
    std::vector<WordSpan> found;
    const std::size_t length = term.words.size();
    if (!term.isPossible || length == 0 || length > segment.words.size()) {
        return found;
    }
    const bool isLoose = takesVariants && query::hasVariants(segment.field);
    const auto fits = [&](std::size_t word, std::size_t part) {
        return isOneOf(term.words[part]->of(isLoose), segment.words[word]);
    };
    const auto gapsFit = [&](std::size_t at) {
        return (term.before.empty() ||
                (term.before[segment.gaps[at]] && term.behind[segment.gaps[at + length]])) &&
               std::equal(term.gaps.begin(),
                          term.gaps.end(),
                          segment.gaps.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    };
    const bool hasGaps = !term.gaps.empty() || !term.before.empty();
    for (std::size_t at = 0; at + length <= segment.words.size(); ++at) {
        std::size_t part = 0;
        while (part < length && fits(at + part, part)) {
            ++part;
        }
        if (part == length && (!hasGaps || gapsFit(at))) {
            found.push_back({at, at + length});
            if (isOneEnough) {
                break;
            }
        }
    }
    return found;
}

} // namespace winnow::index
