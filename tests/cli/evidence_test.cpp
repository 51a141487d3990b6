#include "review_test.h"

#include <gmock/gmock.h>

namespace winnow::cli::test {

namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// A review of two included records, A2020 and B2021.
const std::string kPlace = std::string(64, 'a') + "#page=6&box=72,100.5,300,112";

class EvidenceCommands : public ReviewTest
{
protected:
    void SetUp() override
    {
        m_session.makeReview("r.winnow", kThreeRecords);
        for (const char *key : {"A2020", "B2021"}) {
            for (const char *stage : {"title-abstract", "full-text"}) {
                run({"decide", "@/r.winnow", key, "--stage", stage, "--verdict", "include"});
            }
        }
    }
};

TEST_F(EvidenceCommands, offerFormsAndTakeThemIn)
{
    EXPECT_THAT(run({"forms", "@/r.winnow"}).out,
                AllOf(HasSubstr("pico"), HasSubstr("policy"), HasSubstr("bibliometric")));
    EXPECT_THAT(refused({"extract", "@/r.winnow", "A2020", "country=India"}).err, HasSubstr("no form yet"));
    run({"forms", "@/r.winnow", "--add", "policy"});
    EXPECT_THAT(run({"forms", "@/r.winnow", "--show", "policy"}).out,
                AllOf(HasSubstr("country"), HasSubstr("woodcraft")));
    EXPECT_EQ(parsed({"forms", "@/r.winnow"})[0]["version"], 1);
    EXPECT_THAT(refused({"forms", "@/r.winnow", "--add", "policy"}).err, HasSubstr("nothing in it changed"));
    EXPECT_THAT(refused({"forms", "@/r.winnow", "--add", "@/none.json"}).err, HasSubstr("none.json"));
}

TEST_F(EvidenceCommands, changeAFormThroughAFile)
{
    run({"forms", "@/r.winnow", "--add", "policy"});
    run({"forms", "@/r.winnow", "--save", "policy", "-o", "@/mine.json"});
    json form = json::parse(m_session.read("mine.json"));
    form["sections"][0]["fields"].push_back({{"id", "altitude"}, {"label", "Altitude"}, {"type", "integer"}});
    m_session.write("mine.json", form.dump());
    const Output changed = run({"forms", "@/r.winnow", "--add", "@/mine.json"});
    EXPECT_THAT(changed.out, AllOf(HasSubstr("version 2"), HasSubstr("Altitude")));
    run({"extract", "@/r.winnow", "A2020", "altitude=12"});
}

TEST_F(EvidenceCommands, refuseAFormThatIsWrong)
{
    m_session.write(
        "bad.json",
        R"({"id": "x", "title": "X", "sections": [{"title": "S", "fields": [{"id": "a", "label": "A", "type": "colour"}]}]})");
    EXPECT_THAT(refused({"forms", "@/r.winnow", "--add", "@/bad.json"}).err,
                AllOf(HasSubstr("bad.json"), HasSubstr("colour"), HasSubstr("two-by-two")));
    m_session.write("loop.json",
                    R"({"id": "x", "title": "X", "sections": [{"title": "S", "fields": [
                        {"id": "a", "label": "A", "type": "computed", "formula": "b + 1"},
                        {"id": "b", "label": "B", "type": "computed", "formula": "a + 1"}]}]})");
    EXPECT_THAT(refused({"forms", "@/r.winnow", "--add", "@/loop.json"}).err, HasSubstr("a -> b -> a"));
}

