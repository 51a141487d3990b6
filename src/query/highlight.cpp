#include "query/highlight.h"

#include "query/gaps.h"
#include "query/positions.h"
#include "text/variants.h"

#include <algorithm>
#include <unordered_set>

namespace winnow::query {

namespace {

/// The fields that are shown as one text: a name is shown once, whichever of its fields was asked for.
FieldSet shownAs(Field field)
{
    switch (field) {
    case Field::Authors:
        return kNameFields;
    case Field::Keywords:
        return setOf(Field::Keywords) | setOf(Field::IndexTerms);
    default:
        return setOf(field);
    }
}

/// One word of a term, made ready to be compared with many.
class WordMatcher
{
public:
    WordMatcher(const std::string &word, bool isExact, bool isLoose)
        : m_pattern(!isExact && hasWildcard(word) ? word : std::string())
    {
        if (m_pattern.empty() && isLoose) {
            const auto forms = text::variants(word);
            m_forms.insert(forms.begin(), forms.end());
        }
        m_forms.insert(word);
    }

    [[nodiscard]] bool fits(const std::string &word) const
    {
        return m_pattern.empty() ? m_forms.contains(word) : fitsPattern(m_pattern, word);
    }

private:
    std::string m_pattern;
    std::unordered_set<std::string> m_forms;
};

class Marker
{
public:
    Marker(Field field, std::string_view text)
        : m_field(field)
        , m_tokens(text::tokens(text))
        , m_gaps(gapsOf(text, m_tokens))
    {}

    void mark(const Node &node, const FieldCode *code)
    {
        switch (node.kind) {
        case NodeKind::Fielded:
            return mark(*node.children.front(), node.code);
        case NodeKind::AndNot:
            return mark(*node.children.front(), code);
        case NodeKind::Term:
            return markTerm(node, code);
        case NodeKind::Compare:
            return;
        case NodeKind::And:
        case NodeKind::Or:
        case NodeKind::Proximity:
            for (const NodePtr &child : node.children) {
                mark(*child, code);
            }
        }
    }

    std::vector<TextSpan> takeSpans()
    {
        std::ranges::sort(m_spans);
        std::vector<TextSpan> merged;
        for (const TextSpan &span : m_spans) {
            if (!merged.empty() && span.from < merged.back().to) {
                merged.back().to = std::max(merged.back().to, span.to);
            } else {
                merged.push_back(span);
            }
        }
        return merged;
    }

private:
    void markTerm(const Node &node, const FieldCode *code)
    {
        const FieldSet fields = code == nullptr ? kAllFields : code->fields;
        if ((fields & shownAs(m_field)) == 0) {
            return;
        }
        const bool isExact = node.form == TermForm::Exact;
        const bool isLoose = !isExact && hasVariants(m_field) && (code == nullptr || code->takesVariants);
        std::vector<WordMatcher> parts;
        for (const std::string &word : node.words) {
            parts.emplace_back(word, isExact, isLoose);
        }
        auto found = phraseSpans(m_tokens.size(), parts.size(), [&](std::size_t word, std::size_t part) {
            return parts[part].fits(m_tokens[word].word);
        });
        if (isExact) {
            std::erase_if(found,
                          [&](const WordSpan &span) { return !gapsFit(node.gaps, m_gaps, span.from); });
        }
        for (const WordSpan &span : found) {
            m_spans.push_back({m_tokens[span.from].from, m_tokens[span.to - 1].to});
        }
    }

    Field m_field;
    std::vector<text::Token> m_tokens;
    std::vector<std::string> m_gaps;
    std::vector<TextSpan> m_spans;
};

} // namespace

std::vector<TextSpan> matchedSpans(const Node &root, Field field, std::string_view text)
{
    Marker marker(field, text);
    marker.mark(root, nullptr);
    return marker.takeSpans();
}

} // namespace winnow::query
