#include "query/evaluate.h"

#include "query/asked_value.h"
#include "query/gaps.h"
#include "query/positions.h"
#include "query/record_fields.h"
#include "text/variants.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace winnow::query {

namespace {

struct Segment
{
    Field field;
    std::vector<std::string> words;
    std::vector<std::string> gaps;
};

Truth truthOf(bool holds)
{
    return holds ? Truth::Yes : Truth::No;
}

Truth opposite(Truth truth)
{
    return truth == Truth::Yes ? Truth::No : truth == Truth::No ? Truth::Yes : Truth::Unknown;
}

class Evaluation
{
public:
    explicit Evaluation(const Record &record)
        : m_record(record)
    {
        forEachSegment(record, [this](Field field, std::string_view text) {
            const std::vector<text::Token> tokens = text::tokens(text);
            Segment segment{field, {}, gapsOf(text, tokens)};
            for (const text::Token &token : tokens) {
                segment.words.push_back(token.word);
            }
            m_segments.push_back(std::move(segment));
        });
    }

    Truth judge(const Node &node, const FieldCode &code) const
    {
        switch (node.kind) {
        case NodeKind::And: {
            Truth least = Truth::Yes;
            for (const NodePtr &child : node.children) {
                least = std::min(least, judge(*child, code));
            }
            return least;
        }
        case NodeKind::Or: {
            Truth most = Truth::No;
            for (const NodePtr &child : node.children) {
                most = std::max(most, judge(*child, code));
            }
            return most;
        }
        case NodeKind::AndNot: {
            Truth least = judge(*node.children.front(), code);
            for (std::size_t i = 1; i < node.children.size(); ++i) {
                least = std::min(least, opposite(judge(*node.children[i], code)));
            }
            return least;
        }
        case NodeKind::Fielded:
            return judgeField(node);
        case NodeKind::Compare:
            return judgeComparison(node);
        case NodeKind::Proximity:
        case NodeKind::Term:
            break;
        }
        return judgeLeaf(node, code);
    }

private:
    Truth judgeField(const Node &node) const
    {
        const Node &asked = *node.children.front();
        if (!node.code->isElement || !hasFieldInside(node)) {
            return judge(asked, *node.code);
        }
        if (!node.code->isHere()) {
            return Truth::Unknown;
        }
        Truth most = Truth::No;
        for (const PersonName &author : m_record.authors) {
            Record alone;
            alone.authors = {author};
            most = std::max(most, Evaluation(alone).judge(asked, *node.code));
        }
        return most;
    }

    Truth judgeComparison(const Node &node) const
    {
        if (!node.code->isHere() || lacks(m_record, *node.code)) {
            return Truth::Unknown;
        }
        const int year = *m_record.date.year;
        switch (node.comparison) {
        case Comparison::Less:
            return truthOf(year < node.number);
        case Comparison::Equal:
            return truthOf(year == node.number);
        case Comparison::Greater:
            return truthOf(year > node.number);
        }
        return Truth::No;
    }

    Truth judgeLeaf(const Node &node, const FieldCode &code) const
    {
        if (!code.isHere()) {
            return Truth::Unknown;
        }
        const Truth otherwise = lacks(m_record, code) ? Truth::Unknown : Truth::No;
        if (code.value != ValueField::None) {
            const AskedValue asked(code.value, node);
            const bool fits = std::ranges::any_of(
                valuesOf(m_record, code.value), [&](const std::string &value) { return asked.fits(value); });
            return fits ? Truth::Yes : otherwise;
        }
        const bool isThere = std::ranges::any_of(m_segments, [&](const Segment &segment) {
            return (setOf(segment.field) & code.fields) != 0 &&
                   !spans(node, segment, code.takesVariants, 1).empty();
        });
        return isThere ? Truth::Yes : otherwise;
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

    bool wordFits(const std::string &asked, const std::string &word, bool isExact, bool isLoose) const
    {
        if (!isExact && hasWildcard(asked)) {
            return fitsPattern(asked, word);
        }
        return asked == word || (isLoose && std::ranges::binary_search(variantsOf(asked), word));
    }

    static constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();

    /// Of a term, or what may stand beside W/n; of W/n not many more than `most`.
    std::vector<WordSpan>
    spans(const Node &node, const Segment &segment, bool takesVariants, std::size_t most = kAll) const
    {
        if (node.kind == NodeKind::Proximity) {
            return nearChain(
                node.children.size(),
                {static_cast<std::size_t>(node.distance), node.isOrdered},
                [&](std::size_t i) { return spans(*node.children[i], segment, takesVariants); },
                most);
        }
        if (node.kind == NodeKind::Or) {
            std::vector<WordSpan> all;
            for (const NodePtr &child : node.children) {
                const auto some = spans(*child, segment, takesVariants);
                all.insert(all.end(), some.begin(), some.end());
            }
            sortSpans(all);
            return all;
        }
        const bool isExact = node.form == TermForm::Exact;
        const bool isLoose = !isExact && takesVariants && hasVariants(segment.field);
        auto found =
            phraseSpans(segment.words.size(), node.words.size(), [&](std::size_t word, std::size_t part) {
                return wordFits(node.words[part], segment.words[word], isExact, isLoose);
            });
        if (isExact) {
            std::erase_if(found,
                          [&](const WordSpan &span) { return !gapsFit(node.gaps, segment.gaps, span.from); });
        }
        return found;
    }

    const Record &m_record;
    std::vector<Segment> m_segments;
    mutable std::unordered_map<std::string, std::vector<std::string>> m_variants;
};

} // namespace

Truth judge(const Node &root, const Record &record)
{
    return Evaluation(record).judge(root, *findFieldCode("ALL"));
}

bool matches(const Node &root, const Record &record)
{
    return judge(root, record) == Truth::Yes;
}

} // namespace winnow::query
