#include "review_test.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace winnow::cli::test {

namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string ris(const std::string &key, const std::string &title, const std::string &abstractText)
{
    return "TY  - JOUR\nID  - " + key + "\nTI  - " + title + "\nAB  - " + abstractText + "\nER  - \n\n";
}

class CliRank : public ReviewTest
{
protected:
    void SetUp() override
    {
        m_session.makeReview(
            "r.winnow",
            ris("Dye1", "Indigo dyes for cotton", "The dye was tested on cotton fabric.") +
                ris("Kiln1", "Firing clay in a kiln", "Pottery kilns were fired with wood.") +
                ris("Dye2", "Colour of cotton dyes", "Dyes fade on cotton fabric.") +
                ris("Kiln2", "Kiln temperature and clay", "Clay pottery is fired in kilns.") +
                ris("Loom1", "Weaving on a hand loom", "The loom gave fabric of cotton.") +
                ris("Kiln3", "Pottery of fired clay", "A kiln for clay pottery."));
    }

    std::vector<std::string> rankedKeys(const std::string &reviewer, const std::string &stage)
    {
        const Output output =
            m_session.run({"rank", "@/r.winnow", "--reviewer", reviewer, "--stage", stage, "--json"});
        EXPECT_EQ(output.code, 0) << output.err;
        std::vector<std::string> keys;
        const json outcome = json::parse(output.out);
        for (const json &record : outcome["records"]) {
            keys.push_back(record["key"]);
        }
        return keys;
    }
};

TEST_F(CliRank, isWrittenDownWithItsModelAndIsNoActToUndo)
{
    decide("ann", "Dye1", "include");
    decide("ann", "Kiln1", "exclude");
    static_cast<void>(rankedKeys("ann", "title-abstract"));
    static_cast<void>(rankedKeys("ann", "title-abstract"));
    const json log = json::parse(m_session.run({"log", "@/r.winnow", "--reviewer", "ann", "--json"}).out);
    EXPECT_EQ(log.back()["kind"], "ranking-computed");
    EXPECT_THAT(log.back()["text"], HasSubstr("learned from 1 relevant and 1 irrelevant"));
    EXPECT_NE(log[log.size() - 2]["kind"], "ranking-computed");
    EXPECT_THAT(m_session.run({"undo", "@/r.winnow", "--reviewer", "ann"}).out, HasSubstr("Kiln1"));
    static_cast<void>(rankedKeys("ann", "title-abstract"));
    EXPECT_THAT(m_session.run({"redo", "@/r.winnow", "--reviewer", "ann"}).out, HasSubstr("Kiln1"));
}

TEST_F(CliRank, isAnOrderToScreenIn)
{
    decide("ann", "Dye1", "include");
    decide("ann", "Kiln1", "exclude");
    const json next = json::parse(
        m_session
            .run({"next", "@/r.winnow", "--reviewer", "ann", "--order", "rank", "--count", "9", "--json"})
            .out);
    std::vector<std::string> keys;
    for (const json &record : next["records"]) {
        keys.push_back(record["key"]);
    }
    EXPECT_EQ(keys, rankedKeys("ann", "title-abstract"));
}

} // namespace

TEST_F(CliRank, keepsTheOrderOfImportUntilBothKindsOfDecisionAreThere)
{
    EXPECT_THAT(rankedKeys("ann", "title-abstract"),
                ElementsAre("Dye1", "Kiln1", "Dye2", "Kiln2", "Loom1", "Kiln3"));
    decide("ann", "Dye1", "exclude");
    EXPECT_THAT(rankedKeys("ann", "title-abstract"), ElementsAre("Kiln1", "Dye2", "Kiln2", "Loom1", "Kiln3"));
    EXPECT_THAT(m_session.run({"rank", "@/r.winnow", "--reviewer", "ann"}).out,
                HasSubstr("ranking begins once you have included one record and excluded one"));
}

TEST_F(CliRank, putsWhatIsLikeTheIncludedRecordsFirst)
{
    decide("ann", "Dye1", "exclude");
    decide("ann", "Kiln1", "maybe");
    auto keys = rankedKeys("ann", "title-abstract");
    ASSERT_EQ(keys.size(), 4U);
    std::ranges::sort(keys.begin(), keys.begin() + 2);
    EXPECT_EQ(keys[0], "Kiln2");
    EXPECT_EQ(keys[1], "Kiln3");
}

TEST_F(CliRank, learnsNothingFromOtherReviewers)
{
    decide("bob", "Dye1", "include");
    decide("bob", "Kiln1", "exclude");
    EXPECT_EQ(rankedKeys("ann", "title-abstract").size(), 6U);
    EXPECT_EQ(rankedKeys("ann", "title-abstract").front(), "Dye1");
    const Output output = m_session.run({"rank", "@/r.winnow", "--reviewer", "ann", "--json"});
    EXPECT_EQ(json::parse(output.out)["relevant"], 0);
    EXPECT_EQ(json::parse(output.out)["irrelevant"], 0);
}

TEST_F(CliRank, ranksAtFullTextWhatTheReviewerDidNotExcludeBefore)
{
    decide("ann", "Dye1", "exclude");
    decide("ann", "Kiln1", "include");
    decide("ann", "Kiln3", "maybe");
    EXPECT_THAT(rankedKeys("ann", "full-text"), ElementsAre("Kiln1", "Kiln3"));
}

