#include "screening/mixing.h"

#include <gmock/gmock.h>

#include <algorithm>

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

TEST(Mixing, spreadsTheShareEvenly)
{
    for (const double share : {0.0, 0.05, 0.1, 0.3, 0.5, 1.0}) {
        std::int64_t drawn = 0;
        for (std::size_t place = 0; place < 1000; ++place) {
            drawn += isRandomPlace(place, share) ? 1 : 0;
            ASSERT_NEAR(static_cast<double>(drawn), static_cast<double>(place + 1) * share, 1) << share;
        }
    }
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
