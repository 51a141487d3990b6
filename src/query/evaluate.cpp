#include "query/evaluate.h"

#include "query/asked_value.h"
#include "query/gaps.h"
#include "query/positions.h"
#include "query/record_fields.h"
#include "text/variants.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

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

using Variants = std::unordered_map<std::string, std::vector<std::string>>;

} // namespace

struct Subject::Parts
{
    explicit Parts(const Record &whole)
        : record(whole)
    {
        forEachSegment(record, [this](Field field, std::string_view text) {
            const std::vector<text::Token> tokens = text::tokens(text);
            Segment segment{field, {}, gapsOf(text, tokens)};
            for (const text::Token &token : tokens) {
                segment.words.push_back(token.word);
                words.insert(token.word);
            }
            segments.push_back(std::move(segment));
        });
        for (std::size_t i = 0; record.authors.size() > 1 && i < record.authors.size(); ++i) {
            Record alone;
            alone.authors = {record.authors[i]};
            authors.emplace_back(alone);
        }
    }

    Record record;
    std::vector<Segment> segments;
    std::unordered_set<std::string> words; ///< of all segments
    std::vector<Parts> authors; ///< each as a record that has no other; none where there is one only
};

namespace {

class Evaluation
{
public:
    Evaluation(const Subject::Parts &subject, Missing missing, Variants &variants)
        : m_subject(subject)
        , m_missing(missing)
        , m_variants(variants)
    {}

    [[nodiscard]] Truth judge(const Node &node, const FieldCode &code) const
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
    [[nodiscard]] Truth judgeField(const Node &node) const
    {
        const Node &asked = *node.children.front();
        if (!node.code->isElement || !hasFieldInside(node)) {
            return judge(asked, *node.code);
        }
        if (!node.code->isHere()) {
            return Truth::Unknown;
        }
        if (m_subject.record.authors.size() == 1) {
            return judge(asked, *node.code);
        }
        Truth most = Truth::No;
        for (const Subject::Parts &author : m_subject.authors) {
            most = std::max(most, Evaluation(author, m_missing, m_variants).judge(asked, *node.code));
        }
        return most;
    }

