#pragma once

#include "pdf/content.h"

#include <string>

namespace winnow::pdf {

/// What poppler takes for a word: often a part of one.
struct RawWord
{
    std::u32string text{};
    Box box{};
    int quarterTurns = 0; ///< of its writing; 0 is from left to right
    bool hasSpaceAfter = false;
};

/// Whether `next` stands on another line than `word`, or in another column beside.
[[nodiscard]] inline bool isOnAnotherLine(const RawWord &word, const RawWord &next)
{
    const double middle = (next.box.top + next.box.bottom) / 2;
    return middle > word.box.bottom || middle < word.box.top;
}

} // namespace winnow::pdf
