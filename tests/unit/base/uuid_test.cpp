#include "base/uuid.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace winnow {

namespace {

TEST(Uuid, isOfVersionFour)
{
    RandomUuidSource uuids;
    for (int i = 0; i < 100; ++i) {
        EXPECT_THAT(
            uuids.next(),
            testing::MatchesRegex("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
    }
}

TEST(Uuid, repeatsForTheSameSeedOnly)
{
    RandomUuidSource a(1);
    RandomUuidSource b(1);
    RandomUuidSource c(2);
    const std::string first = a.next();
    EXPECT_EQ(first, b.next());
    EXPECT_NE(first, c.next());
    std::set<std::string> seen{first};
    for (int i = 0; i < 1000; ++i) {
        EXPECT_TRUE(seen.insert(a.next()).second);
    }
}

} // namespace

} // namespace winnow
