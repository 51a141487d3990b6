#include "evidence/table.h"
#include "review_of_studies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::evidence {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// A set of the one table that this JSON describes.
TableSet setOf(const std::string &table)
{
    auto set = parseTableSet(R"({"tables": [)" + table + "]}");
    EXPECT_TRUE(set) << set.error().message;
    return set ? *set : TableSet();
}

std::vector<std::string> column(const PrintedTable &table, std::size_t at)
{
    std::vector<std::string> texts;
    for (const PrintedRow &row : table.rows) {
        texts.push_back(row.cells.at(at).text);
    }
    return texts;
}

TEST(Print, namesTheTablesThatThereAre)
{
    const auto unknown = print(setOf(R"({"id": "t", "columns": ["A"]})"), "table-9", {});
    ASSERT_FALSE(unknown);
    EXPECT_THAT(unknown.error().message, HasSubstr("there are t"));
}

TEST(Print, makesARowOfEachOptionThatStudiesHave)
{
    ReviewData data = test::reviewOf({"a", "b", "c"});
    data.codes["policy/category"] = {{"wood", "Woodcraft"}, {"glass", "Glass"}, {"clay", "Pottery"}};
    test::code(data.studies[0], "policy/category", {"wood", "clay"});
    test::code(data.studies[1], "policy/category", {"wood"});
    test::code(data.studies[2], "policy/category", {"clay"});
    const auto table = print(setOf(R"({"id": "t", "rowsOf": "policy/category",
        "columns": ["Category", "Description", {"name": "n", "kind": "count"}, "References"],
        "rows": [{"code": "clay", "Category": "Pottery and ceramics", "Description": "Fired"}]})"),
                             "t",
                             data)
                           .value();
    EXPECT_THAT(column(table, 0), ElementsAre("Pottery and ceramics", "Woodcraft"));
    EXPECT_THAT(column(table, 1), ElementsAre("Fired", ""));
    EXPECT_THAT(column(table, 2), ElementsAre("2", "2"));
    EXPECT_EQ(table.rows[0].cells[2].number, 2);
    EXPECT_THAT(column(table, 3), ElementsAre("[1, 2]", "[1, 3]"));
}

TEST(Print, makesARowOfAnOptionThatTheFormDoesNotHaveAnyMore)
{
    ReviewData data = test::reviewOf({"a"});
    data.codes["policy/category"] = {{"wood", "Woodcraft"}};
    test::code(data.studies[0], "policy/category", {"gone"});
    const auto table =
        print(setOf(R"({"id": "t", "rowsOf": "policy/category", "columns": ["Category", "References"]})"),
              "t",
              data)
            .value();
    EXPECT_THAT(column(table, 0), ElementsAre("Label of gone"));
}

TEST(Print, listsIncludedStudiesByAuthorAndEvidenceFromOutsideLast)
{
    ReviewData data;
    data.studies = {test::study("z", "Zhou"),
                    test::study("i", "Interview"),
                    test::study("a", "Abe"),
                    test::study("x", "Xu")};
    data.studies[1].isOutside = true;
    data.studies[1].kind = "Interview";
    data.studies[3].isIncluded = false;
    const auto table = print(setOf(R"({"id": "t", "rowsOf": "studies", "order": "author",
        "columns": [{"name": "Study", "kind": "study"}, {"name": "Title", "kind": "fact", "field": "title"}]})"),
                             "t",
                             data)
                           .value();
    EXPECT_THAT(column(table, 0), ElementsAre("a", "z", "i (Interview)"));
    EXPECT_THAT(column(table, 1), ElementsAre("Title of a", "Title of z", "Title of i"));
}

TEST(Print, countsTheDifferentAnswersOfSeveralStudies)
{
    ReviewData data = test::reviewOf({"a", "b", "c"});
    data.studies[0].values["f/country"] = {"India", {}, {}, {}, {{"in India", "2", "a"}}, {}, {}};
    data.studies[1].values["f/country"] = {"Kenya", {}, {}, {}, {}, {}, {}};
    data.studies[2].values["f/country"] = {"Kenya", {}, {}, {}, {}, {}, {}};
    const auto table =
        print(setOf(R"({"id": "t", "columns": [{"name": "Where", "kind": "field", "field": "f/country"}],
        "rows": [{"studies": ["a", "b", "c"]}, {"studies": ["a"]}]})"),
              "t",
              data)
            .value();
    EXPECT_THAT(column(table, 0), ElementsAre("Kenya (2); India", "India"));
    EXPECT_EQ(table.rows[0].cells[0].quotes, (std::vector<CellQuote>{{"in India", "2", "a"}}));
}

TEST(Print, keepsWhatWasExcludedAfterItWasCitedAndSaysSo)
{
    ReviewData data = test::reviewOf({"a", "b"});
    data.studies[1].isIncluded = false;
    data.studies[1].whyExcluded = "wrong population";
    const auto table = print(setOf(R"({"id": "t", "columns": ["A", "References"],
        "rows": [{"A": "x", "References": ["a", "b", "gone"]}]})"),
                             "t",
                             data)
                           .value();
    EXPECT_EQ(table.rows[0].cells[1].text, "[1, 2\u2020, 3\u2021]");
    EXPECT_THAT(table.notes,
                ElementsAre("\u2020 Not among the included studies: b (wrong population).",
                            "\u2021 Not in the review any more: gone."));
}

