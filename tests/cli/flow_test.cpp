#include "review_test.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace winnow::cli::test {

namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// A2020 and its duplicate C2022 went on, B2021 was excluded.
class FlowTest : public ReviewTest
{
protected:
    void SetUp() override
    {
        m_session.makeReview("r.winnow", kThreeRecords);
        run({"dedupe", "@/r.winnow"});
        decide("ann", "A2020", "include");
        run({"decide",
             "@/r.winnow",
             "B2021",
             "--stage",
             "title-abstract",
             "--verdict",
             "exclude",
             "--reason",
             "not about craft",
             "--reviewer",
             "ann"});
    }
};

TEST_F(FlowTest, listsTheRecordsBehindABox)
{
    EXPECT_EQ(run({"flow", "@/r.winnow", "--box", "records_excluded", "--ids"}).out, "2\n");
    EXPECT_EQ(run({"flow", "@/r.winnow", "--box", "duplicates", "--ids"}).out, "3\n");
    EXPECT_EQ(run({"flow", "@/r.winnow", "--box", "database_results", "--ids"}).out, "1\n2\n3\n");
    EXPECT_EQ(run({"flow", "@/r.winnow", "--box", "box5"}).out,
              "records excluded (n = 1)\n  2  Bamboo baskets and e-commerce (2021)  Li J.\n");
    const auto json = parsed({"flow", "@/r.winnow", "--box", "box6"});
    ASSERT_EQ(json.size(), 1U);
    EXPECT_EQ(json[0]["line"], "dbr_sought_reports");
    EXPECT_EQ(json[0]["n"], 1);
    EXPECT_EQ(json[0]["records"][0]["key"], "A2020");
    EXPECT_THAT(refused({"flow", "@/r.winnow", "--box", "box77"}).err, HasSubstr("no box or line box77"));
}

TEST_F(FlowTest, countsReportsThatCouldNotBeHad)
{
    run({"retrieval", "@/r.winnow", "--record", "1", "--not-retrieved", "no access"});
    EXPECT_EQ(run({"flow", "@/r.winnow", "--box", "box7", "--ids"}).out, "1\n");
    EXPECT_EQ(parsed({"flow", "@/r.winnow"})["dbr"]["not_retrieved"], 1);
    EXPECT_THAT(run({"log", "@/r.winnow"}).out, HasSubstr("report of A2020: not-retrieved, no access"));
    run({"undo", "@/r.winnow"});
    EXPECT_EQ(parsed({"flow", "@/r.winnow"})["dbr"]["not_retrieved"], 0);
    EXPECT_THAT(refused({"retrieval", "@/r.winnow", "B2021", "--not-retrieved", "no access"}).err,
                HasSubstr("B2021 was excluded at title and abstract"));
}

TEST_F(FlowTest, countsReportsOfOneStudyAsOneStudy)
{
    run({"split", "@/r.winnow", "C2022"});
    decide("ann", "C2022", "include");
    for (const char *key : {"A2020", "C2022"}) {
        run({"decide", "@/r.winnow", key, "--stage", "full-text", "--verdict", "include"});
        run({"study", "@/r.winnow", key, "--of", "Craft trial"});
    }
    const auto json = parsed({"flow", "@/r.winnow"});
    EXPECT_EQ(json["included"]["new_studies"], 1);
    EXPECT_EQ(json["included"]["new_reports"], 2);
    run({"study", "@/r.winnow", "C2022", "--alone"});
    EXPECT_EQ(parsed({"flow", "@/r.winnow"})["included"]["new_studies"], 2);
}

