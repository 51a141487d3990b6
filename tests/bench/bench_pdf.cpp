#include "cpu_time.h"
#include "pdf/document.h"
#include "pdf/read_text.h"
#include "support/pdf_file.h"
#include "support/temp_folder.h"

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <chrono>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

namespace winnow::bench {

namespace {

constexpr int kPages = 20;
constexpr int kScannedPages = 500;
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

void showFirstPage(benchmark::State &state, const std::filesystem::path &path)
{
    while (state.KeepRunning()) {
        auto document = pdf::Document::open(path);
        if (!document || !document->picture(0, 96.0 / 72)) {
            state.SkipWithError("the first page is not shown");
            return;
        }
    }
}

/// By the clock: what a person waits for the first page of a file of so many pages.
void firstPage(benchmark::State &state)
{
    const test::TempFolder folder;
    test::PdfFile file;
    for (std::int64_t page = 0; page < state.range(0); ++page) {
        file.pages.push_back({.content = test::pdfLine(72, 700, "page " + std::to_string(page), "F2")});
    }
    showFirstPage(state, folder.file("file.pdf", test::makePdf(file)));
}

/// A book as a scanner leaves it: 500 pages, and on each a picture of 1 MB.
std::string scannedBook()
{
    constexpr int kSide = 1'000;
    constexpr int kObjectsOfPage = 3;
    std::string picture(static_cast<std::size_t>(kSide) * kSide, '\0');
    std::mt19937 random(1);
    for (char &grey : picture) {
        grey = static_cast<char>(random() & 0xFFU);
    }
    const auto stream = [](const std::string &entries, const std::string &bytes) {
        return "<<" + entries + "/Length " + std::to_string(bytes.size()) + ">>\nstream\n" + bytes +
               "\nendstream";
    };
    std::string image = "/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8";
    for (const char *side : {"/Width ", "/Height "}) {
        image.append(side).append(std::to_string(kSide));
    }
    std::vector<std::string> objects{"<</Type/Catalog/Pages 2 0 R>>", {}};
    std::string pages;
    for (int page = 0; page < kScannedPages; ++page) {
        const auto object = [page](int which) {
            return std::to_string(kObjectsOfPage * (page + 1) + which) + " 0 R";
        };
        pages += object(0) + ' ';
        objects.push_back("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents " + object(1) +
                          "/Resources<</XObject<</P " + object(2) + ">>>>>>");
        objects.push_back(stream({}, "595 0 0 842 0 0 cm /P Do"));
        objects.push_back(stream(image, picture));
    }
    objects[1] = "<</Type/Pages/Count " + std::to_string(kScannedPages) + "/Kids[" + pages + "]>>";
    return test::pdfOfObjects(objects);
}

void firstPageOfLargeFile(benchmark::State &state)
{
    const test::TempFolder folder;
    showFirstPage(state, folder.file("book.pdf", scannedBook()));
}

BENCHMARK(textOfArticle)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(10);
BENCHMARK(firstPage)
    ->Arg(1)
    ->Arg(20)
    ->Arg(5000)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(10);
BENCHMARK(firstPageOfLargeFile)->UseRealTime()->Unit(benchmark::kMillisecond)->Iterations(10);

} // namespace

} // namespace winnow::bench
