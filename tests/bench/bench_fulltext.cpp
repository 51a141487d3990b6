#include "app/attachments.h"
#include "app/find_records.h"
#include "app/full_text_index.h"
#include "bench_data.h"
#include "support/pdf_file.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <sstream>

namespace winnow::bench {

namespace {

constexpr std::int64_t kReports = 1000;
constexpr int kPages = 16;
constexpr int kLinesOfPage = 50;
constexpr int kWordsOfLine = 9;

/// The words of the abstracts of the real records, over and over.
class Words
{
public:
    explicit Words(const std::string &ris)
    {
        std::istringstream lines(ris);
        for (std::string line; std::getline(lines, line);) {
            if (line.starts_with("AB  - ")) {
                std::istringstream stream(line.substr(6));
                for (std::string word; stream >> word;) {
                    m_words.push_back(word);
                }
            }
        }
    }

    std::string line()
    {
        std::string made;
        for (int i = 0; i < kWordsOfLine; ++i) {
            made += (made.empty() ? "" : " ") + m_words[m_next++ % m_words.size()];
        }
        return made;
    }

private:
    std::vector<std::string> m_words;
    std::size_t m_next = 0;
};

std::string article(Words &words)
{
    test::PdfFile file;
    for (int page = 0; page < kPages; ++page) {
        std::string content;
        for (int line = 0; line < kLinesOfPage; ++line) {
            content += test::pdfLine(60, 780 - 14 * line, words.line(), "F2", 10);
        }
        file.pages.push_back({.content = std::move(content)});
    }
    return test::makePdf(file);
}

/// The real records, the first thousand of them with a PDF of 7,200 words each.
BenchReview *reviewWithPdfs()
{
    static const std::unique_ptr<BenchReview> kReview = []() -> std::unique_ptr<BenchReview> {
        if (largeRis().empty()) {
            return nullptr;
        }
        auto made = std::make_unique<BenchReview>();
        made->importLarge();
        Words words(largeRis());
        Task task;
        for (std::int64_t record = 1; record <= kReports; ++record) {
            const auto file = made->folder().file("article.pdf", article(words));
            if (!app::attach(made->workspace(), {{record}, file}, task)) {
                return nullptr;
            }
        }
        return made;
    }();
    return kReview.get();
}

/// All texts from the files to an index that can be searched.
void indexFullTexts(benchmark::State &state)
{
    BenchReview *review = reviewWithPdfs();
    if (review == nullptr) {
        state.SkipWithError("real data missing (set WINNOW_DATA)");
        return;
    }
    std::size_t texts = 0;
    while (state.KeepRunning()) {
        std::filesystem::remove_all(
            std::filesystem::path(review->workspace().indexFolder()).replace_extension(".fulltext-index"));
        Task task;
        const auto made = app::upToDateFullTexts(review->workspace(), task);
        if (!made || !*made) {
            state.SkipWithError("no index");
            return;
        }
        texts = (*made)->of.size();
    }
    state.counters["texts"] = static_cast<double>(texts);
}

BENCHMARK(indexFullTexts)->Unit(benchmark::kSecond)->Iterations(1);

constexpr std::array kQueries{
    "FULLTEXT(fault)",
    "FULLTEXT(handicraft)",
    "FULLTEXT(\"fault prediction\")",
    "FULLTEXT(\"of the\")",
    "FULLTEXT({software engineering})",
    "FULLTEXT(fault W/5 system)",
    "FULLTEXT(software PRE/2 test*)",
    "FULLTEXT(*tion)",
    "FULLTEXT(inter*)",
    "FULLTEXT(fault* OR error* OR defect*) AND FULLTEXT(software OR system)",
    "FULLTEXT((fault OR defect) W/3 (predict* OR \"early detection\"))",
    "TITLE-ABS-KEY(software) AND FULLTEXT(\"random sample\")",
    "TITLE-ABS-KEY(patient*) AND PUBYEAR > 2000 AND FULLTEXT(trial W/3 control*)",
    "FULLTEXT(sleep) AND NOT FULLTEXT(memory)",
    "TITLE(memory) OR FULLTEXT(\"working memory\")",
};

/// Each from its text to the records found, as a person waits for it: files looked at, indexes opened.
void findInFullTexts(benchmark::State &state)
{
    BenchReview *review = reviewWithPdfs();
    if (review == nullptr) {
        state.SkipWithError("real data missing (set WINNOW_DATA)");
        return;
    }
    Task task;
    static_cast<void>(app::searchRecords(review->workspace(), {kQueries.front()}, task));
    std::vector<double> times;
    while (state.KeepRunning()) {
        for (const char *query : kQueries) {
            const auto began = std::chrono::steady_clock::now();
            const auto found = app::searchRecords(review->workspace(), {query}, task);
            const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
            if (!found) {
                state.SkipWithError(found.error().message.c_str());
                return;
            }
            times.push_back(took.count());
            state.counters[query] = took.count();
        }
    }
    std::ranges::sort(times);
    state.counters["median_ms"] = times[times.size() / 2];
    state.counters["worst_ms"] = times.back();
}

BENCHMARK(findInFullTexts)->Unit(benchmark::kMillisecond)->Iterations(10);

} // namespace

} // namespace winnow::bench
