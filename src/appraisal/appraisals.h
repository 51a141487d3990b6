#pragma once

#include "appraisal/tools.h"

#include <string>
#include <vector>

namespace winnow::appraisal {

/// What is judged of each study: "D1" stands over its column.
struct Domain
{
    std::string code;
    std::string name;

    bool operator==(const Domain &) const = default;
};

/// One study, or one result of it.
struct Appraisal
{
    std::string study;
    std::vector<Judgement> domains; ///< in the order of the domains
    Judgement overall = Judgement::NoInformation;
    double weight = 1;              ///< in the meta-analysis
    bool isOverallProposed = false; ///< nobody judged the whole: it follows from the domains

    bool operator==(const Appraisal &) const = default;
};

/// What a plot shows.
struct Appraisals
{
    ToolPtr tool; ///< never nullptr once it is filled in
    std::vector<Domain> domains;
    std::vector<Appraisal> studies;
    bool hasWeights = false;
    bool isOfAnswers = false; ///< the "domains" are questions with their answers, and there is no whole
};

/// The domains of a tool that make up the whole: D1, D2 and so on.
[[nodiscard]] std::vector<Domain> domainsOf(const Tool &tool);

/// "D1 (Bias due to confounding)"; the code alone where it has no other name.
[[nodiscard]] std::string nameOf(const Domain &domain);

/// The judgements that a legend explains, from the lowest risk: the scale of the tool, and others that occur.
[[nodiscard]] std::vector<Judgement> legendOf(const Appraisals &appraisals);

/// "9 studies"
[[nodiscard]] std::string studiesText(std::size_t count);

} // namespace winnow::appraisal
