#include "dedupe/groups.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace winnow::dedupe {

namespace {

using testing::IsEmpty;
using testing::SizeIs;

Record paper(const std::string &title, int year, const std::string &author, const std::string &doi = {})
{
    Record record;
    record.title = title;
    record.date.year = year;
    record.authors = {{author, "A."}};
    record.doi = doi;
    return record;
}

std::vector<Group> groupsOf(const std::vector<Record> &records,
                            const std::vector<std::pair<RecordId, RecordId>> &apart = {})
{
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < records.size(); ++i) {
        candidates.push_back(candidateOf({static_cast<std::int64_t>(i) + 1}, records[i], 0));
    }
    return findGroups(candidates, {}, apart);
}

TEST(Groups, joinRecordsByTheirIdentifiers)
{
    const auto groups =
        groupsOf({paper("One", 2020, "Li", "10.1/a"), paper("Another", 2021, "Ma", "10.1/a")});
    ASSERT_THAT(groups, SizeIs(1));
    EXPECT_EQ(groups[0].rule, "same DOI");
}

TEST(Groups, joinRecordsByTitleYearAndFirstAuthorHoweverTheyAreSpelled)
{
    const auto groups = groupsOf({paper("Na\u00EFve Craft: a study", 2020, "M\u00FCller"),
                                  paper("NAIVE CRAFT - A STUDY.", 2020, "Muller")});
    ASSERT_THAT(groups, SizeIs(1));
    EXPECT_EQ(groups[0].rule, "same title, year and first author");
}

TEST(Groups, keepApartWhatDiffersInYearOrAuthorOrLacksThem)
{
    EXPECT_THAT(groupsOf({paper("Annual report", 2020, "Li"), paper("Annual report", 2021, "Li")}),
                IsEmpty());
    EXPECT_THAT(groupsOf({paper("Editorial", 2020, "Li"), paper("Editorial", 2020, "Ma")}), IsEmpty());
    Record bare;
    bare.title = "Untitled";
    EXPECT_THAT(groupsOf({bare, bare}), IsEmpty());
    EXPECT_THAT(groupsOf({Record(), Record()}), IsEmpty());
}

TEST(Groups, joinChains)
{
    const auto groups = groupsOf({paper("A", 2020, "Li", "10.1/a"),
                                  paper("B", 2020, "Ma", "10.1/a"),
                                  paper("B", 2020, "Ma"),
                                  paper("C", 2020, "Ng")});
    ASSERT_THAT(groups, SizeIs(1));
    EXPECT_EQ(groups[0].members, (std::vector<RecordId>{{1}, {2}, {3}}));
}

TEST(Groups, neverJoinWhatAPersonTookApart)
{
    const std::vector<Record> records{
        paper("A", 2020, "Li", "10.1/a"), paper("A", 2020, "Li", "10.1/a"), paper("A", 2020, "Li", "10.1/a")};
    const auto groups = groupsOf(records, {{{1}, {2}}});
    ASSERT_THAT(groups, SizeIs(1));
    const auto has = [&](std::int64_t id) {
        return std::ranges::count(groups[0].members, RecordId{id}) == 1;
    };
    EXPECT_FALSE(has(1) && has(2));
    EXPECT_TRUE(has(3));
}

TEST(Groups, keepTheBestSourceThenTheOneWithAnAbstract)
{
    Record withAbstract = paper("A", 2020, "Li", "10.1/a");
    withAbstract.abstractText = "Words.";
    const std::vector<Candidate> candidates{candidateOf({1}, paper("A", 2020, "Li", "10.1/a"), 2),
                                            candidateOf({2}, paper("A", 2020, "Li", "10.1/a"), 0),
                                            candidateOf({3}, withAbstract, 0)};
    const auto groups = findGroups(candidates, {}, {});
    ASSERT_THAT(groups, SizeIs(1));
    EXPECT_EQ(groups[0].kept, RecordId{3});
}

/// Property: shuffled input gives the same groups.
TEST(Groups, doNotDependOnTheOrderOfTheRecords)
{
    std::mt19937 random(7);
    std::vector<Candidate> candidates;
    for (std::int64_t id = 1; id <= 300; ++id) {
        const std::string number = std::to_string(random() % 250);
        candidates.push_back(
            candidateOf({id},
                        paper("Title " + number,
                              2020,
                              "Li",
                              random() % 2 == 0 ? "10.1/" + std::to_string(random() % 400) : ""),
                        static_cast<int>(random() % 3)));
    }
    const auto membersOf = [](const std::vector<Group> &groups) {
        std::vector<std::pair<RecordId, std::vector<RecordId>>> list;
        list.reserve(groups.size());
        for (const Group &group : groups) {
            list.emplace_back(group.kept, group.members);
        }
        return list;
    };
    const auto expected = membersOf(findGroups(candidates, {}, {}));
    EXPECT_GT(expected.size(), 20U);
    for (int i = 0; i < 5; ++i) {
        std::shuffle(candidates.begin(), candidates.end(), random);
        EXPECT_EQ(membersOf(findGroups(candidates, {}, {})), expected);
    }
}

} // namespace

} // namespace winnow::dedupe
