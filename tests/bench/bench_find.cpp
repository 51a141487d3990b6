#include "app/find_records.h"
#include "app/search_index.h"
#include "bench_data.h"

#include <benchmark/benchmark.h>

namespace winnow::bench {

namespace {

/// A query from its text to the records found, over an index that is open.
void find(benchmark::State &state, const char *query)
{
    if (largeRis().empty()) {
        state.SkipWithError("real data missing (set WINNOW_DATA)");
        return;
    }
    static BenchReview *review = [] {
        auto *made =
            new BenchReview; // NOLINT(cppcoreguidelines-owning-memory): shared by all queries until the end
        made->importLarge();
        return made;
    }();
    Task task;
    auto index = app::upToDateIndex(review->workspace(), task);
    if (!index) {
        state.SkipWithError(index.error().message.c_str());
        return;
    }
    std::size_t hits = 0;
    while (state.KeepRunning()) {
        auto found = app::findRecords(review->workspace(), *index, query);
        if (!found) {
            state.SkipWithError(found.error().message.c_str());
            return;
        }
        hits = found->size();
    }
    state.counters["hits"] = static_cast<double>(hits);
}

BENCHMARK_CAPTURE(find, phrase, "TITLE-ABS-KEY(\"fault prediction\")")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(find, worst_phrase, "TITLE-ABS-KEY(\"of the\")")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(find, word, "TITLE-ABS-KEY(fault)")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(find, wildcard, "TITLE-ABS-KEY(*tion)")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(find,
                  groups,
                  "TITLE-ABS-KEY(fault* OR error*) AND TITLE-ABS-KEY(software OR system) AND PUBYEAR > 2000")
    ->Unit(benchmark::kMillisecond);

} // namespace

} // namespace winnow::bench
