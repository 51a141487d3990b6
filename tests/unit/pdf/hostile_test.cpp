#include "pdf/document.h"
#include "pdf/read_text.h"
#include "support/pdf_file.h"
#include "support/temp_folder.h"

#include <gtest/gtest.h>

#include <random>

namespace winnow::pdf {

namespace {

using test::makePdf;
using test::pdfLine;
using test::pdfOfObjects;

std::string someFile()
{
    return makePdf(
        {.pages = {{.content = pdfLine(72, 700, "first page")}, {.content = pdfLine(72, 700, "second")}},
         .info = {{"Title", "A title"}},
         .outline = {{0, "Introduction"}, {1, "More"}}});
}

/// Asks for everything; what fails must say why, in a sentence.
void expectAnswersOrReasons(const std::filesystem::path &path, const Limits &limits = {})
{
    const auto expectReason = [&](const auto &result, const char *what) {
        if (!result) {
            EXPECT_FALSE(result.error().message.empty()) << what;
            EXPECT_NE(result.error().code, ErrorCode::Internal) << result.error().message;
            EXPECT_NE(result.error().message.find(path.filename().string()), std::string::npos)
                << result.error().message;
        }
    };
    auto document = Document::open(path, limits);
    expectReason(document, "open");
    if (!document) {
        return;
    }
    expectReason(document->outline(), "outline");
    expectReason(document->identifiers(), "identifiers");
    const std::size_t pages = std::min<std::size_t>(document->about().pages.size(), 3);
    for (std::size_t page = 0; page < pages; ++page) {
        expectReason(document->text(page), "text");
        expectReason(document->picture(page, 0.2), "picture");
    }
}

TEST(HostileFile, thatIsEmptyIsSaidToBeSo)
{
    const test::TempFolder folder;
    const auto document = Document::open(folder.file("empty.pdf", ""));
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, ErrorCode::WrongFormat);
    EXPECT_NE(document.error().message.find("empty.pdf is empty"), std::string::npos);
}

TEST(HostileFile, thatIsAWebPageIsSaidToBeNoPdf)
{
    const test::TempFolder folder;
    const auto document = Document::open(folder.file("paper.pdf", "<!DOCTYPE html><title>Log in</title>"));
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, ErrorCode::WrongFormat);
    EXPECT_NE(document.error().message.find("not a PDF"), std::string::npos);
}

TEST(HostileFile, thatIsGarbageIsRefused)
{
    const test::TempFolder folder;
    std::mt19937 random(7);
    std::string bytes = "%PDF-1.7\n";
    for (int i = 0; i < 100'000; ++i) {
        bytes += static_cast<char>(random());
    }
    const auto document = Document::open(folder.file("garbage.pdf", bytes));
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, ErrorCode::WrongFormat);
    EXPECT_NE(document.error().message.find("damaged"), std::string::npos);
}

TEST(HostileFile, thatIsCutAnywhereIsReadOrRefused)
{
    const test::TempFolder folder;
    const std::string whole = someFile();
    for (std::size_t size = 1; size < whole.size(); size += 97) {
        SCOPED_TRACE(size);
        expectAnswersOrReasons(folder.file("cut.pdf", whole.substr(0, size)));
    }
}

TEST(HostileFile, whoseTableOfObjectsIsNotWhereItShouldBeIsReadAllTheSame)
{
    const test::TempFolder folder;
    std::string whole = someFile();
    whole.insert(whole.find("2 0 obj"), std::string(50, ' '));
    auto document = Document::open(folder.file("moved.pdf", whole));
    ASSERT_TRUE(document) << document.error().message;
    const auto text = document->text(0);
    ASSERT_TRUE(text) << text.error().message;
    EXPECT_EQ(plainText(*text), "first page");
}

TEST(HostileFile, withBytesThatAreWrongIsReadOrRefused)
{
    const test::TempFolder folder;
    const std::string whole = someFile();
    std::mt19937 random(11);
    for (int round = 0; round < 40; ++round) {
        SCOPED_TRACE(round);
        std::string bytes = whole;
        for (int i = 0; i < 12; ++i) {
            bytes[random() % bytes.size()] = static_cast<char>(random());
        }
        expectAnswersOrReasons(folder.file("changed.pdf", bytes));
    }
}

