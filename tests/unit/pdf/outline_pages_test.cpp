#include "pdf/outline_pages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::pdf {

namespace {

using testing::ElementsAre;
using testing::Optional;

const Outline kOutline{{"Introduction", 0},
                       {"Methods", 0},
                       {"Sample size", 1},
                       {"Results", 0},
                       {"Discussion", 0},
                       {"References", 0}};

TEST(OutlinePages, areThoseWithTheWordsOfTheHeading)
{
    const std::vector<std::string> pages{"A title 1 INTRODUCTION Sleep is",
                                         "so much for that 2 Methods We asked 2.1 Sample size Ten",
                                         "3 Results They slept.",
                                         "4 Discussion And so on. References [1] A."};
    EXPECT_THAT(
        outlinePages(kOutline, pages),
        ElementsAre(Optional(0U), Optional(1U), Optional(1U), Optional(2U), Optional(3U), Optional(3U)));
}

TEST(OutlinePages, areNotThatOfTheListOfContents)
{
    const std::vector<std::string> pages{
        "Contents Introduction 2 Methods 3 Sample size 3 Results 4 Discussion 5 References 6",
        "Introduction Sleep is",
        "Methods We asked Sample size Ten",
        "Results They slept.",
        "Discussion And so on.",
        "References [1] A."};
    EXPECT_THAT(
        outlinePages(kOutline, pages),
        ElementsAre(Optional(1U), Optional(2U), Optional(2U), Optional(3U), Optional(4U), Optional(5U)));
}

TEST(OutlinePages, areUnknownWhereTheWordsAreOnNoPage)
{
    EXPECT_THAT(outlinePages({{"First", 0}, {"Nowhere", 0}, {"", 0}, {"Last", 0}},
                             std::vector<std::string>{"First", "", "Last"}),
                ElementsAre(Optional(0U), std::nullopt, std::nullopt, Optional(2U)));
    EXPECT_THAT(outlinePages({{"First", 0}}, {}), ElementsAre(std::nullopt));
    EXPECT_TRUE(outlinePages({}, std::vector<std::string>{"First"}).empty());
}

} // namespace

} // namespace winnow::pdf
