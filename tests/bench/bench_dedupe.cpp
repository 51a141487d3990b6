/// How right deduplication is on the labelled sets, in bib-dedupe's own count, and what it costs as the
/// number of records grows. Printed as two tables.

#include "base/task.h"
#include "bench/many_records.h"
#include "dedupe/groups.h"
#include "support/labelled_duplicates.h"
#include "support/real_data.h"
#include "support/ris_records.h"

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <set>
#include <vector>

namespace winnow::bench {

namespace {

constexpr int kTimes = 3;

double cpuNow()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

double peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    constexpr double kKilobytesPerMegabyte = 1024;
    return static_cast<double>(usage.ru_maxrss) / kKilobytesPerMegabyte;
}

dedupe::Proposal deduplicate(const std::vector<Record> &records)
{
    std::vector<dedupe::Traits> traits;
    traits.reserve(records.size());
    for (const Record &record : records) {
        traits.push_back(dedupe::traitsOf({static_cast<std::int64_t>(traits.size()) + 1}, record, 0));
    }
    Task task;
    return dedupe::findDuplicates(std::move(traits), {}, task);
}

/// The median of a few runs, in seconds of processor time.
double cpuOf(const std::vector<Record> &records)
{
    std::array<double, kTimes> seconds{};
    for (double &second : seconds) {
        const double before = cpuNow();
        const dedupe::Proposal proposal = deduplicate(records);
        second = cpuNow() - before;
    }
    std::ranges::sort(seconds);
    return seconds.at(kTimes / 2);
}

std::set<RecordId> removedBy(const dedupe::Proposal &proposal)
{
    std::set<RecordId> removed;
    for (const dedupe::Group &group : proposal.groups) {
        removed.insert(group.members.begin(), group.members.end());
        removed.erase(group.kept);
    }
    return removed;
}

std::vector<dedupe::RecordPair> linksOf(const dedupe::Proposal &proposal)
{
    std::vector<dedupe::RecordPair> links;
    for (const dedupe::Group &group : proposal.groups) {
        for (const RecordId member : group.members) {
            links.emplace_back(group.kept, member);
        }
    }
    for (const dedupe::GreyPair &pair : proposal.grey) {
        links.emplace_back(pair.a, pair.b);
    }
    return links;
}

void showAccuracy()
{
    const std::vector<test::LabelledSet> sets = test::labelledSets();
    if (sets.empty()) {
        std::puts("The labelled sets are missing (set WINNOW_DATA): nothing is said of accuracy.");
        return;
    }
    std::puts(
        "set           records    TP  FP  FN    TN      F1   missed  sensitivity  grey per 100   CPU s");
    for (const test::LabelledSet &set : sets) {
        const dedupe::Proposal proposal = deduplicate(set.records);
        const test::DuplicateCount count = test::countDuplicates(set, removedBy(proposal));
        const int missed = test::missingJoins(set, linksOf(proposal));
        std::printf("%-12s %8zu %5d %3d %3d %5d  %.4f %8d %12.4f %13.2f %7.3f\n",
                    set.name.c_str(),
                    set.records.size(),
                    count.truePositives,
                    count.falsePositives,
                    count.falseNegatives,
                    count.trueNegatives,
                    count.f1(),
                    missed,
                    1 - static_cast<double>(missed) / (count.truePositives + count.falseNegatives),
                    100.0 * static_cast<double>(proposal.grey.size()) /
                        static_cast<double>(set.records.size()),
                    cpuOf(set.records));
    }
}

void showGrowth(std::size_t most)
{
    const std::vector<Record> real = test::recordsIn(test::realData("perf/large_mixed_20637.ris.gz"));
    if (real.empty()) {
        std::puts("The large file is missing (set WINNOW_DATA): nothing is said of growth.");
        return;
    }
    std::puts("\n  records    CPU s  microseconds per record   groups   grey   MB of work   MB of records");
    for (std::size_t count = 10'000; count <= most; count *= 10) {
        for (const std::size_t size : {count, count * 3}) {
            if (size > most) {
                break;
            }
            const double before = peakMegabytes();
            const std::vector<Record> records = manyRecords(real, size);
            const double withRecords = peakMegabytes();
            const double begin = cpuNow();
            const dedupe::Proposal proposal = deduplicate(records);
            const double seconds = cpuNow() - begin;
            std::printf("%9zu %8.2f %24.2f %8zu %6zu %12.0f %15.0f\n",
                        size,
                        seconds,
                        seconds * 1e6 / static_cast<double>(size),
                        proposal.groups.size(),
                        proposal.grey.size(),
                        peakMegabytes() - withRecords,
                        withRecords - before);
        }
    }
}

} // namespace

} // namespace winnow::bench

int main()
{
    winnow::bench::showAccuracy();
    winnow::bench::showGrowth(1'000'000);
    return 0;
}
