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

/// Markup, quotes, control characters, a letter that is well formed and a byte that is not.
constexpr const char *kHostile =
    "<script>alert(\"x\")</script> & ' | * @style@ \x01 \xC3\xA9 \xFF \xEF\xBF\xBF";

FlowDocument documentOf(const flow::Counts &counts, const flow::DiagramOptions &options = {})
{
    const flow::Numbers numbers = flow::numbersOf(counts);
    return {numbers, flow::layOut(numbers, options), {}};
}

std::string flowAs(const char *file, const flow::Counts &counts)
{
    return outputFor(file, Subject::Flow).value()->flow(documentOf(counts)).value();
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
    evidence::PrintedTable table;
    table.id = "t<\"1\">\x02";
    table.caption = kHostile;
    table.columns = {{"A, b"}, {"C"}};
    table.rows = {{std::vector<evidence::PrintedCell>(2), {}}, {std::vector<evidence::PrintedCell>(2), {}}};
    table.rows[0].cells[0].text = kHostile;
    table.rows[0].cells[1].items = {"one\ntwo", "a \"quoted\" | cell"};
    table.rows[1].cells[0].text = "=1+1";
    table.rows[1].cells[1].text = "[1, 2]";
    return table;
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
    EXPECT_THAT(svg,
                AllOf(Not(HasSubstr("<script")),
                      Not(HasSubstr("href")),
                      HasSubstr("<text"),
                      HasSubstr("id=\"box9\""),
                      HasSubstr("\u00E9 \uFFFD ")));
    EXPECT_EQ(root.select_nodes("//g[@id='box9']/title").size(), 1U);
}

TEST(Svg, isAsWideAsThePageAsksFor)
{
    for (const double width : {84.0, 90.0, 174.0, 190.0}) {
        flow::DiagramOptions options;
        options.widthMm = width;
        const auto svg = outputFor("f.svg", Subject::Flow).value()->flow(documentOf({}, options)).value();
        EXPECT_THAT(svg, HasSubstr(" width=\"" + std::to_string(static_cast<int>(width)) + "mm\""));
    }
}

TEST(Svg, keepsALineInOneTextWhereAPartIsInItalics)
{
    for (const double width : {84.0, 174.0}) { // at 84 mm the line begins with the italics
        flow::DiagramOptions options;
        options.widthMm = width;
        const auto svg = outputFor("f.svg", Subject::Flow).value()->flow(documentOf({}, options)).value();
        pugi::xml_document document;
        ASSERT_TRUE(document.load_string(svg.c_str(), pugi::parse_full | pugi::parse_ws_pcdata));
        const pugi::xml_node text = document.select_node("//g[@id='box3']/text[tspan]").node();
        EXPECT_STREQ(text.first_child().value(), width < 100 ? "\n    " : "Records removed ");
        EXPECT_STREQ(text.child("tspan").child_value(), "before\u00A0screening");
        EXPECT_STREQ(text.child("tspan").attribute("font-style").value(), "italic");
        EXPECT_TRUE(text.attribute("font-style").empty());
        EXPECT_STREQ(text.last_child().value(), ":");
    }
}

TEST(Svg, writesTheSameBytesForTheSameNumbers)
{
    EXPECT_EQ(flowAs("f.svg", hostileCounts()), flowAs("f.svg", hostileCounts()));
}

TEST(Json, tellsTheNumbers)
{
    flow::Counts counts;
    counts.databases = {{"Scopus", 10}};
    counts.screened = 9;
    const auto json = nlohmann::json::parse(flowAs("c.json", counts));
    EXPECT_EQ(json["databases"]["total"], 10);
    EXPECT_EQ(json["databases"]["detail"][0]["name"], "Scopus");
    EXPECT_EQ(json["screened"], 9);
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

TEST(Markdown, setsMarkupApartAndLeavesReferencesAsTheyAre)
{
    const std::vector<std::pair<const char *, const char *>> cases{
        {"[3, 4]", "| [3, 4] |"},
        {"[here](javascript:x)", "| [here]\\(javascript:x) |"},
        {"[a][b]", "| [a]\\[b] |"},
        {"$5 and $6, ~~not~~", "| \\$5 and \\$6, \\~\\~not\\~\\~ |"},
        {"a\r\nb\rc\nd", "| a<br>b<br>c<br>d |"},
        {"f (x)", "| f (x) |"},
    };
    for (const auto &[text, printed] : cases) {
        evidence::PrintedTable table;
        table.columns = {{"A"}};
        table.rows.emplace_back().cells.emplace_back().text = text;
        EXPECT_THAT(tableAs("t.md", table), HasSubstr(printed));
    }
}

TEST(Csv, quotesAsTheStandardAsks)
{
    const std::string csv = tableAs("t.csv", hostileTable());
    EXPECT_THAT(csv,
                AllOf(HasSubstr("\"A, b\",C\r\n"),
                      HasSubstr("\"1. one\ntwo\n2. a \"\"quoted\"\" | cell\""),
                      HasSubstr("\" =1+1\",\"[1, 2]\"\r\n")));
}

} // namespace

} // namespace winnow::publish
