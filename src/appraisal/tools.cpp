#include "appraisal/tools.h"

#include "appraisal/tool_json.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace winnow::appraisal {

namespace {

using enum Judgement;

/// These come first; the generic tool comes last, the others stand between them by name.
constexpr std::array<std::string_view, 4> kFirst{"rob2", "robins-i", "robins-e", "quadas-2"};

std::ptrdiff_t placeOf(const ToolPtr &tool)
{
    const auto *const found = std::ranges::find(kFirst, tool->id);
    return found != kFirst.end() ? found - kFirst.begin()
                                 : std::ssize(kFirst) + (tool->id == "generic" ? 1 : 0);
}

std::vector<ToolPtr> parsedTools()
{
    std::vector<ToolPtr> all;
    for (const ShippedFile &file : shippedTools()) {
        if (auto tool = parseTool(file.content)) { // always, as the tests see to
            all.push_back(std::make_shared<const Tool>(*std::move(tool)));
        }
    }
    std::ranges::stable_sort(all, {}, placeOf);
    return all;
}

constexpr std::array<std::string_view, kJudgements.size()> kUsualLabels{
    "Low", "Some concerns", "High", "Critical", "No information", "Not applicable"};

} // namespace

std::span<const ToolPtr> tools()
{
    static const std::vector<ToolPtr> kTools = parsedTools();
    return kTools;
}

ToolPtr toolCalled(std::string_view id)
{
    const auto all = tools();
    const auto found = std::ranges::find(all, id, [](const ToolPtr &tool) { return tool->id; });
    return found == all.end() ? nullptr : *found;
}

std::string_view labelOf(const Tool &tool, Judgement judgement)
{
    const auto found = std::ranges::find(tool.scale, judgement, &Level::judgement);
    return found == tool.scale.end() ? kUsualLabels.at(static_cast<std::size_t>(judgement))
                                     : std::string_view(found->label);
}

std::string choicesOf(const Tool &tool)
{
    std::string text;
    for (const Level &level : tool.scale) {
        text += level.label + ", ";
    }
    return text + "No information or Not applicable";
}

/// What was not applicable says nothing; where nothing else was judged, the whole is not known.
std::optional<Judgement> proposedOverall(const Tool &tool, std::span<const Judgement> domains)
{
    const bool isJudged = tool.overall == OverallRule::RoB2 || tool.overall == OverallRule::Worst;
    if (domains.empty() || !isJudged) {
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