TEST_F(EvidenceCommands, recordValuesWithTheirQuotes)
{
    run({"forms", "@/r.winnow", "--add", "policy"});
    run({"extract",
         "@/r.winnow",
         "A2020",
         "country=India",
         "category=woodcraft; pottery",
         "--quote",
         "country=in the villages of India",
         "--page",
         "country=4",
         "--place",
         "country=" + kPlace});
    EXPECT_THAT(
        run({"extract", "@/r.winnow", "A2020"}).out,
        AllOf(HasSubstr("country: India"), HasSubstr("villages of India\u201d, p. 4"), HasSubstr("left")));
    const json study = parsed({"extract", "@/r.winnow", "A2020"});
    EXPECT_EQ(study["values"]["category"]["entries"], (json{"woodcraft", "pottery"}));
    EXPECT_EQ(study["values"]["country"]["quotes"][0]["page"], "4");
    EXPECT_EQ(study["values"]["country"]["quotes"][0]["place"], kPlace);
    EXPECT_THAT(refused({"extract", "@/r.winnow", "A2020", "country=Chad", "--place", "country=p. 3"}).err,
                HasSubstr("no place in a PDF"));
    EXPECT_THAT(refused({"extract", "@/r.winnow", "A2020", "category=glass"}).err, HasSubstr("Woodcraft"));
    EXPECT_THAT(refused({"extract", "@/r.winnow", "A2020", "weight=5"}).err,
                HasSubstr("no field \"weight\""));
    EXPECT_THAT(refused({"extract", "@/r.winnow", "A2020", "country"}).err, HasSubstr("country=Indonesia"));
    run({"undo", "@/r.winnow"});
    EXPECT_THAT(run({"extract", "@/r.winnow", "A2020"}).out, Not(HasSubstr("India")));
    EXPECT_THAT(run({"log", "@/r.winnow"}).out, HasSubstr("country: "));
}

/// What the README and the help show.
TEST_F(EvidenceCommands, recordTheValuesOfTheExample)
{
    run({"forms", "@/r.winnow", "--add", "pico"});
    run({"extract",
         "@/r.winnow",
         "A2020",
         "--form",
         "pico",
         "country=Malaysia",
         "recruited=120",
         "--quote",
         "recruited=120 craftspeople",
         "--page",
         "recruited=4"});
    EXPECT_THAT(run({"extract", "@/r.winnow", "A2020", "--form", "pico"}).out, HasSubstr("120 craftspeople"));
}

TEST_F(EvidenceCommands, rebuildAReviewFromTextFiles)
{
    run({"forms", "@/r.winnow", "--add", "policy"});
    run({"evidence", "@/r.winnow", "talk", "--kind", "interview", "--title", "A craftswoman"});
    run({"extract", "@/r.winnow", "A2020", "country=India", "category=woodcraft"});
    run({"extract", "@/r.winnow", "talk", "category=pottery"});
    run({"tables", "@/r.winnow", "--add", "thematic", "--id", "crafts", "--field", "policy/category"});
    const std::string before = run({"table", "@/r.winnow", "crafts"}).out;
    EXPECT_THAT(before, AllOf(HasSubstr("Woodcraft"), HasSubstr("[1]"), HasSubstr("[E1]")));
    run({"extract", "@/r.winnow", "-o", "@/values.csv"});
    run({"evidence", "@/r.winnow", "-o", "@/evidence.csv"});
    run({"tables", "@/r.winnow", "--save", "@/tables.json"});

    m_session.makeReview("s.winnow", kThreeRecords);
    for (const char *key : {"A2020", "B2021"}) {
        for (const char *stage : {"title-abstract", "full-text"}) {
            run({"decide", "@/s.winnow", key, "--stage", stage, "--verdict", "include"});
        }
    }
    run({"forms", "@/s.winnow", "--add", "policy"});
    run({"evidence", "@/s.winnow", "--from", "@/evidence.csv"});
    run({"extract", "@/s.winnow", "--from", "@/values.csv"});
    run({"tables", "@/s.winnow", "--load", "@/tables.json"});
    EXPECT_EQ(run({"table", "@/s.winnow", "crafts"}).out, before);
}

