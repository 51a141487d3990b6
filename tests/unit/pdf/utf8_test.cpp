#include "pdf/utf8.h"

#include <gtest/gtest.h>

namespace winnow::pdf {

namespace {

TEST(PdfUtf8, writesAndReadsEveryLength)
{
    const std::u32string all = U"aé€😀\x7FF\x800\xFFFD\x10000\x10FFFF";
    EXPECT_EQ(fromUtf8(toUtf8(all)), all);
    EXPECT_EQ(toUtf8(U"aé€😀"), "aé€😀");
}

TEST(PdfUtf8, replacesWhatIsNoCharacter)
{
    EXPECT_EQ(toUtf8(std::u32string{0xD800, 0x110000}), "\uFFFD\uFFFD");
}

TEST(PdfUtf8, readsPairsOfSurrogatesAndReplacesHalves)
{
    const std::u16string text{u'a', 0xD83D, 0xDE00, 0xDE00, u'b', 0xD83D};
    EXPECT_EQ(toUtf8(fromUtf16(text)),
              "a😀\uFFFD"
              "b\uFFFD");
}

TEST(PdfUtf8, refusesWhatIsNotUtf8)
{
    for (const char *text :
         {"\x80", "\xC3", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xBF\xBF", "\xF8\x88\x80\x80\x80"}) {
        EXPECT_FALSE(isPlainUtf8(text)) << text;
        EXPECT_TRUE(fromUtf8(text).empty()) << text;
    }
    EXPECT_TRUE(isPlainUtf8(""));
    EXPECT_TRUE(isPlainUtf8("Źródło 😀"));
    EXPECT_FALSE(isPlainUtf8("two\nlines"));
}

} // namespace

} // namespace winnow::pdf
