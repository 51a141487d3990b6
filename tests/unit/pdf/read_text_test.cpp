#include "pdf/protocol.h"
#include "pdf/read_text.h"
#include "support/pdf_file.h"
#include "support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::pdf {

namespace {

using test::makePdf;
using test::pdfLine;

TEST(ReadText, givesEachPage)
{
    const test::TempFolder folder;
    std::vector<std::int64_t> reports;
    Task task([&](const Progress &progress) { reports.push_back(progress.done); });
    const auto text = readText(folder.file("file.pdf",
                                           makePdf({.pages = {{.content = pdfLine(72, 700, "first page")},
                                                              {.content = {}},
                                                              {.content = pdfLine(72, 700, "the third")}}})),
                               task);
    ASSERT_TRUE(text) << text.error().message;
    EXPECT_THAT(text->pages, testing::ElementsAre("first page", "", "the third"));
    EXPECT_TRUE(text->failures.empty());
    EXPECT_TRUE(text->hasText());
    ASSERT_FALSE(reports.empty());
    EXPECT_EQ(reports.back(), 3);
}

TEST(ReadText, tellsThatAFileWasProbablyScanned)
{
    const test::TempFolder folder;
    Task task;
    const auto text = readText(
        folder.file("scan.pdf", makePdf({.pages = {{.content = "0 0 500 700 re f"}, {.content = {}}}})),
        task);
    ASSERT_TRUE(text) << text.error().message;
    EXPECT_FALSE(text->hasText());
    EXPECT_EQ(text->pages.size(), 2U);
}

TEST(ReadText, saysThatAFileNeedsAPassword)
{
    const test::TempFolder folder;
    Task task;
    const auto text = readText(
        folder.file("locked.pdf", makePdf({.pages = {{.content = pdfLine(72, 700, "x")}}, .password = "p"})),
        task);
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().code, ErrorCode::Denied);
}

TEST(ReadText, endsWhenTheUserStops)
{
    const test::TempFolder folder;
    test::PdfFile file;
    for (int i = 0; i < 50; ++i) {
        file.pages.push_back({.content = pdfLine(72, 700, "page")});
    }
    Task *running = nullptr;
    Task task([&](const Progress &) { running->stop(); });
    running = &task;
    const auto text = readText(folder.file("file.pdf", makePdf(file)), task);
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().code, ErrorCode::Cancelled);
}

TEST(ReadText, givesTheOtherPagesWhereOneCannotBeRead)
{
    const test::TempFolder folder;
    // The page in the middle never ends: its forms show one another 2 to the power of 60 times.
    std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>",
                                     "<< /Type /Pages /Count 3 /Kids [3 0 R 4 0 R 3 0 R] >>",
                                     "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R"
                                     " /Resources << /Font << /F1 7 0 R >> >> >>",
                                     "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 6 0 R"
                                     " /Resources << /XObject << /X 8 0 R >> >> >>"};
    const std::string line = pdfLine(72, 700, "well");
    objects.push_back("<< /Length " + std::to_string(line.size()) + " >>\nstream\n" + line + "\nendstream");
    objects.emplace_back("<< /Length 5 >>\nstream\n/X Do\nendstream");
    objects.emplace_back("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    for (int i = 0; i < 60; ++i) {
        objects.push_back(
            "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 11 /Resources << /XObject << /X " +
            std::to_string(9 + i) + " 0 R >> >> >>\nstream\n/X Do /X Do\nendstream");
    }
    objects.emplace_back(
        "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 0 >>\nstream\n\nendstream");
    Task task;
    const auto text = readText(
        folder.file("file.pdf", test::pdfOfObjects(objects)), task, {.request = std::chrono::seconds(3)});
    ASSERT_TRUE(text) << text.error().message;
    EXPECT_THAT(text->pages, testing::ElementsAre("well", "", "well"));
    ASSERT_EQ(text->failures.size(), 1U);
    EXPECT_EQ(text->failures[0].page, 1U);
    EXPECT_EQ(text->failures[0].error.code, ErrorCode::Busy);
    EXPECT_NE(text->failures[0].error.message.find("Page 2 of file.pdf"), std::string::npos);
}

TEST(ReadText, stopsWhereTheFileIsMoreThanItMayBe)
{
    const test::TempFolder folder;
    Task task;
    const auto path = folder.file("file.pdf",
                                  makePdf({.pages = {{.content = pdfLine(72, 700, "as much as may be")},
                                                     {.content = pdfLine(72, 700, "more")}}}));
    const auto text = readText(path, task, {.mostTextBytes = 10});
    ASSERT_TRUE(text) << text.error().message;
    EXPECT_THAT(text->pages, testing::ElementsAre("as much as may be", ""));
    ASSERT_EQ(text->failures.size(), 1U);
    EXPECT_NE(text->failures[0].error.message.find("only to page 1"), std::string::npos);
    const auto none = readText(path, task, {.file = std::chrono::milliseconds(0)});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, ErrorCode::Unsupported);
}

} // namespace

} // namespace winnow::pdf
