#include "cpu_time.h"
#include "pdf/document.h"
#include "pdf/read_text.h"
#include "support/pdf_file.h"
#include "support/temp_folder.h"

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <chrono>
#include <string>

namespace winnow::bench {

namespace {

constexpr int kPages = 20;
constexpr int kLinesOfColumn = 56;

/// An article in two columns of 10 point Times, about 900 words a page: as many as journals have.
std::string article()
{
    constexpr const char *kLine = "the e\x03"
                                  "cacy of sleep for memory was bene-"; // 8 words, one of them divided
    test::PdfFile file;
    for (int page = 0; page < kPages; ++page) {
        std::string content;
        for (int line = 0; line < kLinesOfColumn; ++line) {
            const double y = 780 - 13 * line;
            const std::string words = "\x01"
                                      "cial " +
                                      std::to_string(line) + kLine;
            content += test::pdfLine(50, y, words, "F2", 10) + test::pdfLine(310, y, words, "F2", 10);
        }
        file.pages.push_back({.content = std::move(content)});
    }
    return test::makePdf(file);
}

double childCpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// The processor time of both processes, from the start of the second to its end.
void textOfArticle(benchmark::State &state)
{
    const test::TempFolder folder;
    const auto path = folder.file("article.pdf", article());
    std::size_t bytes = 0;
    while (state.KeepRunning()) {
        const double before = childCpuSeconds();
        double seconds = cpuSeconds([&] {
            Task task;
            const auto text = pdf::readText(path, task);
            if (!text) {
                state.SkipWithError(text.error().message.c_str());
                return;
            }
            bytes = 0;
            for (const std::string &page : text->pages) {
                bytes += page.size();
            }
        });
        state.SetIterationTime(seconds + childCpuSeconds() - before);
    }
    state.counters["pages"] = kPages;
    state.counters["KB"] = static_cast<double>(bytes) / 1e3;
}

/// By the clock: what a person waits for the first page of a file of so many pages.
void firstPage(benchmark::State &state)
{
    const test::TempFolder folder;
    test::PdfFile file;
    for (std::int64_t page = 0; page < state.range(0); ++page) {
        file.pages.push_back({.content = test::pdfLine(72, 700, "page " + std::to_string(page), "F2")});
    }
    const auto path = folder.file("file.pdf", test::makePdf(file));
    while (state.KeepRunning()) {
        auto document = pdf::Document::open(path);
        if (!document || !document->picture(0, 96.0 / 72)) {
            state.SkipWithError("the first page is not shown");
            return;
        }
    }
}

BENCHMARK(textOfArticle)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(10);
BENCHMARK(firstPage)
    ->Arg(1)
    ->Arg(20)
    ->Arg(5000)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(10);

} // namespace

} // namespace winnow::bench
