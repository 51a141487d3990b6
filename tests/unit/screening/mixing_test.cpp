#include "screening/mixing.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <numeric>

namespace winnow::screening {

namespace {

std::vector<RecordId> records(int count)
{
    std::vector<RecordId> ids;
    for (int id = 1; id <= count; ++id) {
        ids.push_back({id});
    }
    return ids;
}

TEST(Mixing, bringsEachRecordOnce)
{
    for (const double share : {0.0, 0.05, 0.5, 1.0}) {
        std::vector<RecordId> order = mixed(records(500), share, 3);
        std::ranges::sort(order);
        EXPECT_EQ(order, records(500)) << share;
    }
}

TEST(Mixing, leavesTheRankingAsItIsWithoutAShare)
{
    EXPECT_EQ(mixed(records(50), 0, 3), records(50));
}

TEST(Mixing, isTheRandomOrderWhereAllIsRandom)
{
    EXPECT_EQ(mixed(records(50), 1, 3), inRandomOrder(records(50), 3));
}

TEST(Mixing, spreadsTheShareEvenly)
{
    const std::vector<RecordId> order = mixed(records(10000), 0.1, 3);
    std::int64_t beyond = 0;
    for (int i = 0; i < 1000; ++i) {
        beyond += static_cast<std::int64_t>(order[static_cast<std::size_t>(i)].value > 1000);
    }
    EXPECT_NEAR(
        static_cast<double>(beyond), 90, 25); // of 100 drawn, nine in ten come from behind the first 1000
}

TEST(Mixing, drawsNoOtherOrderWhenRecordsCome)
{
    const std::vector<RecordId> before = inRandomOrder(records(100), 9);
    std::vector<RecordId> after = inRandomOrder(records(200), 9);
    std::erase_if(after, [](RecordId record) { return record.value > 100; });
    EXPECT_EQ(after, before);
    EXPECT_NE(inRandomOrder(records(100), 10), before);
}

} // namespace

} // namespace winnow::screening
