#include "text/encoding.h"

#include <gtest/gtest.h>

namespace winnow::text {

namespace {

TEST(Encoding, knowsWellFormedUtf8)
{
    for (const char *good : {"", "plain ASCII that is longer than eight bytes", "na\u00EFve", "\u4E2D\u6587", "\U0001F600",
                             "\xF4\x8F\xBF\xBF", "\xED\x9F\xBF"}) {
        EXPECT_TRUE(isUtf8(good)) << good;
    }
    // Overlong forms, surrogates, beyond U+10FFFF, cut sequences, lone continuation bytes.
    for (const char *bad : {"\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "abc\xE4",
                            "\x80", "\xE2\x82", "caf\xE9 au lait"}) {
        EXPECT_FALSE(isUtf8(bad)) << bad;
    }
}

TEST(Encoding, readsWindows1252)
{
    EXPECT_EQ(fromWindows1252("caf\xE9 \x80 \x93quoted\x94"), "caf\u00E9 \u20AC \u201Cquoted\u201D");
    EXPECT_TRUE(isUtf8(fromWindows1252("\x81\x8D\x8F\x90\x9D")));
}

TEST(Encoding, readsUtf16OfBothOrders)
{
    EXPECT_EQ(fromUtf16(std::string_view("a\0\xE9\0", 4), false), "a\u00E9");
    EXPECT_EQ(fromUtf16(std::string_view("\0a\0\xE9", 4), true), "a\u00E9");
    EXPECT_EQ(fromUtf16(std::string_view("\x3D\xD8\x00\xDE", 4), false), "\U0001F600");
    EXPECT_EQ(fromUtf16(std::string_view("\x3D\xD8", 2), false), "\uFFFD") << "half a pair";
    EXPECT_EQ(fromUtf16(std::string_view("a\0b", 3), false), "a") << "an odd byte";
}

TEST(Encoding, givesTheReplacementCharacterForWhatIsIllFormed)
{
    std::size_t position = 0;
    EXPECT_EQ(nextCodePoint("\xE4x", position), U'\uFFFD');
    EXPECT_EQ(position, 1U);
    std::string out;
    appendUtf8(out, 0xD800);
    EXPECT_EQ(out, "\uFFFD");
}

} // namespace

} // namespace winnow::text
