#include "app/import_files.h"
#include "bench_data.h"

#include <benchmark/benchmark.h>
#include <fcntl.h>
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
    for (auto _ : state) {
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
    const char *binary = WINNOW_BINARY;
    const int silence = open("/dev/null", O_WRONLY | O_CLOEXEC);
    for (auto _ : state) {
        const test::TempFolder folder;
        const std::string review = folder.path() / "r.winnow";
        const std::string file = folder.file("large.ris", largeRis());
        const std::vector<std::vector<std::string>> commands{{binary, "init", review, "--title", "T"},
                                                             {binary, "import", review, file}};
        rusage usage{};
        for (const std::vector<std::string> &command : commands) {
            std::vector<char *> argv;
            for (const std::string &argument : command) {
                argv.push_back(const_cast<char *>(
                    argument.c_str())); // NOLINT(cppcoreguidelines-pro-type-const-cast): execv's type
            }
            argv.push_back(nullptr);
            const pid_t child = vfork();
            if (child == 0) {
                dup2(silence, STDOUT_FILENO);
                execv(binary, argv.data());
                _exit(127);
            }
            int status = 0;
            wait4(child, &status, 0, &usage);
        }
        state.counters["peak_MB"] = static_cast<double>(usage.ru_maxrss) / 1024;
    }
}

BENCHMARK(importAgainstBareSqlite)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(5);
BENCHMARK(importPeakMemory)->Unit(benchmark::kMillisecond)->Iterations(1);

} // namespace

} // namespace winnow::bench
