#include "review_test.h"

#include <gmock/gmock.h>

#include <set>

namespace winnow::cli::test {

namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

/// P1 is the preprint of A1; A1 and A2 are one article; O1 is another document.
const std::string kArticles =
    "TY  - JOUR\nID  - A1\nTI  - SALT FARMING AND HOUSEHOLD INCOME IN SMALL ISLANDS\nAU  - Tan, B.\nPY  - "
    "2020\n"
    "T2  - Island Studies\nVL  - 7\nSP  - 1\nEP  - 19\nDO  - 10.1000/a\nAB  - Salt.\nER  - \n\n"
    "TY  - JOUR\nID  - O1\nTI  - Tin mining and the health of coastal communities\nAU  - Ma, L.\nPY  - "
    "2018\nER  - \n";
const std::string kOthers =
    "TY  - JOUR\nID  - A2\nTI  - Salt farming and household income in small islands\nAU  - Tan, Budi\nPY  - "
    "2020\n"
    "T2  - Island Studies\nVL  - 7\nSP  - 1\nEP  - 19\nAB  - Salt is farmed by many households.\nER  - \n\n"
    "TY  - JOUR\nID  - P1\nTI  - Salt farming and household income in small islands\nAU  - Tan, B.\nPY  - "
    "2019\n"
    "T2  - SocArXiv\nDO  - 10.31235/p\nER  - \n";

class CliDuplicates : public ReviewTest
{
protected:
    void SetUp() override
    {
        m_session.makeReview("r.winnow", kArticles, "Scopus");
        m_session.write("others.ris", kOthers);
        run({"import", "@/r.winnow", "@/others.ris", "--source", "PubMed"});
    }

    json grey() { return parsed({"duplicates", "@/r.winnow", "--tier", "grey"}); }

    json groups(const std::string &tier = {})
    {
        std::vector<std::string> arguments{"duplicates", "@/r.winnow", "--json"};
        if (!tier.empty()) {
            arguments.insert(arguments.end(), {"--tier", tier});
        }
        return parsed(arguments);
    }

