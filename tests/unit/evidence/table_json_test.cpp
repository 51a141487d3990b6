#include "base/file.h"
#include "evidence/table.h"
#include "review_of_studies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace winnow::evidence {

namespace {

using testing::HasSubstr;

std::string wrapped(const std::string &rows, const std::string &more = "")
{
    return R"({"tables": [{"id": "t", "caption": "c", "columns": ["A", "References"], "rows": )" + rows +
           "}]" + more + "}";
}

TEST(TableJson, givesTheSameSetAgain)
{
    const auto set = parseTableSet(
        wrapped(R"([{"A": ["one", "two"], "References": ["x", "y"], "note": "n"}, {"A": "text"}])",
                R"(, "references": {"numbering": "fixed", "list": ["y", "x"]}, "style": {"dash": "-"})"));
    ASSERT_TRUE(set) << set.error().message;
    EXPECT_EQ(set->tables[0].rows[0].cells[0].items.size(), 2U);
    EXPECT_EQ(set->tables[0].rows[0].note, "n");
    EXPECT_EQ(set->style.dash, "-");
    const auto again = parseTableSet(toJson(*set));
    ASSERT_TRUE(again);
    EXPECT_EQ(toJson(*again), toJson(*set));
}

TEST(TableJson, readsNumbersThroughAFixedList)
{
    const auto set = parseTableSet(
        wrapped(R"([{"A": "a", "References": "[1, 3-5]"}])",
                R"(, "references": {"numbering": "fixed", "list": ["a", "b", "c", "d", "e"]})"));
    ASSERT_TRUE(set) << set.error().message;
    EXPECT_EQ(set->tables[0].rows[0].cells[1].references, (std::vector<std::string>{"a", "c", "d", "e"}));
}

TEST(TableJson, leavesEmptyWhatARowDoesNotGive)
{
    const auto set = parseTableSet(wrapped(R"([{"References": ""}, {}])"));
    ASSERT_TRUE(set) << set.error().message;
    for (const auto &row : print(*set, "t", {}).value().rows) {
        EXPECT_EQ(row.cells[0].text + row.cells[1].text, "");
    }
}

TEST(TableJson, saysWhereItIsWrong)
{
    const std::vector<std::pair<std::string, const char *>> cases{
        {"", "no JSON"},
        {"[]", "\"tables\""},
        {R"({"tables": [{"caption": "c"}]})", "id"},
        {wrapped(R"([{"A": 5}])"), "row 1, column \"A\""},
        {wrapped(R"([{}, {"B": "x"}])"), "row 2"},
        {wrapped(R"([{"References": "[1]"}])"), "fixed"},
        {wrapped(R"([{"References": "[9]"}])", R"(, "references": {"numbering": "fixed", "list": ["a"]})"),
         "cites 9"},
        {wrapped(R"([{"References": ["z"]}])", R"(, "references": {"numbering": "fixed", "list": ["a"]})"),
         "cites z"},
        {wrapped(R"([{"References": "[1-999999999]"}])",
                 R"(, "references": {"numbering": "fixed", "list": ["a"]})"),
         "row 1"},
        {wrapped("[]", R"(, "references": {"numbering": "random"})"), "first-citation, alphabetical, fixed"},
        {wrapped("[]", R"(, "references": {"numbering": "fixed", "list": ["a", "a"]})"), "a twice"},
        {wrapped(R"([{"References": "[1-65000,1-65000,1-65000,1-65000,1-65000,1-65000,1-65000,1-65000,)"
                 R"(1-65000,1-65000,1-65000,1-65000,1-65000,1-65000,1-65000,1-65000,1-65000]"}])",
                 R"(, "references": {"numbering": "fixed", "list": ["a"]})"),
         "row 1"},
        {R"({"tables": [{"id": "t", "columns": ["A", "A"], "rows": []}]})", "two columns"},
        {R"({"tables": [{"id": "t", "columns": ["A"], "rows": []}, {"id": "t"}]})", "two tables"},
        {wrapped("5"), "rows"},
        {wrapped("[]", R"(, "style": 3)"), "style"},
        {wrapped("[]", R"(, "style": "harvard")"), "brackets"},
        {R"({"tables": [{"id": "t", "columns": ["note"]}]})", "capital letter"},
        {R"({"tables": [{"id": "t", "columns": []}]})", "columns"},
        {R"({"tables": [{"id": "t", "columns": [{"name": "A", "kind": "sum"}]}]})", "text, references"},
        {R"({"tables": [{"id": "t", "columns": [{"name": "A", "kind": "field"}]}]})", "no \"field\""},
        {R"({"tables": [{"id": "t", "columns": [{"name": "A", "kind": "count"}], "rows": [{"A": "4"}]}]})",
         "is computed"},
        {R"({"tables": [{"id": "t", "columns": [{"name": "A", "kind": "field", "field": ""}]}]})",
         "is empty"},
        {R"({"tables": [{"id": "t", "map": {"rows": "", "columns": "a/b"}}]})", "policy/country"},
        {R"({"tables": [{"id": "t", "rowsOf": "everything", "columns": ["A"]}]})", "studies, excluded"},
        {R"({"tables": [{"id": "t", "rowsOf": "policy/", "columns": ["A"]}]})", "policy/country"},
        {R"({"tables": [{"id": "t", "map": {"rows": "a/b"}}]})", "columns"},
        {R"({"tables": [{"id": "t", "map": {"rows": "a/b", "columns": "a/c"}, "columns": ["A"]}]})",
         "makes its own columns"},
    };
    for (const auto &[json, words] : cases) {
        const auto set = parseTableSet(json);
        ASSERT_FALSE(set) << json;
        EXPECT_THAT(set.error().message, HasSubstr(words)) << json;
    }
}

