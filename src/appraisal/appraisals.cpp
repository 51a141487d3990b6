#include "appraisal/appraisals.h"

#include <algorithm>

namespace winnow::appraisal {

std::vector<Domain> domainsOf(const Tool &tool)
{
    std::vector<Domain> domains;
    for (const ToolDomain &domain : tool.domains) {
        domains.push_back({domain.code, domain.name});
    }
    return domains;
}

std::string nameOf(const Domain &domain)
{
    return domain.name.empty() || domain.name == domain.code ? domain.code
                                                             : domain.code + " (" + domain.name + ")";
}

std::vector<Judgement> legendOf(const Appraisals &appraisals)
{
    const auto occurs = [&](Judgement judgement) {
        return std::ranges::any_of(appraisals.studies, [&](const Appraisal &study) {
            return (!appraisals.isOfAnswers && study.overall == judgement) ||
                   std::ranges::count(study.domains, judgement) > 0;
        });
    };
    std::vector<Judgement> shown;
    for (const Judgement judgement : kJudgements) {
        const bool isOfScale = std::ranges::count(appraisals.tool->scale, judgement, &Level::judgement) > 0;
        if (isOfScale || occurs(judgement)) {
            shown.push_back(judgement);
        }
    }
    return shown;
}

std::string studiesText(std::size_t count)
{
    return std::to_string(count) + (count == 1 ? " study" : " studies");
}

} // namespace winnow::appraisal
