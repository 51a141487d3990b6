#pragma once

#include "model/decision.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow {

/// When the reviewers of a record are of one mind.
enum class AgreementRule {
    Unanimous,  ///< include or maybe against exclude is a conflict
    Majority,   ///< more than half decide; a tie is a conflict
    AnyInclude, ///< who would not exclude prevails, as suits a first sifting
};

/// How one stage is screened. A view on the decisions: whatever changes here, none of them is lost.
struct StageSettings
{
    Stage stage = Stage::TitleAbstract;
    std::vector<std::string> criteria; ///< of inclusion, shown beside the record
    std::vector<std::string>
        reasons; ///< of exclusion, in order: the first that applies is the primary one; empty: any
    int reviewersPerRecord = 1;
    double secondReviewerShare =
        0; ///< where one reviewer reads each record: the share that a second one reads too, 0 to 1
    AgreementRule rule = AgreementRule::Unanimous;
    bool isBlind = true;      ///< nobody sees what others said until the stage or the conflict is opened
    bool hidesVotes = true;   ///< from who settles a conflict, too
    bool needsReason = false; ///< an exclusion without a reason is refused
    std::vector<std::string> reviewers;    ///< who share the stage; empty: everyone may read everything
    std::vector<std::string> adjudicators; ///< who may settle conflicts; empty: everyone
    std::uint64_t seed = 1;                ///< of who reads what
    double randomShare = 0;                ///< of records in ranked order that are drawn at random, 0 to 1
    std::string rankingModel;              ///< name and parameters; empty: the one that Winnow uses
    bool isUsed = true;                    ///< of Stage::Title: titles alone are screened first
    std::vector<std::string> tools;        ///< reviewers that are automation tools, no people

    bool operator==(const StageSettings &) const = default;
};

/// What holds where nothing was set: one reviewer; reasons at full text only; titles are not screened alone.
[[nodiscard]] StageSettings defaultSettings(Stage stage);

/// "unanimous", "majority", "any-include".
[[nodiscard]] std::string_view toString(AgreementRule rule);
[[nodiscard]] std::optional<AgreementRule> agreementRuleFromString(std::string_view name);

} // namespace winnow
