#include "screening/pace.h"

#include <gtest/gtest.h>

#include <vector>

namespace winnow::screening {

namespace {

constexpr std::int64_t kSecond = 1000;

TEST(Pace, leavesPausesOut)
{
    const std::vector<std::int64_t> times{0, 10 * kSecond, 30 * kSecond, 4000 * kSecond, 4030 * kSecond};
    const Pace pace = paceOf(times);
    EXPECT_EQ(pace.decisions, 5);
    EXPECT_EQ(pace.workedMs, 60 * kSecond);
    EXPECT_EQ(pace.medianMs, 20 * kSecond);
    EXPECT_DOUBLE_EQ(pace.recordsPerHour.value_or(0), 180);
}

TEST(Pace, isUnknownBeforeTheSecondDecision)
{
    EXPECT_FALSE(paceOf({}).recordsPerHour);
    EXPECT_FALSE(paceOf(std::vector<std::int64_t>{7}).recordsPerHour);
    EXPECT_FALSE(paceOf(std::vector<std::int64_t>{7, 7}).recordsPerHour);
}

TEST(Pace, takesNoHarmFromAClockThatWentBackwards)
{
    EXPECT_EQ(paceOf(std::vector<std::int64_t>{30 * kSecond, 0, 10 * kSecond}).workedMs, 30 * kSecond);
}

} // namespace

} // namespace winnow::screening
