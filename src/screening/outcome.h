#pragma once

#include "model/decision.h"
#include "model/stage_settings.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::screening {

/// What all decisions on one record at one stage come to.
enum class State {
    Undecided,
    Include,
    Exclude,
    Maybe,
    Conflict,
    Pending, ///< decided by some, but not by as many reviewers as it needs
};

struct Outcome
{
    State state = State::Undecided;
    std::string reason; ///< of an exclusion; the primary one where several were given

    bool operator==(const Outcome &) const = default;
};

/// All that was said of one record at one stage.
struct StageVotes
{
    std::vector<Decision>
        decisions; ///< the latest of each reviewer, of every member of its group of duplicates
    std::optional<Resolution> resolution;
    int needed = 1; ///< reviewers; see reviewersNeeded()
};

/// A resolution holds whatever the reviewers said. Otherwise include and maybe together go on: Include. What
/// makes a conflict the settings' rule says; at full text, so do two exclusions for different reasons, and
/// everywhere different verdicts of one reviewer on duplicates. The primary reason is the one that comes
/// first in the settings, else the earliest.
[[nodiscard]] Outcome outcome(const StageVotes &votes, const StageSettings &settings);

/// Those decisions that were made at `stage`, in their order.
[[nodiscard]] std::vector<Decision> atStage(std::span<const Decision> decisions, Stage stage);

/// Whether a record goes on to the next stage: Include, and Maybe, since a doubt is settled by reading more.
[[nodiscard]] bool goesOn(State state);

/// Whether nothing more is to be said: Include, Exclude or Maybe.
[[nodiscard]] bool isSettled(State state);

[[nodiscard]] State stateOf(Verdict verdict);

/// "undecided", "include", "exclude", "maybe", "conflict", "pending".
[[nodiscard]] std::string_view toString(State state);

} // namespace winnow::screening
