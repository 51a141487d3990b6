#include "cli/command.h"
#include "session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace winnow::cli::test {

namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// Five records, of which S2 has a DOI and S3 a PMID.
const std::string kFive =
    "TY  - JOUR\nID  - S1\nTI  - Craft and digital marketing\nPY  - 2019\nER  - \n\n"
    "TY  - JOUR\nID  - S2\nTI  - Bamboo craft\nPY  - 2020\nDO  - 10.1000/s2\nER  - \n\n"
    "TY  - JOUR\nID  - S3\nTI  - Digital bamboo\nPY  - 2021\nAN  - 31234567\nDB  - PubMed\nER  - \n\n"
    "TY  - JOUR\nID  - S4\nTI  - Digital steel craft\nPY  - 2022\nER  - \n\n"
    "TY  - JOUR\nID  - S5\nTI  - Glass\nPY  - 2023\nER  - \n";

class CliQueryEffect : public testing::Test
{
protected:
    void SetUp() override { m_session.makeReview("r.winnow", kFive); }

    json effects(std::vector<std::string> arguments)
    {
        arguments.insert(arguments.begin(), {"query", "effect", "@/r.winnow", "--json"});
        const Output output = m_session.run(arguments);
        EXPECT_EQ(output.code, Done) << output.err;
        return json::parse(output.out);
    }

    std::string found(const std::string &query, const std::string &precedence = "classic")
    {
        return m_session.run({"find", "@/r.winnow", query, "--count", "--precedence", precedence}).out;
    }

    Session m_session;
};

const std::string kQuery = "TITLE(craft OR bamboo) AND TITLE(digital) AND NOT TITLE(steel)";

TEST_F(CliQueryEffect, tellsWhatEachLineFindsAddsAndLoses)
{
    const json effects = this->effects({kQuery, "--seeds", "S2, S4,S1"});
    EXPECT_EQ(effects["count"], 2);
    EXPECT_EQ(effects["seeds"]["given"], 3);
    EXPECT_EQ(effects["seeds"]["found"], 1);
    const json &lines = effects["lines"];
    ASSERT_EQ(lines.size(), 6U);
    EXPECT_EQ(lines[0]["role"], "query");
    EXPECT_EQ(lines[0]["hits"], 2);
    EXPECT_TRUE(lines[0]["parent"].is_null());
    EXPECT_TRUE(lines[0]["loses"].is_null());
    EXPECT_EQ(lines[1]["text"], "TITLE(craft OR bamboo)");
    EXPECT_EQ(lines[1]["role"], "group");
    EXPECT_EQ(lines[1]["hits"], 4);
    EXPECT_EQ(lines[1]["loses"], 0);
    EXPECT_TRUE(lines[1]["adds"].is_null());
    EXPECT_EQ(lines[2]["text"], "craft");
    EXPECT_EQ(lines[2]["query"], "TITLE(craft)");
    EXPECT_EQ(lines[2]["role"], "operand");
    EXPECT_EQ(lines[2]["parent"], 2);
    EXPECT_EQ(lines[2]["depth"], 2);
    EXPECT_EQ(lines[2]["hits"], 3);
    EXPECT_EQ(lines[2]["adds"], 2);
    EXPECT_EQ(lines[2]["only"], 1);
    EXPECT_EQ(lines[2]["from"], 6);
    EXPECT_EQ(lines[2]["to"], 11);
    EXPECT_EQ(lines[4]["loses"], 1);
    EXPECT_EQ(lines[4]["lost_seeds"], json::array({"S2"}));
    EXPECT_EQ(lines[5]["role"], "excluded");
    EXPECT_EQ(lines[5]["loses"], 1);
    EXPECT_EQ(effects["seeds"]["missed"],
              json::array({{{"key", "S2"}, {"number", 2}, {"lost_by", 5}},
                           {{"key", "S4"}, {"number", 4}, {"lost_by", 6}}}));
}

