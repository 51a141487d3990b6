#pragma once

#include "app/workspace.h"
#include "base/shipped_file.h"

#include <filesystem>
#include <span>
#include <string_view>

namespace winnow::app {

/// The checklists that ship with the program: the files of exports/checklists/.
[[nodiscard]] std::span<const ShippedFile> shippedChecklists();

/// Writes a reporting checklist, such as "prisma-2020", as a table of its items; where the review knows the
/// answer to one it stands in the column of locations, to be completed by the page.
[[nodiscard]] Result<void>
publishChecklist(Workspace &workspace, std::string_view name, const std::filesystem::path &file);

/// Writes the appendix on searches that PRISMA-S asks for: each source with its search strings as they were
/// run, dates and numbers, and how duplicates were removed; then the PRISMA-S checklist.
[[nodiscard]] Result<void> publishSearchAppendix(Workspace &workspace, const std::filesystem::path &file);

} // namespace winnow::app
