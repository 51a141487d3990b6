#include "model/stage_settings.h"

#include <array>

namespace winnow {

namespace {

constexpr std::array kRules{AgreementRule::Unanimous, AgreementRule::Majority, AgreementRule::AnyInclude};

} // namespace

StageSettings defaultSettings(Stage stage)
{
    StageSettings settings;
    settings.stage = stage;
    settings.needsReason = stage == Stage::FullText;
    settings.isUsed = stage != Stage::Title;
    return settings;
}

std::string_view toString(AgreementRule rule)
{
    switch (rule) {
    case AgreementRule::Unanimous:
        return "unanimous";
    case AgreementRule::Majority:
        return "majority";
    case AgreementRule::AnyInclude:
        return "any-include";
    }
    return {};
}

std::optional<AgreementRule> agreementRuleFromString(std::string_view name)
{
    for (const AgreementRule rule : kRules) {
        if (toString(rule) == name) {
            return rule;
        }
    }
    return std::nullopt;
}

} // namespace winnow
