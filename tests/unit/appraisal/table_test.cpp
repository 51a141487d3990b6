#include "appraisal/table.h"
#include "some_appraisals.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::appraisal::test {

namespace {

using enum Judgement;
using testing::HasSubstr;

std::string refusalOf(std::string_view csv, const char *tool = "")
{
    const auto read = appraisalsFrom(rowsOf(csv), toolCalled(tool));
    EXPECT_FALSE(read) << csv;
    return read ? std::string() : read.error().message;
}

TEST(Table, ofRobvisIsRead)
{
    const Appraisals read = threeTrials();
    EXPECT_EQ(read.tool->id, "rob2");
    ASSERT_EQ(read.studies.size(), 3U);
    EXPECT_EQ(read.studies[2].study, "Wijaya 2022");
    EXPECT_EQ(read.studies[2].domains, (std::vector{Low, High, NoInformation, Low, Low}));
    EXPECT_EQ(read.studies[2].overall, High);
    EXPECT_EQ(read.domains[1].name, "Bias due to deviations from intended interventions");
    EXPECT_FALSE(read.hasWeights);
}

TEST(Table, mayHaveItsColumnsInAnyOrder)
{
    const auto read =
        appraisalsFrom(rowsOf("Overall,d2,Weight,D1,study\nH,h,12.5%,l,Sari 2021\n"), nullptr).value();
    EXPECT_EQ(read.tool->id, "generic");
    EXPECT_EQ(read.studies.front(), (Appraisal{"Sari 2021", {Low, High}, High, 12.5, false}));
    EXPECT_TRUE(read.hasWeights);
}

TEST(Table, mayNameItsDomainsInWords)
{
    const auto read =
        appraisalsFrom(rowsOf("Study,D1: Allocation,D2,D3,D4,D5,Overall\nA,l,l,l,l,l,l\n"), nullptr).value();
    EXPECT_EQ(read.domains[0], (Domain{"D1", "Allocation"}));
    EXPECT_EQ(read.domains[2].name, "Bias due to missing outcome data");
    const auto words = appraisalsFrom(rowsOf("Study,Sampling,Blinding\nA,l,h\n"), nullptr).value();
    EXPECT_EQ(words.domains[1], (Domain{"D2", "Blinding"}));
    EXPECT_EQ(words.studies.front().overall, High);
    EXPECT_TRUE(words.studies.front().isOverallProposed);
}

TEST(Table, pointsToItsToolByDomainsAndWords)
{
    const auto toolOf = [](std::string_view csv) {
        return appraisalsFrom(rowsOf(csv), nullptr).value().tool->id;
    };
    EXPECT_EQ(toolOf("Study,D1,D2,D3,D4,Overall\nA,l,l,l,Unclear,l\n"), "quadas-2");
    EXPECT_EQ(toolOf("Study,D1,D2,D3,D4,D5,D6,D7,Overall\nA,l,s,m,l,l,l,l,s\n"), "robins-i");
    EXPECT_EQ(toolOf("Study,D1,D2,D3,D4,D5,D6,D7,Overall\nA,l,Very high,l,l,l,l,l,v\n"), "robins-e");
    EXPECT_EQ(toolOf("Study,D1,D2,D3,Overall\nA,l,s,m,l\n"), "generic");
}

TEST(Table, readsALoneSAsItsToolDoes)
{
    const char *csv = "Study,D1,D2,D3,D4,D5,D6,D7,Overall\nA,l,s,m,l,l,l,l,s\n";
    EXPECT_EQ(appraisalsFrom(rowsOf(csv), nullptr).value().studies.front().overall, High);
    EXPECT_EQ(appraisalsFrom(rowsOf(csv), toolCalled("robins-e")).value().studies.front().overall,
              SomeConcerns);
}

TEST(Table, isRefusedWithLineAndColumn)
{
    EXPECT_THAT(refusalOf("Study,D1,D2,Overall\nA,l,l,l\n\nB,l,probably fine,l\n"),
                HasSubstr("Line 4, column D2: \"probably fine\" is no judgement; write Low, Some concerns"));
    EXPECT_THAT(refusalOf("Study,D1,D2\nA,,l\n"), HasSubstr("Line 2, column D1: nothing is there"));
    EXPECT_THAT(refusalOf("Study,D1\n ,l\n"), HasSubstr("Line 2, column Study"));
    EXPECT_THAT(refusalOf("Study,D1,Weight\nA,l,heavy\n"), HasSubstr("Line 2, column Weight: \"heavy\""));
    EXPECT_THAT(refusalOf("Study,D1,Weight\nA,l,-1\n"), HasSubstr("is no weight"));
    EXPECT_THAT(refusalOf("Study,D1,Weight\nA,l,nan\n"), HasSubstr("is no weight"));
    EXPECT_THAT(refusalOf("Study,D1,D2\nA,l\n"), HasSubstr("Line 2 has 2 cells, but the first row names 3"));
}

TEST(Table, isRefusedWhereItsHeadCannotBeRight)
{
    EXPECT_THAT(refusalOf(""), HasSubstr("holds no study"));
    EXPECT_THAT(refusalOf("Study,D1,Overall\n"), HasSubstr("holds no study"));
    EXPECT_THAT(refusalOf("Trial,D1\nA,l\n"), HasSubstr("No column is called Study"));
    EXPECT_THAT(refusalOf("Study,Overall\nA,l\n"), HasSubstr("no column of a domain"));
    EXPECT_THAT(refusalOf("Study,D1,D3\nA,l,l\n"), HasSubstr("The column D2 is missing"));
    EXPECT_THAT(refusalOf("Study,D1,D1\nA,l,l\n"), HasSubstr("Two columns are called D1"));
    EXPECT_THAT(refusalOf("Study,Study,D1\nA,A,l\n"), HasSubstr("Two columns are called \"Study\""));
    EXPECT_THAT(refusalOf("Study,D1,Remarks\nA,l,l\n"), HasSubstr("a column called \"Remarks\""));
    EXPECT_THAT(refusalOf("Study,D1,\nA,l,l\n"), HasSubstr("Column 3 has no name"));
    EXPECT_THAT(refusalOf("Study,D1,D2\nA,l,l\n", "rob2"),
                HasSubstr("RoB 2 has 5 domains, but the table has 2"));
    EXPECT_THAT(refusalOf("Study,D1,Weight\nA,l,0\n"), HasSubstr("All weights are 0"));
}

TEST(Table, isRefusedWhereNoFigureCouldHoldIt)
{
    std::string wide = "Study";
    std::string cells = "A";
    for (std::size_t i = 1; i <= kMostDomains + 1; ++i) {
        wide += ",D" + std::to_string(i);
        cells += ",l";
    }
    EXPECT_THAT(refusalOf(wide + "\n" + cells + "\n"), HasSubstr("at most 20 can stand side by side"));
    std::string high = "Study,D1\n";
    for (std::size_t i = 0; i <= kMostStudies; ++i) {
        high += "A,l\n";
    }
    EXPECT_THAT(refusalOf(high), HasSubstr("1001 studies; at most 1000"));
}

TEST(Table, isWrittenAsItWasRead)
{
    const auto read =
        appraisalsFrom(rowsOf("Study,D1,D2,Overall,Weight\nA,l,h,h,2.5\nB,x,n,m,1\n"), nullptr).value();
    std::vector<TableRow> rows;
    for (auto &fields : toTable(read)) {
        rows.push_back({std::move(fields), static_cast<std::int64_t>(rows.size()) + 1});
    }
    const auto again = appraisalsFrom(rows, nullptr).value();
    EXPECT_EQ(again.studies, read.studies);
    EXPECT_EQ(again.domains, read.domains);
    EXPECT_TRUE(again.hasWeights);
}

} // namespace

} // namespace winnow::appraisal::test
