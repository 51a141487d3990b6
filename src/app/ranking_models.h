#pragma once

#include "base/result.h"
#include "rank/model.h"

#include <string>

namespace winnow::app {

/// The names of all models, divided by commas; the first is the one that Winnow uses.
[[nodiscard]] std::string modelNames();

/// The model of that name, or the one that Winnow uses where the name is empty.
[[nodiscard]] Result<rank::Model> chosenModel(const std::string &name);

} // namespace winnow::app
