#include "bench_data.h"
#include "flow/cases.h"
#include "support/child_process.h"

#include <benchmark/benchmark.h>

#include <algorithm>

namespace winnow::bench {

namespace {

/// A diagram with 25 reasons of 200 characters, as one kind of file.
void writeDiagram(benchmark::State &state, const char *outputId)
{
    const auto cases = publish::test::cases();
    const publish::FlowDocument &document = publish::test::caseNamed(cases, "long_reasons").document;
    const publish::Output &output =
        **std::ranges::find(publish::allOutputs(), outputId, &publish::Output::id);
    std::size_t size = 0;
    while (state.KeepRunning()) {
        const auto bytes = output.flow(document);
        if (!bytes) {
            state.SkipWithError(bytes.error().message.c_str());
            return;
        }
        size = bytes->size();
    }
    state.counters["bytes"] = static_cast<double>(size);
}

BENCHMARK_CAPTURE(writeDiagram, svg, "svg")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(writeDiagram, pdf, "pdf")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(writeDiagram, eps, "eps")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(writeDiagram, html, "html")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(writeDiagram, docx, "docx")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(writeDiagram, png_300_dpi, "png")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(writeDiagram, tiff_300_dpi, "tiff")->Unit(benchmark::kMillisecond);

/// The command as a user types it, from its start to its end, for a review of 20,637 records.
void flowCommand(benchmark::State &state, const char *fileName)
{
    if (largeRis().empty()) {
        state.SkipWithError("real data missing (set WINNOW_DATA)");
        return;
    }
    const test::TempFolder folder;
    const std::string review = (folder.path() / "r.winnow").string();
    const std::string ris = folder.file("large.ris", largeRis()).string();
    const std::string out = (folder.path() / fileName).string();
    if (!test::runProgram({WINNOW_BINARY, "init", review, "--title=T"}).isOk() ||
        !test::runProgram({WINNOW_BINARY, "import", review, ris}).isOk()) {
        state.SkipWithError("the review could not be made");
        return;
    }
    while (state.KeepRunning()) {
        const test::ChildOutcome outcome = test::runProgram({WINNOW_BINARY, "flow", review, "-o", out});
        if (!outcome.isOk()) {
            state.SkipWithError(outcome.output.c_str());
            return;
        }
    }
}

BENCHMARK_CAPTURE(flowCommand, svg, "f.svg")->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(flowCommand, pdf, "f.pdf")->UseRealTime()->Unit(benchmark::kMillisecond);

} // namespace

} // namespace winnow::bench
