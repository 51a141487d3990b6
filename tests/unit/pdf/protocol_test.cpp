#include "pdf/protocol.h"

#include <gtest/gtest.h>

#include <limits>

namespace winnow::pdf {

namespace {

const About kAbout{.pages = {{595, 842}, {0, 1e6}},
                   .title = "A title",
                   .author = "Źdźbło",
                   .subject = {},
                   .keywords = "one, two",
                   .creator = "a",
                   .producer = "b",
                   .createdAt = -5,
                   .isEncrypted = true,
                   .hasAttachments = true};
const Outline kOutline{{"Introduction", 0}, {"", 1}, {"More", kMostDepth}};
const PageText kText{{{"word", {1, 2, 3, 4}}, {"divided", {5, 6, 7, 8}, Box{-1, -2, 0, 0}}}};
const Picture kPicture{.width = 2, .height = 3, .pixels = {1, 2, 3, 4, 5, 0xFFFFFFFF}};

/// Reads it as it was written; and not with a byte less, a byte more, or as something else.
template <class T>
void expectRoundTrip(const T &value, std::optional<T> (*decode)(std::string_view))
{
    const std::string bytes = encode(value);
    const auto again = decode(bytes);
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, value);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_FALSE(decode(std::string_view(bytes).substr(0, size))) << size;
    }
    EXPECT_FALSE(decode(bytes + '\0'));
}

TEST(Protocol, readsWhatItWrites)
{
    expectRoundTrip(kAbout, decodeAbout);
    expectRoundTrip(About{}, decodeAbout);
    expectRoundTrip(kOutline, decodeOutline);
    expectRoundTrip(kText, decodeText);
    expectRoundTrip(kPicture, decodePicture);
    expectRoundTrip(Request{}, decodeRequest);
    expectRoundTrip(Request{Ask::Picture, 7, 1.5, PixelRegion{-1, 2, 3, 4}}, decodeRequest);
    expectRoundTrip(Request{.ask = Ask::Identifiers}, decodeRequest);
    expectRoundTrip(Refused{Refusal::Locked, "why"}, decodeRefused);
    EXPECT_EQ(decodeIdentifiers(encodeIdentifiers("10.1000/a 10.1000/b")), "10.1000/a 10.1000/b");
    EXPECT_EQ(decodeIdentifiers(encodeIdentifiers(std::string(kMostLineBytes + 1, 'a'))), std::nullopt);
}

TEST(Protocol, keepsRequestsShort)
{
    EXPECT_LE(encode(Request{Ask::Picture, 7, 1.5, PixelRegion{-1, 2, 3, 4}}).size(), kMostRequestBytes);
}

TEST(Protocol, refusesSizesThatNoPageHas)
{
    for (const double size :
         {-1.0, 2e6, std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()}) {
        EXPECT_FALSE(decodeAbout(encode(About{.pages = {{size, 1}}}))) << size;
        EXPECT_FALSE(decodeText(encode(PageText{{{"word", {0, 0, size < 0 ? -1 : size, 1}}}}))) << size;
    }
    EXPECT_FALSE(decodeText(encode(PageText{{{"word", {2, 0, 1, 1}}}}))) << "the right side left of the left";
}

TEST(Protocol, refusesTextThatIsNone)
{
    for (const char *text :
         {"\xFF", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "a\nb", "\x1B[2J", "\x7F"}) {
        EXPECT_FALSE(decodeAbout(encode(About{.title = text}))) << text;
        EXPECT_FALSE(decodeText(encode(PageText{{{text, {0, 0, 1, 1}}}}))) << text;
    }
    EXPECT_FALSE(decodeText(encode(PageText{{{"", {0, 0, 1, 1}}}})));
    EXPECT_FALSE(decodeAbout(encode(About{.title = std::string(kMostLineBytes + 1, 'x')})));
}

TEST(Protocol, refusesMoreThanItHasRoomFor)
{
    EXPECT_FALSE(decodeOutline(encode(Outline{{"too deep", kMostDepth + 1}})));
    EXPECT_FALSE(decodeOutline(encode(Outline(kMostOutline + 1, {"x", 0}))));
    EXPECT_TRUE(decodeOutline(encode(Outline(kMostOutline, {"x", 0}))));
    EXPECT_FALSE(decodeAbout(encode(About{.pages = std::vector<PageSize>(kMostPages + 1)})));
    std::string claims = encode(PageText{});
    claims.replace(1, 4, "\xFF\xFF\xFF\x7F"); // two thousand million words
    EXPECT_FALSE(decodeText(claims));
}

TEST(Protocol, refusesPicturesWithoutTheirPixels)
{
    EXPECT_FALSE(decodePicture(encode(Picture{.width = 2, .height = 2, .pixels = {1, 2, 3}})));
    EXPECT_FALSE(decodePicture(encode(Picture{.width = 0, .height = 2, .pixels = {}})));
    EXPECT_FALSE(decodePicture(encode(Picture{.width = 0x80000000, .height = 0x80000000, .pixels = {}})));
    EXPECT_FALSE(decodePicture(encode(Picture{.width = 0x10000, .height = 0x10000, .pixels = {}})));
}

TEST(Protocol, tellsARefusalFromAnAnswer)
{
    EXPECT_FALSE(decodeAbout(encode(Refused{Refusal::Damaged, {}})));
    EXPECT_FALSE(decodeRefused(encode(kAbout)));
    EXPECT_FALSE(decodeRefused(std::string("\x63\0\0\0\0", 5)));
}

} // namespace

} // namespace winnow::pdf
