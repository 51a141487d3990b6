#pragma once

#include "app/workspace.h"
#include "appraisal/answers.h"
#include "appraisal/appraisals.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace winnow::app {

/// A judgement of one domain of a tool, or "Overall".
struct DomainJudgement
{
    std::string domain; ///< "D1", its name, or "Overall"; of the generic tool any name
    appraisal::Judgement judgement = appraisal::Judgement::NoInformation;
    std::string support{}; ///< what it rests on
    std::string quote{};   ///< from the report
    std::string page{};    ///< where the quote stands
    std::string place{};   ///< likewise, in an attached PDF; see model/quote_place.h
};

/// An answer to one question of a tool, or "Overall" where the tool has a conclusion.
struct QuestionAnswer
{
    std::string question; ///< "1.1"
    std::string answer;   ///< by its id or label: "PY", "probably yes"
    std::string support{};
    std::string quote{};
    std::string page{};
    std::string place{};
};

/// How a domain of a tool is called in the log: "D1", "Overall". NotFound names the domains that there are,
/// Unsupported says that the tool has questions instead.
[[nodiscard]] Result<std::string> domainCalled(const appraisal::Tool &tool, const std::string &name);

/// Records judgements of the current reviewer on one record's report, as one act that undo takes back. A
/// later judgement of the same domain holds in place of an earlier one, and of what the answers propose.
[[nodiscard]] Result<void> appraise(Workspace &workspace,
                                    RecordId record,
                                    const appraisal::Tool &tool,
                                    const std::vector<DomainJudgement> &judgements);

/// Records answers of the current reviewer in the same way; `result` is the result of the study that they are
/// about, by name, and may be empty. Answers to questions that are not asked are kept but say nothing.
[[nodiscard]] Result<void> answerQuestions(Workspace &workspace,
                                           RecordId record,
                                           const appraisal::Tool &tool,
                                           const std::vector<QuestionAnswer> &answers,
                                           const std::string &result = {});

/// What was said of one record, or of one result of its study.
struct RecordJudgements
{
    RecordId record;
    std::vector<DomainJudgement> judgements;
    std::vector<QuestionAnswer> answers{};
    std::string result{};
    bool isConsensus = false; ///< holds whatever single reviewers say, until there is a newer consensus
    std::string reviewer{};   ///< who said it, where it was not who acts
};

/// The same of many records in one act. A consensus is refused from somebody who may not settle conflicts at
/// full text, and on a record of which the full text is still blind to them.
[[nodiscard]] Result<void>
appraiseAll(Workspace &workspace, const appraisal::Tool &tool, const std::vector<RecordJudgements> &records);

struct ToolJudgements
{
    appraisal::ToolPtr tool;
    RecordJudgements said;
};

/// The same by several tools.
[[nodiscard]] Result<void> appraiseAll(Workspace &workspace, const std::vector<ToolJudgements> &records);

/// The judgement that holds for a domain, with who made it.
struct HeldJudgement
{
    appraisal::ToolPtr tool;
    DomainJudgement said;
    std::string reviewer;
    bool isProposed = false; ///< follows from the answers or, of the whole, from the domains: nobody judged
    std::string result{};
    bool isConsensus = false;
    std::optional<appraisal::Judgement> proposed{}; ///< what the answers or domains say, if they do
};

/// The answer that holds for a question; `said.answer` is the id of the choice.
struct HeldAnswer
{
    QuestionAnswer said;
    std::string reviewer;
    bool isConsensus = false;
};

/// A question or domain of which reviewers said different things.
struct Difference
{
    std::string item;                                      ///< "1.1", "D1", "Overall"
    std::vector<std::pair<std::string, std::string>> said; ///< reviewer and label
    bool isSettled = false;                                ///< by a consensus
};

/// All that the reviewer may see of one record by one tool, or of one result of its study.
struct RecordAppraisal
{
    appraisal::ToolPtr tool;
    std::string result;
    std::vector<HeldJudgement> judgements; ///< in order of the domains, the whole last
    std::vector<HeldAnswer> answers;       ///< in order of the questions, the conclusion last
    std::vector<std::string> asked;        ///< questions that the answers lead to
    std::vector<std::string> open;         ///< those of them that have no answer yet
    appraisal::Tally tally;
    std::vector<Difference> differences; ///< between reviewers
};

/// Those on one record, tool by tool, then by result. Of what several reviewers said of a question or domain
/// the newest consensus holds, else the newest.
[[nodiscard]] Result<std::vector<RecordAppraisal>> appraisalsOfRecord(Workspace &workspace, RecordId record);

/// The same of all records of which something was said, by the record that stands for the group.
[[nodiscard]] Result<std::map<RecordId, std::vector<RecordAppraisal>>>
appraisalsOfRecords(Workspace &workspace);

/// The judgements of these, one after the other.
[[nodiscard]] Result<std::vector<HeldJudgement>> judgementsOf(Workspace &workspace, RecordId record);

/// What the review can show.
struct ReviewAppraisals
{
    appraisal::Appraisals appraisals;
    std::vector<std::string> notices; ///< who is left out since a domain is not judged yet, and on what
                                      ///< reviewers differ; a sentence each
};

/// What the reviewer may see of all judgements by one tool, in order of the studies' labels (author and
/// year; with the result where there are several); of a tool without judgements the answers. `tool` nullptr:
/// the one that was used; InvalidArgument where there are several. `result`: only those on that result.
/// Others' judgements show once the full text is not blind any more.
[[nodiscard]] Result<ReviewAppraisals> appraisalsOf(Workspace &workspace,
                                                    const appraisal::ToolPtr &tool,
                                                    const std::optional<std::string> &result = {});

/// "Hassan 2020" of each of these records; the key where there is no author.
[[nodiscard]] Result<std::vector<std::string>> studyLabels(Workspace &workspace,
                                                           std::span<const RecordId> ids);

} // namespace winnow::app
