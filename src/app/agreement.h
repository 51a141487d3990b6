#pragma once

#include "app/standing.h"
#include "screening/first_votes.h"
#include "screening/reason_division.h"
#include "screening/team_agreement.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace winnow::app {

struct AgreementRequest
{
    Stage stage = Stage::TitleAbstract;
    screening::MaybeCounts maybe = screening::MaybeCounts::AsInclude;
    bool isOfPilot = false; ///< only on the records of the stage's pilot round
};

/// How far reviewers agree in what each said first, before anything was opened.
struct AgreementReport
{
    screening::FirstVotes votes;
    screening::TeamAgreement verdicts;
    std::vector<screening::ReasonDivision> reasons; ///< the most dividing first
};

/// Fails where the stage names others to settle its conflicts: numbers tell of votes, too.
[[nodiscard]] Result<AgreementReport> agreement(Workspace &workspace, const AgreementRequest &request);

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

} // namespace winnow::app