    [[nodiscard]] Truth judgeComparison(const Node &node) const
    {
        if (!node.code->isHere()) {
            return Truth::Unknown;
        }
        if (!m_subject.record.date.year) {
            return ifLacking(*node.code);
        }
        const int year = *m_subject.record.date.year;
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

    [[nodiscard]] Truth judgeLeaf(const Node &node, const FieldCode &code) const
    {
        if (!code.isHere()) {
            return Truth::Unknown;
        }
        const Truth otherwise = ifLacking(code);
        if (code.value != ValueField::None) {
            const AskedValue asked(code.value, node);
            const bool fits =
                std::ranges::any_of(valuesOf(m_subject.record, code.value),
                                    [&](const std::string &value) { return asked.fits(value); });
            return fits ? Truth::Yes : otherwise;
        }
        const bool isThere =
            couldHold(node) && std::ranges::any_of(m_subject.segments, [&](const Segment &segment) {
                return (setOf(segment.field) & code.fields) != 0 && isIn(node, segment, code.takesVariants);
            });
        return isThere ? Truth::Yes : otherwise;
    }

    /// Whether all words are there, wherever: most records are done with then.
    [[nodiscard]] bool couldHold(const Node &node) const
    {
        const auto couldHoldChild = [this](const NodePtr &child) { return couldHold(*child); };
        if (node.kind != NodeKind::Term) {
            return node.kind == NodeKind::Or ? std::ranges::any_of(node.children, couldHoldChild)
                                             : std::ranges::all_of(node.children, couldHoldChild);
        }
        return std::ranges::all_of(node.words, [&](const std::string &asked) {
            if (node.form != TermForm::Exact && hasWildcard(asked)) {
                return std::ranges::any_of(m_subject.words,
                                           [&](const std::string &word) { return fitsPattern(asked, word); });
            }
            return m_subject.words.contains(asked) ||
                   std::ranges::any_of(variantsOf(asked), [this](const std::string &form) {
                       return m_subject.words.contains(form);
                   });
        });
    }

    /// What a record that does not match is.
    [[nodiscard]] Truth ifLacking(const FieldCode &code) const
    {
        return m_missing == Missing::Unknown && lacks(m_subject.record, code) ? Truth::Unknown : Truth::No;
    }

    /// Computed once for each word asked for.
    [[nodiscard]] const std::vector<std::string> &variantsOf(const std::string &asked) const
    {
        const auto [entry, isNew] = m_variants.try_emplace(asked);
        if (isNew) {
            entry->second = text::variants(asked);
        }
        return entry->second;
    }

    [[nodiscard]] bool
    wordFits(const std::string &asked, const std::string &word, bool isExact, bool isLoose) const
    {
        if (!isExact && hasWildcard(asked)) {
            return fitsPattern(asked, word);
        }
        return asked == word || (isLoose && std::ranges::binary_search(variantsOf(asked), word));
    }

    [[nodiscard]] bool isIn(const Node &node, const Segment &segment, bool takesVariants) const
    {
        if (node.kind != NodeKind::Proximity) {
            return !spans(node, segment, takesVariants, kAnyDistance).empty();
        }
        const auto nearness = nearnessOf(node, kAnyDistance);
        return isNearChain(node.children.size(), nearness, [&](std::size_t i) {
            return spans(*node.children[i], segment, takesVariants, nearness.least);
        });
    }

    /// Of a term, or what may stand beside W/n; `least` as in Nearness.
    [[nodiscard]] std::vector<WordSpan>
    spans(const Node &node, const Segment &segment, bool takesVariants, std::size_t least) const
    {
        if (node.kind == NodeKind::Proximity) {
            const auto nearness = nearnessOf(node, least);
            return nearChain(node.children.size(), nearness, [&](std::size_t i) {
                return spans(*node.children[i], segment, takesVariants, nearness.least);
            });
        }
        if (node.kind == NodeKind::Or) {
            std::vector<WordSpan> all;
            for (const NodePtr &child : node.children) {
                const auto some = spans(*child, segment, takesVariants, least);
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

    const Subject::Parts &m_subject;
    Missing m_missing;
    Variants &m_variants;
};

} // namespace

Subject::Subject(const Record &record)
    : m_parts(std::make_unique<Parts>(record))
{}

Subject::Subject(Subject &&) noexcept = default;
Subject &Subject::operator=(Subject &&) noexcept = default;
Subject::~Subject() = default;

struct Judge::State
{
    const Node &root;
    const FieldCode &all;
    Variants variants;
};

Judge::Judge(const Node &root)
    : m_state(std::make_unique<State>(State{root, *findFieldCode("ALL"), {}}))
{}

Judge::Judge(Judge &&) noexcept = default;
Judge &Judge::operator=(Judge &&) noexcept = default;
Judge::~Judge() = default;

Truth Judge::judge(const Subject &subject, Missing missing) const
{
    return Evaluation(*subject.m_parts, missing, m_state->variants).judge(m_state->root, m_state->all);
}

bool Judge::matches(const Subject &subject) const
{
    return judge(subject, Missing::No) == Truth::Yes;
}

bool Judge::isUndecided(const Subject &subject) const
{
    return !matches(subject) && judge(subject, Missing::Unknown) == Truth::Unknown;
}

Truth judge(const Node &root, const Record &record, Missing missing)
{
    return Judge(root).judge(Subject(record), missing);
}

bool matches(const Node &root, const Record &record)
{
    return Judge(root).matches(Subject(record));
}

bool isUndecided(const Node &root, const Record &record)
{
    return Judge(root).isUndecided(Subject(record));
}

} // namespace winnow::query
