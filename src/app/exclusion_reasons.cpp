#include "app/exclusion_reasons.h"

#include <algorithm>

namespace winnow::app {

namespace {

std::string joined(const std::vector<std::string> &texts)
{
    std::string all;
    for (const std::string &text : texts) {
        all.append(all.empty() ? "" : "; ").append(text);
    }
    return all;
}

} // namespace

Result<std::vector<std::string>>
orderedReasons(Verdict verdict, std::vector<std::string> reasons, const StageSettings &settings)
{
    std::erase(reasons, std::string());
    if (verdict != Verdict::Exclude) {
        return reasons; // a remark, of which the stage knows nothing
    }
    if (reasons.empty() && settings.needsReason) {
        return Error{ErrorCode::InvalidArgument,
                     "An exclusion at " + stageInWords(settings.stage) +
                         " needs a reason, since the flow diagram counts by reason; give one" +
                         (settings.reasons.empty() ? "." : " of: " + joined(settings.reasons) + "."),
                     {},
                     {}};
    }
    const auto place = [&](const std::string &reason) {
        return std::ranges::find(settings.reasons, reason) - settings.reasons.begin();
    };
    for (const std::string &reason : reasons) {
        if (!settings.reasons.empty() && std::ranges::count(settings.reasons, reason) == 0) {
            return Error{ErrorCode::InvalidArgument,
                         "\"" + reason + "\" is no reason of this stage; choose one of: " +
                             joined(settings.reasons) + ". Or add it to the settings of the stage.",
                         {},
                         {}};
        }
    }
    std::ranges::stable_sort(reasons, {}, place);
    return reasons;
}

std::string stageInWords(Stage stage)
{
    switch (stage) {
    case Stage::Title:
        return "title";
    case Stage::TitleAbstract:
        return "title and abstract";
    case Stage::FullText:
        return "full text";
    }
    return {};
}

} // namespace winnow::app
