#include "cli/appraisal_options.h"

#include "app/appraisal_tools.h"

namespace winnow::cli {

void defineTool(CLI::App &parser, std::string &tool, const std::string &why)
{
    parser.add_option("--tool", tool, "The tool, such as rob2; 'winnow appraise --tools' lists them" + why)
        ->type_name("TOOL");
}

Result<appraisal::ToolPtr> chosenTool(app::Workspace *workspace, const std::string &id)
{
    if (id.empty()) {
        return appraisal::ToolPtr();
    }
    if (workspace != nullptr) {
        return app::toolOf(*workspace, id);
    }
    if (auto tool = appraisal::toolCalled(id)) {
        return tool;
    }
    return Error{ErrorCode::NotFound,
                 "No tool that ships is called \"" + id + "\"; 'winnow appraise --tools' lists them.",
                 {},
                 {}};
}

} // namespace winnow::cli
