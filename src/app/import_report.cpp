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

namespace {

/// A folder that goes with what is in it.
class ScratchFolder
{
public:
    explicit ScratchFolder(std::filesystem::path path)
        : m_path(std::move(path))
    {}

    ~ScratchFolder()
    {
        std::error_code code;
        std::filesystem::remove_all(m_path, code);
    }

    ScratchFolder(const ScratchFolder &) = delete;
    ScratchFolder &operator=(const ScratchFolder &) = delete;

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

std::string fileText(std::string preamble, std::span<const std::string> texts)
{
    for (const std::string &text : texts) {
        preamble.append(text).append(text.ends_with('\n') ? "" : "\n");
    }
    return preamble;
}

Error nothingRejected()
{
    return {ErrorCode::NotFound, "This import rejected nothing that is still open.", {}, {}};
}

} // namespace

Result<std::int64_t> writeRejected(Workspace &workspace, ImportId import, const std::filesystem::path &file)
{
    auto report = importReport(workspace, import);
    auto preamble = workspace.imports().preambleOf(import);
    if (!report || !preamble) {
        return !report ? std::move(report).error() : std::move(preamble).error();
    }
    const std::vector<RejectedRow> &rejected = report->front().rejected;
    if (rejected.empty()) {
        return nothingRejected();
    }
    std::vector<std::string> texts(rejected.size());
    std::ranges::transform(rejected, texts.begin(), &RejectedRow::raw);
    if (auto written = writeFile(file, fileText(*std::move(preamble), texts)); !written) {
        return std::move(written).error();
    }
    return static_cast<std::int64_t>(rejected.size());
}

Result<ImportOutcome>
retryRejected(Workspace &workspace, ImportId import, std::span<const std::string> texts, Task &task)
{
    auto report = importReport(workspace, import);
    auto preamble = workspace.imports().preambleOf(import);
    if (!report || !preamble) {
        return !report ? std::move(report).error() : std::move(preamble).error();
    }
    if (report->front().rejected.empty()) {
        return nothingRejected();
    }
    std::error_code code;
    const ScratchFolder folder(std::filesystem::temp_directory_path(code) /
                               ("winnow-" + workspace.newUuid()));
    std::filesystem::create_directories(folder.path(), code);
    const std::string name =
        std::filesystem::path(report->front().import.file).stem().string() + "-corrected.txt";
    const std::filesystem::path file = folder.path() / name;
    if (auto written = writeFile(file, fileText(*std::move(preamble), texts)); !written) {
        return std::move(written).error();
    }
    ImportRequest request;
    request.files.push_back(file);
    request.retried = import;
    return importFiles(workspace, request, task);
}

} // namespace winnow::app
