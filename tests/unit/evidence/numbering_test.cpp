#include "evidence/table.h"

#include <gtest/gtest.h>

namespace winnow::evidence {

namespace {

struct CollapseCase
{
    std::vector<int> numbers;
    const char *text;
};

/// CSL 1.0.2, collapse "citation-number", and the style of the founding review.
TEST(Collapse, joinsRunsOfThreeAndMore)
{
    const std::vector<CollapseCase> cases{
        {{1, 2, 3, 5}, "[1\u20133, 5]"},
        {{3, 4}, "[3, 4]"},
        {{7}, "[7]"},
        {{6, 11, 16, 17, 18}, "[6, 11, 16\u201318]"},
        {{1, 2, 2, 3, 4}, "[1\u20134]"},
        {{18, 6, 17, 11, 16}, "[6, 11, 16\u201318]"},
        {{1, 3, 4, 5, 7, 9, 10, 11}, "[1, 3\u20135, 7, 9\u201311]"},
        {{1, 4, 6, 7, 8}, "[1, 4, 6\u20138]"},
        {{1, 2, 3, 5, 6, 7}, "[1\u20133, 5\u20137]"},
        {{1, 2, 3, 3, 4, 5}, "[1\u20135]"},
        {{3, 2, 1}, "[1\u20133]"},
        {{}, ""},
    };
    for (const CollapseCase &test : cases) {
        EXPECT_EQ(collapse(test.numbers), test.text);
    }
    EXPECT_EQ(collapse({6, 11, 16, 17, 18}, {"[", ", ", "-", "]"}), "[6, 11, 16-18]");
    EXPECT_EQ(collapse({1, 2, 3}, {"(", ",", "-", ")"}), "(1-3)");
}

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

TEST(Numbering, followsTheOrderInWhichTablesCite)
{
    const auto numbers = numberReferences(sample(Numbering::FirstCitation));
    EXPECT_EQ(numbers, (std::vector<std::pair<std::string, int>>{{"c", 1}, {"a", 2}, {"d", 3}}));
    EXPECT_EQ(print(sample(Numbering::FirstCitation), "t").value().rows[1][1].text, "[2, 3]");
}

TEST(Numbering, followsAFixedList)
{
    EXPECT_EQ(print(sample(Numbering::Fixed), "t").value().rows[0][1].text, "[1, 3]");
}

TEST(Numbering, givesKeysThatTheListLacksTheNumbersBehindIt)
{
    TableSet set = sample(Numbering::Fixed);
    set.list = {"a"};
    EXPECT_EQ(numberReferences(set),
              (std::vector<std::pair<std::string, int>>{{"c", 2}, {"a", 1}, {"d", 3}}));
}

TEST(Numbering, namesTheTablesThatThereAre)
{
    const auto unknown = print(sample(Numbering::Fixed), "table-9");
    ASSERT_FALSE(unknown);
    EXPECT_NE(unknown.error().message.find("there are t"), std::string::npos);
}

} // namespace

} // namespace winnow::evidence
