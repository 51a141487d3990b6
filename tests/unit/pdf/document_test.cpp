#include "pdf/document.h"
#include "support/pdf_file.h"
#include "support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::pdf {

namespace {

using test::makePdf;
using test::pdfLine;
using test::PdfPage;

Result<Document> opened(const test::TempFolder &folder, const test::PdfFile &file)
{
    return Document::open(folder.file("file.pdf", makePdf(file)));
}

PdfPage pageOf(const std::string &text)
{
    return {.content = pdfLine(72, 700, text)};
}

TEST(Document, tellsTheSizeOfEachPageAsItIsShown)
{
    const test::TempFolder folder;
    const auto document = opened(folder,
                                 {.pages = {pageOf("first"),
                                            {.content = {}, .width = 200, .height = 100.5},
                                            {.content = {}, .width = 300, .height = 400, .rotate = 90},
                                            {.content = {}, .extra = "/CropBox [10 10 110 60]"}}});
    ASSERT_TRUE(document) << document.error().message;
    EXPECT_THAT(document->about().pages,
                testing::ElementsAre(
                    PageSize{595, 842}, PageSize{200, 100.5}, PageSize{400, 300}, PageSize{100, 50}));
}

TEST(Document, tellsWhatTheFileSaysOfItself)
{
    const test::TempFolder folder;
    const auto document = opened(folder,
                                 {.pages = {pageOf("x")},
                                  .info = {{"Title", "Effects of \n sleep"},
                                           {"Author", "Ada Lovelace"},
                                           {"Subject", "A trial"},
                                           {"Keywords", "one, two"},
                                           {"Creator", "LaTeX"},
                                           {"Producer", "a test"},
                                           {"CreationDate", "D:20200102030405Z"}}});
    ASSERT_TRUE(document) << document.error().message;
    const About &about = document->about();
    EXPECT_EQ(about.title, "Effects of  sleep");
    EXPECT_EQ(about.author, "Ada Lovelace");
    EXPECT_EQ(about.subject, "A trial");
    EXPECT_EQ(about.keywords, "one, two");
    EXPECT_EQ(about.creator, "LaTeX");
    EXPECT_EQ(about.producer, "a test");
    EXPECT_EQ(about.createdAt, 1'577'934'245);
    EXPECT_FALSE(about.isEncrypted);
    EXPECT_FALSE(about.isLocked);
    EXPECT_FALSE(about.hasAttachments);
}

TEST(Document, readsMetadataInOtherScripts)
{
    const test::TempFolder folder;
    const std::string utf16("\xFE\xFF\x04\x1E\x04\x41\x04\x3D\xD8\x3D\xDE\x00", 12);
    const auto document = opened(folder, {.pages = {pageOf("x")}, .info = {{"Title", utf16}}});
    ASSERT_TRUE(document) << document.error().message;
    EXPECT_EQ(document->about().title, "Осн😀");
}

TEST(Document, readsTheOutlineInOrder)
{
    const test::TempFolder folder;
    auto document = opened(folder,
                           {.pages = {pageOf("x")},
                            .outline = {{0, "Introduction"}, {0, "Methods"}, {1, "Sample"}, {0, "Results"}}});
    ASSERT_TRUE(document) << document.error().message;
    const auto outline = document->outline();
    ASSERT_TRUE(outline) << outline.error().message;
    EXPECT_THAT(*outline,
                testing::ElementsAre(OutlineEntry{"Introduction", 0},
                                     OutlineEntry{"Methods", 0},
                                     OutlineEntry{"Sample", 1},
                                     OutlineEntry{"Results", 0}));
}

TEST(Document, hasNoOutlineWhereTheFileHasNone)
{
    const test::TempFolder folder;
    auto document = opened(folder, {.pages = {pageOf("x")}});
    ASSERT_TRUE(document);
    const auto outline = document->outline();
    ASSERT_TRUE(outline);
    EXPECT_TRUE(outline->empty());
}

TEST(Document, tellsThatThereAreAttachments)
{
    const test::TempFolder folder;
    const auto document = opened(
        folder,
        {.pages = {pageOf("x")},
         .catalog = "/Names << /EmbeddedFiles << /Names [(a.txt) << /Type /Filespec /F (a.txt) >>] >> >>"});
    ASSERT_TRUE(document) << document.error().message;
    EXPECT_TRUE(document->about().hasAttachments);
}

TEST(Document, opensALockedFileWithoutItsPages)
{
    const test::TempFolder folder;
    auto document = opened(folder, {.pages = {pageOf("secret")}, .password = "open sesame"});
    ASSERT_TRUE(document) << document.error().message;
    EXPECT_TRUE(document->about().isLocked);
    EXPECT_TRUE(document->about().isEncrypted);
    EXPECT_TRUE(document->about().pages.empty());
    const auto text = document->text(0);
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().code, ErrorCode::Denied);
    EXPECT_NE(text.error().message.find("password"), std::string::npos);
    const auto outline = document->outline();
    ASSERT_FALSE(outline);
    EXPECT_EQ(outline.error().code, ErrorCode::Denied);
}

TEST(Document, readsAFileThatIsEncryptedForNobody)
{
    const test::TempFolder folder;
    auto document =
        opened(folder, {.pages = {pageOf("not secret")}, .info = {{"Title", "Known"}}, .password = ""});
    ASSERT_TRUE(document) << document.error().message;
    EXPECT_TRUE(document->about().isEncrypted);
    EXPECT_FALSE(document->about().isLocked);
    EXPECT_EQ(document->about().title, "Known");
    const auto text = document->text(0);
    ASSERT_TRUE(text) << text.error().message;
    EXPECT_EQ(plainText(*text), "not secret");
}

TEST(Document, refusesAPageThatIsNotThere)
{
    const test::TempFolder folder;
    auto document = opened(folder, {.pages = {pageOf("x")}});
    ASSERT_TRUE(document);
    for (const std::size_t page : {std::size_t{1}, std::size_t{1} << 40U}) {
        const auto text = document->text(page);
        ASSERT_FALSE(text);
        EXPECT_EQ(text.error().code, ErrorCode::InvalidArgument);
        EXPECT_FALSE(document->picture(page, 1));
    }
    EXPECT_TRUE(document->text(0)) << "the process goes on";
}

TEST(Document, saysThatAFileIsMissingOrAFolder)
{
    const test::TempFolder folder;
    const auto missing = Document::open(folder.path() / "none.pdf");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
    EXPECT_FALSE(Document::open(folder.path()));
}

TEST(Document, opensAFileWhateverItsName)
{
    const test::TempFolder folder;
    for (const char *name : {"-opt.pdf", "a b'\"$(id).pdf", "Źródło.pdf", "noextension"}) {
        const auto path = folder.file(name, makePdf({.pages = {pageOf("x")}}));
        EXPECT_TRUE(Document::open(path)) << name;
    }
}

} // namespace

TEST(Document, saysTheIdentifiersOfItsXmpMetadata)
{
    const std::string xmp = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><prism:doi>10.1000/sleep.1</prism:doi>"
                            "<dc:title>Schlafqualit\xC3\xA4t</dc:title></x:xmpmeta>";
    const test::TempFolder folder;
    auto document = Document::open(folder.file(
        "xmp.pdf",
        test::pdfOfObjects({"<< /Type /Catalog /Pages 2 0 R /Metadata 4 0 R >>",
                            "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
                            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] >>",
                            "<< /Type /Metadata /Subtype /XML /Length " + std::to_string(xmp.size()) +
                                " >>\nstream\n" + xmp + "\nendstream"})));
    ASSERT_TRUE(document) << document.error().message;
    EXPECT_EQ(document->identifiers().value(), "10.1000/sleep.1");
}

} // namespace winnow::pdf
