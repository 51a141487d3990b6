#include "store/lines.h"

#include <gtest/gtest.h>

namespace winnow::store {

namespace {

TEST(Lines, giveBackWhatTheyHold)
{
    const std::vector<std::string> entries{"one", "two, three", "four; five"};
    EXPECT_EQ(fromLines(toLines(entries)), entries);
    EXPECT_TRUE(fromLines(toLines({})).empty());
}

TEST(Lines, keepAuthorsApartWhateverTheirNamesHold)
{
    const std::vector<PersonName> authors{
        {"Li, Jr", "Wei"}, {"World Health Organization", ""}, {"de la Cruz", "M. N."}};
    EXPECT_EQ(authorsFromLines(authorLines(authors)), authors);
}

TEST(Lines, doNotLetLineEndsBreakAnEntryInTwo)
{
    const std::vector<std::string> hostile{"a\nb\tc"};
    EXPECT_EQ(fromLines(toLines(hostile)), std::vector<std::string>{"a b c"});
    const std::vector<PersonName> author{{"X\tY", "Z\nW"}};
    EXPECT_EQ(authorsFromLines(authorLines(author)).size(), 1U);
}

} // namespace

} // namespace winnow::store
