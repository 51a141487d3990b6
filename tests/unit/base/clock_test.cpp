#include "base/clock.h"

#include <gtest/gtest.h>

namespace winnow {

namespace {

TEST(Clock, givesTimesThatCanBeReadAgain)
{
    EXPECT_EQ(millisecondsOf("1970-01-01T00:00:00.000Z"), 0);
    EXPECT_EQ(millisecondsOf("2026-11-24T08:31:14.250Z"), 1795509074250);
    EXPECT_TRUE(millisecondsOf(SystemClock().nowUtc()));
}

TEST(Clock, readsNothingElse)
{
    for (const char *const text : {"",
                                   "2026-11-24",
                                   "2026-11-24T08:31:14Z",
                                   "2026-02-30T08:31:14.250Z",
                                   "2026-11-24 08:31:14.250Z",
                                   "2026-1a-24T08:31:14.250Z"}) {
        EXPECT_FALSE(millisecondsOf(text)) << text;
    }
}

} // namespace

} // namespace winnow
