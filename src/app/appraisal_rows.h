#pragma once

#include "app/appraisals.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace winnow::app {

/// One answer or judgement of a file that holds those of many studies.
struct AppraisalRow
{
    std::string study;
    std::string tool;
    std::string result{};
    std::string question{}; ///< one of these two
    std::string domain{};
    std::string said{}; ///< the answer or the judgement
    std::string support{};
    std::string quote{};
    std::string page{};
    std::string place{};
    std::string reviewer{};
    bool isConsensus = false;
    std::string where{}; ///< "Line 7" or "Entry 7", for messages

    bool operator==(const AppraisalRow &) const = default;
};

/// Whether a file holds such rows: a .json, or a CSV whose first row names the columns question and answer,
/// or domain and judgement. Others are in the form of robvis. Fails where it cannot be read.
[[nodiscard]] Result<bool> holdsAppraisalRows(const std::filesystem::path &file);

/// The rows of a .json ({"appraisals": [{...}]} or the list alone) or of a CSV with the columns study, tool,
/// result, question or domain, answer or judgement, support, quote, page, place, reviewer, consensus; of
/// these study and what was said are needed. Errors name the file and the line.
[[nodiscard]] Result<std::vector<AppraisalRow>> readAppraisalRows(const std::filesystem::path &file);

/// The same rows as such a file, .json by its name or else CSV.
[[nodiscard]] Result<void> writeAppraisalRows(const std::vector<AppraisalRow> &rows,
                                              const std::filesystem::path &file);

struct AppraisalRowsImport
{
    std::size_t studies = 0;
    std::size_t answers = 0;
    std::size_t judgements = 0;
};

/// Takes over the rows of a file in one act. What the file says of somebody by name stays theirs, other rows
/// are of the current reviewer. `tool` and `result` are those of rows that name none. Fails, and takes
/// nothing over, where a study is no single record or a row does not fit its tool.
[[nodiscard]] Result<AppraisalRowsImport> importAppraisalRows(Workspace &workspace,
                                                              const std::filesystem::path &file,
                                                              const appraisal::ToolPtr &tool,
                                                              const std::string &result);

/// Every answer and judgement that the reviewer may see, of one tool where given: all that is needed to build
/// the appraisals again. What was proposed and nobody said is not among them.
[[nodiscard]] Result<std::vector<AppraisalRow>> appraisalRows(Workspace &workspace,
                                                              const appraisal::ToolPtr &tool = {});

} // namespace winnow::app
