#include "some_appraisals.h"

namespace winnow::appraisal::test {

namespace {

std::vector<std::string> divided(std::string_view text, char mark)
{
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == mark) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

} // namespace

std::vector<TableRow> rowsOf(std::string_view csv)
{
    std::vector<TableRow> rows;
    std::int64_t line = 0;
    for (const std::string &text : divided(csv, '\n')) {
        ++line;
        if (!text.empty()) {
            rows.push_back({divided(text, ','), line});
        }
    }
    return rows;
}

Appraisals threeTrials()
{
    return appraisalsFrom(rowsOf("Study,D1,D2,D3,D4,D5,Overall\n"
                                 "Hassan 2020,Low,Low,Low,Low,Low,Low\n"
                                 "Sari 2021,Some concerns,Low,Low,Low,Low,Some concerns\n"
                                 "Wijaya 2022,Low,High,No information,Low,Low,High\n"),
                          nullptr)
        .value();
}

Appraisals many(std::string_view tool, int studies, int letters, std::size_t domains)
{
    Appraisals appraisals;
    appraisals.tool = toolCalled(tool);
    appraisals.domains = domainsOf(*appraisals.tool);
    while (appraisals.tool->domains.empty() && appraisals.domains.size() < domains) {
        const std::string number = std::to_string(appraisals.domains.size() + 1);
        appraisals.domains.push_back({"D" + number, "Aspect " + number + " of how the study was done"});
    }
    for (int i = 0; i < studies; ++i) {
        Appraisal study;
        study.study = "Study " + std::to_string(i + 1);
        while (static_cast<int>(study.study.size()) < letters) {
            study.study += " and others";
        }
        for (std::size_t d = 0; d < appraisals.domains.size(); ++d) {
            study.domains.push_back(kJudgements.at((static_cast<std::size_t>(i) + d) % kJudgements.size()));
        }
        study.overall = kJudgements.at(static_cast<std::size_t>(i) % kJudgements.size());
        appraisals.studies.push_back(std::move(study));
    }
    return appraisals;
}

} // namespace winnow::appraisal::test
