#include "app/example_review.h"

#include "app/decide.h"
#include "app/evidence_tables.h"
#include "app/extraction_file.h"
#include "app/forms.h"
#include "app/import_files.h"
#include "app/outside_evidence.h"
#include "app/report_text.h"
#include "app/stages.h"
#include "base/file.h"

#include <array>
#include <system_error>

namespace winnow::app {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kTitle = "Digital innovation and the growth of handicraft MSMEs";

/// What the first, wide search found; only the number is known.
constexpr std::int64_t kFirstHits = 41231;
/// Of them the records that the narrowed search did not find.
constexpr std::int64_t kOutside = 41205;

struct Ending
{
    std::string_view name;
    std::string_view ending;
};

// The files that are read by their names.
constexpr std::array kEndings{
    Ending{"decisions", ".csv"},
    Ending{"evidence", ".csv"},
    Ending{"report", ".md"},
    Ending{"scopus", ".ris"},
    Ending{"tables", ".json"},
    Ending{"values", ".csv"},
};

std::string_view contentOf(std::string_view name)
{
    for (const ShippedFile &file : exampleFiles()) {
        if (file.name == name) {
            return file.content;
        }
    }
    return {};
}

fs::path pathOf(const fs::path &folder, std::string_view name)
{
    for (const Ending &file : kEndings) {
        if (file.name == name) {
            return folder / (std::string(name) + std::string(file.ending));
        }
    }
    return folder / name;
}

Result<void> writeInput(const fs::path &folder)
{
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure) {
        return Error{ErrorCode::Unwritable,
                     "The folder " + folder.string() + " cannot be made.",
                     failure.message(),
                     {}};
    }
    for (const Ending &file : kEndings) {
        if (auto written = writeFile(pathOf(folder, file.name), contentOf(file.name)); !written) {
            return written;
        }
    }
    return {};
}

Result<void> importRecords(Workspace &workspace, const fs::path &folder, Task &task)
{
    SearchRunRequest first;
    first.source = "Scopus";
    first.query = contentOf("step1");
    first.hits = kFirstHits;
    first.date = "2024";
    auto search = noteSearchRun(workspace, first);
    if (!search) {
        return std::move(search).error();
    }
    ImportRequest records;
    records.files.push_back(pathOf(folder, "scopus"));
    records.search = *search;
    if (auto imported = importFiles(workspace, records, task); !imported) {
        return std::move(imported).error();
    }
    return noteRemoval(workspace, {kOutside, false, "outside the narrowed query (step 2)"});
}

/// One person's decisions, for everybody who opens the example to see.
Result<void> takeDecisions(Workspace &workspace, const fs::path &folder)
{
    auto stages = stageSettings(workspace);
    if (!stages) {
        return std::move(stages).error();
    }
    for (StageSettings &stage : *stages) {
        if (stage.stage == Stage::TitleAbstract || stage.stage == Stage::FullText) {
            stage.isBlind = false;
            if (auto set = setStage(workspace, stage); !set) {
                return set;
            }
        }
    }
    auto decisions = decisionsFromCsv(workspace, pathOf(folder, "decisions"));
    return decisions ? decide(workspace, *decisions) : std::move(decisions).error();
}

/// What each article speaks of, coded with a form; the references of the tables follow from it.
Result<void> takeEvidence(Workspace &workspace, const fs::path &folder)
{
    if (auto form = publishForm(workspace, "policy"); !form) {
        return std::move(form).error();
    }
    if (auto values = importValues(workspace, "policy", pathOf(folder, "values")); !values) {
        return std::move(values).error();
    }
    if (auto evidence = importEvidence(workspace, pathOf(folder, "evidence")); !evidence) {
        return std::move(evidence).error();
    }
    if (auto tables = loadTables(workspace, pathOf(folder, "tables")); !tables) {
        return std::move(tables).error();
    }
    if (auto text = loadReportText(workspace, pathOf(folder, "report")); !text) {
        return std::move(text).error();
    }
    return {};
}

Result<void> fill(Workspace &workspace, const fs::path &folder, Task &task)
{
    if (auto imported = importRecords(workspace, folder, task); !imported) {
        return imported;
    }
    if (auto decided = takeDecisions(workspace, folder); !decided) {
        return decided;
    }
    return takeEvidence(workspace, folder);
}

} // namespace

Result<void>
makeExampleReview(const fs::path &review, const fs::path &inputFolder, const Services &services, Task &task)
{
    if (auto written = writeInput(inputFolder); !written) {
        return written;
    }
    auto workspace = Workspace::create(review, kTitle, services);
    if (!workspace) {
        return std::move(workspace).error();
    }
    auto filled = fill(**workspace, inputFolder, task);
    if (!filled) {
        workspace->reset();
        std::error_code ignored;
        fs::remove(review, ignored);
    }
    return filled;
}

} // namespace winnow::app
