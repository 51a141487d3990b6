#pragma once

#include "index/forward.h"
#include "index/word_forms.h"
#include "query/evaluate.h"
#include "query/positions.h"
#include "query/tree.h"

#include <span>
#include <unordered_map>
#include <vector>

namespace winnow::index {

/// Judges what postings cannot: phrases, proximity, and what one author must fulfil alone, on the words of
/// one record.
class Checker
{
public:
    /// All must outlive it.
    Checker(WordFinder &words, const Vocabulary &gaps)
        : m_words(words)
        , m_gaps(gaps)
    {}

    /// Whether a term or a proximity stands in one of the segments, which are those of `code` with their gaps
    /// where needsGaps() holds.
    [[nodiscard]] bool
    isIn(const query::Node &node, const query::FieldCode &code, std::span<const Segment> segments);

    /// What is asked of one author, judged for each of them; the segments are those of all names.
    [[nodiscard]] query::Truth
    judgeAuthors(const query::Node &asked, const query::FieldCode &code, std::span<const Segment> segments);

    [[nodiscard]] static bool needsGaps(const query::Node &node);

    /// Whether an exact term asks for something before its first or behind its last word.
    [[nodiscard]] static bool asksForBorders(const query::Node &term);

private:
    /// A term with what it asks for as numbers of the index.
    struct Term
    {
        std::vector<const WordForms *> words;
        std::vector<WordId> gaps;         ///< between the words of an exact term
        std::vector<bool> before, behind; ///< by gap, whether it fits; empty where all do
        bool isPossible = true;           ///< no, where a gap is nowhere
    };

    [[nodiscard]] const Term &termOf(const query::Node &node);
    [[nodiscard]] query::Truth
    judge(const query::Node &node, const query::FieldCode &code, std::span<const Segment> segments);
    [[nodiscard]] std::vector<query::WordSpan>
    spans(const query::Node &node, const Segment &segment, bool takesVariants, std::size_t least);
    [[nodiscard]] std::vector<query::WordSpan>
    termSpans(const query::Node &node, const Segment &segment, bool takesVariants, bool isOneEnough);

    WordFinder &m_words;
    const Vocabulary &m_gaps;
    std::unordered_map<const query::Node *, Term> m_terms;
};

} // namespace winnow::index
