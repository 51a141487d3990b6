#pragma once

#include "app/workspace.h"
#include "base/task.h"
#include "evidence/table.h"
#include "publish/document.h"

#include <span>
#include <string>
#include <vector>

namespace winnow::app {

/// The references that tables and text cite, as they are printed.
struct ReferenceList
{
    std::vector<publish::ReferenceEntry> literature;
    std::vector<publish::ReferenceEntry> outside; ///< evidence from outside the literature
    std::string notice; ///< why they are not in the style that was asked for; empty: they are
};

/// In order of their numbers, in the style of the set by pandoc; without pandoc or the style in a plain form,
/// and a notice says how to get the other.
[[nodiscard]] Result<ReferenceList> referenceList(Workspace &workspace,
                                                  const evidence::TableSet &set,
                                                  std::span<const evidence::ReferenceNumber> numbers,
                                                  const Task &task);

} // namespace winnow::app
