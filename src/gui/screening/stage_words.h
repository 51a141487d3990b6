#pragma once

#include "model/decision.h"

#include <QString>

namespace winnow::gui {

/// "Title and abstract": of a box or a heading.
[[nodiscard]] QString stageName(Stage stage);

/// "title and abstract": within a sentence.
[[nodiscard]] QString stageInSentence(Stage stage);

/// "Include", "Exclude", "Maybe": what a person does.
[[nodiscard]] QString verdictName(Verdict verdict);

} // namespace winnow::gui
