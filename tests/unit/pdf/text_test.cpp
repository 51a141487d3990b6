#include "pdf/document.h"
#include "support/pdf_file.h"
#include "support/temp_folder.h"

#include <cairo-pdf.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

namespace winnow::pdf {

namespace {

using test::pdfLine;
using test::PdfPage;

PageText textOf(const PdfPage &page)
{
    const test::TempFolder folder;
    auto document = Document::open(folder.file("file.pdf", test::makePdf({.pages = {page}})));
    EXPECT_TRUE(document) << document.error().message;
    auto text = document->text(0);
    EXPECT_TRUE(text) << text.error().message;
    return *text;
}

std::string wordsOf(const std::string &content)
{
    return plainText(textOf({.content = content}));
}

TEST(Text, givesWordsInReadingOrder)
{
    EXPECT_EQ(wordsOf(pdfLine(72, 700, "Sleep improves memory.") + pdfLine(72, 685, "So does rest.")),
              "Sleep improves memory. So does rest.");
}

TEST(Text, putsABoxAroundEachWord)
{
    const PageText text = textOf({.content = pdfLine(72, 700, "one two") + pdfLine(72, 300, "three")});
    ASSERT_EQ(text.words.size(), 3);
    const Box one = text.words[0].box;
    const Box two = text.words[1].box;
    const Box three = text.words[2].box;
    // Helvetica has o, n, e of 556 thousandths; the base line is 842 - 700 from the top.
    EXPECT_NEAR(one.left, 72, 0.1);
    EXPECT_NEAR(one.right, 72 + 3 * 0.556 * 12, 0.1);
    EXPECT_NEAR(two.left, one.right + 0.278 * 12, 0.1);
    EXPECT_LT(one.top, 142 - 6);
    EXPECT_GT(one.bottom, 142);
    EXPECT_LT(one.bottom - one.top, 16);
    EXPECT_NEAR(three.top - one.top, 400, 0.1);
}

TEST(Text, putsBoxesWhereATurnedOrCroppedPageShowsThem)
{
    const PageText turned = textOf({.content = pdfLine(72, 700, "word"), .rotate = 90});
    ASSERT_EQ(turned.words.size(), 1);
    EXPECT_NEAR(turned.words[0].box.top, 72, 1) << "what was at the left is at the top";
    const PageText cropped = textOf({.content = pdfLine(72, 700, "seen") + pdfLine(72, 30, "hidden"),
                                     .extra = "/CropBox [50 600 500 800]"});
    ASSERT_EQ(cropped.words.size(), 1) << plainText(cropped);
    EXPECT_NEAR(cropped.words[0].box.left, 22, 0.1);
    EXPECT_GT(cropped.words[0].box.bottom, 100);
    EXPECT_LT(cropped.words[0].box.top, 100);
}

TEST(Text, writesLigaturesAsLetters)
{
    EXPECT_EQ(wordsOf(pdfLine(72,
                              700,
                              "The e\x03"
                              "cient \x02ow is bene\x01"
                              "cial",
                              "F2")),
              "The efficient flow is beneficial");
}

TEST(Text, joinsWordsThatAreDividedAtTheEndOfALine)
{
    const PageText text =
        textOf({.content = pdfLine(72, 700, "was found bene-") + pdfLine(72, 685, "ficial for all")});
    EXPECT_EQ(plainText(text), "was found beneficial for all");
    const Word &word = text.words[2];
    ASSERT_TRUE(word.rest);
    EXPECT_GT(word.box.left, 120);
    EXPECT_NEAR(word.rest->left, 72, 0.1);
    EXPECT_GT(word.rest->top, word.box.top);
}

TEST(Text, readsColumnsOneAfterTheOther)
{
    std::string content;
    for (int line = 0; line < 12; ++line) { // as programs write them that go by lines
        const double y = 700 - 14 * line;
        content += pdfLine(72, y, "left column line number" + std::to_string(line));
        content += pdfLine(320, y, "right column line number" + std::to_string(line));
    }
    const std::string text = wordsOf(content);
    EXPECT_LT(text.find("left column line number11"), text.find("right column line number0")) << text;
}

TEST(Text, joinsAWordThatIsDividedBetweenColumns)
{
    std::string content;
    for (int line = 0; line < 12; ++line) {
        const double y = 700 - 14 * line;
        content += pdfLine(72, y, line == 11 ? "this line ends ran-" : "left column line of words");
        content += pdfLine(320, y, line == 0 ? "domised here again" : "right column line of words");
    }
    const std::string text = wordsOf(content);
    EXPECT_NE(text.find("ends randomised here"), std::string::npos) << text;
}

TEST(Text, readsSeveralFontsOnAPage)
{
    EXPECT_EQ(wordsOf(pdfLine(72, 700, "Heading", "F1", 24) + pdfLine(72, 650, "body text", "F2", 10) +
                      pdfLine(72, 630, "int main", "F3", 9)),
              "Heading body text int main");
}

TEST(Text, isEmptyWhereAPageHasNone)
{
    EXPECT_TRUE(textOf({.content = "0 0 100 100 re f"}).words.empty());
}

void drawText(const std::string &path, const char *text)
{
    cairo_surface_t *const surface = cairo_pdf_surface_create(path.c_str(), 400, 300);
    cairo_t *const drawing = cairo_create(surface);
    cairo_select_font_face(drawing, "Liberation Serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(drawing, 20);
    cairo_move_to(drawing, 50, 100);
    cairo_show_text(drawing, text);
    cairo_show_page(drawing);
    cairo_destroy(drawing);
    cairo_surface_destroy(surface);
}

TEST(Text, readsWhatCairoDraws)
{
    const test::TempFolder folder;
    const std::string path = (folder.path() / "cairo.pdf").string();
    // In a process of its own: fontconfig keeps what it read of fonts to the end.
    const auto draw = [&path] {
        drawText(path, "Größe naïve Ελλάδα");
        std::_Exit(0);
    };
    ASSERT_EXIT(draw(), testing::ExitedWithCode(0), "");
    auto document = Document::open(path);
    ASSERT_TRUE(document) << document.error().message;
    const auto text = document->text(0);
    ASSERT_TRUE(text) << text.error().message;
    EXPECT_EQ(plainText(*text), "Größe naïve Ελλάδα");
    EXPECT_NEAR(text->words.at(0).box.left, 50, 2);
}

} // namespace

} // namespace winnow::pdf