TEST(TableJson, keepsNoControlCharactersOfTexts)
{
    const auto set = parseTableSet(
        wrapped(R"([{"A": "a\u0000b\tc\r\nd", "References": ["x\u001B"], "note": "\u007F\u009B"}])",
                R"(, "references": {"works": [{"id": "w\u0000"}]}, "style": {"delimiter": ", \u0000"})"));
    ASSERT_TRUE(set) << set.error().message;
    const Row &row = set->tables[0].rows[0];
    EXPECT_EQ(row.cells[0].text, "a b\tc\nd");
    EXPECT_EQ(row.cells[1].references, std::vector<std::string>{"x "});
    EXPECT_EQ(row.note, "  ");
    EXPECT_EQ(set->works[0].key, "w ");
    EXPECT_EQ(set->style.delimiter, ",  ") << "blanks at its ends are meant";
}

TEST(TableJson, refusesInWordsThatCanBePrinted)
{
    const std::string bad = R"(\u001B[2J\u0000)" + std::string(10'000, 'x');
    for (std::string text :
         {wrapped("[]", R"(, "references": {"numbering": "BAD"})"),
          wrapped(R"([{"BAD": "a"}])"),
          std::string(R"({"tables": [{"id": "BAD", "columns": 4}]})"),
          std::string(R"({"tables": [{"id": "BAD", "columns": ["A"]}, {"id": "BAD"}]})"),
          std::string(R"({"tables": [{"id": "t", "columns": ["BAD", "BAD"]}]})"),
          std::string(R"({"tables": [{"id": "t", "columns": [{"name": "BAD", "kind": "sum"}]}]})"),
          wrapped("[]", R"(, "references": {"numbering": "fixed", "list": ["BAD", "BAD"]})"),
          wrapped(R"([{"References": ["BAD"]}])",
                  R"(, "references": {"numbering": "fixed", "list": ["a"]})")}) {
        for (std::size_t at = text.find("BAD"); at != std::string::npos; at = text.find("BAD")) {
            text.replace(at, 3, bad);
        }
        const auto set = parseTableSet(text);
        ASSERT_FALSE(set) << text;
        EXPECT_THAT(set.error().message, HasSubstr("[2J"));
        EXPECT_EQ(set.error().message.find_first_of(std::string_view("\0\x1B", 2)), std::string::npos);
        EXPECT_LT(set.error().message.size(), 300U);
    }
}

TEST(TableJson, refusesBracketsInBracketsDeeperThanTablesNeed)
{
    const auto withWork = [](std::size_t levels) {
        return wrapped("[]",
                       R"(, "references": {"works": [{"id": "w", "x": )" + std::string(levels, '[') +
                           std::string(levels, ']') + "}]}");
    };
    const auto deep = parseTableSet(withWork(100'000));
    ASSERT_FALSE(deep);
    EXPECT_THAT(deep.error().message, HasSubstr("deeper than tables and works need"));
    const auto most = parseTableSet(withWork(28));
    ASSERT_TRUE(most) << most.error().message;
    EXPECT_TRUE(parseTableSet(toJson(*most)));
    EXPECT_FALSE(parseTableSet(withWork(29)));
}

TEST(TableJson, refusesMoreColumnsThanAPageHolds)
{
    std::string columns = "\"c\"";
    for (int i = 0; i < 100; ++i) {
        columns += ", \"" + std::to_string(i) + "\"";
    }
    const auto set =
        parseTableSet(R"({"tables": [{"id": "t", "columns": [)" + columns + R"(], "rows": []}]})");
    ASSERT_FALSE(set);
    EXPECT_THAT(set.error().message, HasSubstr("more than 100 columns"));
}

TEST(TableJson, keepsAllThatATableCanSay)
{
    const std::string text = R"({"tables": [
        {"id": "a", "rowsOf": "policy/category", "order": "year", "landscape": true, "language": "id", "notes": ["n"],
         "columns": [{"name": "C", "kind": "field", "field": "policy/country", "share": 2, "merged": true, "group": "G"},
                     {"name": "R", "kind": "references"}, {"name": "F", "kind": "fact", "field": "title"}, "T"],
         "rows": [{"code": "wood", "studies": ["x"], "T": "t"}]},
        {"id": "b", "map": {"rows": "p/a", "columns": "p/b", "dividedBy": "p/c"}},
        {"id": "c", "rowsOf": "excluded", "columns": [{"name": "Why", "kind": "reason"}]}],
        "references": {"numbering": "alphabetical", "bibliography": "apa", "works": [{"id": "w", "title": "W"}]},
        "style": {"open": "(", "eachOpen": "<", "sorted": false, "superscript": true, "outside": "I"}})";
    const auto set = parseTableSet(text);
    ASSERT_TRUE(set) << set.error().message;
    EXPECT_EQ(set->tables[0].rows[0].code, "wood");
    EXPECT_EQ(set->tables[0].columns[0].share, 2);
    EXPECT_TRUE(set->tables[0].columns[0].isMerged);
    EXPECT_EQ(set->tables[1].dividedBy, "p/c");
    EXPECT_EQ(set->works[0].key, "w");
    EXPECT_FALSE(set->style.isSorted);
    EXPECT_EQ(toJson(parseTableSet(toJson(*set)).value()), toJson(*set));
}

