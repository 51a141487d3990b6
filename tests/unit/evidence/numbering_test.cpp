#include "evidence/table.h"
#include "review_of_studies.h"

#include <gtest/gtest.h>

namespace winnow::evidence {

namespace {

using Numbers = std::vector<ReferenceNumber>;

TableSet sample(Numbering numbering)
{
    TableSet set;
    set.numbering = numbering;
    set.list = {"a", "b", "c", "d"};
    Table table;
    table.id = "t";
    table.columns = {{"Category", ColumnKind::Text}, {"References", ColumnKind::References}};
    table.rows = {{{{"x", {}, {}}, {"", {}, {"c", "a"}}}, {}}, {{{"y", {}, {}}, {"", {}, {"a", "d"}}}, {}}};
    set.tables = {table};
    return set;
}

std::string referencesOf(const TableSet &set, const ReviewData &data, std::size_t row)
{
    return print(set, "t", data).value().rows[row].cells[1].text;
}

TEST(Numbering, followsTheOrderInWhichTablesCite)
{
    const ReviewData data = test::reviewOf({"a", "b", "c", "d"});
    EXPECT_EQ(numberReferences(sample(Numbering::FirstCitation), data),
              (Numbers{{"c", 1}, {"a", 2}, {"d", 3}}));
    EXPECT_EQ(referencesOf(sample(Numbering::FirstCitation), data, 1), "[2, 3]");
}

TEST(Numbering, countsWhatTheTextCitesBeforeTheTables)
{
    const std::vector<std::string> text{"d", "b", "d"};
    EXPECT_EQ(numberReferences(sample(Numbering::FirstCitation), test::reviewOf({"a", "b", "c", "d"}), text),
              (Numbers{{"d", 1}, {"b", 2}, {"c", 3}, {"a", 4}}));
}

TEST(Numbering, followsAFixedListThatAlsoCountsWhatNoTableCites)
{
    const ReviewData data = test::reviewOf({"a", "b", "c", "d"});
    EXPECT_EQ(referencesOf(sample(Numbering::Fixed), data, 0), "[1, 3]");
    EXPECT_EQ(numberReferences(sample(Numbering::Fixed), data),
              (Numbers{{"a", 1}, {"b", 2}, {"c", 3}, {"d", 4}}));
}

TEST(Numbering, givesKeysThatTheListLacksTheNumbersBehindIt)
{
    TableSet set = sample(Numbering::Fixed);
    set.list = {"a"};
    EXPECT_EQ(numberReferences(set, test::reviewOf({"a", "c", "d"})),
              (Numbers{{"a", 1}, {"c", 2}, {"d", 3}}));
}

TEST(Numbering, isAlphabeticalByAuthorYearAndTitle)
{
    ReviewData data;
    data.studies = {
        test::study("c", "Young", 2001), test::study("a", "Adams", 2010), test::study("d", "Adams", 2004)};
    EXPECT_EQ(numberReferences(sample(Numbering::Alphabetical), data),
              (Numbers{{"d", 1}, {"a", 2}, {"c", 3}}));
}

TEST(Numbering, sortsWorksThatAreNoRecordsByWhatTheirItemSays)
{
    TableSet set = sample(Numbering::Alphabetical);
    set.works = {
        {"c", R"({"id": "c", "author": [{"family": "Brown"}], "issued": {"date-parts": [[2021]]}})"}};
    ReviewData data;
    data.studies = {test::study("a", "Adams"), test::study("d", "Carter")};
    EXPECT_EQ(numberReferences(set, data), (Numbers{{"a", 1}, {"c", 2}, {"d", 3}}));
    EXPECT_EQ(referencesOf(set, data, 0), "[1, 2]");
}

TEST(Numbering, givesEvidenceFromOutsideTheLiteratureNumbersOfItsOwn)
{
    ReviewData data = test::reviewOf({"a", "c", "d"});
    data.studies[1].isOutside = true;
    EXPECT_EQ(numberReferences(sample(Numbering::FirstCitation), data),
              (Numbers{{"a", 1}, {"d", 2}, {"c", 1, true}}));
    EXPECT_EQ(referencesOf(sample(Numbering::FirstCitation), data, 0), "[1, E1]");
}

} // namespace

} // namespace winnow::evidence
