#pragma once

#include "app/page_text.h"

#include <cstddef>
#include <optional>

class QKeyEvent;

namespace winnow::gui {

/// A step of a key from one word of a page to another.
enum class WordStep { Before, After, LineAbove, LineBelow, LineStart, LineEnd };

/// The word where a step leads; none: beyond the page. On another line it is the one that is nearest across.
[[nodiscard]] std::optional<std::size_t>
wordAfterStep(const pdf::PageText &text, std::size_t word, WordStep step);

/// Which step a key is, on a word that is written to the right or to the left; none with Ctrl, Alt or Meta.
[[nodiscard]] std::optional<WordStep> wordStepOf(const QKeyEvent &event, bool isToTheLeft);

} // namespace winnow::gui
