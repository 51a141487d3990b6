#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace winnow::query {

/// Words [from, to) of one segment.
struct WordSpan
{
    std::size_t from = 0;
    std::size_t to = 0;

    auto
    operator<=>(const WordSpan &) const = default; // NOLINT(modernize-use-nullptr): of clang-tidy 14, at <=>
};

/// Where in a segment of `size` words a phrase of `length` words stands: `fits(word, part)` tells whether
/// word number `word` of the segment is what part number `part` of the phrase asks for.
template <class Fits>
std::vector<WordSpan> phraseSpans(std::size_t size, std::size_t length, const Fits &fits)
{
    std::vector<WordSpan> spans;
    for (std::size_t at = 0; length > 0 && at + length <= size; ++at) {
        std::size_t part = 0;
        while (part < length && fits(at + part, part)) {
            ++part;
        }
        if (part == length) {
            spans.push_back({at, at + length});
        }
    }
    return spans;
}

/// In ascending order and each span once, as nearSpans() wants them.
inline void sortSpans(std::vector<WordSpan> &spans)
{
    std::ranges::sort(spans);
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

/// How near two operands must be.
struct Nearness
{
    std::size_t distance = 0; ///< most words between
    bool isOrdered = false;   ///< the left one first
};

/// Adds the spans that reach from one of `first` to one of `second` behind it, until there are `most`. Looks
/// only at those within reach, so that a word repeated a million times ends too.
inline void addOrderedSpans(std::vector<WordSpan> &spans,
                            std::span<const WordSpan> first,
                            std::span<const WordSpan> second,
                            std::size_t distance,
                            std::size_t most)
{
    for (const WordSpan &a : first) {
        auto b = std::ranges::lower_bound(second, a.to, {}, &WordSpan::from);
        for (; b != second.end() && b->from - a.to <= distance; ++b) {
            if (spans.size() >= most) {
                return;
            }
            spans.push_back({a.from, b->to});
        }
    }
}

/// Where two operands stand near one another without overlapping: spans that reach over both, at least one
/// where there are any and not many more than `most`. All are in ascending order.
[[nodiscard]] inline std::vector<WordSpan> nearSpans(std::span<const WordSpan> left,
                                                     std::span<const WordSpan> right,
                                                     const Nearness &nearness,
                                                     std::size_t most)
{
    std::vector<WordSpan> spans;
    addOrderedSpans(spans, left, right, nearness.distance, most);
    if (!nearness.isOrdered) {
        addOrderedSpans(spans, right, left, nearness.distance, most);
    }
    sortSpans(spans);
    return spans;
}

/// Where operands stand near one another one after the other, each near what the ones before it reach over;
/// not many more than `most` of these places. `spansOf(i)` tells where operand number i stands.
template <class SpansOf>
std::vector<WordSpan>
nearChain(std::size_t operands, const Nearness &nearness, const SpansOf &spansOf, std::size_t most)
{
    std::vector<WordSpan> chain = spansOf(0);
    for (std::size_t i = 1; i < operands && !chain.empty(); ++i) {
        const bool isLast = i + 1 == operands;
        chain =
            nearSpans(chain, spansOf(i), nearness, isLast ? most : std::numeric_limits<std::size_t>::max());
    }
    return chain;
}

} // namespace winnow::query