TEST_F(FlowTest, marksNumbersFromOutside)
{
    run({"flow",
         "number",
         "@/r.winnow",
         "--line",
         "other_results",
         "--name",
         "Contact with authors",
         "--count",
         "4",
         "--note",
         "e-mails of May"});
    const auto json = parsed({"flow", "@/r.winnow"});
    EXPECT_EQ(json["variant"], "new_other");
    ASSERT_EQ(json["outside"].size(), 1U);
    EXPECT_EQ(json["outside"][0]["box"], "box11");
    EXPECT_EQ(json["outside"][0]["n"], 4);
    EXPECT_EQ(json["outside"][0]["note"], "e-mails of May");
    EXPECT_THAT(run({"flow", "@/r.winnow", "--box", "box11"}).out, HasSubstr("4 counted outside Winnow"));
    EXPECT_THAT(run({"flow", "@/r.winnow", "-o", "@/x.json"}).out,
                HasSubstr("From outside Winnow: 4 records of other methods, Contact with authors (e-mails of "
                          "May)"));
    run({"flow",
         "number",
         "@/r.winnow",
         "--line",
         "other_results",
         "--name",
         "Contact with authors",
         "--none"});
    EXPECT_FALSE(parsed({"flow", "@/r.winnow"}).contains("outside"));
}

TEST_F(FlowTest, keepsNumbersAndSaysWhatDiffersSince)
{
    run({"flow", "snapshot", "@/r.winnow", "--name", "submitted"});
    const std::string before = run({"flow", "@/r.winnow", "--snapshot", "submitted", "--json"}).out;
    run({"decide",
         "@/r.winnow",
         "A2020",
         "--stage",
         "title-abstract",
         "--verdict",
         "exclude",
         "--reviewer",
         "ann"});
    EXPECT_EQ(run({"flow", "@/r.winnow", "--snapshot", "submitted", "--json"}).out, before);
    EXPECT_NE(run({"flow", "@/r.winnow", "--json"}).out, before);
    EXPECT_EQ(run({"flow", "@/r.winnow", "--snapshot", "submitted", "--box", "box6", "--ids"}).out, "1\n");
    EXPECT_EQ(run({"flow", "@/r.winnow", "--box", "box6", "--ids"}).out, "");
    EXPECT_THAT(run({"flow", "diff", "@/r.winnow", "submitted"}).out,
                HasSubstr("box5  records excluded: 1 -> 2\n    came: #1\n"));
    const auto json = parsed({"flow", "diff", "@/r.winnow", "submitted", "now"});
    EXPECT_TRUE(json["records_known"]);
    EXPECT_EQ(json["differences"][0]["line"], "records_excluded");
    EXPECT_EQ(json["differences"][0]["came"][0], 1);
    EXPECT_THAT(run({"flow", "snapshots", "@/r.winnow"}).out,
                HasSubstr("submitted  2026-11-24T09:00:00.000Z"));
    EXPECT_EQ(parsed({"flow", "snapshots", "@/r.winnow"})[0]["name"], "submitted");
    EXPECT_THAT(refused({"flow", "diff", "@/r.winnow", "revised"}).err,
                HasSubstr("No numbers were kept as revised. There are: submitted."));
}

TEST_F(FlowTest, drawsTheNumbersThatWereKept)
{
    run({"flow", "snapshot", "@/r.winnow", "--name", "submitted"});
    run({"flow", "@/r.winnow", "-o", "@/before.json"});
    run({"flow", "@/r.winnow", "-o", "@/before.svg"});
    decide("ann", "A2020", "exclude");
    run({"flow", "@/r.winnow", "--snapshot", "submitted", "-o", "@/kept.json", "-o", "@/kept.svg"});
    EXPECT_EQ(m_session.read("kept.json"), m_session.read("before.json"));
    EXPECT_EQ(m_session.read("kept.svg"), m_session.read("before.svg"));
    run({"flow", "@/r.winnow", "-o", "@/now.json"});
    EXPECT_NE(m_session.read("now.json"), m_session.read("before.json"));
}

