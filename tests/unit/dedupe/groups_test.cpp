#include "dedupe/groups.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <set>

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
    record.sourceTitle = "Island Studies";
    return record;
}

const std::string kSalt = "Salt farming and household income in small island economies";
const std::string kTin = "Tin mining and the health of coastal communities";

Proposal proposalFor(const std::vector<Record> &records, const Settled &settled = {})
{
    std::vector<Traits> traits;
    traits.reserve(records.size());
    for (const Record &record : records) {
        traits.push_back(traitsOf({static_cast<std::int64_t>(traits.size()) + 1}, record, 0));
    }
    Task task;
    return findDuplicates(std::move(traits), settled, task);
}

std::vector<RecordId> ids(std::initializer_list<std::int64_t> values)
{
    std::vector<RecordId> list;
    for (const std::int64_t value : values) {
        list.push_back({value});
    }
    return list;
}

TEST(Duplicates, areGroupedWithTheReason)
{
    const Proposal proposal = proposalFor(
        {paper(kSalt, 2020, "Li", "10.1/a"), paper(kTin, 2020, "Li"), paper(kSalt, 2020, "Li", "10.1/a")});
    ASSERT_THAT(proposal.groups, SizeIs(1));
    EXPECT_EQ(proposal.groups[0].members, ids({1, 3}));
    EXPECT_EQ(proposal.groups[0].why, "same title, same DOI, same first author, same journal, same year");
    EXPECT_THAT(proposal.grey, IsEmpty());
}

TEST(Duplicates, ofOneDocumentFormOneGroupThroughAChain)
{
    Record bridge = paper(kSalt, 2020, "Li", "10.1/a");
    bridge.pmid = "77";
    Record far = paper(kSalt, 2021, "Li");
    far.pmid = "77";
    const Proposal proposal = proposalFor({paper(kSalt, 2020, "Li", "10.1/a"), bridge, far});
    ASSERT_THAT(proposal.groups, SizeIs(1));
    EXPECT_EQ(proposal.groups[0].members, ids({1, 2, 3}));
}

TEST(Duplicates, areKeptFromAGroupThatHoldsARecordWhichContradictsThem)
{
    // The second record says too little: it fits both others, which are two documents.
    Record first = paper(kSalt, 2020, "Li", "10.1/a");
    first.pageFirst = "1";
    Record vague = paper(kSalt, 2020, "Li");
    Record second = paper(kSalt, 2020, "Li", "10.1/b");
    second.pageFirst = "99";
    const Proposal proposal = proposalFor({first, vague, second});
    ASSERT_THAT(proposal.groups, SizeIs(1));
    EXPECT_THAT(proposal.groups[0].members, SizeIs(2));
    ASSERT_THAT(proposal.grey, SizeIs(1));
    const auto isIn = [&](RecordId id) { return std::ranges::count(proposal.groups[0].members, id) == 1; };
    EXPECT_NE(isIn({1}), isIn({3}));
}

/// However many records say the same, what contradicts one of them contradicts them all.
TEST(Duplicates, thatSayTheSameShareWhatContradictsThem)
{
    Record vague = paper(kSalt, 2020, "Li");
    Record first = paper(kSalt, 2020, "Li", "10.1/a");
    first.pageFirst = "1";
    Record second = paper(kSalt, 2020, "Li", "10.1/b");
    second.pageFirst = "99";
    std::vector<Record> records(300, vague);
    records.push_back(first);
    records.push_back(second);
    const Proposal proposal = proposalFor(records);
    ASSERT_THAT(proposal.groups, SizeIs(1));
    EXPECT_THAT(proposal.groups[0].members, SizeIs(301));
    EXPECT_THAT(proposal.grey, SizeIs(1));
}

TEST(Duplicates, thatAPersonTookApartAreNeitherGroupedNorProposed)
{
    const std::vector<Record> records(3, paper(kSalt, 2020, "Li", "10.1/a"));
    const std::vector<RecordPair> apart{{{1}, {2}}};
    const Proposal proposal = proposalFor(records, {{}, apart});
    ASSERT_THAT(proposal.groups, SizeIs(1));
    EXPECT_THAT(proposal.groups[0].members, SizeIs(2));
    EXPECT_FALSE(std::ranges::includes(proposal.groups[0].members, ids({1, 2})));
    EXPECT_THAT(proposal.grey, IsEmpty());
}