TEST_F(EvidenceCommands, writeATableAsEveryKindOfFile)
{
    run({"tables", "@/r.winnow", "--add", "characteristics", "--id", "c", "--caption", "=1+1 & <b>"});
    for (const char *file : {"t.docx",
                             "t.odt",
                             "t.xlsx",
                             "t.pdf",
                             "t.html",
                             "t.tex",
                             "t.md",
                             "t.grid.md",
                             "t.csv",
                             "t.tsv",
                             "t.txt",
                             "t.json"}) {
        run({"table", "@/r.winnow", "c", "-o", std::string("@/") + file});
        EXPECT_GT(std::filesystem::file_size(m_session.path(file)), 50U) << file;
    }
    EXPECT_THAT(refused({"table", "@/r.winnow", "c", "-o", "@/t.xyz"}).err, HasSubstr(".docx"));
    EXPECT_THAT(refused({"table", "@/r.winnow", "d"}).err, HasSubstr("there are c"));
    refused({"tables", "@/r.winnow", "--remove", "d"});
    run({"tables", "@/r.winnow", "--remove", "c"});
    EXPECT_THAT(refused({"tables", "@/r.winnow"}).err, HasSubstr("no evidence tables"));
}

TEST_F(EvidenceCommands, writeTheReportAsEveryKindOfFile)
{
    m_session.write("text.md", "# Key messages\n\n- Craft pays [@A2020].\n");
    const Output first = run({"report", "@/r.winnow", "--text", "@/text.md", "-o", "@/report.html"});
    EXPECT_THAT(first.out, HasSubstr("Key messages"));
    EXPECT_THAT(m_session.read("report.html"),
                AllOf(HasSubstr("Craft pays"), HasSubstr("PRISMA 2020 flow diagram")));
    for (const char *file : {"r.docx", "r.odt", "r.pdf", "r.md", "r.tex", "r.txt"}) {
        run({"report", "@/r.winnow", "-o", std::string("@/") + file});
        EXPECT_GT(std::filesystem::file_size(m_session.path(file)), 500U) << file;
    }
    EXPECT_EQ(run({"report", "@/r.winnow", "--print-text"}).out, m_session.read("text.md"));
    m_session.write("wrong.md", "As said [@Nobody1999].\n");
    EXPECT_THAT(refused({"report", "@/r.winnow", "--text", "@/wrong.md"}).err, HasSubstr("Nobody1999"));
    EXPECT_EQ(m_session.run({"report", "@/r.winnow"}).code, UsedWrongly);
}

TEST_F(EvidenceCommands, listStudiesAndSuggestGroups)
{
    EXPECT_THAT(run({"studies", "@/r.winnow"}).out, AllOf(HasSubstr("A2020"), HasSubstr("B2021")));
    EXPECT_THAT(run({"studies", "@/r.winnow", "--suggest"}).out, HasSubstr("No reports look"));
    EXPECT_EQ(m_session.run({"studies", "@/r.winnow", "--suggest", "--accept", "3"}).code, UsedWrongly);
    run({"study", "@/r.winnow", "A2020", "--of", "Craft trial"});
    run({"study", "@/r.winnow", "B2021", "--of", "Craft trial"});
    const json studies = parsed({"studies", "@/r.winnow"});
    ASSERT_EQ(studies.size(), 1U);
    EXPECT_EQ(studies[0]["reports"], (json{"A2020", "B2021"}));
}

TEST_F(EvidenceCommands, noteEvidenceFromOutside)
{
    EXPECT_THAT(run({"evidence", "@/r.winnow"}).out, HasSubstr("No evidence"));
    EXPECT_THAT(refused({"evidence", "@/r.winnow", "x", "--kind", "rumour", "--title", "t"}).err,
                HasSubstr("field-visit"));
    run({"evidence",
         "@/r.winnow",
         "plan",
         "--kind",
         "policy-document",
         "--title",
         "The plan",
         "--who",
         "The office"});
    EXPECT_EQ(parsed({"evidence", "@/r.winnow"})[0]["who"], "The office");
    EXPECT_EQ(m_session.run({"evidence", "@/r.winnow", "plan"}).code, UsedWrongly);
    run({"evidence", "@/r.winnow", "--remove", "plan"});
    EXPECT_THAT(run({"evidence", "@/r.winnow"}).out, HasSubstr("No evidence"));
}

} // namespace

} // namespace winnow::cli::test
