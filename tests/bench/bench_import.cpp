#include "app/import_files.h"
#include "bench_data.h"

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <spawn.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace winnow::bench {

namespace {

/// The floor: the raw text of each record into one table, in one transaction, with the settings of a review
/// file.
void insertBare(const std::filesystem::path &path, const std::vector<std::string> &records)
{
    sqlite3 *database = nullptr;
    sqlite3_open(path.c_str(), &database);
    sqlite3_exec(database,
                 "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE record(id INTEGER PRIMARY "
                 "KEY, raw TEXT); BEGIN",
                 nullptr,
                 nullptr,
                 nullptr);
    sqlite3_stmt *insert = nullptr;
    sqlite3_prepare_v2(database, "INSERT INTO record(raw) VALUES (?1)", -1, &insert, nullptr);
    for (const std::string &record : records) {
        sqlite3_bind_text64(insert, 1, record.data(), record.size(), SQLITE_STATIC, SQLITE_UTF8);
        sqlite3_step(insert);
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr);
    sqlite3_close(database);
}

/// Both in turn, so that the ratio holds whatever else the machine does. The time shown is the import's
/// processor time.
void importAgainstBareSqlite(benchmark::State &state)
{
    if (largeRis().empty()) {
        state.SkipWithError("real data missing (set WINNOW_DATA)");
        return;
    }
    const std::vector<std::string> records = rawRecords(largeRis());
    double bareSum = 0;
    double importSum = 0;
    while (state.KeepRunning()) {
        BenchReview review;
        const auto file = review.folder().file("large.ris", largeRis());
        bareSum += cpuSeconds([&] { insertBare(review.folder().path() / "bare.db", records); });
        const double seconds = cpuSeconds([&] {
            app::ImportRequest request;
            request.files.push_back(file);
            Task task;
            auto imported = app::importFiles(review.workspace(), request, task);
            if (!imported) {
                state.SkipWithError(imported.error().message.c_str());
            } else if (imported->files.front().inFile != static_cast<std::int64_t>(records.size())) {
                state.SkipWithError("the import lost records");
            }
        });
        importSum += seconds;
        state.SetIterationTime(seconds);
    }
    state.counters["bare_ms"] = 1000 * bareSum / static_cast<double>(state.iterations());
    state.counters["import_over_bare"] = importSum / bareSum;
}

/// Peak memory of a process that does nothing but import; told by the system when it has ended.
void importPeakMemory(benchmark::State &state)
{
    if (largeRis().empty()) {
        state.SkipWithError("real data missing (set WINNOW_DATA)");
        return;
    }
    std::string binary = WINNOW_BINARY;
    posix_spawn_file_actions_t silence{};
    posix_spawn_file_actions_init(&silence);
    posix_spawn_file_actions_addopen(&silence, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    while (state.KeepRunning()) {
        const test::TempFolder folder;
        std::string review = folder.path() / "r.winnow";
        std::string file = folder.file("large.ris", largeRis());
        std::string init = "init";
        std::string title = "--title=T";
        std::string import = "import";
        rusage usage{};
        for (const auto &command :
             {std::array{&binary, &init, &review, &title}, std::array{&binary, &import, &review, &file}}) {
            std::array<char *, 5> argv{
                command[0]->data(), command[1]->data(), command[2]->data(), command[3]->data(), nullptr};
            pid_t child = 0;
            int status = 0;
            if (posix_spawn(&child, binary.c_str(), &silence, nullptr, argv.data(), environ) != 0 ||
                wait4(child, &status, 0, &usage) != child || status != 0) {
                state.SkipWithError("the program failed");
                break;
            }
        }
        state.counters["peak_MB"] = static_cast<double>(usage.ru_maxrss) / 1024;
    }
    posix_spawn_file_actions_destroy(&silence);
}

BENCHMARK(importAgainstBareSqlite)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(5);
BENCHMARK(importPeakMemory)->Unit(benchmark::kMillisecond)->Iterations(1);

} // namespace

} // namespace winnow::bench
