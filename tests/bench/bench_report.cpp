#include "app/decide.h"
#include "app/evidence_tables.h"
#include "app/extraction.h"
#include "app/forms.h"
#include "app/report.h"
#include "bench_data.h"
#include "publish/output.h"

#include <benchmark/benchmark.h>

#include <array>
#include <chrono>
#include <string>
#include <vector>

namespace winnow::bench {

namespace {

constexpr std::int64_t kIncluded = 300;
constexpr std::int64_t kExcluded = 200;
constexpr std::array<const char *, 6> kCategories{
    "woodcraft", "weaving-textiles", "bamboo", "pottery", "shell-coral", "stone-metal"};
constexpr std::array<const char *, 4> kCountries{"Indonesia", "India", "Kenya", "Peru"};

extraction::Values valuesOf(std::int64_t record, const extraction::Form &form)
{
    const auto at = [record](const auto &list) {
        return std::string(list.at(static_cast<std::size_t>(record) % list.size()));
    };
    const std::vector<std::pair<std::string, std::string>> said{
        {"country", at(kCountries)},
        {"category", at(kCategories)},
        {"sample-size", std::to_string(record)},
        {"key-finding",
         "A finding of some length that a study of craftspeople could have, number " +
             std::to_string(record)}};
    extraction::Values values;
    for (const auto &[path, text] : said) {
        values.emplace(path, extraction::parseValue(*extraction::fieldAt(form, path), text).value());
        values.at(path).quotes = {{"Word for word as the report has it.", "4"}};
    }
    return values;
}

/// A review of the large file with 300 included studies, 200 excluded at full text, values and three tables.
bool fill(app::Workspace &workspace)
{
    std::vector<app::DecideRequest> requests;
    for (std::int64_t record = 1; record <= kIncluded + kExcluded; ++record) {
        const bool isIncluded = record <= kIncluded;
        requests.push_back({{record}, Stage::TitleAbstract, Verdict::Include, {}, {}});
        requests.push_back({{record},
                            Stage::FullText,
                            isIncluded ? Verdict::Include : Verdict::Exclude,
                            isIncluded ? "" : "wrong population",
                            {}});
    }
    if (!app::decide(workspace, requests) || !app::publishForm(workspace, "policy")) {
        return false;
    }
    const extraction::Form form = app::formOf(workspace, "policy").value();
    std::vector<app::ExtractionEntry> entries;
    for (std::int64_t record = 1; record <= kIncluded; ++record) {
        entries.push_back({{{record}}, {}, false, valuesOf(record, form)});
    }
    return app::extractAll(workspace, "policy", entries) &&
           app::addTable(workspace, {"thematic", "", "", {"policy/category", "policy/country"}}) &&
           app::addTable(
               workspace,
               {"characteristics",
                "",
                "",
                {"policy/country", "policy/category", "policy/sample-size", "policy/key-finding"}}) &&
           app::addTable(workspace, {"gap-map", "", "", {"policy/category", "policy/mechanism"}});
}

/// The whole report as a file of that kind, with pandoc for its references; on the wall's clock.
void writeReport(benchmark::State &state, const char *name)
{
    if (largeRis().empty()) {
        state.SkipWithError("real data missing (set WINNOW_DATA)");
        return;
    }
    BenchReview review;
    review.importLarge();
    if (!fill(review.workspace())) {
        state.SkipWithError("the review could not be made");
        return;
    }
    const auto file = review.folder().path() / name;
    while (state.KeepRunning()) {
        const auto begin = std::chrono::steady_clock::now();
        if (!app::publishReport(review.workspace(), file, {})) {
            state.SkipWithError("the report could not be written");
        }
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
        state.SetIterationTime(seconds.count());
    }
    state.counters["kB"] = static_cast<double>(std::filesystem::file_size(file)) / 1e3;
}

BENCHMARK_CAPTURE(writeReport, html, "report.html")
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(3);
BENCHMARK_CAPTURE(writeReport, docx, "report.docx")
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(3);
BENCHMARK_CAPTURE(writeReport, pdf, "report.pdf")
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(3);

} // namespace

} // namespace winnow::bench
