#include "base/task.h"
#include "formats/format.h"
#include "index/index.h"
#include "query/parse.h"
#include "support/real_data.h"
#include "support/temp_folder.h"

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

namespace winnow::bench {

namespace {

double cpuNow()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

class Collector final : public formats::RecordSink
{
public:
    bool record(formats::ReadRecord &&read) override
    {
        records.push_back(std::move(read.record));
        return true;
    }

    bool rejected(formats::RejectedRecord && /*record*/) override { return true; }

    void diagnostic(Diagnostic && /*diagnostic*/) override {}

    std::vector<Record> records;
};

const std::vector<Record> &realRecords()
{
    static const std::vector<Record> kRecords = [] {
        Collector all;
        auto input = formats::TextInput::open(test::realData("perf/large_mixed_20637.ris.gz"));
        const bool isRead = input && formats::findFormat("ris")->read(*input, {}, all);
        return isRead ? std::move(all.records) : std::vector<Record>();
    }();
    return kRecords;
}

/// A text with some of its words in each other's place, so that copies of a record differ.
std::string swapped(const std::string &text, std::mt19937 &random)
{
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) {
        words.push_back(word);
    }
    for (int i = 0; i < 6 && words.size() > 1; ++i) {
        std::swap(words[random() % words.size()], words[random() % words.size()]);
    }
    std::string result;
    for (const std::string &word : words) {
        result += (result.empty() ? "" : " ") + word;
    }
    return result;
}

/// An index of the real records and of copies of them, with what making it took.
struct Made
{
    test::TempFolder folder;
    double seconds = 0;
    std::size_t records = 0;

    [[nodiscard]] double megabytes() const
    {
        double bytes = 0;
        for (const auto &entry : std::filesystem::directory_iterator(folder.path() / "i")) {
            bytes += static_cast<double>(entry.file_size());
        }
        return bytes / 1e6;
    }
};

const Made &indexOf(std::int64_t copies)
{
    static std::map<std::int64_t, Made> made;
    const auto [entry, isNew] = made.try_emplace(copies);
    Made &one = entry->second;
    if (!isNew) {
        return one;
    }
    std::mt19937 random(1);
    auto writer = index::IndexWriter::create(one.folder.path() / "i");
    std::int64_t id = 0;
    for (std::int64_t copy = 0; writer && copy < copies; ++copy) {
        for (const Record &record : realRecords()) {
            Record changed = record;
            changed.abstractText = copy == 0 ? record.abstractText : swapped(record.abstractText, random);
            const double before = cpuNow();
            static_cast<void>(writer->add({++id}, changed));
            one.seconds += cpuNow() - before;
        }
    }
    const double before = cpuNow();
    static_cast<void>(writer->commit({"bench", id, id}));
    one.seconds += cpuNow() - before;
    one.records = static_cast<std::size_t>(id);
    return one;
}

struct RealQuery
{
    std::string name;
    query::NodePtr root;
};

/// The real strings that can be run, each with the name of its file.
std::vector<RealQuery> realQueries()
{
    std::vector<RealQuery> queries;
    for (const auto &entry : std::filesystem::directory_iterator(test::realData("queries"))) {
        if (entry.path().extension() == ".txt") {
            std::ifstream file(entry.path());
            const std::string text{std::istreambuf_iterator<char>(file), {}};
            if (query::Parsed parsed = query::parse(text); parsed.isOk()) {
                queries.push_back({entry.path().stem().string(), std::move(parsed.root)});
            }
        }
    }
    std::ranges::sort(queries, {}, &RealQuery::name);
    return queries;
}

/// All real strings over the index, from tree to hits, the best of three; shown in milliseconds of processor
/// time: the time of the row is that of all of them.
void realStrings(benchmark::State &state)
{
    if (realRecords().empty()) {
        state.SkipWithError("real data missing (set WINNOW_DATA)");
        return;
    }
    const Made &made = indexOf(state.range(0));
    const auto index = index::Index::open(made.folder.path() / "i");
    const std::vector<RealQuery> queries = realQueries();
    if (!index || queries.empty()) {
        state.SkipWithError("no index or no queries");
        return;
    }
    std::vector<std::pair<double, std::string>> times;
    for (const RealQuery &query : queries) {
        double best = 1e9;
        for (int i = 0; i < 3; ++i) {
            const double before = cpuNow();
            benchmark::DoNotOptimize(index->search(*query.root));
            best = std::min(best, 1000 * (cpuNow() - before));
        }
        times.emplace_back(best, query.name);
    }
    std::ranges::sort(times);
    double slowestEffects = 0;
    for (const RealQuery &query : queries) {
        const double before = cpuNow();
        Task task;
        benchmark::DoNotOptimize(index->effects(*query.root, {}, {}, task));
        slowestEffects = std::max(slowestEffects, 1000 * (cpuNow() - before));
    }
    state.counters["effects_max_ms"] = slowestEffects;
    while (state.KeepRunning()) {
        double sum = 0;
        for (const auto &[time, name] : times) {
            sum += time;
        }
        state.SetIterationTime(sum / 1000);
    }
    state.counters["median_ms"] = times[times.size() / 2].first;
    state.counters["p95_ms"] = times[times.size() * 95 / 100].first;
    state.counters["max_ms"] = times.back().first;
    state.counters["strings"] = static_cast<double>(times.size());
    state.counters["records"] = static_cast<double>(made.records);
    state.counters["index_s"] = made.seconds;
    state.counters["index_MB"] = made.megabytes();
    std::string slowest;
    for (auto time = times.rbegin(); time != times.rend() && slowest.size() < 60; ++time) {
        slowest += (slowest.empty() ? "slowest " : ", ") + time->second + " " +
                   std::to_string(static_cast<int>(time->first)) + " ms";
    }
    state.SetLabel(slowest);
}

BENCHMARK(realStrings)->Arg(1)->Arg(5)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(realStrings)
    ->Name("million")
    ->Arg(50)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);

} // namespace

} // namespace winnow::bench
