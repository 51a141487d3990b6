#include "text/encoding.h"

#include <gtest/gtest.h>

namespace winnow::text {

TEST(IsUtf8, acceptsWellFormedAndRefusesAllElse)
{
    for (const std::string_view good : {"", "plain", "\u00E9", "\u20AC", "\U0001F41F", "12345678\u00E9"}) {
        EXPECT_TRUE(isUtf8(good)) << good;
    }
    for (const std::string_view bad : {"\x80",
                                       "\xC3",
                                       "\xC0\xAF",
                                       "\xE0\x80\x80",
                                       "\xED\xA0\x80",
                                       "\xF4\x90\x80\x80",
                                       "\xF0\x9F\x90",
                                       "\xFF",
                                       "12345678\xE9 t"}) {
        EXPECT_FALSE(isUtf8(bad));
    }
}

TEST(FromWindows1252, knowsItsOwnCharacters)
{
    EXPECT_EQ(fromWindows1252("\x80 caf\xE9 \x93x\x94"), "\u20AC caf\u00E9 \u201Cx\u201D");
}

TEST(FromUtf16, readsBothOrdersAndMendsBrokenPairs)
{
    EXPECT_EQ(fromUtf16(std::string_view("a\0\xE9\0", 4), false), "a\u00E9");
    EXPECT_EQ(fromUtf16(std::string_view("\0a\0\xE9", 4), true), "a\u00E9");
    EXPECT_EQ(fromUtf16(std::string_view("\x3D\xD8\x1F\xDC", 4), false), "\U0001F41F");
    EXPECT_EQ(fromUtf16(std::string_view("\x3D\xD8"
                                         "a\0b",
                                         5),
                        false),
              "\uFFFD"
              "a");
}

TEST(NextCodePoint, stepsOverIllFormedBytesOneByOne)
{
    std::size_t at = 0;
    const std::string_view text = "\u20AC\xFFz";
    EXPECT_EQ(nextCodePoint(text, at), U'\u20AC');
    EXPECT_EQ(nextCodePoint(text, at), U'\uFFFD');
    EXPECT_EQ(nextCodePoint(text, at), U'z');
    EXPECT_EQ(at, text.size());
}

TEST(AppendUtf8, replacesWhatIsNoCharacter)
{
    std::string out;
    appendUtf8(out, 0xD800);
    appendUtf8(out, 0x110000);
    appendUtf8(out, U'\u00E9');
    EXPECT_EQ(out, "\uFFFD\uFFFD\u00E9");
}

} // namespace winnow::text
