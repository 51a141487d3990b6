#include "review_test.h"

#include <gmock/gmock.h>

namespace winnow::cli::test {

namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

const std::string kRecords =
    "TY  - JOUR\nID  - A1\nTI  - Salt farming on small islands\nAB  - Salt.\nER  - \n\n"
    "TY  - JOUR\nID  - B1\nTI  - Tin mining on small islands\nAB  - Tin.\nER  - \n\n"
    "TY  - JOUR\nID  - C1\nTI  - Tin and health\nAB  - Tin.\nER  - \n\n"
    "TY  - JOUR\nID  - D1\nTI  - Pepper gardens\nAB  - Pepper.\nER  - \n";

class CliScreening : public ReviewTest
{
protected:
    void SetUp() override { m_session.makeReview("r.winnow", kRecords); }
};

TEST_F(CliScreening, setsAStageAndShowsIt)
{
    run({"stage",
         "@/r.winnow",
         "--stage",
         "full-text",
         "--reason",
         "wrong population",
         "--reason",
         "no data",
         "--per-record",
         "2",
         "--adjudicator",
         "cleo"});
    const json stages = parsed({"stage", "@/r.winnow"});
    ASSERT_THAT(stages, SizeIs(3));
    EXPECT_EQ(stages[2]["reasons"], json({"wrong population", "no data"}));
    EXPECT_EQ(stages[2]["reviewers_per_record"], 2);
    EXPECT_EQ(stages[2]["needs_reason"], true);
    EXPECT_EQ(stages[1]["reviewers_per_record"], 1);
    run({"stage", "@/r.winnow", "--stage", "full-text", "--reason", "-"});
    EXPECT_EQ(parsed({"stage", "@/r.winnow", "--stage", "full-text"})[0]["reasons"], json::array());
    EXPECT_THAT(refused({"stage", "@/r.winnow", "--per-record", "7"}).err, HasSubstr("1 or 2"));
}

TEST_F(CliScreening, showsWhatIsNext)
{
    decide("ann", "A1", "include");
    json next = parsed({"next", "@/r.winnow", "--reviewer", "ann"});
    EXPECT_EQ(next["left"], 3);
    EXPECT_EQ(next["records"][0]["key"], "B1");
    run({"skip", "@/r.winnow", "B1", "--reviewer", "ann"});
    EXPECT_THAT(run({"next", "@/r.winnow", "--reviewer", "ann", "--count", "9"}).out,
                HasSubstr("C1  Tin and health\nD1  Pepper gardens\nB1  Tin mining"));
    next = parsed({"next", "@/r.winnow", "--reviewer", "ann", "--query", "TITLE(pepper)"});
    EXPECT_EQ(next["records"][0]["key"], "D1");
    EXPECT_EQ(
        parsed({"next", "@/r.winnow", "--reviewer", "ann", "--stage", "full-text"})["records"][0]["key"],
        "A1");
}

TEST_F(CliScreening, asksForAReasonAtFullText)
{
    decide("ann", "A1", "include");
    const std::vector<std::string> exclude{
        "decide", "@/r.winnow", "A1", "--stage", "full-text", "--verdict", "exclude", "--reviewer", "ann"};
    EXPECT_THAT(refused(exclude).err, HasSubstr("needs a reason"));
    std::vector<std::string> withReason = exclude;
    withReason.insert(withReason.end(), {"--reason", "no data"});
    EXPECT_THAT(run(withReason).out, HasSubstr("no data"));
}

TEST_F(CliScreening, listsConflictsAndSettlesThem)
{
    decide("ann", "A1", "include");
    decide("ben", "A1", "exclude");
    const json conflicts = parsed({"conflicts", "@/r.winnow", "--reviewer", "cleo"});
    ASSERT_THAT(conflicts, SizeIs(1));
    EXPECT_EQ(conflicts[0]["kind"], "include against exclude");
    EXPECT_EQ(conflicts[0]["decisions"], json::array());
    EXPECT_THAT(
        refused(
            {"resolve", "@/r.winnow", "A1", "--verdict", "include", "--third-person", "--reviewer", "ann"})
            .err,
        HasSubstr("no third person"));
    run({"resolve", "@/r.winnow", "A1", "--verdict", "include", "--third-person", "--reviewer", "cleo"});
    EXPECT_THAT(parsed({"conflicts", "@/r.winnow"}), IsEmpty());
    EXPECT_THAT(run({"log", "@/r.winnow"}).out, HasSubstr("settled by a third person"));
}

TEST_F(CliScreening, keepsVerdictsBlindUntilTheyAreOpened)
{
    decide("ann", "A1", "exclude");
    EXPECT_THAT(run({"show", "@/r.winnow", "A1", "--reviewer", "ben"}).out, HasSubstr("No decisions yet"));
    EXPECT_THAT(run({"log", "@/r.winnow", "--reviewer", "ben"}).out,
                AllOf(Not(HasSubstr("exclude A1")), HasSubstr("hidden until")));
    run({"unblind", "@/r.winnow", "--reviewer", "cleo"});
    EXPECT_THAT(run({"show", "@/r.winnow", "A1", "--reviewer", "ben"}).out, HasSubstr("exclude by ann"));
    EXPECT_THAT(run({"log", "@/r.winnow"}).out, AllOf(HasSubstr("cleo"), HasSubstr("opened")));
}

TEST_F(CliScreening, decidesAllThatAQueryFinds)
{
    const std::vector<std::string> bulk{"decide",
                                        "@/r.winnow",
                                        "--query",
                                        "TITLE(tin)",
                                        "--stage",
                                        "title-abstract",
                                        "--verdict",
                                        "exclude",
                                        "--reason",
                                        "off topic",
                                        "--reviewer",
                                        "ann"};
    std::vector<std::string> preview = bulk;
    preview.emplace_back("--preview");
    EXPECT_THAT(run(preview).out, HasSubstr("finds 2 records; 2 of them are open to you"));
    EXPECT_EQ(parsed({"next", "@/r.winnow", "--reviewer", "ann"})["left"], 4);
    EXPECT_THAT(run(bulk).out, HasSubstr("marked as decided in bulk"));
    EXPECT_EQ(parsed({"next", "@/r.winnow", "--reviewer", "ann"})["left"], 2);
    run({"undo", "@/r.winnow", "--reviewer", "ann"});
    EXPECT_EQ(parsed({"next", "@/r.winnow", "--reviewer", "ann"})["left"], 4);
}

TEST_F(CliScreening, labelsRecordsAndWritesNotes)
{
    run({"label", "add", "@/r.winnow", "bckground", "A1", "B1", "--reviewer", "ann"});
    run({"label", "add", "@/r.winnow", "background", "--query", "TITLE(tin)", "--reviewer", "ann"});
    run({"label", "rename", "@/r.winnow", "bckground", "background", "--reviewer", "ann"});
    EXPECT_EQ(parsed({"label", "list", "@/r.winnow", "--reviewer", "ann"}),
              json({{{"label", "background"}, {"records", 3}}}));
    EXPECT_THAT(parsed({"label", "list", "@/r.winnow", "--reviewer", "ben"}), IsEmpty());
    run({"label", "remove", "@/r.winnow", "background", "A1", "--reviewer", "ann"});
    EXPECT_EQ(parsed({"label", "list", "@/r.winnow", "--reviewer", "ann"})[0]["records"], 2);
    EXPECT_THAT(run({"note", "@/r.winnow", "A1", "ask the authors", "--reviewer", "ann"}).out,
                HasSubstr("ann: ask the authors"));
    EXPECT_THAT(run({"note", "@/r.winnow", "A1", "--reviewer", "ben"}).out, HasSubstr("No note on A1"));
}

TEST_F(CliScreening, drawsAPilotRoundAndSaysHowFarReviewersAgree)
{
    EXPECT_THAT(run({"pilot", "@/r.winnow", "--size", "4", "--seed", "3"}).out, HasSubstr("4 records drawn"));
    run({"stage", "@/r.winnow", "--per-record", "2"});
    for (const char *const key : {"A1", "B1", "C1", "D1"}) {
        decide("ann", key, *key == 'A' || *key == 'B' ? "include" : "exclude");
        decide("ben", key, *key == 'A' ? "include" : "exclude");
    }
    const json agreement = parsed({"agreement", "@/r.winnow", "--pilot"});
    EXPECT_EQ(agreement["records"], 4);
    EXPECT_DOUBLE_EQ(agreement["observed"]["value"].get<double>(), 0.75);
    EXPECT_DOUBLE_EQ(agreement["pairs"][0]["kappa"]["value"].get<double>(), 0.5);
    EXPECT_THAT(run({"agreement", "@/r.winnow", "--stage", "full-text"}).out, HasSubstr("not estimable"));
}

TEST_F(CliScreening, saysHowFarEachReviewerIs)
{
    decide("ann", "A1", "include");
    decide("ann", "B1", "exclude");
    const json progress = parsed({"progress", "@/r.winnow"});
    EXPECT_EQ(progress["stages"][0]["undecided"], 2);
    EXPECT_EQ(progress["reviewers"][0]["reviewer"], "ann");
    EXPECT_EQ(progress["reviewers"][0]["decided"], 2);
    EXPECT_THAT(run({"progress", "@/r.winnow"}).out, HasSubstr("ann at title-abstract: 2 records decided"));
}

TEST_F(CliScreening, bringsReviewersTogetherThroughBundles)
{
    m_session.write("b.winnow", m_session.read("r.winnow"));
    decide("ann", "A1", "include");
    run({"decide",
         "@/b.winnow",
         "A1",
         "--stage",
         "title-abstract",
         "--verdict",
         "exclude",
         "--reviewer",
         "ben"});
    run({"bundle", "export", "@/b.winnow", "--reviewer", "ben", "-o", "@/ben.winnow-bundle"});
    EXPECT_THAT(run({"bundle", "merge", "@/r.winnow", "@/ben.winnow-bundle"}).out,
                HasSubstr("1 event of ben: 1 new, 0 known already"));
    EXPECT_THAT(run({"bundle", "merge", "@/r.winnow", "@/ben.winnow-bundle"}).out,
                HasSubstr("0 new, 1 known already"));
    EXPECT_THAT(parsed({"conflicts", "@/r.winnow", "--reviewer", "cleo"}), SizeIs(1));
    std::string bundle = m_session.read("ben.winnow-bundle");
    bundle[bundle.size() - 20] ^= 1;
    m_session.write("bad.winnow-bundle", bundle);
    EXPECT_THAT(refused({"bundle", "merge", "@/r.winnow", "@/bad.winnow-bundle"}).err,
                HasSubstr("changed on its way"));
    run({"verify", "@/r.winnow"});
}

TEST_F(CliScreening, meetsOthersInASharedFolder)
{
    m_session.write("b.winnow", m_session.read("r.winnow"));
    std::filesystem::create_directory(m_session.path("shared"));
    decide("ann", "A1", "include");
    run({"bundle", "sync", "@/r.winnow", "@/shared", "--reviewer", "ann"});
    run({"decide",
         "@/b.winnow",
         "B1",
         "--stage",
         "title-abstract",
         "--verdict",
         "exclude",
         "--reviewer",
         "ben"});
    EXPECT_THAT(run({"bundle", "sync", "@/b.winnow", "@/shared", "--reviewer", "ben"}).out,
                HasSubstr("1 event of ann: 1 new"));
    run({"bundle", "sync", "@/r.winnow", "@/shared", "--reviewer", "ann"});
    EXPECT_EQ(parsed({"progress", "@/r.winnow"})["stages"], parsed({"progress", "@/b.winnow"})["stages"]);
}

TEST_F(CliScreening, saysWhetherScreeningCanStopAndCountsWhatIsLeft)
{
    decide("ann", "A1", "include");
    decide("ann", "B1", "exclude");
    const json run2 = parsed({"stopping", "@/r.winnow", "--rule", "run", "--run", "2"});
    EXPECT_EQ(run2["stop"], false);
    EXPECT_EQ(run2["numbers"]["run"], 1);
    EXPECT_EQ(parsed({"stopping", "@/r.winnow", "--rule", "run", "--run", "1"})["stop"], true);
    EXPECT_EQ(parsed({"stopping", "@/r.winnow"})["records"], 4);
    EXPECT_THAT(refused({"stopping", "@/r.winnow", "--rule", "sample"}).err, HasSubstr("draw one"));
    run({"stopping", "@/r.winnow", "--draw", "1"});
    EXPECT_THAT(refused({"stopping", "@/r.winnow", "--rule", "sample"}).err, HasSubstr("not screened yet"));
    EXPECT_THAT(refused({"stopping", "@/r.winnow", "--recall", "1.5"}).err, Not(IsEmpty()));
    EXPECT_THAT(refused({"stopping", "@/r.winnow", "--rule", "run", "--stage", "full-text", "--stop"}).err,
                HasSubstr("at title and abstract only"));
    run({"stopping", "@/r.winnow", "--rule", "run", "--run", "1", "--stop"});
    run({"flow", "@/r.winnow", "-o", "@/counts.json"});
    json counts = json::parse(m_session.read("counts.json"));
    EXPECT_THAT(counts.dump(), HasSubstr("\"awaiting_screening\":0"));
    run({"undo", "@/r.winnow"});
    run({"flow", "@/r.winnow", "-o", "@/counts.json"});
    counts = json::parse(m_session.read("counts.json"));
    EXPECT_THAT(counts.dump(), HasSubstr("\"awaiting_screening\":2"));
}

} // namespace

} // namespace winnow::cli::test