    std::string count(const std::string &query) { return run({"find", "@/r.winnow", query, "--count"}).out; }
};

TEST_F(CliDuplicates, ofTheSafeTierAreLinkedAndOfTheGreyTierListedWithScoreAndReason)
{
    const json outcome = parsed({"dedupe", "@/r.winnow", "--tier", "safe"});
    EXPECT_EQ(outcome["removed"], 1);
    EXPECT_EQ(outcome["grey"], 1);
    ASSERT_THAT(groups("safe"), SizeIs(1));
    EXPECT_EQ(groups("safe")[0]["members"], json({"A1", "A2"}));
    ASSERT_THAT(grey(), SizeIs(1));
    const json pair = grey()[0];
    EXPECT_THAT((std::set<std::string>{pair["a"], pair["b"]}), testing::Contains("P1"));
    EXPECT_GT(pair["score"], 0.05);
    EXPECT_LT(pair["score"], 1.0);
    EXPECT_THAT(pair["reason"].get<std::string>(), HasSubstr("year differs by 1"));
    EXPECT_THAT(run({"duplicates", "@/r.winnow", "--tier", "grey"}).out,
                AllOf(HasSubstr("P1"), HasSubstr(" %"), HasSubstr("--merge A B")));
}

TEST_F(CliDuplicates, thatAPersonMergesAreLinkedUntilTheyAreSplit)
{
    run({"dedupe", "@/r.winnow"});
    EXPECT_THAT(run({"duplicates", "@/r.winnow", "--merge", "P1", "A2"}).out, HasSubstr("3 records"));
    ASSERT_THAT(groups("person"), SizeIs(1));
    EXPECT_THAT(groups("person")[0]["members"], SizeIs(3));
    EXPECT_THAT(groups("safe"), IsEmpty());
    EXPECT_THAT(grey(), IsEmpty());
    EXPECT_THAT(refused({"duplicates", "@/r.winnow", "--merge", "P1", "A1"}).err, HasSubstr("one already"));
    run({"split", "@/r.winnow", "P1"});
    ASSERT_THAT(groups(), SizeIs(1));
    EXPECT_EQ(groups()[0]["members"].size(), 2U);
    EXPECT_THAT(grey(), IsEmpty()) << "what was split is not proposed again";
    run({"dedupe", "@/r.winnow"});
    EXPECT_EQ(groups()[0]["members"].size(), 2U);
    run({"verify", "@/r.winnow"});
}

TEST_F(CliDuplicates, thatAPersonKeepsApartAreNotProposedAgain)
{
    run({"dedupe", "@/r.winnow"});
    const json pair = grey()[0];
    const std::vector<std::string> keepApart{
        "duplicates", "@/r.winnow", "--keep-apart", pair["a"], pair["b"]};
    EXPECT_THAT(run(keepApart).out, HasSubstr("two records"));
    EXPECT_THAT(grey(), IsEmpty());
    EXPECT_THAT(run({"log", "@/r.winnow"}).out, HasSubstr("are not the same"));
    run({"undo", "@/r.winnow"});
    EXPECT_THAT(grey(), SizeIs(1));
    EXPECT_THAT(refused({"duplicates", "@/r.winnow", "--keep-apart", "A1", "A2"}).err,
                HasSubstr("winnow split"));
    EXPECT_THAT(refused({"duplicates", "@/r.winnow", "--keep-apart", "A1", "A1"}).err, HasSubstr("Name two"));
    run({"verify", "@/r.winnow"});
}

TEST_F(CliDuplicates, canBeMergedByAPersonWhoKeptThemApartBefore)
{
    run({"duplicates", "@/r.winnow", "--keep-apart", "A1", "P1"});
    run({"duplicates", "@/r.winnow", "--merge", "A1", "P1"});
    run({"dedupe", "@/r.winnow"});
    ASSERT_THAT(groups(), SizeIs(1));
    EXPECT_THAT(groups()[0]["members"], SizeIs(3));
    run({"verify", "@/r.winnow"});
}

TEST_F(CliDuplicates, giveTheRecordThatStandsForThemTheirBestFields)
{
    run({"dedupe", "@/r.winnow"});
    json record = parsed({"show", "@/r.winnow", "A1"});
    EXPECT_EQ(record["title"], "Salt farming and household income in small islands");
    EXPECT_EQ(record["abstract"], "Salt is farmed by many households.");
    EXPECT_EQ(record["authors"][0]["given"], "Budi");
    EXPECT_EQ(record["doi"], "10.1000/a");
    EXPECT_EQ(record["fields_from_duplicates"]["abstract"]["rule"], "the longest");
    EXPECT_THAT(run({"show", "@/r.winnow", "A1"}).out,
                HasSubstr("title from A2 (the first that is not all capitals)"));
    run({"export", "@/r.winnow", "-o", "@/out.ris"});
    EXPECT_THAT(m_session.read("out.ris"), AllOf(HasSubstr("Salt is farmed"), HasSubstr("10.1000/a")));

    run({"duplicates", "@/r.winnow", "--take", "title", "A1"});
    record = parsed({"show", "@/r.winnow", "A1"});
    EXPECT_EQ(record["title"], "SALT FARMING AND HOUSEHOLD INCOME IN SMALL ISLANDS");
    EXPECT_EQ(record["abstract"], "Salt is farmed by many households.");
    run({"undo", "@/r.winnow"});
    EXPECT_EQ(parsed({"show", "@/r.winnow", "A1"})["title"],
              "Salt farming and household income in small islands");
    EXPECT_THAT(refused({"duplicates", "@/r.winnow", "--take", "colour", "A1"}).err, HasSubstr("abstract"));
    EXPECT_THAT(refused({"duplicates", "@/r.winnow", "--take", "title", "O1"}).err, HasSubstr("no group"));
    run({"verify", "@/r.winnow"});
}

TEST_F(CliDuplicates, thatWereDecidedOnDifferentlyAreAConflictUntilSomeoneDecidesAnew)
{
    decide("anna", "A1", "include");
    decide("anna", "A2", "exclude");
    EXPECT_EQ(parsed({"dedupe", "@/r.winnow"})["conflicts"], 1);
    const auto exported = [&] {
        run({"export", "@/r.winnow", "-o", "@/in.ris", "--stage", "title-abstract", "--verdict", "include"});
        return m_session.read("in.ris");
    };
    EXPECT_THAT(exported(), Not(HasSubstr("10.1000/a"))) << "no silent winner";
    decide("anna", "A1", "include");
    EXPECT_THAT(exported(), HasSubstr("10.1000/a"));
    run({"split", "@/r.winnow", "A2"});
    run({"verify", "@/r.winnow"});
}

TEST_F(CliDuplicates, ofALaterImportJoinWhatIsThere)
{
    run({"dedupe", "@/r.winnow"});
    run({"split", "@/r.winnow", "A2"});
    m_session.write("late.ris",
                    "TY  - JOUR\nID  - L1\nTI  - Tin mining and the health of coastal communities\n"
                    "AU  - Ma, Lin\nPY  - 2018\nSP  - 4\nER  - \n\n"
                    "TY  - JOUR\nID  - L2\nTI  - Tin mining and the health of coastal communities\n"
                    "AU  - Ma, Lin\nPY  - 2018\nSP  - 4\nER  - \n");
    run({"import", "@/r.winnow", "@/late.ris", "--source", "Embase"});
    const json outcome = parsed({"dedupe", "@/r.winnow"});
    EXPECT_EQ(outcome["groups"], 1) << "only what is new";
    ASSERT_THAT(groups(), SizeIs(1));
    EXPECT_THAT(groups()[0]["members"], testing::Contains("L1"));
    EXPECT_EQ(parsed({"dedupe", "@/r.winnow"})["groups"], 0);
}

TEST_F(CliDuplicates, thatAPersonMergedStayAPersonsWhenALaterImportJoinsThem)
{
    run({"duplicates", "@/r.winnow", "--merge", "A1", "P1"});
    run({"dedupe", "@/r.winnow"});
    ASSERT_THAT(groups("person"), SizeIs(1));
    EXPECT_THAT(groups("person")[0]["members"], SizeIs(3));
    EXPECT_THAT(groups("safe"), IsEmpty());
}

TEST_F(CliDuplicates, leaveEverySourceCountable)
{
    run({"dedupe", "@/r.winnow"});
    const json overlap = parsed({"overlap", "@/r.winnow"});
    EXPECT_EQ(overlap["documents"], 3);
    ASSERT_THAT(overlap["sources"], SizeIs(2));
    EXPECT_EQ(
        overlap["sources"][0],
        json::parse(
            R"({"source":"PubMed","records":2,"documents":2,"only_here":1,"shared_with":{"Scopus":1}})"));
    EXPECT_EQ(
        overlap["sources"][1],
        json::parse(
            R"({"source":"Scopus","records":2,"documents":2,"only_here":1,"shared_with":{"PubMed":1}})"));
    EXPECT_THAT(run({"overlap", "@/r.winnow"}).out, AllOf(HasSubstr("only here"), HasSubstr("3 documents")));
    const auto removed = [&] {
        run({"flow", "@/r.winnow", "-o", "@/counts.json"});
        return json::parse(m_session.read("counts.json"))["removed"]["duplicates"].get<int>();
    };
    EXPECT_EQ(count("TITLE(salt)"), "2\n");
    EXPECT_EQ(removed(), 1);
    run({"split", "@/r.winnow", "A2"});
    EXPECT_EQ(count("TITLE(salt)"), "3\n");
    EXPECT_EQ(removed(), 0) << "the flow diagram follows";
}

TEST_F(CliDuplicates, takeOnlyATierThatCanBeMergedByItself)
{
    EXPECT_NE(m_session.run({"dedupe", "@/r.winnow", "--tier", "grey"}).code, Done);
    EXPECT_NE(m_session.run({"duplicates", "@/r.winnow", "--merge", "A1"}).code, Done);
    EXPECT_NE(
        m_session.run({"duplicates", "@/r.winnow", "--merge", "A1", "A2", "--keep-apart", "A1", "A2"}).code,
        Done);
}

} // namespace

} // namespace winnow::cli::test