TEST_F(FlowTest, countsAsOfADay)
{
    EXPECT_EQ(parsed({"flow", "@/r.winnow", "--as-of", "2026-11-24"}), parsed({"flow", "@/r.winnow"}));
    const auto before = parsed({"flow", "@/r.winnow", "--as-of", "2026-11-23"});
    EXPECT_EQ(before["databases"]["total"], 0);
    EXPECT_EQ(run({"flow", "@/r.winnow", "--as-of", "2026-11-23", "--box", "box2", "--ids"}).out, "");
    EXPECT_THAT(run({"flow", "@/r.winnow", "--as-of", "2026-11-23", "-o", "@/x.json"}).out,
                HasSubstr("0 screened"));
    EXPECT_THAT(refused({"flow", "@/r.winnow", "--as-of", "last week", "--json"}).err,
                HasSubstr("last week is no date. Write a day as 2026-01-31"));
}

TEST_F(FlowTest, tellsWhatToolsExcludedFromWhatPeopleDid)
{
    EXPECT_FALSE(parsed({"flow", "@/r.winnow"}).contains("records_excluded_by_tools"));
    run({"stage", "@/r.winnow", "--stage", "title-abstract", "--tool", "RCT classifier"});
    run({"split", "@/r.winnow", "C2022"});
    decide("RCT classifier", "C2022", "exclude");
    const auto json = parsed({"flow", "@/r.winnow"});
    EXPECT_EQ(json["records_excluded_by_tools"], 1);
    EXPECT_EQ(json["records_excluded_by_people"], 1);
}

TEST_F(FlowTest, refusesTheSameFileTwiceSoThatItCountsOnce)
{
    EXPECT_THAT(refused({"import", "@/r.winnow", "@/r.winnow.ris", "--source", "Scopus"}).err,
                Not(IsEmpty()));
    EXPECT_EQ(parsed({"flow", "@/r.winnow"})["databases"]["total"], 3);
}

TEST_F(FlowTest, wantsEitherANumberOrThatThereIsNone)
{
    EXPECT_EQ(m_session.run({"flow", "number", "@/r.winnow", "--line", "duplicates"}).code, int{UsedWrongly});
    EXPECT_EQ(m_session.run({"flow", "@/r.winnow", "--ids"}).code, int{UsedWrongly});
    EXPECT_EQ(
        m_session.run({"flow", "@/r.winnow", "--as-of", "2026-01-01", "--snapshot", "submitted", "--json"})
            .code,
        int{UsedWrongly});
}

TEST(FlowStyle, drawsNumbersOfAFileInEveryKindOfFile)
{
    Session session;
    session.write(
        "n.json",
        R"({"variant": "new_other", "databases": {"total": 20}, "screened": 20, "records_excluded": 9,
                      "dbr": {"sought": 11, "not_retrieved": 1, "assessed": 10,
                              "excluded": [{"reason": "no data", "n": 4}]},
                      "other": {"more": [{"name": "Websites", "n": 2}], "sought": 2, "assessed": 2},
                      "included": {"new_studies": 8, "new_reports": 8}})");
    for (const char *extension :
         {"svg", "pdf", "eps", "png", "tif", "html", "docx", "tex", "txt", "csv", "json"}) {
        const std::string file = std::string("@/f.") + extension;
        const Output drawn = session.run({"flow", "--counts", "@/n.json", "-o", file});
        EXPECT_EQ(drawn.code, Done) << extension << ": " << drawn.err;
        EXPECT_THAT(drawn.err, IsEmpty());
        EXPECT_GT(session.read(file.substr(2)).size(), 100U) << extension;
    }
    EXPECT_THAT(session.read("f.txt"), HasSubstr("other methods"));
    ASSERT_EQ(session.run({"flow", "--counts", "@/f.csv", "-o", "@/g.svg", "--template", "2009"}).code, Done);
    EXPECT_THAT(session.read("g.svg"), HasSubstr("qualitative synthesis"));
    ASSERT_EQ(session.run({"flow", "--template", "updated-other", "-o", "@/blank.svg"}).code, Done);
    EXPECT_THAT(session.read("blank.svg"), HasSubstr("Previous studies"));
}

