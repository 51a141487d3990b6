#pragma once

#include "model/decision.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::screening {

/// What all decisions on one record at one stage come to.
enum class State { Undecided, Include, Exclude, Maybe, Conflict };

struct Outcome
{
    State state = State::Undecided;
    std::string reason; ///< of an exclusion; the earliest voter's when several differ

    bool operator==(const Outcome &) const = default;
};

/// The outcome of the latest decision of each reviewer. All of one mind: that verdict. Include and maybe
/// together go on: Include. Exclude against include or maybe: Conflict.
[[nodiscard]] Outcome outcome(std::span<const Decision> decisions);

/// The same of those decisions that were made at `stage`.
[[nodiscard]] Outcome outcomeAt(std::span<const Decision> decisions, Stage stage);

/// Those decisions that were made at `stage`, in their order.
[[nodiscard]] std::vector<Decision> atStage(std::span<const Decision> decisions, Stage stage);

/// Whether a record goes on to the next stage: Include, and Maybe, since a doubt is settled by reading more.
[[nodiscard]] bool goesOn(State state);

/// "undecided", "include", "exclude", "maybe", "conflict".
[[nodiscard]] std::string_view toString(State state);

} // namespace winnow::screening
