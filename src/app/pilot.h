#pragma once

#include "app/workspace.h"
#include "store/event_detail.h"

#include <cstdint>
#include <set>

namespace winnow::app {

/// A pilot round: a random sample that all reviewers of a stage read before they share the work.
struct PilotRequest
{
    Stage stage = Stage::TitleAbstract;
    std::size_t size = 0;
    std::uint64_t seed = 1;
};

/// Draws the sample from what nobody decided on yet and writes it down; returns how many were drawn. Fails
/// where there is nothing to draw from.
[[nodiscard]] Result<std::int64_t> drawPilot(Workspace &workspace, const PilotRequest &request);

/// The records of all pilot rounds of a stage, by the records that stand for them; with those of samples that
/// were drawn from the unscreened records where these are asked for.
[[nodiscard]] Result<std::set<RecordId>>
pilotRecords(Workspace &workspace, Stage stage, bool withSamples = false);

/// Writes down a sample that was drawn at a stage.
[[nodiscard]] Result<void> recordSample(Workspace &workspace, Stage stage, const store::PilotDetail &sample);

} // namespace winnow::app