TEST(HostileFile, withPagesThatHoldThemselvesIsReadOrRefused)
{
    const test::TempFolder folder;
    const std::string bytes = pdfOfObjects({"<< /Type /Catalog /Pages 2 0 R >>",
                                            "<< /Type /Pages /Count 3 /Kids [2 0 R 3 0 R 2 0 R] >>",
                                            "<< /Type /Pages /Parent 2 0 R /Count 1 /Kids [2 0 R 3 0 R] >>"});
    expectAnswersOrReasons(folder.file("cycle.pdf", bytes));
}

TEST(HostileFile, withAnOutlineThatHoldsItselfIsReadOrRefused)
{
    const test::TempFolder folder;
    const std::string bytes =
        pdfOfObjects({"<< /Type /Catalog /Pages 2 0 R /Outlines 3 0 R >>",
                      "<< /Type /Pages /Count 1 /Kids [5 0 R] >>",
                      "<< /First 4 0 R /Last 4 0 R /Count 1 >>",
                      "<< /Title (a) /Parent 3 0 R /First 4 0 R /Last 4 0 R /Next 4 0 R >>",
                      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] >>"});
    const auto path = folder.file("cycle.pdf", bytes);
    auto document = Document::open(path);
    ASSERT_TRUE(document) << document.error().message;
    expectAnswersOrReasons(path);
    EXPECT_TRUE(document->text(0));
}

TEST(HostileFile, whoseMetadataInflateWithoutEndIsReadAllTheSame)
{
    const test::TempFolder folder;
    const std::string zeros = test::deflatedZeros(4096);
    const std::string bytes =
        pdfOfObjects({"<< /Type /Catalog /Pages 2 0 R /Metadata 4 0 R >>",
                      "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
                      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] >>",
                      "<< /Type /Metadata /Subtype /XML /Filter /FlateDecode /Length " +
                          std::to_string(zeros.size()) + " >>\nstream\n" + zeros + "\nendstream"});
    const auto path = folder.file("metadata.pdf", bytes);
    const Limits limits{.request = std::chrono::seconds(5), .memoryBytes = 400'000'000};
    auto document = Document::open(path, limits);
    ASSERT_TRUE(document) << document.error().message;
    EXPECT_FALSE(document->identifiers());
    EXPECT_TRUE(document->picture(0, 1));
}

