#include "pdf/right_to_left.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace winnow::pdf {

namespace {

using Iterator = std::span<RawWord>::iterator;

/// Hebrew, Arabic, Syriac, Thaana and N'Ko, and the shapes of their letters.
constexpr std::array<std::pair<char32_t, char32_t>, 3> kRightToLeft{
    {{0x590, 0x8FF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFC}}};

bool isRightToLeft(const RawWord &word)
{
    const auto letters = std::ranges::count_if(word.text, [](char32_t c) {
        return std::ranges::any_of(kRightToLeft,
                                   [c](const auto &range) { return c >= range.first && c <= range.second; });
    });
    return word.quarterTurns == 0 && 2 * static_cast<std::size_t>(letters) > word.text.size();
}

bool isLeftToRight(const RawWord &word)
{
    return std::ranges::any_of(
        word.text, [](char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z'); });
}

Iterator endOfLine(Iterator word, Iterator end)
{
    for (; word + 1 != end; ++word) {
        if (isOnAnotherLine(*word, word[1]) || word[1].box.left < word->box.left) {
            break;
        }
    }
    return word + 1;
}

/// Turns each run of words for which it holds.
template <class Predicate>
void turnRuns(Iterator begin, Iterator end, Predicate holds)
{
    while (begin != end) {
        begin = std::find_if(begin, end, holds);
        const auto runEnd = std::find_if_not(begin, end, holds);
        std::reverse(begin, runEnd);
        begin = runEnd;
    }
}

} // namespace

void putInReadingOrder(std::span<RawWord> words)
{
    if (std::ranges::none_of(words, isRightToLeft)) {
        return;
    }
    for (auto line = words.begin(); line != words.end();) {
        const auto end = endOfLine(line, words.end());
        const auto right = std::count_if(line, end, isRightToLeft);
        if (right > std::count_if(line, end, isLeftToRight)) {
            std::reverse(line, end);
            turnRuns(line, end, [](const RawWord &word) { return !isRightToLeft(word); });
        } else if (right > 0) {
            turnRuns(line, end, isRightToLeft);
        }
        line = end;
    }
    for (RawWord &word : words) {
        if (isRightToLeft(word)) {
            std::ranges::reverse(word.text);
        }
    }
}

} // namespace winnow::pdf
