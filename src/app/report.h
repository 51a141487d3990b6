#pragma once

#include "app/workspace.h"
#include "base/task.h"
#include "publish/document.h"

#include <filesystem>
#include <string>
#include <vector>

namespace winnow::app {

/// The report of a review, and what its author should know of it.
struct Report
{
    publish::Document document;
    std::vector<std::string>
        notices; ///< a sentence each: what is missing, what was done otherwise than asked
};

/// For people who decide: key messages, the flow diagram, evidence tables, the quality of the evidence,
/// methods as the review knows them, limitations, references, and the appendices on searches and excluded
/// reports. What people wrote (see app/report_text.h) stands in its place; nothing is made up where they
/// wrote nothing.
[[nodiscard]] Result<Report> makeReport(Workspace &workspace, const Task &task);

/// Writes it as the kind of file that the name asks for; returns its notices.
[[nodiscard]] Result<std::vector<std::string>>
publishReport(Workspace &workspace, const std::filesystem::path &file, const Task &task);

} // namespace winnow::app
