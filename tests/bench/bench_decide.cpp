#include "app/decide.h"
#include "app/history.h"
#include "app/labels.h"
#include "app/live_work_list.h"
#include "app/show_record.h"
#include "bench_data.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

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

/// From a decision to the next record ready to be shown, as a window does it, in the order of a ranking of
/// 103,185 records that learns from each decision meanwhile. The reviewer is taken to read for as long as the
/// ranking learns. The time shown is that of the clock on the wall: the mean, and beside it the median, the
/// longest, and the median time of the ranking to have learned.
void decideAndGoOn(benchmark::State &state)
{
    if (largeRis().empty()) {
        state.SkipWithError("real data missing (set WINNOW_DATA)");
        return;
    }
    BenchReview review;
    review.importLarge(5);
    app::Workspace &workspace = review.workspace();
    const std::array seeds{app::DecideRequest{{1}, Stage::TitleAbstract, Verdict::Include, {}, {}},
                           app::DecideRequest{{2}, Stage::TitleAbstract, Verdict::Exclude, {}, {}}};
    Task task;
    auto list =
        app::decide(workspace, seeds)
            ? app::LiveWorkList::open(workspace, {Stage::TitleAbstract, app::WorkOrder::Rank, {}, {}}, task)
            : Error{};
    if (!list) {
        state.SkipWithError("there is no work list");
        return;
    }
    std::vector<double> steps;
    std::vector<double> learned;
    while (state.KeepRunning()) {
        const auto begin = std::chrono::steady_clock::now();
        const RecordId record = *list->next();
        // One in twenty is relevant, whatever its words.
        const Verdict verdict = record.value % 20 == 0 ? Verdict::Include : Verdict::Exclude;
        const app::DecideRequest request{record, Stage::TitleAbstract, verdict, {}, {}};
        const auto decided = app::decide(workspace, std::span(&request, 1));
        list->take(record, verdict);
        const RecordId following = *list->next();
        const auto shown = app::showRecord(workspace, following);
        const auto marks = app::marksOf(workspace, following);
        if (!decided || !shown || !marks) {
            state.SkipWithError("a decision was refused");
        }
        const auto end = std::chrono::steady_clock::now();
        list->wait();
        const std::chrono::duration<double> seconds = end - begin;
        const std::chrono::duration<double> toLearn = std::chrono::steady_clock::now() - begin;
        steps.push_back(seconds.count() * 1e3);
        learned.push_back(toLearn.count() * 1e3);
        state.SetIterationTime(seconds.count());
    }
    std::ranges::sort(steps);
    std::ranges::sort(learned);
    state.counters["median_ms"] = steps[steps.size() / 2];
    state.counters["worst_ms"] = steps.back();
    state.counters["learned_ms"] = learned[learned.size() / 2];
}

/// What one reviewer said of 20,000 records as a bundle, and the merge of it into a review that has it
/// already.
void bundle(benchmark::State &state)
{
    if (largeRis().empty()) {
        state.SkipWithError("real data missing (set WINNOW_DATA)");
        return;
    }
    BenchReview review;
    review.importLarge();
    std::vector<app::DecideRequest> requests;
    for (std::int64_t id = 1; id <= 20000; ++id) {
        requests.push_back({{id}, Stage::TitleAbstract, Verdict::Exclude, {}, {}});
    }
    if (!app::decide(review.workspace(), requests)) {
        state.SkipWithError("a decision was refused");
        return;
    }
    while (state.KeepRunning()) {
        const double seconds = cpuSeconds([&] {
            const auto written = review.workspace().bundles().write("bench");
            if (!written || !review.workspace().bundles().merge(*written)) {
                state.SkipWithError("a bundle was refused");
            }
        });
        state.SetIterationTime(seconds);
    }
}

BENCHMARK(decideAndGoOn)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(500);
BENCHMARK(bundle)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(3);
BENCHMARK(decide)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(500);
BENCHMARK(undoAndRedo)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(100);

} // namespace

} // namespace winnow::bench
