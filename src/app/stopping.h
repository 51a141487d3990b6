#pragma once

#include "app/standing.h"
#include "screening/buscar.h"
#include "screening/recall_estimate.h"
#include "screening/stopping.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace winnow::app {

enum class StoppingRule {
    Run,        ///< so many irrelevant records in a row
    Buscar,     ///< the test of Callaghan and Müller-Hansen
    TailSample, ///< what a random sample of the unscreened records held
};

/// "run", "buscar", "sample".
[[nodiscard]] std::string_view toString(StoppingRule rule);

struct StoppingRequest
{
    Stage stage = Stage::TitleAbstract;
    StoppingRule rule = StoppingRule::Buscar;
    std::size_t run = 200;      ///< of StoppingRule::Run
    screening::RecallGoal goal; ///< of the others
};

/// What a rule says of the screening as it stands. A record is relevant when it goes on, or when anybody
/// would have it go on.
struct StoppingReport
{
    std::int64_t total = 0;    ///< records that came to the stage
    std::int64_t screened = 0; ///< that somebody decided on
    std::int64_t relevant = 0; ///< of these
    /// Of the rule, by name; what cannot be told is absent.
    std::vector<std::pair<std::string_view, double>> numbers;
    screening::StoppingAdvice advice;
};

/// Fails where the request makes no sense, or no sample was drawn, or not all of it was screened.
[[nodiscard]] Result<StoppingReport> checkStopping(Workspace &workspace, const StoppingRequest &request);

/// The same, written down with its numbers. `stops`: screening ends with it, and what was not decided at
/// title and abstract counts in the flow diagram as left out by an automation tool, never as excluded by
/// people (PRISMA 2020, box 3); no other stage can be ended so. Screening can go on at any time; undo takes
/// the end back.
[[nodiscard]] Result<StoppingReport>
recordStopping(Workspace &workspace, const StoppingRequest &request, bool stops);

/// The smallest random sample of the unscreened records that could say stop.
[[nodiscard]] Result<std::int64_t>
sampleNeeded(Workspace &workspace, Stage stage, const screening::RecallGoal &goal);

/// Draws a random sample of the unscreened records; they come first in every work list. Returns how many.
[[nodiscard]] Result<std::int64_t>
drawTailSample(Workspace &workspace, Stage stage, std::size_t size, std::uint64_t seed);

/// The end of screening by a rule, as it was written down.
struct ScreeningEnd
{
    std::string reviewer;
    std::string atUtc;
    std::string explanation; ///< what the rule said then
};

/// How screening at title and abstract was ended by a rule, the latest time; none while it goes on.
[[nodiscard]] Result<std::optional<ScreeningEnd>> screeningEnd(Workspace &workspace);

/// Whether screening at title and abstract was ended by a rule.
[[nodiscard]] Result<bool> isStopped(Workspace &workspace);

} // namespace winnow::app
