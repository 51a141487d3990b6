#include "base/file.h"
#include "query/checks/check.h"
#include "query/parse.h"
#include "query/printer.h"
#include "support/real_data.h"

#include <benchmark/benchmark.h>

namespace winnow::bench {

namespace {

/// 12,000 phrases, 300 kB.
std::string longQuery()
{
    std::string query = "TITLE-ABS-KEY(x1";
    for (int i = 0; i < 12000; ++i) {
        query += " OR \"" + std::to_string(i) + " digital trends\"";
    }
    return query + ")";
}

/// The longest of the real queries, 47 kB; empty where it is missing.
std::string realQuery()
{
    auto read = readFile(test::realData("queries/035.txt"));
    return read ? *std::move(read) : std::string();
}

std::string nested(std::size_t depth)
{
    return std::string(depth, '(') + "a1" + std::string(depth, ')');
}

void parseQuery(benchmark::State &state, const std::string &text, bool isRead)
{
    if (text.empty()) {
        state.SkipWithError("real data missing (set WINNOW_DATA)");
        return;
    }
    while (state.KeepRunning()) {
        const query::Parsed parsed = query::parse(text);
        if (parsed.isOk() != isRead) {
            state.SkipWithError(isRead ? "the query was refused" : "the query was not refused");
        }
    }
    state.counters["bytes"] = static_cast<double>(text.size());
}

void checkQuery(benchmark::State &state, const std::string &text)
{
    if (text.empty()) {
        state.SkipWithError("real data missing (set WINNOW_DATA)");
        return;
    }
    while (state.KeepRunning()) {
        benchmark::DoNotOptimize(query::check(text).size());
    }
}

BENCHMARK_CAPTURE(parseQuery, real, realQuery(), true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(parseQuery, of_300_kB, longQuery(), true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(parseQuery, a_million_open, std::string(1000000, '('), false)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(parseQuery, a_million_closed, std::string(1000000, ')'), false)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(parseQuery, a_million_nested, nested(1000000), false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(checkQuery, real, realQuery())->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(checkQuery, of_300_kB, longQuery())->Unit(benchmark::kMillisecond);

} // namespace

} // namespace winnow::bench
