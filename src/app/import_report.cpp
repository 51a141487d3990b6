#include "app/import_report.h"

#include "base/file.h"

#include <algorithm>

namespace winnow::app {

Result<std::vector<ReportedImport>> importReport(Workspace &workspace, std::optional<ImportId> only)
{
    auto imports = workspace.imports().imports();
    auto searches = workspace.imports().liveSearches();
    auto sources = workspace.imports().sources();
    if (!imports || !searches || !sources) {
        return !imports    ? std::move(imports).error()
               : !searches ? std::move(searches).error()
                           : std::move(sources).error();
    }
    std::vector<ReportedImport> report;
    for (const Import &import : *imports) {
        if (!import.isLive || (only && import.id != *only)) {
            continue;
        }
        auto rejected = workspace.imports().rejectedOf(import.id);
        if (!rejected) {
            return std::move(rejected).error();
        }
        const auto search = std::ranges::find(*searches, import.search, &Search::id);
        const auto source = search == searches->end()
                                ? sources->end()
                                : std::ranges::find(*sources, search->source, &Source::id);
        report.push_back(
            {import, source == sources->end() ? std::string() : source->name, *std::move(rejected)});
    }
    if (only && report.empty()) {
        return Error{ErrorCode::NotFound,
                     "There is no import number " + std::to_string(only->value) +
                         " in this review, or it was undone.",
                     {},
                     {}};
    }
    return report;
}

Result<std::int64_t> writeRejected(Workspace &workspace, ImportId import, const std::filesystem::path &file)
{
    auto report = importReport(workspace, import);
    auto preamble = workspace.imports().preambleOf(import);
    if (!report || !preamble) {
        return !report ? std::move(report).error() : std::move(preamble).error();
    }
    const std::vector<RejectedRow> &rejected = report->front().rejected;
    if (rejected.empty()) {
        return Error{ErrorCode::NotFound, "This import rejected nothing that is still open.", {}, {}};
    }
    std::string text = *std::move(preamble);
    for (const RejectedRow &row : rejected) {
        text += row.raw;
        text += row.raw.ends_with('\n') ? "" : "\n";
    }
    if (auto written = writeFile(file, text); !written) {
        return std::move(written).error();
    }
    return static_cast<std::int64_t>(rejected.size());
}

} // namespace winnow::app
