#include "cli/appraisal_options.h"

#include <vector>

namespace winnow::cli {

void defineTool(CLI::App &parser, std::string &tool, const std::string &why)
{
    std::vector<std::string> ids;
    for (const appraisal::Tool &one : appraisal::tools()) {
        ids.emplace_back(one.id);
    }
    parser.add_option("--tool", tool, "The tool for the risk of bias" + why)->check(CLI::IsMember(ids));
}

} // namespace winnow::cli
