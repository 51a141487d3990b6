#include "publish/output.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

namespace winnow::publish {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr const char *kHostile = "<script>alert(\"x\")</script> & ' | * \x01 \xC3\xA9";

std::string flowAs(const char *file, const flow::Counts &counts)
{
    return outputFor(file, Subject::Flow).value()->flow({counts, flow::layOut(counts)}).value();
}

std::string tableAs(const char *file, const evidence::PrintedTable &table)
{
    return outputFor(file, Subject::Table).value()->table(table).value();
}

flow::Counts hostileCounts()
{
    flow::Counts counts;
    counts.databases = {{kHostile, 1}};
    counts.reportsExcluded = {{kHostile, 2}};
    return counts;
}

evidence::PrintedTable hostileTable()
{
    return {"t<1>",
            kHostile,
            {"A, b", "C"},
            {{{kHostile, {}}, {"", {"one\ntwo", "a \"quoted\" | cell"}}}, {{"=1+1", {}}, {"[1, 2]", {}}}}};
}

TEST(Output, isChosenByTheEndOfTheName)
{
    EXPECT_EQ(outputFor("a.b.SVG", Subject::Flow).value()->id, "svg");
    EXPECT_EQ(outputFor("t.md", Subject::Table).value()->id, "markdown");
    EXPECT_THAT(outputFor("t.svg", Subject::Table).error().message,
                AllOf(HasSubstr(".html"), Not(HasSubstr("in .svg"))));
    EXPECT_FALSE(outputFor("svg", Subject::Flow));
}

TEST(Svg, isWellFormedWithTitleAndDescriptionWhateverTheTextHolds)
{
    const std::string svg = flowAs("f.svg", hostileCounts());
    pugi::xml_document document;
    ASSERT_TRUE(document.load_string(svg.c_str(), pugi::parse_full));
    const pugi::xml_node root = document.child("svg");
    EXPECT_STREQ(root.attribute("role").value(), "img");
    EXPECT_STREQ(root.child("title").attribute("id").value(), "title");
    EXPECT_STREQ(root.child("desc").attribute("id").value(), "desc");
    EXPECT_STREQ(root.attribute("aria-labelledby").value(), "title desc");
    EXPECT_THAT(
        svg,
        AllOf(
            Not(HasSubstr("<script")), Not(HasSubstr("href")), HasSubstr("<text"), HasSubstr("id=\"box9\"")));
    EXPECT_EQ(root.select_nodes("//g[@id='box9']/title").size(), 1U);
}

TEST(Svg, writesTheSameBytesForTheSameNumbers)
{
    EXPECT_EQ(flowAs("f.svg", hostileCounts()), flowAs("f.svg", hostileCounts()));
}

TEST(Json, tellsTheNumbersAndWhetherTheyAddUp)
{
    flow::Counts counts;
    counts.databases = {{"Scopus", 10}};
    counts.screened = 9;
    counts.excluded = 9;
    const auto json = nlohmann::json::parse(flowAs("c.json", counts));
    EXPECT_EQ(json["identified"], 10);
    EXPECT_EQ(json["databases"][0]["source"], "Scopus");
    EXPECT_EQ(json["contradictions"].size(), 1U);
    EXPECT_EQ(json["is_finished"], true);
}

TEST(Html, isWellFormedAndEscapesAllText)
{
    const std::string html = tableAs("t.html", hostileTable());
    pugi::xml_document document;
    const std::size_t begin = html.find("<table");
    const std::string table = html.substr(begin, html.find("</table>") + 8 - begin);
    ASSERT_TRUE(document.load_string(table.c_str()));
    EXPECT_THAT(html,
                AllOf(HasSubstr("<!DOCTYPE html>"),
                      HasSubstr("scope=\"col\""),
                      HasSubstr("<ol>"),
                      HasSubstr("<caption>")));
    EXPECT_THAT(html, AllOf(Not(HasSubstr("<script")), Not(HasSubstr("src=")), Not(HasSubstr("@style@"))));
}

TEST(Markdown, keepsACellOnItsLine)
{
    const std::string text = tableAs("t.md", hostileTable());
    EXPECT_THAT(text,
                AllOf(HasSubstr("1. one<br>two<br>2. a \"quoted\" \\| cell"),
                      HasSubstr("&lt;script>"),
                      HasSubstr("| --- | --- |")));
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 6);
}

TEST(Csv, quotesAsTheStandardAsks)
{
    const std::string csv = tableAs("t.csv", hostileTable());
    EXPECT_THAT(csv,
                AllOf(HasSubstr("\"A, b\",C\r\n"),
                      HasSubstr("\"1. one\ntwo\n2. a \"\"quoted\"\" | cell\""),
                      HasSubstr("=1+1,\"[1, 2]\"\r\n")));
}

} // namespace

} // namespace winnow::publish
