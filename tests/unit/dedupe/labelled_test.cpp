#include "dedupe/groups.h"
#include "support/labelled_duplicates.h"
#include "support/real_data.h"

#include <gtest/gtest.h>

namespace winnow::dedupe {

namespace {

Proposal proposalFor(const std::vector<Record> &records)
{
    std::vector<Traits> traits;
    traits.reserve(records.size());
    for (const Record &record : records) {
        traits.push_back(traitsOf({static_cast<std::int64_t>(traits.size()) + 1}, record, 0));
    }
    Task task;
    return findDuplicates(std::move(traits), {}, task);
}

/// The safe tier joins no two documents on any labelled set, and finds no fewer duplicates than it once did.
TEST(LabelledSets, loseNoStudyInTheSafeTierAndNearlyNoDuplicateInBoth)
{
    WINNOW_NEEDS_REAL_DATA(test::realData("dedupe"));
    test::DuplicateCount all;
    int missed = 0;
    std::size_t grey = 0;
    std::size_t records = 0;
    for (const test::LabelledSet &set : test::labelledSets()) {
        const Proposal proposal = proposalFor(set.records);
        std::set<RecordId> removed;
        std::vector<RecordPair> links;
        for (const Group &group : proposal.groups) {
            removed.insert(group.members.begin(), group.members.end());
            removed.erase(group.kept);
            for (const RecordId member : group.members) {
                links.emplace_back(group.kept, member);
            }
        }
        for (const GreyPair &pair : proposal.grey) {
            links.emplace_back(pair.a, pair.b);
        }
        const test::DuplicateCount count = test::countDuplicates(set, removed);
        EXPECT_EQ(count.falsePositives, 0) << set.name;
        all += count;
        missed += test::missingJoins(set, links);
        grey += proposal.grey.size();
        records += set.records.size();
    }
    EXPECT_GE(all.f1(), 0.995);
    EXPECT_LE(missed, 1);
    EXPECT_LE(grey * 100, records * 3);
}

} // namespace

} // namespace winnow::dedupe