TEST(HostileFile, thatClaimsPagesWithoutEndIsReadOrRefused)
{
    const test::TempFolder folder;
    for (const char *count : {"2147483647", "-1", "99999999999999999999", "(many)"}) {
        SCOPED_TRACE(count);
        expectAnswersOrReasons(
            folder.file("claims.pdf",
                        pdfOfObjects({"<< /Type /Catalog /Pages 2 0 R >>",
                                      "<< /Type /Pages /Count " + std::string(count) + " /Kids [3 0 R] >>",
                                      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] >>"})));
    }
}

TEST(HostileFile, ofFiveThousandPagesIsOpenedAndReadAtItsEnd)
{
    const test::TempFolder folder;
    test::PdfFile file;
    for (int i = 1; i <= 5000; ++i) {
        file.pages.push_back({.content = pdfLine(72, 700, "page number " + std::to_string(i))});
    }
    auto document = Document::open(folder.file("long.pdf", makePdf(file)));
    ASSERT_TRUE(document) << document.error().message;
    EXPECT_EQ(document->about().pages.size(), 5000U);
    const auto text = document->text(4999);
    ASSERT_TRUE(text);
    EXPECT_EQ(plainText(*text), "page number 5000");
}

TEST(HostileFile, withAGigabyteOfNothingIsReadOrGivenUpInTime)
{
    const test::TempFolder folder;
    const auto path = folder.file(
        "bomb.pdf",
        makePdf({.pages = {{.content = test::deflatedZeros(1024)}}, .filter = " /Filter /FlateDecode"}));
    ASSERT_LT(std::filesystem::file_size(path), 2'000'000U);
    const Limits limits{.request = std::chrono::seconds(3), .memoryBytes = 500'000'000};
    auto document = Document::open(path, limits);
    ASSERT_TRUE(document) << document.error().message;
    const auto start = std::chrono::steady_clock::now();
    const auto text = document->text(0);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    EXPECT_LT(taken.count(), 10);
    if (!text) {
        EXPECT_EQ(text.error().code, ErrorCode::Busy) << text.error().message;
    } else {
        EXPECT_TRUE(text->words.empty());
    }
}

TEST(HostileFile, withAScriptIsReadAndTheScriptIsNotRun)
{
    const test::TempFolder folder;
    const auto mark = folder.path() / "mark";
    const std::string action = "/OpenAction << /S /JavaScript /JS (app.launchURL\\('file:///bin/sh'\\);) >> "
                               "/AA << /WC << /S /Launch /F (touch " +
                               mark.string() + ") >> >>";
    auto document = Document::open(folder.file(
        "script.pdf", makePdf({.pages = {{.content = pdfLine(72, 700, "harmless")}}, .catalog = action})));
    ASSERT_TRUE(document) << document.error().message;
    const auto text = document->text(0);
    ASSERT_TRUE(text);
    EXPECT_EQ(plainText(*text), "harmless");
    EXPECT_TRUE(document->picture(0, 1));
    EXPECT_FALSE(std::filesystem::exists(mark));
}

TEST(HostileFile, withAPageOfMilesIsReadButNotDrawn)
{
    const test::TempFolder folder;
    for (const double size : {1e9, 1e30, 1e300}) {
        SCOPED_TRACE(size);
        std::string sides = size < 1e10 ? "1000000000" : std::string(size < 1e100 ? 30 : 300, '9');
        sides.append(" ").append(std::string(sides, 0, sides.size() - 1));
        auto document = Document::open(
            folder.file("huge.pdf",
                        pdfOfObjects({"<< /Type /Catalog /Pages 2 0 R >>",
                                      "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
                                      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + sides + "] >>"})));
        ASSERT_TRUE(document) << document.error().message;
        EXPECT_TRUE(document->text(0));
        const auto whole = document->picture(0, 1);
        ASSERT_FALSE(whole);
        const auto part = document->picture(0, 1, PixelRegion{0, 0, 100, 100});
        EXPECT_TRUE(part || part.error().code == ErrorCode::Unsupported ||
                    part.error().code == ErrorCode::InvalidArgument);
    }
}

TEST(HostileFile, withAPageOfNoSizeIsReadButNotDrawn)
{
    const test::TempFolder folder;
    auto document = Document::open(folder.file(
        "flat.pdf", makePdf({.pages = {{.content = pdfLine(0, 0, "x"), .width = 0, .height = 0}}})));
    if (document) {
        EXPECT_TRUE(document->text(0));
    }
    expectAnswersOrReasons(folder.path() / "flat.pdf");
}

TEST(HostileFile, thatDrawsWithoutEndIsGivenUp)
{
    const test::TempFolder folder;
    // Forms that draw each other twice: 2 to the power of 40 times in all.
    std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>",
                                     "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
                                     "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R"
                                     " /Resources << /XObject << /X 5 0 R >> >> >>",
                                     "<< /Length 5 >>\nstream\n/X Do\nendstream"};
    for (int i = 0; i < 40; ++i) {
        objects.push_back("<< /Type /XObject /Subtype /Form /BBox [0 0 100 100] /Length 11"
                          " /Resources << /XObject << /X " +
                          std::to_string(6 + i) + " 0 R >> >> >>\nstream\n/X Do /X Do\nendstream");
    }
    objects.emplace_back("<< /Type /XObject /Subtype /Form /BBox [0 0 100 100] /Length 14 >>\n"
                         "stream\n0 0 50 50 re f\nendstream");
    auto document =
        Document::open(folder.file("forms.pdf", pdfOfObjects(objects)), {.request = std::chrono::seconds(3)});
    ASSERT_TRUE(document) << document.error().message;
    const auto picture = document->picture(0, 1);
    ASSERT_FALSE(picture);
    EXPECT_EQ(picture.error().code, ErrorCode::Busy) << picture.error().message;
    EXPECT_TRUE(document->outline()) << "the next begins a new process";
}

} // namespace

} // namespace winnow::pdf
