#pragma once

#include "appraisal/tool.h"
#include "base/shipped_file.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace winnow::appraisal {

/// The tools that ship with the program: those of Cochrane first, the generic one last.
[[nodiscard]] std::span<const ToolPtr> tools();

/// nullptr: none that ships has this id.
[[nodiscard]] ToolPtr toolCalled(std::string_view id);

/// The tool's word for a judgement: "Serious"; that of RoB 2 where it has none of its own.
[[nodiscard]] std::string_view labelOf(const Tool &tool, Judgement judgement);

/// "Low, Some concerns, High, No information or Not applicable", for messages.
[[nodiscard]] std::string choicesOf(const Tool &tool);

/// What the domains say of the whole. None where there are no domains, or where the tool has no judgement of
/// the whole.
[[nodiscard]] std::optional<Judgement> proposedOverall(const Tool &tool, std::span<const Judgement> domains);

/// The files of forms/appraisal/, in order of their names.
[[nodiscard]] std::span<const ShippedFile> shippedTools();

} // namespace winnow::appraisal
