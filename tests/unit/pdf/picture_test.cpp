#include "pdf/document.h"
#include "support/pdf_file.h"
#include "support/temp_folder.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace winnow::pdf {

namespace {

constexpr std::uint32_t kWhite = 0xFFFFFFFF;
constexpr std::uint32_t kRed = 0xFFFF0000;

/// A red square, 100 points wide, 50 from the left and 50 from the top, on a page of 300 by 200.
constexpr const char *kSquare = "1 0 0 rg 50 50 100 100 re f";

class PictureTest : public testing::Test
{
protected:
    void SetUp() override { open({.content = kSquare, .width = 300, .height = 200}); }

    void open(const test::PdfPage &page, const Limits &limits = {})
    {
        auto document = Document::open(m_folder.file("file.pdf", test::makePdf({.pages = {page}})), limits);
        ASSERT_TRUE(document) << document.error().message;
        m_document.emplace(std::move(*document));
    }

    test::TempFolder m_folder;
    std::optional<Document> m_document;
};

std::uint32_t at(const Picture &picture, std::uint32_t x, std::uint32_t y)
{
    return picture.pixels.at(std::size_t{y} * picture.width + x);
}

TEST_F(PictureTest, showsThePageAtTheScaleThatIsAskedFor)
{
    const auto picture = m_document->picture(0, 1.5);
    ASSERT_TRUE(picture) << picture.error().message;
    EXPECT_EQ(picture->width, 450U);
    EXPECT_EQ(picture->height, 300U);
    ASSERT_EQ(picture->pixels.size(), 450U * 300U);
    EXPECT_EQ(at(*picture, 10, 10), kWhite);
    EXPECT_EQ(at(*picture, 150, 150), kRed);
    EXPECT_EQ(at(*picture, 300, 150), kWhite);
}

TEST_F(PictureTest, roundsPartsOfAPixelUp)
{
    const auto picture = m_document->picture(0, 0.333);
    ASSERT_TRUE(picture);
    EXPECT_EQ(picture->width, 100U);
    EXPECT_EQ(picture->height, 67U);
}

TEST_F(PictureTest, showsARegion)
{
    const auto whole = m_document->picture(0, 2);
    const auto part = m_document->picture(0, 2, PixelRegion{80, 60, 120, 90});
    ASSERT_TRUE(whole);
    ASSERT_TRUE(part) << part.error().message;
    ASSERT_EQ(part->width, 120U);
    ASSERT_EQ(part->height, 90U);
    for (std::uint32_t y = 0; y < part->height; ++y) {
        for (std::uint32_t x = 0; x < part->width; ++x) {
            ASSERT_EQ(at(*part, x, y), at(*whole, x + 80, y + 60)) << x << ", " << y;
        }
    }
}

TEST_F(PictureTest, showsOfARegionWhatIsOnThePage)
{
    const auto part = m_document->picture(0, 1, PixelRegion{-50, 150, 100, 1000});
    ASSERT_TRUE(part) << part.error().message;
    EXPECT_EQ(part->width, 50U);
    EXPECT_EQ(part->height, 50U);
}

TEST_F(PictureTest, refusesWhatIsNotOnThePage)
{
    constexpr std::int32_t kMost = 2'147'483'647;
    for (const PixelRegion region : {PixelRegion{300, 0, 10, 10},
                                     PixelRegion{0, 0, 0, 10},
                                     PixelRegion{0, 0, 10, -10},
                                     PixelRegion{kMost, kMost, kMost, kMost},
                                     PixelRegion{-kMost, -kMost, -kMost, -kMost}}) {
        const auto part = m_document->picture(0, 1, region);
        ASSERT_FALSE(part);
        EXPECT_EQ(part.error().code, ErrorCode::InvalidArgument);
    }
    for (const double scale : {0.0, -1.0, 1e9, std::numeric_limits<double>::quiet_NaN()}) {
        EXPECT_FALSE(m_document->picture(0, scale));
    }
}

TEST_F(PictureTest, refusesMorePixelsThanMayBe)
{
    const auto picture = m_document->picture(0, 50);
    ASSERT_FALSE(picture);
    EXPECT_EQ(picture.error().code, ErrorCode::Unsupported);
    EXPECT_TRUE(m_document->picture(0, 50, PixelRegion{5000, 5000, 500, 500})) << "a part of it may be seen";
}

TEST_F(PictureTest, turnsThePageAsTheFileSays)
{
    open({.content = "1 0 0 rg 0 0 100 100 re f", .width = 300, .height = 200, .rotate = 90});
    const auto picture = m_document->picture(0, 1);
    ASSERT_TRUE(picture);
    EXPECT_EQ(picture->width, 200U);
    EXPECT_EQ(picture->height, 300U);
    EXPECT_EQ(at(*picture, 50, 50), kRed) << "the corner at the bottom left is at the top left";
}

TEST_F(PictureTest, showsText)
{
    open({.content = test::pdfLine(20, 20, "Words", "F2", 60), .width = 300, .height = 200});
    const auto picture = m_document->picture(0, 1);
    ASSERT_TRUE(picture);
    const auto dark =
        std::ranges::count_if(picture->pixels, [](std::uint32_t c) { return (c & 0xFFU) < 0x60; });
    EXPECT_GT(dark, 500);
    EXPECT_LT(dark, 6000);
}

TEST_F(PictureTest, saysThatAPageTakesTooMuchMemory)
{
    open({.content = kSquare, .width = 6000, .height = 6000}, {.memoryBytes = 150'000'000});
    const auto picture = m_document->picture(0, 1);
#ifndef __SANITIZE_ADDRESS__ // which wants all memory for itself, so that there is no limit
    ASSERT_FALSE(picture);
    EXPECT_EQ(picture.error().code, ErrorCode::Unsupported) << picture.error().detail;
    EXPECT_NE(picture.error().message.find("memory"), std::string::npos) << picture.error().detail;
#endif
    EXPECT_TRUE(m_document->picture(0, 0.1)) << "the next begins a new process";
}

} // namespace

} // namespace winnow::pdf
