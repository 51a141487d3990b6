#include "pdf/outline_places.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace winnow::pdf {

namespace {

using testing::ElementsAre;
using testing::Optional;

/// A page with these lines.
PageText pageOf(const std::vector<std::string> &lines)
{
    PageText page;
    double top = 0;
    for (const std::string &line : lines) {
        double left = 0;
        std::istringstream words(line);
        for (std::string word; words >> word; left += 50) {
            page.words.push_back({word, {left, top, left + 40, top + 10}});
        }
        top += 14;
    }
    return page;
}

std::vector<std::optional<std::size_t>> placesOf(const Outline &outline,
                                                 const std::vector<std::vector<std::string>> &pages)
{
    OutlinePlaces places(outline);
    for (const auto &page : pages) {
        places.addPage(pageOf(page));
    }
    return places.find();
}

const Outline kOutline{{"Introduction", 0}, {"Methods", 0}, {"Sample size", 1}, {"Results", 0}};

TEST(OutlinePlaces, areWhereTheWordsAreAHeading)
{
    EXPECT_THAT(
        placesOf(kOutline,
                 {{"A title", "1 INTRODUCTION", "The introduction of sleep"},
                  {"has results. The methods are", "Chapter 2 Methods", "2.1 Sample", "size", "Ten people"},
                  {"Results", "They slept."}}),
        ElementsAre(Optional(0U), Optional(1U), Optional(1U), Optional(2U)));
}

TEST(OutlinePlaces, areNotInTheListOfContents)
{
    EXPECT_THAT(placesOf(kOutline,
                         {{"Contents", "Introduction 2", "Methods . . . . 3", "Sample size 3", "Results 4"},
                          {"Introduction", "Sleep"},
                          {"Methods", "We asked", "Sample size", "Ten"},
                          {"Results", "They slept."}}),
                ElementsAre(Optional(1U), Optional(2U), Optional(2U), Optional(3U)));
}

TEST(OutlinePlaces, areAtTheFirstOfSeveralPagesWithTheSameHead)
{
    EXPECT_THAT(placesOf(kOutline,
                         {{"Introduction", "Sleep"},
                          {"Introduction", "is good"},
                          {"Methods", "We asked"},
                          {"Methods", "Sample size", "Ten"},
                          {"Results", "They slept."}}),
                ElementsAre(Optional(0U), Optional(2U), Optional(3U), Optional(4U)));
}

TEST(OutlinePlaces, areNotLedAstrayByOneLine)
{
    EXPECT_THAT(placesOf({{"Notes", 0}, {"Methods", 0}, {"Results", 0}},
                         {{"A title"}, {"Methods"}, {"Results"}, {"Notes"}}),
                ElementsAre(std::nullopt, Optional(1U), Optional(2U)))
        << "two lines in order are more than one";
}

TEST(OutlinePlaces, areSeveralForLinesOfTheSameWords)
{
    EXPECT_THAT(placesOf({{"Study 1", 0}, {"Methods", 1}, {"Study 2", 0}, {"Methods", 1}},
                         {{"Study 1", "Methods"}, {"Study 2"}, {"Methods"}}),
                ElementsAre(Optional(0U), Optional(0U), Optional(1U), Optional(2U)));
}

TEST(OutlinePlaces, areUnknownWhereTheWordsAreNowhere)
{
    EXPECT_THAT(placesOf({{"First", 0}, {"Nowhere", 0}, {"", 0}, {"Last", 0}}, {{"First"}, {}, {"Last"}}),
                ElementsAre(Optional(0U), std::nullopt, std::nullopt, Optional(2U)));
    EXPECT_THAT(placesOf({{"First", 0}}, {}), ElementsAre(std::nullopt));
    EXPECT_TRUE(placesOf({}, {{"First"}}).empty());
}

} // namespace

} // namespace winnow::pdf
