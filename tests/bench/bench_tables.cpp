#include "tables/cases.h"

#include <benchmark/benchmark.h>

#include <algorithm>

namespace winnow::bench {

namespace {

/// A table of 500 rows and 8 columns that cites 300 references, as one kind of file.
void writeTable(benchmark::State &state, const char *outputId)
{
    const evidence::PrintedTable table = publish::test::largeTable(500, 8, 300);
    const publish::Output &output =
        **std::ranges::find(publish::allOutputs(), outputId, &publish::Output::id);
    std::size_t size = 0;
    while (state.KeepRunning()) {
        const auto bytes = output.table(table);
        if (!bytes) {
            state.SkipWithError(bytes.error().message.c_str());
            return;
        }
        size = bytes->size();
    }
    state.counters["bytes"] = static_cast<double>(size);
}

BENCHMARK_CAPTURE(writeTable, html, "html")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(writeTable, docx, "docx")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(writeTable, xlsx, "xlsx")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(writeTable, odt, "odt")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(writeTable, latex, "latex")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(writeTable, markdown, "markdown")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(writeTable, gridmarkdown, "gridmarkdown")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(writeTable, csv, "csv")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(writeTable, json, "json")->Unit(benchmark::kMillisecond);

} // namespace

} // namespace winnow::bench
