#pragma once

#include "app/workspace.h"

#include <string>

namespace winnow::app {

/// An entry of the audit trail in words: "exclude Hassan2020 at title-abstract: not handicraft".
[[nodiscard]] std::string eventText(Workspace &workspace, const Event &event);

} // namespace winnow::app
