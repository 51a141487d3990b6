#include "app/page_text.h"

#include <gmock/gmock.h>

namespace winnow::app {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// Words of 10 points each letter, in lines of 12 points from the top.
pdf::PageText page(const std::vector<std::vector<std::string>> &lines)
{
    pdf::PageText text;
    double top = 0;
    for (const auto &line : lines) {
        double left = 0;
        for (const std::string &word : line) {
            const double right = left + 10 * static_cast<double>(word.size());
            text.words.push_back({word, {left, top, right, top + 12}});
            left = right + 10;
        }
        top += 12;
    }
    return text;
}

TEST(PageText, givesOneBoxForEachLine)
{
    const auto text = page({{"one", "two"}, {"three", "four"}});
    EXPECT_THAT(lineBoxes(text, 1, 3), ElementsAre(pdf::Box{40, 0, 70, 12}, pdf::Box{0, 12, 100, 24}));
    EXPECT_EQ(textBetween(text, 1, 3), "two three four");
    EXPECT_EQ(textBetween(text, 2, 99), "three four");
    EXPECT_THAT(lineBoxes(text, 9, 12), IsEmpty());
}

TEST(PageText, keepsColumnsApart)
{
    pdf::PageText text;
    text.words = {{"left", {0, 0, 40, 12}}, {"right", {300, 0, 350, 12}}};
    EXPECT_THAT(lineBoxes(text, 0, 1), SizeIs(2));
}

TEST(PageText, takesInBothPartsOfAWordThatWasDivided)
{
    pdf::PageText text;
    text.words = {{"benefit", {500, 0, 540, 12}, pdf::Box{50, 12, 80, 24}}};
    EXPECT_THAT(lineBoxes(text, 0, 0), ElementsAre(pdf::Box{500, 0, 540, 12}, pdf::Box{50, 12, 80, 24}));
}

TEST(PageText, knowsWhereLinesBegin)
{
    EXPECT_THAT(lineStarts(page({{"one", "two"}, {"three"}, {"four", "five"}})), ElementsAre(0U, 2U, 3U));
    EXPECT_THAT(lineStarts({}), IsEmpty());
}

TEST(PageText, beginsALineAfterTheWordThatWasDivided)
{
    pdf::PageText text;
    text.words = {{"the", {460, 0, 490, 12}},
                  {"benefit", {500, 0, 540, 12}, pdf::Box{50, 12, 80, 24}},
                  {"of", {90, 12, 110, 24}},
                  {"craft", {120, 12, 170, 24}}};
    EXPECT_THAT(lineStarts(text), ElementsAre(0U, 2U));
}

TEST(PageText, takesTheWordsWhoseMiddleIsWithin)
{
    const auto text = page({{"one", "two"}, {"three", "four"}});
    EXPECT_EQ(textWithin(text, {0, 11, 60, 30}), "three");
    EXPECT_EQ(textWithin(text, {0, 0, 60, 30}), "one two three");
}

TEST(PageSearch, findsWordsWhateverTheirCaseAndAccents)
{
    const auto text = page({{"A", "na\u00EFve", "Reader"}});
    const auto places = PageSearch("  NAIVE\treader ").findIn(text, 7);
    ASSERT_THAT(places, SizeIs(1));
    EXPECT_EQ(places[0].page, 7);
    EXPECT_EQ(places[0].first, 1);
    EXPECT_EQ(places[0].last, 2);
    EXPECT_EQ(places[0].before, "A");
    EXPECT_EQ(places[0].found, "na\u00EFve Reader");
    EXPECT_EQ(places[0].after, "");
}

TEST(PageSearch, marksThePartOfAWordThatIsLookedFor)
{
    const auto text = page({{"handicrafts"}});
    const auto places = PageSearch("craft").findIn(text, 0);
    ASSERT_THAT(places, SizeIs(1));
    EXPECT_THAT(places[0].boxes, ElementsAre(pdf::Box{50, 0, 100, 12}));
}

TEST(PageSearch, findsAWordThatWasDividedWhereItIs)
{
    pdf::PageText text;
    text.words = {{"abcdefgh", {500, 0, 540, 12}, pdf::Box{50, 12, 90, 24}}};
    const auto across = PageSearch("def").findIn(text, 0);
    ASSERT_THAT(across, SizeIs(1));
    EXPECT_THAT(across[0].boxes, ElementsAre(pdf::Box{530, 0, 540, 12}, pdf::Box{50, 12, 70, 24}));
    const auto second = PageSearch("gh").findIn(text, 0);
    ASSERT_THAT(second, SizeIs(1));
    EXPECT_THAT(second[0].boxes, ElementsAre(pdf::Box{70, 12, 90, 24}));
}

TEST(PageSearch, goesFromLineToLineAndFindsAll)
{
    const auto text = page({{"craft", "market"}, {"craft", "market", "craft"}});
    EXPECT_THAT(PageSearch("market craft").findIn(text, 0), SizeIs(2));
    EXPECT_THAT(PageSearch("craft").findIn(text, 0), SizeIs(3));
    EXPECT_THAT(PageSearch("steel").findIn(text, 0), IsEmpty());
}

TEST(PageSearch, looksForNothingWhereThereIsNothingToLookFor)
{
    EXPECT_TRUE(PageSearch(" \t").isEmpty());
    EXPECT_THAT(PageSearch("").findIn(page({{"one"}}), 0), IsEmpty());
    EXPECT_THAT(PageSearch("one").findIn({}, 0), IsEmpty());
}

} // namespace

} // namespace winnow::app
