#include "app/appraisal_import.h"

#include "app/appraisal_file.h"
#include "app/study_finder.h"

#include <map>

namespace winnow::app {

namespace {

RecordJudgements
judgementsIn(const appraisal::Appraisals &table, const appraisal::Appraisal &study, RecordId record)
{
    RecordJudgements judged{record, {}};
    const bool hasOwnDomains = table.tool->domains.empty();
    for (std::size_t i = 0; i < table.domains.size(); ++i) {
        const appraisal::Domain &domain = table.domains[i];
        judged.judgements.push_back(
            {hasOwnDomains && !domain.name.empty() ? domain.name : domain.code, study.domains.at(i), {}});
    }
    if (!study.isOverallProposed) {
        judged.judgements.push_back({"Overall", study.overall, {}});
    }
    return judged;
}

} // namespace

Result<AppraisalImport> importAppraisals(Workspace &workspace,
                                         const std::filesystem::path &file,
                                         const appraisal::ToolPtr &tool,
                                         const std::string &result)
{
    auto table = readAppraisals(file, tool);
    auto finder = StudyFinder::of(workspace);
    if (!table || !finder) {
        return !table ? std::move(table).error() : std::move(finder).error();
    }
    std::vector<RecordJudgements> all;
    std::map<RecordId, std::string> taken;
    AppraisalImport outcome{table->tool, 0, 0};
    for (const appraisal::Appraisal &study : table->studies) {
        auto record = finder->find(study.study);
        if (!record) {
            return std::move(record).error();
        }
        if (!*record) {
            continue;
        }
        const auto [other, isFirst] = taken.emplace(**record, study.study);
        if (!isFirst) {
            return Error{ErrorCode::InvalidArgument,
                         "\"" + other->second + "\" and \"" + study.study +
                             "\" are the same record; keep one row of it. Nothing was taken over.",
                         {},
                         file.string()};
        }
        all.push_back(judgementsIn(*table, study, **record));
        all.back().result = result;
        ++outcome.studies;
        outcome.judgements += all.back().judgements.size();
    }
    if (auto complaint = finder->complaint()) {
        return *complaint;
    }
    if (auto appended = appraiseAll(workspace, *table->tool, all); !appended) {
        return std::move(appended).error();
    }
    return outcome;
}

} // namespace winnow::app
