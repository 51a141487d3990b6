#include "model/quote_place.h"

#include <gtest/gtest.h>

#include <limits>

namespace winnow {

namespace {

const std::string kFile(64, 'a');

TEST(QuotePlace, isTheSameAgainFromItsText)
{
    const QuotePlace place{kFile, 3, {{72, 100.5, 300, 112}, {-1.5, 0, 0.1, 1e5}}};
    EXPECT_EQ(toText(place), kFile + "#page=4&box=72,100.5,300,112&box=-1.5,0,0.1,100000");
    EXPECT_EQ(quotePlace(toText(place)), place);
    EXPECT_EQ(quotePlace(kFile + "#page=1"), (QuotePlace{kFile, 0, {}}));
}

TEST(QuotePlace, keepsNumbersThatAreNoneAsZero)
{
    EXPECT_EQ(toText({kFile, 0, {{std::numeric_limits<double>::quiet_NaN(), -0.01, 1, 2}}}),
              kFile + "#page=1&box=0,0,1,2");
}

TEST(QuotePlace, keepsSoManyBoxesOnly)
{
    const QuotePlace place{kFile, 0, std::vector<QuoteBox>(500)};
    const auto kept = quotePlace(toText(place));
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->boxes.size(), 200U);
}

TEST(QuotePlace, isNotReadFromOtherTexts)
{
    for (const std::string &text : {std::string(),
                                    std::string("page 4"),
                                    kFile,
                                    kFile + "#page=0",
                                    kFile + "#page=-1",
                                    kFile + "#page=99999999999999999999",
                                    kFile + "#page=1&box=1,2,3",
                                    kFile + "#page=1&box=1,2,3,nan",
                                    kFile + "#page=1&box=1,2,3,1e300",
                                    kFile + "#page=1&box=1,2,3,4 ",
                                    kFile + "#page=1x",
                                    "A" + kFile.substr(1) + "#page=1",
                                    "../" + kFile.substr(3) + "#page=1"}) {
        EXPECT_FALSE(quotePlace(text)) << text;
    }
}

} // namespace

} // namespace winnow