TEST(Duplicates, thatAPersonPutTogetherStayTogether)
{
    const std::vector<RecordPair> together{{{1}, {2}}};
    const Proposal proposal = proposalFor(
        {paper(kSalt, 2020, "Li"), paper(kTin, 1999, "Ma"), paper(kTin, 1999, "Ma")}, {together, {}});
    ASSERT_THAT(proposal.groups, SizeIs(1));
    EXPECT_EQ(proposal.groups[0].members, ids({1, 2, 3}));
}

TEST(Duplicates, keepTheRecordOfTheBestSourceThenTheOneThatSaysMost)
{
    Record rich = paper(kSalt, 2020, "Li", "10.1/a");
    rich.abstractText = "Much.";
    const Record poor = paper(kSalt, 2020, "Li", "10.1/a");
    EXPECT_EQ(proposalFor({poor, rich}).groups.at(0).kept, RecordId{2});
    Task task;
    const Proposal ranked = findDuplicates({traitsOf({1}, rich, 2), traitsOf({2}, poor, 0)}, {}, task);
    EXPECT_EQ(ranked.groups.at(0).kept, RecordId{2});
}

TEST(GreyPairs, comeInOrderOfProbabilityAndOncePerGroup)
{
    Record preprint = paper(kSalt, 2019, "Li", "10.1101/a");
    preprint.type = RecordType::Preprint;
    preprint.sourceTitle = "bioRxiv";
    Record article = paper(kSalt, 2020, "Li", "10.1/a");
    article.pageFirst = "7";
    Record near = paper(kTin, 2020, "Ma", "10.1/x");
    Record other = paper(kTin, 2020, "Ma", "10.1/y");
    const Proposal proposal = proposalFor({preprint, article, article, near, other});
    ASSERT_THAT(proposal.groups, SizeIs(1));
    ASSERT_THAT(proposal.grey, SizeIs(2));
    EXPECT_GE(proposal.grey[0].probability, proposal.grey[1].probability);
    for (const GreyPair &pair : proposal.grey) {
        EXPECT_LT(pair.a, pair.b);
        EXPECT_FALSE(pair.why.empty());
    }
}

TEST(Duplicates, ofNothingAreNone)
{
    EXPECT_THAT(proposalFor({}).groups, IsEmpty());
    EXPECT_THAT(proposalFor({Record(), Record(), Record()}).groups, IsEmpty());
    EXPECT_THAT(proposalFor({Record(), Record()}).grey, IsEmpty());
}

TEST(Duplicates, ofAStoppedSearchAreNotWaitedFor)
{
    Task task;
    task.stop();
    EXPECT_THAT(findDuplicates({traitsOf({1}, paper(kSalt, 2020, "Li"), 0)}, {}, task).groups, IsEmpty());
}

/// Documents with one to four records each, of which some lost or changed a part.
std::vector<Record> randomRecords(std::mt19937 &random)
{
    const std::vector<std::string> words{
        "salt", "tin", "craft", "island", "income", "health", "village", "market"};
    std::vector<Record> records;
    for (int document = 0; document < 12; ++document) {
        std::string title;
        for (int i = 0; i < 6; ++i) {
            title += words[random() % words.size()] + " ";
        }
        Record record = paper(title, static_cast<int>(2018 + random() % 3), random() % 2 == 0 ? "Li" : "Ma");
        record.doi = random() % 2 == 0 ? "10.1/" + std::to_string(random() % 8) : "";
        record.pageFirst = std::to_string(random() % 5);
        for (unsigned copies = random() % 4 + 1; copies > 0; --copies) {
            Record copy = record;
            if (random() % 3 == 0) {
                copy.doi.clear();
            }
            if (random() % 4 == 0) {
                copy.pageFirst.clear();
            }
            if (random() % 5 == 0) {
                copy.title[random() % copy.title.size()] = 'x';
            }
            records.push_back(copy);
        }
    }
    return records;
}

