#include "appraisal/summary.h"

#include <array>
#include <cstdio>

namespace winnow::appraisal {

namespace {

template <class JudgementOf>
Bar barOf(std::string label,
          bool isOverall,
          const Appraisals &appraisals,
          bool isWeighted,
          const JudgementOf &judgementOf)
{
    std::array<double, kJudgements.size()> weights{};
    std::array<int, kJudgements.size()> studies{};
    double total = 0;
    for (const Appraisal &study : appraisals.studies) {
        const auto at = static_cast<std::size_t>(judgementOf(study));
        const double weight = isWeighted ? study.weight : 1;
        weights.at(at) += weight;
        ++studies.at(at);
        total += weight;
    }
    Bar bar{std::move(label), isOverall, {}};
    for (const Judgement judgement : kJudgements) {
        const auto at = static_cast<std::size_t>(judgement);
        if (weights.at(at) > 0 && total > 0) {
            bar.shares.push_back({judgement, 100 * weights.at(at) / total, studies.at(at)});
        }
    }
    return bar;
}

} // namespace

std::vector<Bar> summarise(const Appraisals &appraisals, bool isWeighted)
{
    std::vector<Bar> bars;
    if (appraisals.studies.empty()) {
        return bars;
    }
    for (std::size_t i = 0; i < appraisals.domains.size(); ++i) {
        const Domain &domain = appraisals.domains[i];
        bars.push_back(barOf(domain.name.empty() ? domain.code : domain.name,
                             false,
                             appraisals,
                             isWeighted,
                             [i](const Appraisal &study) { return study.domains.at(i); }));
    }
    if (appraisals.isOfAnswers) {
        return bars;
    }
    bars.push_back(barOf("Overall risk of bias", true, appraisals, isWeighted, [](const Appraisal &study) {
        return study.overall;
    }));
    return bars;
}

std::string percentText(double percent)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f", percent);
    return text.data();
}

} // namespace winnow::appraisal