TEST(Print, citesAllReportsOfAStudyOnce)
{
    ReviewData data = test::reviewOf({"a"});
    data.studies[0].reports = {"a", "a2"};
    test::code(data.studies[0], "f/c", {"x"});
    const auto table =
        print(setOf(R"({"id": "t", "rowsOf": "f/c", "columns": ["A", {"name": "n", "kind": "count"},
        "References"], "rows": [{"code": "x", "References": ["a2"]}]})"),
              "t",
              data)
            .value();
    EXPECT_EQ(table.rows[0].cells[2].text, "[1, 2]");
    EXPECT_EQ(table.rows[0].cells[1].text, "1");
}

TEST(Print, mergesCellsOnlyWithinTheGroupsToTheirLeft)
{
    const auto table = print(setOf(R"({"id": "t",
        "columns": [{"name": "A", "merged": true}, {"name": "B", "merged": true}, "C"],
        "rows": [{"A": "x", "B": "1", "C": "p"}, {"A": "x", "B": "1", "C": "p"}, {"A": "y", "B": "1", "C": "p"},
                 {"A": "", "B": "1"}, {"A": "", "B": "1"}]})"),
                             "t",
                             {})
                           .value();
    EXPECT_EQ(table.rows[0].cells[0].rowSpan, 2);
    EXPECT_TRUE(table.rows[1].cells[0].isCovered);
    EXPECT_EQ(table.rows[0].cells[1].rowSpan, 2);
    EXPECT_EQ(table.rows[2].cells[1].rowSpan, 1) << "1 of y is not 1 of x";
    EXPECT_EQ(table.rows[0].cells[2].rowSpan, 1);
    EXPECT_EQ(table.rows[3].cells[0].rowSpan, 1) << "empty cells are not one";
}

TEST(Print, putsOneHeadOverColumnsOfAGroup)
{
    const auto table = print(setOf(R"({"id": "t", "columns": ["A", {"name": "B", "group": "G"},
        {"name": "C", "group": "G"}, {"name": "D", "group": "H"}]})"),
                             "t",
                             {})
                           .value();
    ASSERT_EQ(table.groups.size(), 1U);
    EXPECT_EQ(table.groups[0][1].columnSpan, 2);
    EXPECT_TRUE(table.groups[0][2].isCovered);
    EXPECT_EQ(table.groups[0][3].text, "H");
}

TEST(Print, ordersRowsByTheirNumbers)
{
    TableSet set = setOf(R"({"id": "t", "order": "number", "columns": ["A", "References"],
        "rows": [{"A": "x", "References": ["b"]}, {"A": "none"}, {"A": "y", "References": ["a"]}]})");
    set.numbering = Numbering::Fixed;
    set.list = {"a", "b"};
    EXPECT_THAT(column(print(set, "t", test::reviewOf({"a", "b"})).value(), 0),
                ElementsAre("y", "x", "none"));
}

TEST(Print, drawsAMapOfWhereStudiesAreAndWhereNone)
{
    ReviewData data = test::reviewOf({"a", "b", "c"});
    data.codes["f/i"] = {{"training", "Training"}, {"credit", "Credit"}};
    data.codes["f/o"] = {{"sales", "Sales"}, {"skills", "Skills"}};
    data.codes["f/q"] = {{"high", "high"}, {"low", "low"}};
    data.fieldLabels["f/i"] = "Intervention";
    const std::vector<std::vector<std::string>> codes{{"sales", "skills"}, {"sales"}, {"sales"}};
    for (std::size_t i = 0; i < codes.size(); ++i) {
        test::code(data.studies[i], "f/i", {"training"});
        test::code(data.studies[i], "f/o", codes[i]);
        test::code(data.studies[i], "f/q", {i == 0 ? "high" : "low"});
    }
    const auto table = print(
        setOf(R"({"id": "t", "map": {"rows": "f/i", "columns": "f/o", "dividedBy": "f/q"}})"), "t", data);
    ASSERT_TRUE(table) << table.error().message;
    EXPECT_EQ(table->columns[0].name, "Intervention");
    EXPECT_THAT(column(*table, 1), ElementsAre("3: 1 high, 2 low", ""));
    EXPECT_THAT(column(*table, 2), ElementsAre("1: 1 high", ""));
    EXPECT_TRUE(table->rows[0].cells[1].fill);
    EXPECT_FALSE(table->rows[1].cells[1].fill);
    EXPECT_EQ(table->rows[0].cells[1].quotes.size(), 3U);
}

TEST(Print, givesWideColumnsToLongTexts)
{
    const auto table = print(setOf(R"({"id": "t", "columns": ["A", "B", {"name": "C", "share": 7}],
        "rows": [{"A": "short", "B": ")" +
                                   std::string(10'000, 'x') + R"("}]})"),
                             "t",
                             {})
                           .value();
    EXPECT_GT(table.columns[1].share, 4 * table.columns[0].share);
    EXPECT_LE(table.columns[1].share, 60);
    EXPECT_EQ(table.columns[2].share, 7);
}

} // namespace

} // namespace winnow::evidence