/// Groups as sets of places in the list that was not shuffled.
std::set<std::set<std::size_t>> groupsOf(const std::vector<Record> &records,
                                         const std::vector<std::size_t> &order)
{
    std::vector<Record> shuffled;
    shuffled.reserve(order.size());
    for (const std::size_t place : order) {
        shuffled.push_back(records[place]);
    }
    std::set<std::set<std::size_t>> groups;
    for (const Group &group : proposalFor(shuffled).groups) {
        std::set<std::size_t> places;
        for (const RecordId member : group.members) {
            places.insert(order[static_cast<std::size_t>(member.value - 1)]);
        }
        groups.insert(std::move(places));
    }
    return groups;
}

/// What a group of equal records looks like cannot depend on which of them is meant.
std::multiset<std::multiset<std::string>> saidBy(const std::vector<Record> &records,
                                                 const std::set<std::set<std::size_t>> &groups)
{
    std::multiset<std::multiset<std::string>> said;
    for (const std::set<std::size_t> &group : groups) {
        std::multiset<std::string> texts;
        for (const std::size_t place : group) {
            const Record &record = records[place];
            texts.insert(record.title + record.doi + record.pageFirst + record.authors.front().family +
                         std::to_string(*record.date.year));
        }
        said.insert(std::move(texts));
    }
    return said;
}

TEST(Duplicates, areTheSameInWhateverOrderTheRecordsCome)
{
    std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same each time
    std::size_t grouped = 0;
    for (int round = 0; round < 200; ++round) {
        const std::vector<Record> records = randomRecords(random);
        std::vector<std::size_t> order(records.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        const auto groups = groupsOf(records, order);
        grouped += groups.size();
        std::ranges::shuffle(order, random);
        EXPECT_EQ(saidBy(records, groupsOf(records, order)), saidBy(records, groups)) << "round " << round;
    }
    EXPECT_GT(grouped, 500U);
}

TEST(Duplicates, areDisjointHoldTheirKeptRecordAndKeepWhatIsSettled)
{
    std::mt19937 random(11); // NOLINT(cert-msc51-cpp): the same each time
    for (int round = 0; round < 100; ++round) {
        const std::vector<Record> records = randomRecords(random);
        const auto any = [&] { return RecordId{static_cast<std::int64_t>(random() % records.size()) + 1}; };
        std::vector<RecordPair> apart(5);
        std::ranges::generate(apart, [&] { return RecordPair(any(), any()); });
        std::erase_if(apart, [](const RecordPair &pair) { return pair.first == pair.second; });
        const Proposal proposal = proposalFor(records, {{}, apart});
        std::set<RecordId> seen;
        std::map<RecordId, const Group *> groupOf;
        for (const Group &group : proposal.groups) {
            EXPECT_GE(group.members.size(), 2U);
            EXPECT_TRUE(std::ranges::is_sorted(group.members));
            EXPECT_EQ(std::ranges::count(group.members, group.kept), 1);
            for (const RecordId member : group.members) {
                EXPECT_TRUE(seen.insert(member).second);
                groupOf[member] = &group;
            }
        }
        for (const auto &[a, b] : apart) {
            EXPECT_TRUE(groupOf[a] == nullptr || groupOf[a] != groupOf[b]);
        }
        for (const GreyPair &pair : proposal.grey) {
            EXPECT_TRUE(groupOf[pair.a] == nullptr || groupOf[pair.a] != groupOf[pair.b]);
        }
    }
}

TEST(Duplicates, areFoundAgainWhenALaterImportAddsToThem)
{
    std::mt19937 random(13); // NOLINT(cert-msc51-cpp): the same each time
    for (int round = 0; round < 50; ++round) {
        const std::vector<Record> records = randomRecords(random);
        const std::vector<Record> early(records.begin(),
                                        records.begin() + static_cast<std::ptrdiff_t>(records.size() / 2));
        std::vector<RecordPair> together;
        for (const Group &group : proposalFor(early).groups) {
            for (const RecordId member : group.members) {
                together.emplace_back(group.kept, member);
            }
        }
        const Proposal later = proposalFor(records, {together, {}});
        for (const auto &[a, b] : together) {
            const bool isTogether = std::ranges::any_of(later.groups, [a = a, b = b](const Group &group) {
                return std::ranges::count(group.members, a) + std::ranges::count(group.members, b) >= 2;
            });
            EXPECT_TRUE(isTogether);
        }
    }
}

} // namespace

} // namespace winnow::dedupe