TEST_F(CliRank, readsTheAbstractOfADuplicateWhereTheRecordThatIsKeptHasNone)
{
    m_session.makeReview("d.winnow",
                         ris("Dye1", "Indigo dyes for cotton", "The dye was tested on cotton fabric.") +
                             ris("Clay1", "Firing clay in a kiln", "Pottery kilns were fired with wood.") +
                             ris("Bare", "A study of workshops", "") +
                             ris("Loom1", "Weaving on a hand loom", "The loom gave fabric of cotton.") +
                             ris("Full", "A study of workshops", "Wood for kilns, clay and pottery."));
    ASSERT_EQ(m_session.run({"duplicates", "@/d.winnow", "--merge", "Bare", "Full"}).code, 0);
    for (const auto &[key, verdict] : {std::pair("Dye1", "exclude"), {"Clay1", "include"}}) {
        ASSERT_EQ(m_session
                      .run({"decide",
                            "@/d.winnow",
                            key,
                            "--stage",
                            "title-abstract",
                            "--verdict",
                            verdict,
                            "--reviewer",
                            "ann"})
                      .code,
                  0);
    }
    const json told =
        json::parse(m_session.run({"why", "@/d.winnow", "Bare", "--reviewer", "ann", "--json"}).out);
    EXPECT_EQ(told["place"], 1);
    const bool hasPottery = std::ranges::any_of(
        told["terms"], [](const json &term) { return term["term"] == "pottery" && term["share"] > 0; });
    EXPECT_TRUE(hasPottery) << told.dump(1);
}

TEST_F(CliRank, saysWhichWordsPutARecordWhereItIs)
{
    decide("ann", "Dye1", "exclude");
    decide("ann", "Kiln1", "include");
    const Output output = m_session.run({"why", "@/r.winnow", "Kiln2", "--reviewer", "ann", "--json"});
    ASSERT_EQ(output.code, 0) << output.err;
    const json told = json::parse(output.out);
    EXPECT_LE(told["place"].get<int>(), 2);
    EXPECT_EQ(told["of"], 4);
    double sum = told["intercept"].get<double>();
    double kiln = 0;
    for (const json &term : told["terms"]) {
        sum += term["share"].get<double>();
        kiln = term["term"] == "kiln" ? term["share"].get<double>() : kiln;
    }
    EXPECT_GT(kiln, 0);
    EXPECT_NEAR(sum, told["score"].get<double>(), 1e-5);
    EXPECT_THAT(m_session.run({"why", "@/r.winnow", "Loom1", "--reviewer", "ann"}).out, HasSubstr("-0."));
    EXPECT_THAT(m_session.run({"why", "@/r.winnow", "Dye1", "--reviewer", "ann"}).out,
                HasSubstr("Dye1 is decided already"));
}

TEST_F(CliRank, ranksByTheModelAndParametersThatTheStageIsSetTo)
{
    decide("ann", "Dye1", "include");
    decide("ann", "Kiln1", "exclude");
    ASSERT_EQ(m_session.run({"stage", "@/r.winnow", "--model", "titles4:c=0.5,titleWeight=2"}).code, 0);
    const std::string own = m_session.run({"rank", "@/r.winnow", "--reviewer", "ann", "--json"}).out;
    EXPECT_EQ(json::parse(own)["model"], "titles4:c=0.5,titleWeight=2");
    const std::string other =
        m_session.run({"rank", "@/r.winnow", "--reviewer", "ann", "--json", "--model", "titles4"}).out;
    EXPECT_NE(json::parse(own)["records"], json::parse(other)["records"]);
    EXPECT_THAT(m_session.run({"log", "@/r.winnow"}).out, HasSubstr("titles4:c=0.5,titleWeight=2"));
    ASSERT_EQ(m_session.run({"stage", "@/r.winnow", "--model", "-"}).code, 0);
    EXPECT_THAT(m_session.run({"rank", "@/r.winnow", "--reviewer", "ann"}).out, HasSubstr("by winnow-2"));
}

TEST_F(CliRank, refusesParametersThatNoModelHas)
{
    for (const auto &[model, reason] : {std::pair("winnow-2:d=1", "There is no parameter d of a model"),
                                        std::pair("winnow-2:c", "The parameter c of a model is a number"),
                                        std::pair("winnow-2:c=-1", "from 0.0001 to 10000, such as c=0.11"),
                                        std::pair("winnow-2:c=nan", "The parameter c"),
                                        std::pair("winnow-2:stemmed=0.5", "stemmed of a model is 0 or 1"),
                                        std::pair("magic:c=1", "There is no model magic")}) {
        EXPECT_THAT(m_session.run({"rank", "@/r.winnow", "--model", model}).err, HasSubstr(reason)) << model;
        EXPECT_THAT(m_session.run({"stage", "@/r.winnow", "--model", model}).err, HasSubstr(reason)) << model;
    }
}

TEST_F(CliRank, refusesUnknownModelsAndRecords)
{
    EXPECT_THAT(m_session.run({"rank", "@/r.winnow", "--model", "magic"}).err,
                HasSubstr("There is no model magic"));
    EXPECT_EQ(m_session.run({"why", "@/r.winnow", "Nobody"}).code, 1);
}

} // namespace winnow::cli::test
