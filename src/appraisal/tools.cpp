#include "appraisal/tools.h"

#include <algorithm>
#include <array>

namespace winnow::appraisal {

namespace {

using enum Judgement;

constexpr std::array<std::string_view, 5> kRob2{"Bias arising from the randomisation process",
                                                "Bias due to deviations from intended interventions",
                                                "Bias due to missing outcome data",
                                                "Bias in measurement of the outcome",
                                                "Bias in selection of the reported result"};

constexpr std::array<std::string_view, 7> kRobinsI{"Bias due to confounding",
                                                   "Bias in selection of participants",
                                                   "Bias in classification of interventions",
                                                   "Bias due to deviations from intended interventions",
                                                   "Bias due to missing data",
                                                   "Bias in measurement of outcomes",
                                                   "Bias in selection of the reported result"};

constexpr std::array<std::string_view, 7> kRobinsE{"Bias due to confounding",
                                                   "Bias arising from measurement of the exposure",
                                                   "Bias in selection of participants",
                                                   "Bias due to post-exposure interventions",
                                                   "Bias due to missing data",
                                                   "Bias arising from measurement of the outcome",
                                                   "Bias in selection of the reported result"};

constexpr std::array<std::string_view, 4> kQuadas2{
    "Patient selection", "Index test", "Reference standard", "Flow and timing"};

constexpr std::array<Level, 3> kThreeLevels{{{Low, "Low"}, {SomeConcerns, "Some concerns"}, {High, "High"}}};

constexpr std::array<Level, 3> kQuadasLevels{{{Low, "Low"}, {SomeConcerns, "Unclear"}, {High, "High"}}};

constexpr std::array<Level, 4> kRobinsILevels{
    {{Low, "Low"}, {SomeConcerns, "Moderate"}, {High, "Serious"}, {Critical, "Critical"}}};

constexpr std::array<Level, 4> kRobinsELevels{
    {{Low, "Low"}, {SomeConcerns, "Some concerns"}, {High, "High"}, {Critical, "Very high"}}};

constexpr std::array<Tool, 5> kTools{{
    {"rob2", "RoB 2", kRob2, kThreeLevels, OverallRule::RoB2},
    {"robins-i", "ROBINS-I", kRobinsI, kRobinsILevels, OverallRule::Worst, LoneS::Serious},
    {"robins-e", "ROBINS-E", kRobinsE, kRobinsELevels},
    {"quadas-2", "QUADAS-2", kQuadas2, kQuadasLevels},
    {"generic", "another tool", {}, kThreeLevels},
}};

constexpr std::array<std::string_view, kJudgements.size()> kUsualLabels{
    "Low", "Some concerns", "High", "Critical", "No information", "Not applicable"};

} // namespace

std::span<const Tool> tools()
{
    return kTools;
}

const Tool *toolCalled(std::string_view id)
{
    const auto *const found = std::ranges::find(kTools, id, &Tool::id);
    return found == kTools.end() ? nullptr : found;
}

std::string_view labelOf(const Tool &tool, Judgement judgement)
{
    const auto found = std::ranges::find(tool.scale, judgement, &Level::judgement);
    return found == tool.scale.end() ? kUsualLabels.at(static_cast<std::size_t>(judgement)) : found->label;
}

std::string choicesOf(const Tool &tool)
{
    std::string text;
    for (const Level &level : tool.scale) {
        text += std::string(level.label) + ", ";
    }
    return text + "No information or Not applicable";
}

/// What was not applicable says nothing; where nothing else was judged, the whole is not known.
std::optional<Judgement> proposedOverall(const Tool &tool, std::span<const Judgement> domains)
{
    if (domains.empty()) {
        return std::nullopt;
    }
    if (std::ranges::all_of(domains, [](Judgement one) { return one == NotApplicable; })) {
        return NotApplicable;
    }
    const auto isKnown = [](Judgement one) { return one <= Critical; };
    Judgement worst = Low;
    for (const Judgement one : domains) {
        worst = isKnown(one) ? std::max(worst, one) : worst;
    }
    const bool lacksOne = std::ranges::count(domains, NoInformation) > 0;
    if (tool.overall == OverallRule::RoB2) {
        return worst >= High ? High : worst == Low && !lacksOne ? Low : SomeConcerns;
    }
    // Of the better judgements none holds while one domain is unknown.
    return worst <= SomeConcerns && lacksOne ? NoInformation : worst;
}

} // namespace winnow::appraisal