TEST_F(CliQueryEffect, hasLinesThatFindFindsAsManyOf)
{
    for (const std::string precedence : {"classic", "standard"}) {
        const json effects =
            this->effects({"TITLE(glass) OR TITLE(craft bamboo) AND TITLE(digital OR \"steel craft\")",
                           "--precedence",
                           precedence});
        for (const json &line : effects["lines"]) {
            EXPECT_EQ(found(line["query"], precedence), std::to_string(line["hits"].get<int>()) + '\n')
                << line["query"];
        }
    }
}

TEST_F(CliQueryEffect, showsALineWithItsParentheses)
{
    const json effects =
        this->effects({"((TITLE(glass)) OR TITLE(craft))\n AND (TITLE(digital)) AND NOT (a OR b)"});
    EXPECT_EQ(effects["lines"][0]["text"],
              "((TITLE(glass)) OR TITLE(craft)) AND (TITLE(digital)) AND NOT (a OR b)");
    EXPECT_EQ(effects["lines"][1]["text"], "((TITLE(glass)) OR TITLE(craft))");
    EXPECT_EQ(effects["lines"][2]["text"], "(TITLE(glass))");
    EXPECT_EQ(effects["lines"][4]["text"], "(TITLE(digital))");
    EXPECT_EQ(effects["lines"][4]["from"], 38);
}

TEST_F(CliQueryEffect, takesTheLinesOfAList)
{
    const json effects = this->effects({"#1 TITLE(craft)\n#2 TITLE(digital)\n#1 AND #2"});
    EXPECT_EQ(effects["count"], 2);
    EXPECT_EQ(effects["lines"][0]["text"], "TITLE(craft) AND TITLE(digital)");
    EXPECT_EQ(effects["lines"][1]["text"], "TITLE(craft)");
    EXPECT_EQ(effects["lines"][2]["loses"], 1);
}

TEST_F(CliQueryEffect, readsUnderBothPrecedences)
{
    const std::string query = "TITLE(glass) OR TITLE(craft) AND TITLE(digital)";
    EXPECT_EQ(effects({query})["count"], 2);
    EXPECT_EQ(effects({query, "--precedence", "standard"})["count"], 3);
    EXPECT_EQ(found(query), "2\n");
    EXPECT_EQ(found(query, "standard"), "3\n");
}

TEST_F(CliQueryEffect, showsATableIndentedByDepth)
{
    const Output table = m_session.run({"query", "effect", "@/r.winnow", kQuery, "--seeds", "S2"});
    EXPECT_THAT(table.out, HasSubstr("line     hits     adds     only    loses  query\n"));
    EXPECT_THAT(table.out,
                HasSubstr("        3        3        2        1               craft\n"
                          "        4        2        1        1               OR bamboo\n"
                          "        5        3                          1    AND TITLE(digital)\n"
                          "        6        1                          1    AND NOT TITLE(steel)\n"));
    EXPECT_THAT(table.out, HasSubstr("0 of 1 seed found\n  missed S2: lost by line 5, TITLE(digital)\n"));
}

TEST_F(CliQueryEffect, readsAQueryFileAndASeedsFile)
{
    m_session.write("q.scopus", kQuery + "\r\n");
    m_session.write("seeds.txt", "\xEF\xBB\xBFS1\r\n\r\nhttps://doi.org/10.1000/S2\r\n");
    const json effects = this->effects({"--query-file", "@/q.scopus", "--seeds-file", "@/seeds.txt"});
    EXPECT_EQ(effects["seeds"]["given"], 2);
    EXPECT_EQ(effects["seeds"]["missed"][0]["key"], "S2");
    m_session.write("none.txt", "\n \n");
    const Output none = m_session.run(
        {"query", "effect", "@/r.winnow", kQuery, "--seeds-file", m_session.path("none.txt").string()});
    EXPECT_EQ(none.code, Refused);
    EXPECT_THAT(none.err, HasSubstr("names no seeds"));
}

