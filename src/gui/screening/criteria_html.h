#pragma once

#include "model/stage_settings.h"

#include <QString>

namespace winnow::gui {

/// What a reviewer keeps in mind while reading: the criteria of inclusion, and the reasons of exclusion with
/// their keys. Empty where the stage lists neither.
[[nodiscard]] QString criteriaHtml(const StageSettings &settings);

} // namespace winnow::gui
