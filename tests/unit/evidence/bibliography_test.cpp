#include "evidence/bibliography.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace winnow::evidence {

namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char *kItems = R"([
 {"id": "B & <c> 1", "type": "article-journal", "title": "On <i>wood</i> carving", "author": [{"family": "Hassan", "given": "H."}],
  "issued": {"date-parts": [[2020]]}, "container-title": "Crafts", "volume": "3", "issue": "2", "page": "1-9",
  "DOI": "10.1/x"},
 {"id": "a", "type": "book", "title": "Clay", "author": [{"family": "Abe", "given": "A."}], "issued": {"date-parts": [[2019]]}}])";

std::string textOf(const PrintedReference &reference)
{
    std::string text;
    for (const ReferenceRun &run : reference.runs) {
        text += run.text;
    }
    return text;
}

bool hasPandoc()
{
    return std::system("pandoc --version > /dev/null 2>&1") == 0 && styleFile("ieee"); // NOLINT(cert-env33-c)
}

TEST(Bibliography, printsReferencesInAStyleInTheOrderOfOurNumbers)
{
    if (!hasPandoc()) {
        GTEST_SKIP() << "pandoc and the styles are not installed";
    }
    const auto references = referencesInStyle(kItems, "ieee");
    ASSERT_TRUE(references) << references.error().message << references.error().detail;
    ASSERT_EQ(references->size(), 2U);
    EXPECT_EQ((*references)[0].key, "B & <c> 1");
    EXPECT_THAT(textOf((*references)[0]),
                HasSubstr("H. Hassan, \u201cOn wood carving,\u201d Crafts, vol. 3, no. 2"));
    EXPECT_THAT(textOf((*references)[0]), Not(HasSubstr("[1]")));
    EXPECT_TRUE(std::ranges::any_of((*references)[0].runs, [](const ReferenceRun &run) {
        return run.isItalic && run.text.find("Crafts") != std::string::npos;
    }));
    const auto byAuthor = referencesInStyle(kItems, "apa");
    ASSERT_TRUE(byAuthor) << byAuthor.error().message;
    EXPECT_EQ((*byAuthor)[1].key, "a") << "APA sorts by author, we by number";
    EXPECT_THAT(textOf((*byAuthor)[1]), HasSubstr("Abe, A. (2019)"));
}

TEST(Bibliography, saysHowToGetAStyle)
{
    const auto references = referencesInStyle(kItems, "no-such-style");
    ASSERT_FALSE(references);
    EXPECT_THAT(references.error().message, HasSubstr("citation-style-language-styles"));
    EXPECT_FALSE(styleFile("../../../../etc/passwd"));
    EXPECT_FALSE(styleFile(""));
}

TEST(Bibliography, doesWithoutPandoc)
{
    const auto references = plainReferences(kItems);
    ASSERT_EQ(references.size(), 2U);
    EXPECT_EQ(textOf(references[0]),
              "Hassan, H. (2020). On <i>wood</i> carving. Crafts. 3(2), 1-9. https://doi.org/10.1/x");
    EXPECT_EQ(references[0].runs.back().address, "https://doi.org/10.1/x");
}

TEST(Bibliography, printsAKeyWhereAnItemSaysNothingReadable)
{
    const auto references = plainReferences(
        R"([{"id": "x", "title": 5.5, "author": {"a": 1}, "issued": {"date-parts": [[]]}}, 7, {"id": "y"}])");
    ASSERT_EQ(references.size(), 2U);
    EXPECT_EQ(textOf(references[1]), "y");
    EXPECT_TRUE(plainReferences("no json").empty());
}

} // namespace

} // namespace winnow::evidence
