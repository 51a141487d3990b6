#include "cli/command.h"
#include "session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace winnow::cli::test {

namespace {

using nlohmann::json;
using testing::HasSubstr;

TEST(CliQuery, checksWithPlacesAsJson)
{
    Session session;
    session.write("q.scopus", "TITLE(digital trends)\n");
    const Output checked = session.run({"query", "check", "--json", "@/q.scopus"});
    EXPECT_EQ(checked.code, Done) << checked.err;
    const json report = json::parse(checked.out);
    EXPECT_EQ(report["ok"], true);
    const json &problem = report["problems"].at(1);
    EXPECT_EQ(problem["code"], "W03");
    EXPECT_EQ(problem["severity"], "warning");
    EXPECT_EQ(problem["from"], 6);
    EXPECT_EQ(problem["to"], 20);
    EXPECT_EQ(problem["fix"]["edits"].at(0), json({{"from", 6}, {"to", 6}, {"text", "\""}}));
    EXPECT_EQ(report["problems"].at(0)["severity"], "info");
    EXPECT_TRUE(report["problems"].at(0)["fix"].is_null());
}

TEST(CliQuery, refusesWithLineColumnAndMark)
{
    Session session;
    const Output checked = session.run({"query", "check", "--query", "TITLE(a1) AND\nTITEL(b1)"});
    EXPECT_EQ(checked.code, Refused);
    EXPECT_THAT(checked.out, HasSubstr("error E04"));
    EXPECT_THAT(checked.out, HasSubstr("(line 2, column 1)\n  TITEL(b1)\n  ^^^^^\n"));
    const Output asJson = session.run({"query", "check", "--json", "--query", "TITEL(b1)"});
    EXPECT_EQ(asJson.code, Refused);
    EXPECT_EQ(json::parse(asJson.out)["ok"], false);
}

TEST(CliQuery, mendsOneCodeOrAll)
{
    Session session;
    EXPECT_EQ(session.run({"query", "check", "--fix", "E13", "--query", "PUBYEAR >= 2010"}).out,
              "PUBYEAR > 2009\n");
    EXPECT_EQ(
        session.run({"query", "check", "--fix", "all", "--query", "TITLE(digital trends OR 'x y')"}).out,
        "TITLE(\"digital trends\" OR \"x y\")\n");
}

TEST(CliQuery, formatsUnderBothPrecedences)
{
    Session session;
    const std::string query = "TITLE(a1) OR TITLE(b1) AND TITLE(c1)";
    EXPECT_EQ(session.run({"query", "format", "--query", query}).out,
              "(TITLE(a1) OR TITLE(b1)) AND TITLE(c1)\n");
    EXPECT_EQ(session.run({"query", "format", "--precedence", "standard", "--query", query}).out,
              "TITLE(a1) OR (TITLE(b1) AND TITLE(c1))\n");
    EXPECT_EQ(session.run({"query", "format", "--form", "pretty", "--query", query}).out,
              "(TITLE(a1) OR TITLE(b1))\nAND\nTITLE(c1)\n");
    EXPECT_EQ(session.run({"query", "format", "--form", "as-written", "--query", query}).out, query + "\n");
    EXPECT_EQ(session.run({"query", "format", "--query", "(a1"}).code, Refused);
    EXPECT_EQ(session.run({"query", "format", "--form", "other", "--query", query}).code, UsedWrongly);
}

TEST(CliQuery, explainsInWordsAndAsATree)
{
    Session session;
    const Output explained = session.run({"query", "explain", "--query", "TITLE(a1) AND AFFIL(b1)"});
    EXPECT_THAT(explained.out, HasSubstr("whose title holds a1"));
    EXPECT_THAT(explained.out, HasSubstr("do not say AFFIL"));
    const json tree =
        json::parse(session.run({"query", "explain", "--json", "--query", "TITLE(a1 OR b1)"}).out);
    EXPECT_EQ(tree["tree"]["code"], "TITLE");
    EXPECT_EQ(tree["tree"]["children"].at(0)["kind"], "or");
    EXPECT_EQ(tree["tree"]["children"].at(0)["children"].at(1)["text"], "b1");
}

} // namespace

} // namespace winnow::cli::test
