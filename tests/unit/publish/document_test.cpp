#include "publish/output.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pugixml.hpp>

namespace winnow::publish {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

Document hostileDocument()
{
    Document document;
    document.title = "A <title> & more \x01";
    document.isLandscape = true;
    document.blocks = {Heading{1, "One | two"},
                       Paragraph{"<script>alert(1)</script>"},
                       Verbatim{"TITLE(\"a\")\n```\nAND b"},
                       TextTable{{"A", "B"}, {1, 3}, {{"SECTION", ""}, {"x | y", "one\ntwo"}, {"short"}}}};
    return document;
}

std::string documentAs(const char *file)
{
    const Document document = hostileDocument();
    const auto output = outputFor(file, Subject::Document);
    EXPECT_EQ((*output)->document(document).value(), (*output)->document(document).value()) << "same bytes";
    return (*output)->document(document).value();
}

TEST(Document, isWrittenAsMarkdownThatShowsAllAsItIs)
{
    EXPECT_EQ(documentAs("d.md"),
              "# A &lt;title> &amp; more \n\n## One \\| two\n\n&lt;script>alert(1)&lt;/script>\n\n"
              "````\nTITLE(\"a\")\n```\nAND b\n````\n\n"
              "| A | B |\n| --- | --- |\n| SECTION |  |\n| x \\| y | one<br>two |\n| short |  |\n");
}

TEST(Document, isWrittenAsAWordDocument)
{
    EXPECT_THAT(documentAs("d.docx"), testing::StartsWith("PK"));
    EXPECT_THAT(outputFor("d.svg", Subject::Document).error().message,
                AllOf(HasSubstr(".docx"), HasSubstr(".html"), HasSubstr(".md"), Not(HasSubstr(".csv"))));
}

} // namespace

} // namespace winnow::publish
