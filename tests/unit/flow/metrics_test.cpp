#include "flow/metrics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::flow {

namespace {

using testing::ElementsAre;

TEST(Metrics, measureHelveticaAsItsMakersDo)
{
    EXPECT_DOUBLE_EQ(textWidth("AVA i", 1000), 667 + 667 + 667 + 278 + 222);
    EXPECT_DOUBLE_EQ(textWidth("", 10), 0);
    EXPECT_DOUBLE_EQ(textWidth("\u2026\u2014\u0152", 1000), 3000);
    EXPECT_DOUBLE_EQ(textWidth("e\u0301", 1000), 556);
    EXPECT_DOUBLE_EQ(textWidth("\u7814", 1000), 1000);
}

TEST(Metrics, breakBetweenWordsAndNeverInsideANumber)
{
    EXPECT_THAT(wrap("one two", textWidth("one two", 10), 10), ElementsAre("one two"));
    EXPECT_THAT(wrap("one two", textWidth("one two", 10) - 1, 10), ElementsAre("one", "two"));
    EXPECT_THAT(wrap("Records (n\u00A0=\u00A05)", textWidth("Records (n", 10), 10),
                ElementsAre("Records", "(n\u00A0=\u00A05)"));
    EXPECT_THAT(wrap("", 10, 10), ElementsAre(""));
    EXPECT_THAT(wrap("wwww", textWidth("ww", 10), 10), ElementsAre("ww", "ww"));
    EXPECT_THAT(wrap("a wwww b", textWidth("ww b", 10), 10), ElementsAre("a", "www", "w b"));
    EXPECT_THAT(wrap("one\n\ttwo ", 100, 10), ElementsAre("one two"));
    EXPECT_THAT(wrap("wide", 0, 10), ElementsAre("w", "i", "d", "e"));
}

} // namespace

} // namespace winnow::flow
