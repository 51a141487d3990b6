#include "base/file.h"
#include "evidence/citation.h"
#include "support/real_data.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace winnow::evidence {

namespace {

std::string collapsed(const std::vector<int> &numbers, const CitationStyle &style = {})
{
    std::vector<NumberedCitation> citations;
    citations.reserve(numbers.size());
    for (const int number : numbers) {
        citations.push_back({number});
    }
    return textOf(citedText(std::move(citations), style));
}

struct CollapseCase
{
    std::vector<int> numbers;
    const char *text;
};

/// CSL 1.0.2, collapse "citation-number", and the style of the founding review.
TEST(Citation, joinsRunsOfThreeAndMore)
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
        EXPECT_EQ(collapsed(test.numbers), test.text);
    }
    CitationStyle hyphen;
    hyphen.dash = "-";
    EXPECT_EQ(collapsed({6, 11, 16, 17, 18}, hyphen), "[6, 11, 16-18]");
}

TEST(Citation, hasThePresetsOfJournals)
{
    EXPECT_EQ(collapsed({1, 2, 3, 7}, *citationStyleCalled("ieee")), "[1]\u2013[3], [7]");
    EXPECT_EQ(collapsed({1, 2, 3, 7}, *citationStyleCalled("superscript")), "1\u20133,7");
    EXPECT_TRUE(citationStyleCalled("superscript")->isSuperscript);
    EXPECT_EQ(collapsed({1, 2}, *citationStyleCalled("parentheses")), "(1, 2)");
    EXPECT_EQ(citationStyleCalled("brackets"), CitationStyle());
    EXPECT_FALSE(citationStyleCalled("harvard"));
}

TEST(Citation, keepsTheOrderWhereAStyleDoesNotSort)
{
    CitationStyle asGiven;
    asGiven.isSorted = false;
    EXPECT_EQ(collapsed({3, 2, 1}, asGiven), "[3, 2, 1]"); // only what ascends is a run
    EXPECT_EQ(collapsed({5, 1, 2, 3}, asGiven), "[5, 1\u20133]");
}

TEST(Citation, keepsWhatNamesAPlaceOrHasAMarkOutOfRuns)
{
    EXPECT_EQ(textOf(citedText({{1}, {2, false, {}, "p. 23"}, {3}})), "[1, 2, p. 23, 3]");
    EXPECT_EQ(textOf(citedText({{1}, {2, false, {}, {}, "\u2020"}, {3}, {4}, {5}})),
              "[1, 2\u2020, 3\u20135]");
}

TEST(Citation, countsEvidenceFromOutsideTheLiteratureByItself)
{
    EXPECT_EQ(textOf(citedText({{1, true}, {4}, {2, true}, {3}, {3, true}, {1}})), "[1, 3, 4, E1\u2013E3]");
}

TEST(Citation, leadsFromEachNumberToItsReference)
{
    const auto pieces = citedText({{6, false, "a"}, {7, false, "b"}, {8, false, "c"}, {1, true, "d"}});
    const std::vector<CitedText> expected{
        {"[", ""}, {"6", "a"}, {"\u2013", ""}, {"8", "c"}, {", ", ""}, {"E1", "d"}, {"]", ""}};
    EXPECT_EQ(pieces, expected);
}

/// What a case of the collected ones says of its style by an example.
CitationStyle styleOf(const nlohmann::json &test)
{
    const std::string out = test.at("out");
    CitationStyle style;
    style.isSorted = test.value("sort", true);
    style.open = out.substr(0, 1);
    style.close = out.substr(out.size() - 1);
    style.delimiter =
        out.find(", ") == std::string::npos || out.find("],[") != std::string::npos ? "," : ", ";
    if (out.starts_with("([")) {
        style.eachOpen = "[";
        style.eachClose = "]";
    }
    return style;
}

/// The processor tests of CSL and its specification. Two of them show what comes of doubles: a table drops
/// them before.
TEST(Citation, collapsesTheCollectedCases)
{
    const auto file = test::realData("../reference/prisma-gold/csl_collapse.json");
    WINNOW_NEEDS_REAL_DATA(file);
    const auto cases = nlohmann::json::parse(readFile(file).value());
    int checked = 0;
    for (const auto &test : cases.at("cases")) {
        std::vector<NumberedCitation> citations;
        for (const auto &number : test.at("in")) {
            const auto places = test.value("locator", nlohmann::json::object());
            const std::string name = number.dump();
            citations.push_back({number.get<int>(), false, {}, places.value(name, std::string())});
        }
        std::string expected = test.at("out");
        expected = expected == "(1,2,2\u20134)"        ? "(1\u20134)"
                   : expected == "(1\u20133,3\u20135)" ? "(1\u20135)"
                                                       : expected;
        EXPECT_EQ(textOf(citedText(citations, styleOf(test))), expected);
        ++checked;
    }
    EXPECT_EQ(checked, 12);
}

} // namespace

} // namespace winnow::evidence