/// The articles of the founding review with what they were coded with.
ReviewData codedStudies(const std::vector<std::string> &keys)
{
    ReviewData data = test::reviewOf(keys);
    std::istringstream lines(readFile(WINNOW_SOURCE_DIR "/queries/belitung/values.csv").value());
    std::string line;
    std::getline(lines, line); // the names of the columns
    while (std::getline(lines, line)) {
        std::istringstream cells(line);
        std::string key;
        std::string field;
        std::getline(cells, key, ',');
        std::getline(cells, field, ',');
        FieldText value;
        for (std::string code; std::getline(cells >> std::ws, code, ';');) {
            value.codes.push_back(code);
        }
        std::ranges::find(data.studies, key, &StudyData::label)->values["policy/" + field] = value;
    }
    return data;
}

/// The reference cells that the founding review prints.
TEST(TableJson, printsTheReferenceCellsOfTheFoundingReview)
{
    const auto set = parseTableSet(readFile(WINNOW_SOURCE_DIR "/queries/belitung/tables.json").value());
    ASSERT_TRUE(set) << set.error().message;
    const ReviewData data = codedStudies(set->list);
    const std::vector<std::vector<const char *>> expected{
        {"[3, 4]", "[2, 12]", "[13, 15]", "[4, 14]", "[2, 15]", "[5, 14]"},
        {"[6, 11, 16-18]", "[19, 20]", "[6, 21]", "[1, 19, 22, 23]"},
        {"[12, 19, 22]", "[6, 19, 25, 26]", "[6, 14]", "[6, 23, 24]", "[8, 23, 27]"}};
    for (std::size_t t = 0; t < expected.size(); ++t) {
        const auto printed = print(*set, "table-" + std::to_string(t + 1), data).value();
        ASSERT_EQ(printed.rows.size(), expected[t].size());
        EXPECT_TRUE(printed.notes.empty());
        for (std::size_t r = 0; r < expected[t].size(); ++r) {
            EXPECT_EQ(printed.rows[r].cells.back().text, expected[t][r]);
        }
    }
}

} // namespace

} // namespace winnow::evidence
