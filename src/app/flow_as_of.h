#pragma once

#include "app/workspace.h"

#include <memory>
#include <string_view>

namespace winnow::app {

/// The end of a day, or a moment: "2026-01-31", "2026-01-31T14:30", with seconds, fractions of them and Z
/// where wanted; UTC, as the log keeps time. Fails with InvalidArgument for anything else.
[[nodiscard]] Result<store::LogEnd> logEndOf(std::string_view date);

/// The review as it was at the end of that day, or at that moment: see logEndOf().
[[nodiscard]] Result<std::unique_ptr<Workspace>> reviewAsOf(Workspace &workspace, std::string_view date);

} // namespace winnow::app