TEST(FlowStyle, takesOptionsAndSaysWhatCannotBeReadInThem)
{
    Session session;
    const auto draw = [&](std::vector<std::string> options) {
        options.insert(options.begin(), {"flow", "--template", "new-other", "-o", "@/f.svg"});
        const Output drawn = session.run(options);
        return drawn.code == Done ? session.read("f.svg") + drawn.err : drawn.err;
    };
    EXPECT_THAT(
        draw({"--add-line", "box11:Personal communication=4", "--add-row", "box8:Appraised=40|Weak=2"}),
        testing::AllOf(HasSubstr("Personal communication"), HasSubstr("Weak")));
    EXPECT_THAT(draw({"--add-line", "box11"}), HasSubstr("Write it as box11:Personal communication=4"));
    EXPECT_THAT(draw({"--add-row", "box8:Appraised=x"}), HasSubstr("cannot be read"));
    EXPECT_THAT(draw({"--texts", "id", "--note", "Catatan."}),
                testing::AllOf(HasSubstr("Rekaman disaring"), HasSubstr("Catatan.")));
    EXPECT_THAT(draw({"--texts", "xx"}), HasSubstr("There are en, id, r-package"));
    session.write("fr.json", R"({"based-on": "en", "box": {"screened": "Notices"}})");
    EXPECT_THAT(draw({"--texts", session.path("fr.json").string()}), HasSubstr("Notices"));
    EXPECT_THAT(draw({"--preset", "plos", "--font-size", "6"}),
                testing::AllOf(HasSubstr("PLOS asks for type of at least 8 pt"), HasSubstr("not .svg")));
    EXPECT_THAT(draw({"--hide", "box7", "--hide", "box13", "--no-attribution"}),
                testing::AllOf(Not(HasSubstr("not retrieved")), Not(HasSubstr(">From: Page"))));
}

TEST(FlowCheck, holdsTheTextOfAManuscriptAgainstTheNumbers)
{
    Session session;
    session.write("n.json", R"({"variant": "new_db", "databases": {"total": 20}, "screened": 20})");
    session.write("m.txt", "We screened 21 records. In 2020, 20 records were identified.");
    const Output checked = session.run({"flow", "check", "@/n.json", "--text", "@/m.txt"});
    EXPECT_THAT(checked.out, testing::StartsWith("warning R20  The text says \u201CWe screened 21 records."));
    EXPECT_EQ(checked.out.find("R20", 10), std::string::npos) << "the year is no number of records";
    EXPECT_EQ(session.run({"flow", "check", "@/n.json", "--text", "@/none.txt"}).code, Refused);
    session.write("m.docx", "PK\x03\x04 no archive");
    EXPECT_EQ(session.run({"flow", "check", "@/n.json", "--text", "@/m.docx"}).code, Refused);
}

TEST_F(FlowTest, fillsInTheChecklistWhereTheReviewKnows)
{
    run({"search-run",
         "@/r.winnow",
         "--source",
         "WHO",
         "--kind",
         "website",
         "--hits",
         "3",
         "--date",
         "2026-05"});
    run({"checklist", "@/r.winnow", "-o", "@/c.md", "-o", "@/c.docx", "-o", "@/c.html"});
    const std::string text = m_session.read("c.md");
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 2 + 2 + 2 + 2 + 42 + 7 + 2);
    EXPECT_THAT(text,
                testing::AllOf(HasSubstr("Websites: WHO (last searched 2026-05)."),
                               HasSubstr("2 screened, 0 reports assessed"),
                               HasSubstr("one reviewer read each")));
    EXPECT_THAT(refused({"checklist", "@/r.winnow", "-o", "@/c.svg"}).err, HasSubstr(".docx"));
    run({"appendix", "@/r.winnow", "-o", "@/a.md"});
    EXPECT_THAT(m_session.read("a.md"),
                testing::AllOf(HasSubstr("### WHO"),
                               HasSubstr("run in 2026-05"),
                               HasSubstr("1 duplicate records were removed"),
                               HasSubstr("PRISMA-S checklist")));
}

} // namespace

} // namespace winnow::cli::test
