#pragma once

#include "app/workspace.h"
#include "appraisal/appraisals.h"

#include <string>
#include <vector>

namespace winnow::app {

/// A judgement of one domain of a tool, or "Overall".
struct DomainJudgement
{
    std::string domain; ///< "D1", its name, or "Overall"; of the generic tool any name
    appraisal::Judgement judgement = appraisal::Judgement::NoInformation;
    std::string support; ///< what it rests on
};

/// How a domain of a tool is called in the log: "D1", "Overall". NotFound names the domains that there are.
[[nodiscard]] Result<std::string> domainCalled(const appraisal::Tool &tool, const std::string &name);

/// Records judgements of the current reviewer on one record's report, as one act that undo takes back. A
/// later judgement of the same domain holds in place of an earlier one.
[[nodiscard]] Result<void> appraise(Workspace &workspace,
                                    RecordId record,
                                    const appraisal::Tool &tool,
                                    const std::vector<DomainJudgement> &judgements);

/// The same of many records in one act.
struct RecordJudgements
{
    RecordId record;
    std::vector<DomainJudgement> judgements;
};

[[nodiscard]] Result<void>
appraiseAll(Workspace &workspace, const appraisal::Tool &tool, const std::vector<RecordJudgements> &records);

/// The judgement that holds for a domain, with who made it.
struct HeldJudgement
{
    const appraisal::Tool *tool = nullptr;
    DomainJudgement said;
    std::string reviewer;
    bool isProposed = false; ///< follows from the domains: nobody judged the whole
};

/// Those on one record that the reviewer may see, tool by tool in order of the domains, the whole last.
[[nodiscard]] Result<std::vector<HeldJudgement>> judgementsOf(Workspace &workspace, RecordId record);

/// What the review can show.
struct ReviewAppraisals
{
    appraisal::Appraisals appraisals;
    std::vector<std::string> notices; ///< who is left out since a domain is not judged yet, a sentence each
};

/// What the reviewer may see of all judgements by one tool, in order of the studies' labels (author and
/// year). `tool` nullptr: the one that was used; InvalidArgument where there are several. Others' judgements
/// show once the full text is not blind any more.
[[nodiscard]] Result<ReviewAppraisals> appraisalsOf(Workspace &workspace, const appraisal::Tool *tool);

/// "Hassan 2020" of each of these records; the key where there is no author.
[[nodiscard]] Result<std::vector<std::string>> studyLabels(Workspace &workspace,
                                                           std::span<const RecordId> ids);

} // namespace winnow::app
