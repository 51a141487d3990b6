#pragma once

#include "appraisal/judgement.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::appraisal {

/// How the overall judgement follows from those of the domains.
enum class OverallRule {
    RoB2,  ///< all low: low; any high: high; else some concerns
    Worst, ///< the worst of them
};

/// One step of a scale: a judgement with the tool's own word for it.
struct Level
{
    Judgement judgement;
    std::string_view label; ///< "Moderate"
};

/// An instrument for the risk of bias.
struct Tool
{
    std::string_view id;                       ///< "rob2"
    std::string_view name;                     ///< "RoB 2"
    std::span<const std::string_view> domains; ///< in order; of the generic tool none: a table brings its own
    std::span<const Level> scale;              ///< from the lowest risk to the highest
    OverallRule overall = OverallRule::Worst;
    LoneS loneS = LoneS::SomeConcerns;
};

/// The generic tool is the last.
[[nodiscard]] std::span<const Tool> tools();

/// nullptr: there is none of this id.
[[nodiscard]] const Tool *toolCalled(std::string_view id);

/// The tool's word for a judgement: "Serious"; that of RoB 2 where it has none of its own.
[[nodiscard]] std::string_view labelOf(const Tool &tool, Judgement judgement);

/// "Low, Some concerns, High, No information or Not applicable", for messages.
[[nodiscard]] std::string choicesOf(const Tool &tool);

/// What the domains say of the whole. None where there are no domains.
[[nodiscard]] std::optional<Judgement> proposedOverall(const Tool &tool, std::span<const Judgement> domains);

} // namespace winnow::appraisal
