#pragma once

#include "app/workspace.h"
#include "publish/document.h"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// What people write for the report, in a small Markdown: "# Section", paragraphs divided by blank lines,
/// lists with "- " or "1. ", *italic*, **bold**, and citations of records and evidence, "[@Hassan2020;
/// @interview-1]".
struct ReportSection
{
    std::string title; ///< empty: what stands before the first heading
    std::vector<publish::Block>
        blocks; ///< Paragraph and ItemList; a cited key stands alone in a run with no text
};

struct ReportText
{
    std::string markdown;
    std::vector<ReportSection> sections;
};

/// Reads the Markdown; never fails: what is no markup is text.
[[nodiscard]] ReportText parseReportText(std::string_view markdown);

/// The keys that it cites, in order, each once.
[[nodiscard]] std::vector<std::string> citedKeys(const ReportText &text);

/// Calls `visit` for every citation of it.
void forEachKey(ReportText &text, const std::function<void(std::string &key)> &visit);

/// That of the review; empty where nobody wrote one.
[[nodiscard]] Result<ReportText> reportText(Workspace &workspace);

/// Takes it from a file, in place of that before. Every key that it cites must be known.
[[nodiscard]] Result<ReportText> loadReportText(Workspace &workspace, const std::filesystem::path &file);
[[nodiscard]] Result<ReportText> setReportText(Workspace &workspace, std::string_view markdown);

} // namespace winnow::app
