#pragma once

#include "pdf/raw_word.h"

#include <span>

namespace winnow::pdf {

/// Poppler gives Hebrew and Arabic as it stands on the page, from left to right: this puts the letters of
/// their words, and their words in each line, in the order in which they are read and searched for.
void putInReadingOrder(std::span<RawWord> words);

} // namespace winnow::pdf
