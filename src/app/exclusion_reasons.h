#pragma once

#include "base/result.h"
#include "model/stage_settings.h"

#include <string>
#include <vector>

namespace winnow::app {

/// The reasons of a verdict with the primary one first: the one that comes first in the settings of the
/// stage. As they are where the verdict is no exclusion. Fails where the stage asks for one and there is
/// none, or one is not of its list.
[[nodiscard]] Result<std::vector<std::string>>
orderedReasons(Verdict verdict, std::vector<std::string> reasons, const StageSettings &settings);

/// "title", "title and abstract", "full text".
[[nodiscard]] std::string stageInWords(Stage stage);

} // namespace winnow::app
