#include "support/labelled_duplicates.h"

#include "support/real_data.h"
#include "support/ris_records.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <numeric>
#include <sstream>

namespace winnow::test {

namespace {

std::vector<std::vector<RecordId>> groupsOf(const std::filesystem::path &gold,
                                            const std::vector<Record> &records)
{
    std::map<std::string, RecordId> ids;
    for (std::size_t i = 0; i < records.size(); ++i) {
        ids[records[i].key] = {static_cast<std::int64_t>(i) + 1};
    }
    std::vector<std::vector<RecordId>> groups;
    std::ifstream file(gold);
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        line.erase(line.find_last_not_of('\r') + 1);
        std::vector<RecordId> group;
        std::istringstream keys(line);
        for (std::string key; std::getline(keys, key, ';');) {
            group.push_back(ids.at(key));
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

} // namespace

std::vector<LabelledSet> labelledSets()
{
    std::vector<LabelledSet> sets;
    const std::filesystem::path folder = realData("dedupe");
    for (const std::string name : {"diabetes", "haematology", "stroke", "tafenoquine"}) {
        std::vector<Record> records = recordsIn(folder / name / "records.ris");
        if (records.empty()) {
            return {};
        }
        auto groups = groupsOf(folder / name / "gold.csv", records);
        sets.push_back({name, std::move(records), std::move(groups)});
    }
    return sets;
}

DuplicateCount &DuplicateCount::operator+=(const DuplicateCount &other)
{
    truePositives += other.truePositives;
    falsePositives += other.falsePositives;
    falseNegatives += other.falseNegatives;
    trueNegatives += other.trueNegatives;
    return *this;
}

double DuplicateCount::f1() const
{
    return 2.0 * truePositives / (2.0 * truePositives + falsePositives + falseNegatives);
}

DuplicateCount countDuplicates(const LabelledSet &set, const std::set<RecordId> &removed)
{
    DuplicateCount count;
    std::set<RecordId> grouped;
    for (const std::vector<RecordId> &group : set.groups) {
        grouped.insert(group.begin(), group.end());
        const auto size = static_cast<int>(group.size());
        const auto kept = static_cast<int>(
            std::ranges::count_if(group, [&](RecordId id) { return !removed.contains(id); }));
        count.truePositives += kept == 0 ? size - 1 : size - kept;
        count.falsePositives += kept == 0 ? 1 : 0;
        count.falseNegatives += kept == 0 ? 0 : kept - 1;
        count.trueNegatives += kept == 0 ? 0 : 1;
    }
    for (std::size_t i = 1; i <= set.records.size(); ++i) {
        const RecordId id{static_cast<std::int64_t>(i)};
        if (!grouped.contains(id)) {
            ++(removed.contains(id) ? count.falsePositives : count.trueNegatives);
        }
    }
    return count;
}

int missingJoins(const LabelledSet &set, const std::vector<std::pair<RecordId, RecordId>> &links)
{
    std::vector<std::size_t> root(set.records.size() + 1);
    std::iota(root.begin(), root.end(), std::size_t{0});
    const auto rootOf = [&](RecordId id) {
        auto at = static_cast<std::size_t>(id.value);
        while (root[at] != at) {
            at = root[at];
        }
        return at;
    };
    for (const auto &[a, b] : links) {
        root[rootOf(a)] = rootOf(b);
    }
    int missing = 0;
    for (const std::vector<RecordId> &group : set.groups) {
        std::set<std::size_t> roots;
        for (const RecordId id : group) {
            roots.insert(rootOf(id));
        }
        missing += static_cast<int>(roots.size()) - 1;
    }
    return missing;
}

} // namespace winnow::test
