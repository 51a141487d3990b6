#pragma once

#include "base/result.h"
#include "flow/diagram.h"

#include <string>

namespace winnow::publish {

/// A PNG of the diagram with its resolution (pHYs), title and description; grey where the diagram is.
[[nodiscard]] Result<std::string> asPng(const flow::Diagram &diagram, double dpi);

} // namespace winnow::publish
