#include "text/clean.h"
#include "text/trim.h"

#include <gtest/gtest.h>

namespace winnow::text {

TEST(Trimmed, takesBlanksOfAnyKindOffTheEnds)
{
    EXPECT_EQ(trimmed(" \t\r\n a  b \u00A0\u202F\u2009"), "a  b");
    EXPECT_EQ(trimmed("\u00A0a\u00A0b\u00A0"), "a\u00A0b");
    EXPECT_EQ(trimmed("é"), "é");
    EXPECT_EQ(trimmed(" \u00A0 "), "");
    EXPECT_EQ(trimmed(""), "");
}

TEST(WithoutControls, keepsTabsAndLinesAndLetters)
{
    using namespace std::string_view_literals;
    EXPECT_EQ(withoutControls("a\0b\x1B[2J\x7F\tc\u009B\u0085d"sv), "a b [2J \tc  d");
    EXPECT_EQ(withoutControls("one\r\ntwo\rthree\n"), "one\ntwo\nthree\n");
    EXPECT_EQ(withoutControls("¡é€"), "¡é€") << "U+00A1 begins with the byte that U+0080 begins with";
}

TEST(CleanText, isOneLineOrSeveralAndTrimmed)
{
    EXPECT_EQ(cleanText(" one\r\n\u0001two\n", true), "one\n two");
    EXPECT_EQ(cleanText(" one\r\ntwo\n", false), "one two");
    EXPECT_EQ(cleanText("\xFF", true), std::nullopt);
}

TEST(ForMessage, cutsBetweenLettersAndShowsNoControls)
{
    EXPECT_EQ(forMessage("a\u0007\nb"), "a  b");
    EXPECT_EQ(forMessage(std::string(59, 'x') + "é and more"), std::string(59, 'x') + "…");
    EXPECT_EQ(forMessage(std::string(60, 'x')), std::string(60, 'x'));
    EXPECT_EQ(shortened("éé", 3), "é…");
}

} // namespace winnow::text
