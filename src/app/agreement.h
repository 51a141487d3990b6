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

} // namespace winnow::app
