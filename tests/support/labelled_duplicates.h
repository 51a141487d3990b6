#pragma once

#include "model/ids.h"
#include "model/record.h"

#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace winnow::test {

/// Records of which people said which are the same. The id of a record is its place in `records`, from 1.
struct LabelledSet
{
    std::string name;
    std::vector<Record> records;
    std::vector<std::vector<RecordId>> groups; ///< of two or more
};

/// The sets of the real data, by name; empty where the data are missing.
[[nodiscard]] std::vector<LabelledSet> labelledSets();

/// What is right and wrong in a set of records that were taken away as duplicates.
struct DuplicateCount
{
    int truePositives = 0;
    int falsePositives = 0;
    int falseNegatives = 0;
    int trueNegatives = 0;

    DuplicateCount &operator+=(const DuplicateCount &other);

    [[nodiscard]] double f1() const;
};

/// Counted by record, as bib-dedupe counts: a record of no group is a true negative where it is kept, else a
/// false positive. Of a group of which k members are kept, k - 1 are false negatives and the others true
/// positives; where none is kept, one is a false positive.
[[nodiscard]] DuplicateCount countDuplicates(const LabelledSet &set, const std::set<RecordId> &removed);

/// Joins that are missing to make the groups of the set whole, when all `links` were joined.
[[nodiscard]] int missingJoins(const LabelledSet &set,
                               const std::vector<std::pair<RecordId, RecordId>> &links);

} // namespace winnow::test
