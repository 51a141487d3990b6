#include "app/appraisal_tools.h"

#include "appraisal/tool_check.h"
#include "appraisal/tool_json.h"
#include "base/file.h"

#include <algorithm>

namespace winnow::app {

namespace {

using appraisal::ToolPtr;

/// Of FormPublished events; forms of other kinds have other stages.
constexpr const char *kStage = "appraisal";
constexpr std::size_t kMostBytes = std::size_t{1} << 20U;

Error inFile(const std::filesystem::path &file, Error error)
{
    error.message = file.filename().string() + ": " + error.message;
    error.where = file.string();
    return error;
}

} // namespace

Result<ToolPtr> readTool(const std::filesystem::path &file)
{
    auto bytes = readFile(file, kMostBytes);
    if (!bytes) {
        return std::move(bytes).error();
    }
    auto tool = appraisal::parseTool(*bytes);
    if (!tool) {
        return inFile(file, std::move(tool).error());
    }
    const std::vector<std::string> problems = appraisal::problemsOf(*tool);
    if (!problems.empty()) {
        std::string message = problems.front();
        if (problems.size() > 1) {
            message += " There are " + std::to_string(problems.size() - 1) + " more such mistakes.";
        }
        return inFile(file, {ErrorCode::WrongFormat, std::move(message), {}, {}});
    }
    return std::make_shared<const appraisal::Tool>(*std::move(tool));
}

Result<std::vector<ToolPtr>> toolsOf(Workspace &workspace)
{
    auto events = workspace.log().live(EventKind::FormPublished);
    if (!events) {
        return std::move(events).error();
    }
    const auto shipped = appraisal::tools();
    std::vector<ToolPtr> all(shipped.begin(), shipped.end());
    for (const Event &event : *events) {
        auto tool =
            event.stage == kStage ? appraisal::parseTool(event.detail) : Result<appraisal::Tool>(Error{});
        if (!tool || appraisal::toolCalled(tool->id) != nullptr) {
            continue; // of a newer Winnow, or one that ships by now
        }
        auto shared = std::make_shared<const appraisal::Tool>(*std::move(tool));
        const auto same = std::ranges::find(all, shared->id, [](const ToolPtr &one) { return one->id; });
        if (same != all.end()) {
            *same = std::move(shared);
        } else {
            all.push_back(std::move(shared));
        }
    }
    return all;
}

Result<ToolPtr> toolOf(Workspace &workspace, std::string_view id)
{
    auto all = toolsOf(workspace);
    if (!all) {
        return std::move(all).error();
    }
    std::string known;
    for (const ToolPtr &tool : *all) {
        if (tool->id == id) {
            return tool;
        }
        known += (known.empty() ? "" : ", ") + tool->id;
    }
    return Error{ErrorCode::NotFound,
                 "There is no tool called \"" + std::string(id) + "\"; there are " + known + ".",
                 {},
                 {}};
}

Result<ToolPtr> publishTool(Workspace &workspace, const std::filesystem::path &file)
{
    auto tool = readTool(file);
    if (!tool) {
        return tool;
    }
    auto known = toolsOf(workspace);
    if (!known) {
        return std::move(known).error();
    }
    const std::string &id = (*tool)->id;
    if (appraisal::toolCalled(id) != nullptr) {
        return inFile(file,
                      {ErrorCode::AlreadyExists,
                       "The id " + id + " is that of a tool that ships with Winnow; choose another.",
                       {},
                       {}});
    }
    const auto same = std::ranges::find(*known, id, [](const ToolPtr &one) { return one->id; });
    if (same != known->end() && **same == **tool) {
        return tool;
    }
    if (same != known->end() && (*same)->version == (*tool)->version) {
        return inFile(file,
                      {ErrorCode::AlreadyExists,
                       "The review has a tool " + id +
                           " of this version that says something else; give the file a new \"version\".",
                       {},
                       {}});
    }
    store::EventDraft event;
    event.kind = EventKind::FormPublished;
    event.stage = kStage;
    event.subjectKind = "review";
    event.reason = id;
    event.detail = appraisal::toJson(**tool);
    if (auto appended = workspace.log().append(workspace.act(), std::span(&event, 1)); !appended) {
        return std::move(appended).error();
    }
    return tool;
}

} // namespace winnow::app
