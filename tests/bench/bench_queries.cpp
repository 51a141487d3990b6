#include "base/task.h"
#include "cpu_time.h"
#include "formats/format.h"
#include "index/index.h"
#include "query/parse.h"
#include "support/real_data.h"
#include "support/temp_folder.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

namespace winnow::bench {

namespace {

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
    double peakMegabytes = 0; ///< with the real records, which are held meanwhile
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
    one.peakMegabytes = peakMegabytes();
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

struct Time
{
    double ms = 0;
    std::string name;
};

/// The processor time of `work` with each query, the best of `repeats`, in ascending order.
template <class Work>
std::vector<Time> timesOf(const std::vector<RealQuery> &queries, int repeats, const Work &work)
{
    std::vector<Time> times;
    for (const RealQuery &query : queries) {
        double best = 1e9;
        for (int i = 0; i < repeats; ++i) {
            best = std::min(best, 1000 * cpuSeconds([&] { work(*query.root); }));
        }
        times.push_back({best, query.name});
    }
    std::ranges::sort(times, {}, &Time::ms);
    return times;
}

/// Shows the sum as the time of the row, and what the issue asks for beside it.
void show(benchmark::State &state, const std::vector<Time> &times)
{
    double sum = 0;
    for (const Time &time : times) {
        sum += time.ms;
    }
    while (state.KeepRunning()) {
        state.SetIterationTime(sum / 1000);
    }
    state.counters["median_ms"] = times[times.size() / 2].ms;
    state.counters["p95_ms"] = times[times.size() * 95 / 100].ms;
    state.counters["max_ms"] = times.back().ms;
    state.counters["strings"] = static_cast<double>(times.size());
    std::string slowest;
    for (auto time = times.rbegin(); time != times.rend() && slowest.size() < 60; ++time) {
        slowest += (slowest.empty() ? "slowest " : ", ") + time->name + " " +
                   std::to_string(static_cast<int>(time->ms)) + " ms";
    }
    state.SetLabel(slowest);
}

/// Opens the index of so many copies of the real records for `work`, which gets it with the real strings.
template <class Work>
void withIndex(benchmark::State &state, const Work &work)
{
    if (realRecords().empty()) {
        state.SkipWithError("real data missing (set WINNOW_DATA)");
        return;
    }
    const Made &made = indexOf(state.range(0));
    const auto index = index::Index::open(made.folder.path() / "i");
    const std::vector<RealQuery> queries = realQueries();
    if (!index || queries.empty() || index->stamp().recordCount != static_cast<std::int64_t>(made.records)) {
        state.SkipWithError("no index or no queries");
        return;
    }
    state.counters["records"] = static_cast<double>(made.records);
    work(*index, queries);
}

/// Making the index, from records in memory.
void indexRecords(benchmark::State &state)
{
    withIndex(state, [&](const index::Index & /*index*/, const std::vector<RealQuery> & /*queries*/) {
        const Made &made = indexOf(state.range(0));
        while (state.KeepRunning()) {
            state.SetIterationTime(made.seconds);
        }
        state.counters["MB"] = made.megabytes();
        state.counters["peak_MB"] = made.peakMegabytes;
    });
}

/// All hits of all real strings, from tree to numbers.
void realStrings(benchmark::State &state)
{
    withIndex(state, [&](const index::Index &index, const std::vector<RealQuery> &queries) {
        show(state, timesOf(queries, 3, [&](const query::Node &root) {
                 benchmark::DoNotOptimize(index.search(root));
             }));
    });
}

/// What each line of them does to the answer.
void effectsOfRealStrings(benchmark::State &state)
{
    withIndex(state, [&](const index::Index &index, const std::vector<RealQuery> &queries) {
        show(state, timesOf(queries, 1, [&](const query::Node &root) {
                 Task task;
                 benchmark::DoNotOptimize(index.effects(root, {}, {}, task));
             }));
    });
}

/// The real records once, five times, and fifty times: 20,637, 103,185 and 1,031,850.
void sizes(benchmark::internal::Benchmark *benchmark)
{
    benchmark->ArgName("copies")->Arg(1)->Arg(5)->UseManualTime()->Iterations(1);
}

BENCHMARK(indexRecords)->Apply(sizes)->Arg(50)->Unit(benchmark::kMillisecond);
BENCHMARK(realStrings)->Apply(sizes)->Arg(50)->Unit(benchmark::kMillisecond);
BENCHMARK(effectsOfRealStrings)->Apply(sizes)->Unit(benchmark::kMillisecond);

} // namespace

} // namespace winnow::bench