TEST_F(CliQueryEffect, knowsSeedsByKeyNumberDoiAndPmid)
{
    const json effects =
        this->effects({kQuery, "--seeds", "S1;#2;doi:10.1000/s2;10.1000/S2;#5;31234567;PMID: 31234567"});
    EXPECT_EQ(effects["seeds"]["given"], 4);
    EXPECT_EQ(effects["seeds"]["found"], 2);
}

TEST_F(CliQueryEffect, refusesUnknownSeedsAndSaysWhatToDo)
{
    const Output output =
        m_session.run({"query", "effect", "@/r.winnow", kQuery, "--seeds", "S1,nobody,10.9/none,999"});
    EXPECT_EQ(output.code, Refused);
    EXPECT_THAT(output.err, AllOf(HasSubstr("seeds nobody, 10.9/none, 999."), HasSubstr("key, DOI or PMID")));
    EXPECT_EQ(output.out, "");
}

TEST_F(CliQueryEffect, printsNoControlCharactersOfASeedsFile)
{
    m_session.write("seeds.txt", "no\x1B[31mbody\n" + std::string(5000, 'x') + '\n');
    const Output output = m_session.run(
        {"query", "effect", "@/r.winnow", kQuery, "--seeds-file", m_session.path("seeds.txt").string()});
    EXPECT_EQ(output.code, Refused);
    EXPECT_THAT(output.err, AllOf(HasSubstr("no [31mbody, xxx"), Not(HasSubstr("\x1B"))));
    EXPECT_LT(output.err.size(), 500U);
}

TEST_F(CliQueryEffect, refusesAQueryThatCannotBeRead)
{
    const Output output = m_session.run({"query", "effect", "@/r.winnow", "TITLE(craft"});
    EXPECT_EQ(output.code, Refused);
    EXPECT_THAT(output.err, HasSubstr("line 1, column 6"));
    EXPECT_EQ(m_session.run({"query", "effect", "@/r.winnow"}).code, UsedWrongly);
    EXPECT_EQ(m_session.run({"query", "effect", "@/none.winnow", kQuery}).code, Refused);
}

TEST_F(CliQueryEffect, countsMergedRecordsOnceAndLeavesUndoneImportsOut)
{
    Session session;
    session.makeReview("r.winnow", kThreeRecords);
    ASSERT_EQ(session.run({"dedupe", "@/r.winnow"}).code, Done);
    const auto run = [&](const std::string &query) {
        return json::parse(session.run({"query", "effect", "@/r.winnow", "--json", query}).out);
    };
    const json effects = run("TITLE(handicraft) AND PUBYEAR > 2021");
    EXPECT_EQ(effects["count"], 1);
    EXPECT_EQ(effects["lines"][1]["hits"], 1);
    EXPECT_EQ(effects["lines"][2]["loses"], 0);
    const json seeded = json::parse(session
                                        .run({"query",
                                              "effect",
                                              "@/r.winnow",
                                              "--json",
                                              "TITLE(handicraft) AND PUBYEAR > 2021",
                                              "--seeds",
                                              "A2020,C2022"})
                                        .out);
    EXPECT_EQ(seeded["seeds"]["given"], 1);
    EXPECT_EQ(seeded["seeds"]["found"], 1);
    ASSERT_EQ(session.run({"undo", "@/r.winnow"}).code, Done);
    EXPECT_EQ(run("TITLE(handicraft)")["count"], 2);
    ASSERT_EQ(session.run({"undo", "@/r.winnow"}).code, Done);
    EXPECT_EQ(run("TITLE(handicraft)")["count"], 0);
}

TEST_F(CliQueryEffect, blamesNoLineWhereNoOperandFindsASeed)
{
    const json effects = this->effects({"TITLE(craft OR bamboo)", "--seeds", "S5"});
    EXPECT_TRUE(effects["seeds"]["missed"][0]["lost_by"].is_null());
    EXPECT_THAT(
        m_session.run({"query", "effect", "@/r.winnow", "TITLE(craft OR bamboo)", "--seeds", "S5"}).out,
        HasSubstr("missed S5: no line of the query finds it"));
}

} // namespace

} // namespace winnow::cli::test
