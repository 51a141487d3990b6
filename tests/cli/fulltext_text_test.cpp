#include "review_test.h"
#include "support/pdf_file.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>

namespace winnow::cli::test {

namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using winnow::test::makePdf;
using winnow::test::pdfLine;

class FulltextText : public ReviewTest
{
protected:
    FulltextText()
    {
        m_session.makeReview("r.winnow", kThreeRecords);
        for (const char *key : {"A2020", "B2021", "C2022"}) {
            decide("ann", key, "include");
        }
        m_session.write("craft.pdf",
                        makePdf({.pages = {{pdfLine(72, 700, "Batik is dyed by hand")},
                                           {pdfLine(72, 700, "and sold at markets")}}}));
        m_session.write("scan.pdf", makePdf({.pages = {{"0 0 200 200 re f"}}}));
        m_session.write("cut.pdf", "%PDF-1.4\n1 0 obj << /Type /Catalog >>");
    }

    void attach(const std::string &key, const std::string &file)
    {
        EXPECT_EQ(run({"fulltext", "attach", "@/r.winnow", key, "@/" + file}).code, 0);
    }

    std::vector<std::string> find(const std::string &query)
    {
        std::vector<std::string> keys;
        const json answer = parsed({"find", "@/r.winnow", query});
        for (const json &record : answer["records"]) {
            keys.push_back(record["key"]);
        }
        return keys;
    }
};

TEST_F(FulltextText, isSearchedPageByPage)
{
    attach("A2020", "craft.pdf");
    EXPECT_THAT(find("FULLTEXT(\"dyed by hand\")"), ElementsAre("A2020"));
    EXPECT_THAT(find("FULLTEXT(hand W/5 sold)"), ElementsAre());
    EXPECT_THAT(find("FULLTEXT(hand AND sold)"), ElementsAre("A2020"));
    const json answer = parsed({"find", "@/r.winnow", "FULLTEXT(steel)"});
    EXPECT_EQ(answer["undecided"], 2) << "have no PDF";
    EXPECT_THAT(answer["undecided_without"], ElementsAre("FULLTEXT"));
}

TEST_F(FulltextText, isSearchedOfFilesAttachedLaterAndNoLongerOfDetachedOnes)
{
    attach("A2020", "craft.pdf");
    EXPECT_THAT(find("FULLTEXT(batik)"), ElementsAre("A2020"));
    attach("B2021", "craft.pdf");
    EXPECT_THAT(find("FULLTEXT(batik)"), ElementsAre("A2020", "B2021"));
    EXPECT_EQ(run({"fulltext", "detach", "@/r.winnow", "A2020"}).code, 0);
    EXPECT_THAT(find("FULLTEXT(batik)"), ElementsAre("B2021"));
    EXPECT_EQ(run({"undo", "@/r.winnow"}).code, 0);
    EXPECT_THAT(find("FULLTEXT(batik)"), ElementsAre("A2020", "B2021"));
}

TEST_F(FulltextText, isPrintedByPages)
{
    attach("A2020", "craft.pdf");
    EXPECT_EQ(run({"fulltext", "text", "@/r.winnow", "A2020"}).out,
              "Batik is dyed by hand\n\fand sold at markets\n");
    EXPECT_EQ(run({"fulltext", "text", "@/r.winnow", "A2020", "--page", "2"}).out, "and sold at markets\n");
    EXPECT_THAT(refused({"fulltext", "text", "@/r.winnow", "A2020", "--page", "3"}).err,
                HasSubstr("craft.pdf has 2 pages only"));
    const json text = parsed({"fulltext", "text", "@/r.winnow", "A2020"});
    EXPECT_EQ(text["pages"][1]["text"], "and sold at markets");
    EXPECT_THAT(refused({"fulltext", "text", "@/r.winnow", "B2021"}).err, HasSubstr("has no file"));
}

TEST_F(FulltextText, tellsOfFilesWithoutText)
{
    attach("A2020", "craft.pdf");
    attach("B2021", "scan.pdf");
    attach("C2022", "cut.pdf");
    EXPECT_THAT(refused({"fulltext", "text", "@/r.winnow", "B2021"}).err, HasSubstr("probably scanned"));
    EXPECT_THAT(refused({"fulltext", "text", "@/r.winnow", "C2022"}).err, HasSubstr("cut.pdf"));
    const Output all = run({"fulltext", "text", "@/r.winnow"});
    EXPECT_THAT(all.out, HasSubstr("3 PDFs: 1 with text, 0 in part, 1 without (scanned), 1 unreadable.\n"));
    EXPECT_THAT(all.out, HasSubstr("scan.pdf: No page has text; it was probably scanned."));
    EXPECT_THAT(run({"fulltext", "status", "@/r.winnow"}).out, HasSubstr("B2021  scanned: scan.pdf."));
    EXPECT_EQ(parsed({"find", "@/r.winnow", "FULLTEXT(batik)"})["undecided"], 2)
        << "the scanned and the unreadable one";
}

TEST_F(FulltextText, tellsOfAFileThatWasChangedAndReadsItOnceItIsRightAgain)
{
    attach("A2020", "craft.pdf");
    std::filesystem::path stored;
    for (const auto &entry : std::filesystem::directory_iterator(m_session.path("r.files"))) {
        stored = entry.path();
    }
    const auto moved = m_session.path("elsewhere.pdf");
    std::filesystem::rename(stored, moved);
    EXPECT_THAT(find("FULLTEXT(batik)"), ElementsAre());
    EXPECT_THAT(refused({"fulltext", "text", "@/r.winnow", "A2020"}).err, HasSubstr("missing"));
    EXPECT_THAT(run({"fulltext", "text", "@/r.winnow"}).out, HasSubstr("1 missing or changed"));
    std::filesystem::rename(moved, stored);
    EXPECT_THAT(find("FULLTEXT(batik)"), ElementsAre("A2020"));
    std::filesystem::rename(stored, moved);
    EXPECT_THAT(find("FULLTEXT(batik)"), ElementsAre("A2020")) << "it was read before";
}

TEST_F(FulltextText, staysSearchedWhenTheIndexIsLostOrDamaged)
{
    attach("A2020", "craft.pdf");
    EXPECT_THAT(find("FULLTEXT(batik)"), ElementsAre("A2020"));
    const auto folder = m_session.path("r.fulltext-index");
    ASSERT_TRUE(std::filesystem::exists(folder));
    m_session.write("r.fulltext-index/vocabulary", "x");
    EXPECT_THAT(find("FULLTEXT(batik)"), ElementsAre("A2020"));
    std::filesystem::remove_all(folder);
    EXPECT_THAT(find("FULLTEXT(batik)"), ElementsAre("A2020"));
}

TEST_F(FulltextText, isReadAnewWhereThatIsAskedFor)
{
    attach("A2020", "craft.pdf");
    EXPECT_THAT(find("FULLTEXT(batik)"), ElementsAre("A2020"));
    const auto before = std::filesystem::last_write_time(m_session.path("r.fulltext-index") / "vocabulary");
    run({"fulltext", "text", "@/r.winnow"});
    EXPECT_EQ(std::filesystem::last_write_time(m_session.path("r.fulltext-index") / "vocabulary"), before);
    run({"fulltext", "text", "@/r.winnow", "--again"});
    EXPECT_NE(std::filesystem::last_write_time(m_session.path("r.fulltext-index") / "vocabulary"), before);
}

TEST_F(FulltextText, isToldOfInTheCheckOfAQuery)
{
    const Output checked = m_session.run({"query", "check", "--query", "TITLE(craft) AND FULLTEXT(basket)"});
    EXPECT_THAT(checked.out, HasSubstr("I02"));
}

} // namespace

} // namespace winnow::cli::test
