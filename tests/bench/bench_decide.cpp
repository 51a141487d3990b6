#include "app/decide.h"
#include "app/history.h"
#include "bench_data.h"

#include <benchmark/benchmark.h>

namespace winnow::bench {

namespace {

/// One decision, committed to the disk. The time shown is processor time.
void decide(benchmark::State &state)
{
    if (largeRis().empty()) {
        state.SkipWithError("real data missing (set WINNOW_DATA)");
        return;
    }
    BenchReview review;
    review.importLarge();
    std::int64_t next = 0;
    while (state.KeepRunning()) {
        const app::DecideRequest request{
            {1 + next++ % 20000}, Stage::TitleAbstract, Verdict::Include, {}, {}};
        const double seconds = cpuSeconds([&] {
            if (!app::decide(review.workspace(), std::span(&request, 1))) {
                state.SkipWithError("a decision was refused");
            }
        });
        state.SetIterationTime(seconds);
    }
}

/// One undo and its redo, in a review with many decisions.
void undoAndRedo(benchmark::State &state)
{
    if (largeRis().empty()) {
        state.SkipWithError("real data missing (set WINNOW_DATA)");
        return;
    }
    BenchReview review;
    review.importLarge();
    std::vector<app::DecideRequest> requests;
    for (std::int64_t id = 1; id <= 20000; ++id) {
        const app::DecideRequest request{{id}, Stage::TitleAbstract, Verdict::Exclude, {}, {}};
        if (!app::decide(review.workspace(), std::span(&request, 1))) {
            state.SkipWithError("a decision was refused");
            return;
        }
    }
    while (state.KeepRunning()) {
        const double seconds = cpuSeconds([&] {
            if (!app::undo(review.workspace()) || !app::redo(review.workspace())) {
                state.SkipWithError("undo was refused");
            }
        });
        state.SetIterationTime(seconds);
    }
}

BENCHMARK(decide)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(500);
BENCHMARK(undoAndRedo)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(100);

} // namespace

} // namespace winnow::bench
