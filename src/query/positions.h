#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace winnow::query {

/// Words [from, to) of one segment.
struct WordSpan
{
    std::size_t from = 0;
    std::size_t to = 0;

    auto operator<=>(const WordSpan &) const = default;
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

/// Where two operands stand near one another without overlapping, with at most `distance` words between;
/// ordered: the left one first. The spans returned reach over both.
[[nodiscard]] inline std::vector<WordSpan> nearSpans(std::span<const WordSpan> left,
                                                     std::span<const WordSpan> right,
                                                     std::size_t distance,
                                                     bool isOrdered)
{
    std::vector<WordSpan> spans;
    for (const WordSpan &a : left) {
        for (const WordSpan &b : right) {
            const bool isBefore = a.to <= b.from && b.from - a.to <= distance;
            const bool isBehind = !isOrdered && b.to <= a.from && a.from - b.to <= distance;
            if (isBefore || isBehind) {
                spans.push_back({std::min(a.from, b.from), std::max(a.to, b.to)});
            }
        }
    }
    std::ranges::sort(spans);
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
    return spans;
}

} // namespace winnow::query
