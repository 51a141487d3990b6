#pragma once

#include "publish/output.h"

namespace winnow::publish {

/// The diagram as a page in HTML without a script: each box is a link to the list of what stands behind it,
/// or to its words, where no list is known; the same numbers follow as a list of the phases.
[[nodiscard]] Result<std::string> writeFlowPage(const FlowDocument &document);

} // namespace winnow::publish
