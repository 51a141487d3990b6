#pragma once

#include "flow/diagram.h"
#include "fuzz/check_record.h"

#include <string>
#include <string_view>

namespace winnow::fuzz {

/// A diagram has a size, and its boxes are inside it.
void checkDiagram(Finding &finding, const flow::Diagram &diagram);

/// Numbers of a flow diagram from CSV and from JSON, their check, what is written of them, and the diagram.
[[nodiscard]] std::string checkFlowNumbers(std::string_view bytes);

} // namespace winnow::fuzz
