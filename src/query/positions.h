#pragma once

#include "query/tree.h"

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

inline constexpr std::size_t kAnyDistance = std::numeric_limits<std::size_t>::max();

/// How near operands must be.
struct Nearness
{
    std::size_t distance = 0; ///< most words between
    bool isOrdered = false;   ///< the left one first
    std::size_t least = 0;    ///< the least distance of this operator and of all in whose operands it stands
};

/// Of a Proximity node that stands in the operands of others, the least distance of which is `least`.
[[nodiscard]] inline Nearness nearnessOf(const Node &node, std::size_t least)
{
    const auto distance = static_cast<std::size_t>(node.distance);
    return {distance, node.isOrdered, std::min(distance, least)};
}

/// Leaves of the ends of spans that begin at one word those that matter; `ends` is ascending.
///
/// Of three ends t1 < t2 < t3 with t3 - t1 <= least the middle one may go, for all that is asked of spans is
/// asked with a distance d >= least: an operand that begins at b is behind t when t <= b <= t + d. If that
/// holds for t2, it holds for t1 where b <= t1 + d, and else for t3, as then b > t1 + d >= t3. What grows out
/// of it ends where the operand ends, whichever of the three it was. For an operand before the beginning all
/// three serve alike, and the three ends it leads to are such three again. As the right operand of PRE/n or
/// of W/n, and as the left one, the same holds in the mirror. So at most about two ends are left for each
/// `least` words of reach, however often a word is repeated.
inline void leaveEndsThatMatter(std::vector<std::size_t> &ends, std::size_t least)
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const bool isBetween = kept > 0 && i + 1 < ends.size() && ends[i + 1] - ends[kept - 1] <= least;
        if (!isBetween) {
            ends[kept++] = ends[i];
        }
    }
    ends.resize(kept);
}

/// Adds the spans that reach from one of `first` to one of `second` behind it, as far as they matter. Both
/// are ascending. For each beginning, each of `second` is looked at once at most.
inline void addOrderedSpans(std::vector<WordSpan> &spans,
                            std::span<const WordSpan> first,
                            std::span<const WordSpan> second,
                            const Nearness &nearness)
{
    std::vector<std::size_t> ends;
    for (std::size_t i = 0; i < first.size();) {
        const std::size_t from = first[i].from;
        auto next = second.begin();
        ends.clear();
        for (; i < first.size() && first[i].from == from; ++i) {
            next = std::ranges::lower_bound(next, second.end(), first[i].to, {}, &WordSpan::from);
            for (; next != second.end() && next->from - first[i].to <= nearness.distance; ++next) {
                ends.push_back(next->to);
            }
        }
        std::ranges::sort(ends);
        ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
        leaveEndsThatMatter(ends, nearness.least);
        for (const std::size_t to : ends) {
            spans.push_back({from, to});
        }
    }
}

/// Where two operands stand near one another without overlapping: spans that reach over both, as far as they
/// matter.
[[nodiscard]] inline std::vector<WordSpan>
nearSpans(std::span<const WordSpan> left, std::span<const WordSpan> right, const Nearness &nearness)
{
    std::vector<WordSpan> spans;
    addOrderedSpans(spans, left, right, nearness);
    if (!nearness.isOrdered) {
        addOrderedSpans(spans, right, left, nearness);
    }
    sortSpans(spans);
    return spans;
}

/// Whether one of `second` stands behind one of `first` and near it.
[[nodiscard]] inline bool
isBehind(std::span<const WordSpan> first, std::span<const WordSpan> second, std::size_t distance)
{
    return std::ranges::any_of(first, [&](const WordSpan &span) {
        const auto next = std::ranges::lower_bound(second, span.to, {}, &WordSpan::from);
        return next != second.end() && next->from - span.to <= distance;
    });
}

/// Where operands stand near one another one after the other, each near what the ones before it reach over,
/// as far as it matters: at least one span where there are any. `spansOf(i)` tells where operand number i
/// stands.
template <class SpansOf>
std::vector<WordSpan> nearChain(std::size_t operands, const Nearness &nearness, const SpansOf &spansOf)
{
    std::vector<WordSpan> chain = spansOf(0);
    for (std::size_t i = 1; i < operands && !chain.empty(); ++i) {
        chain = nearSpans(chain, spansOf(i), nearness);
    }
    return chain;
}

/// Whether there is such a place.
template <class SpansOf>
bool isNearChain(std::size_t operands, const Nearness &nearness, const SpansOf &spansOf)
{
    const std::vector<WordSpan> chain = nearChain(operands - 1, nearness, spansOf);
    if (chain.empty()) {
        return false;
    }
    const std::vector<WordSpan> last = spansOf(operands - 1);
    return isBehind(chain, last, nearness.distance) ||
           (!nearness.isOrdered && isBehind(last, chain, nearness.distance));
}

} // namespace winnow::query
