#include "query/evaluate.h"

#include "query/asked_value.h"
#include "query/positions.h"
#include "text/tokens.h"
#include "text/variants.h"

#include <algorithm>
#include <unordered_map>

namespace winnow::query {

namespace {

struct Segment
{
    Field field;
    std::vector<std::string> words;
};

class Evaluation
{
public:
    explicit Evaluation(const Record &record)
        : m_record(record)
    {
        forEachSegment(record, [this](Field field, std::string_view text) {
            Segment segment{field, {}};
            for (const text::Token &token : text::tokens(text)) {
                segment.words.push_back(token.word);
            }
            m_segments.push_back(std::move(segment));
        });
    }

    bool holds(const Node &node, const FieldCode *code) const
    {
        const auto childHolds = [&](const NodePtr &child) { return holds(*child, code); };
        switch (node.kind) {
        case NodeKind::And:
            return std::ranges::all_of(node.children, childHolds);
        case NodeKind::Or:
            return std::ranges::any_of(node.children, childHolds);
        case NodeKind::AndNot:
            return holds(*node.children.front(), code) &&
                   std::none_of(node.children.begin() + 1, node.children.end(), childHolds);
        case NodeKind::Fielded:
            return holds(*node.children.front(), node.code);
        case NodeKind::Year:
            return yearHolds(node);
        case NodeKind::Proximity:
        case NodeKind::Term:
            break;
        }
        if (code != nullptr && code->use == FieldUse::Value) {
            return node.kind == NodeKind::Term &&
                   AskedValue(code->value, node).fits(valueOf(m_record, code->value));
        }
        const FieldSet fields = code == nullptr ? kAllFields : code->fields;
        return std::ranges::any_of(m_segments, [&](const Segment &segment) {
            return (setOf(segment.field) & fields) != 0 && isIn(node, segment);
        });
    }

private:
    bool yearHolds(const Node &node) const
    {
        if (!m_record.date.year) {
            return false;
        }
        const int year = *m_record.date.year;
        switch (node.comparison) {
        case Comparison::Less:
            return year < node.year;
        case Comparison::Equal:
            return year == node.year;
        case Comparison::Greater:
            return year > node.year;
        }
        return false;
    }

    /// Computed once for each word asked for.
    const std::vector<std::string> &variantsOf(const std::string &asked) const
    {
        const auto [entry, isNew] = m_variants.try_emplace(asked);
        if (isNew) {
            entry->second = text::variants(asked);
        }
        return entry->second;
    }

    bool wordFits(const std::string &asked, const std::string &word, bool isLoose) const
    {
        if (hasWildcard(asked)) {
            return fitsPattern(asked, word);
        }
        return asked == word || (isLoose && std::ranges::binary_search(variantsOf(asked), word));
    }

    bool isIn(const Node &node, const Segment &segment) const
    {
        if (node.kind != NodeKind::Proximity) {
            return !spans(node, segment).empty();
        }
        return standNear(node.children.size(),
                         {static_cast<std::size_t>(node.distance), node.isOrdered},
                         [&](std::size_t i) { return spans(*node.children[i], segment); });
    }

    /// Of a term or an OR of terms.
    std::vector<WordSpan> spans(const Node &node, const Segment &segment) const
    {
        if (node.kind == NodeKind::Or) {
            std::vector<WordSpan> all;
            for (const NodePtr &child : node.children) {
                const auto some = spans(*child, segment);
                all.insert(all.end(), some.begin(), some.end());
            }
            sortSpans(all);
            return all;
        }
        const bool isLoose = node.form != TermForm::Exact && hasVariants(segment.field);
        return phraseSpans(segment.words.size(), node.words.size(), [&](std::size_t word, std::size_t part) {
            return wordFits(node.words[part], segment.words[word], isLoose);
        });
    }

    const Record &m_record;
    std::vector<Segment> m_segments;
    mutable std::unordered_map<std::string, std::vector<std::string>> m_variants;
};

} // namespace

bool matches(const Node &root, const Record &record)
{
    return Evaluation(record).holds(root, nullptr);
}

} // namespace winnow::query
