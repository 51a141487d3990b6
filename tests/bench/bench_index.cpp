#include "bench_data.h"
#include "index/index.h"

#include <benchmark/benchmark.h>
#include <xapian.h>

namespace winnow::bench {

namespace {

std::vector<std::pair<RecordId, Record>> allRecords(BenchReview &review)
{
    std::vector<std::pair<RecordId, Record>> records;
    auto visited = review.workspace().records().forEach({}, [&](RecordId id, const Record &record) {
        records.emplace_back(id, record);
        return true;
    });
    return visited ? records : std::vector<std::pair<RecordId, Record>>();
}

/// The measure: Xapian's own generator over the same texts, with stems and positions, and nothing else
/// indexed.
void buildBare(const std::filesystem::path &folder, const std::vector<std::pair<RecordId, Record>> &records)
{
    Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("en"));
    for (const auto &[id, record] : records) {
        Xapian::Document document;
        generator.set_document(document);
        generator.index_text(record.title, 1, "S");
        generator.increase_termpos();
        generator.index_text(record.abstractText, 1, "XA");
        database.add_document(document);
    }
    database.commit();
}

void buildIndex(const std::filesystem::path &folder, const std::vector<std::pair<RecordId, Record>> &records)
{
    auto writer = index::IndexWriter::create(folder);
    if (!writer) {
        return;
    }
    for (const auto &[id, record] : records) {
        if (!writer->add(id, record)) {
            return;
        }
    }
    const auto count = static_cast<std::int64_t>(records.size());
    static_cast<void>(writer->commit({"bench", records.back().first.value, count}));
}

/// Both in turn; the time shown is the processor time of Winnow's index.
void indexAgainstTermGenerator(benchmark::State &state)
{
    if (largeRis().empty()) {
        state.SkipWithError("real data missing (set WINNOW_DATA)");
        return;
    }
    BenchReview review;
    review.importLarge();
    const auto records = allRecords(review);
    double bareSum = 0;
    double indexSum = 0;
    while (state.KeepRunning()) {
        const test::TempFolder folder;
        bareSum += cpuSeconds([&] { buildBare(folder.path() / "bare", records); });
        const double seconds = cpuSeconds([&] { buildIndex(folder.path() / "index", records); });
        indexSum += seconds;
        state.SetIterationTime(seconds);
        auto made = index::Index::open(folder.path() / "index");
        if (!made || made->stamp().recordCount != static_cast<std::int64_t>(records.size())) {
            state.SkipWithError("the index was not made");
        }
    }
    state.counters["generator_ms"] = 1000 * bareSum / static_cast<double>(state.iterations());
    state.counters["index_over_generator"] = indexSum / bareSum;
}

BENCHMARK(indexAgainstTermGenerator)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(3);

} // namespace

} // namespace winnow::bench
