#include "base/file.h"
#include "query/parse.h"
#include "query/printer.h"
#include "support/real_data.h"

#include <gtest/gtest.h>

#include <sstream>

namespace winnow::query {

namespace {

/// The outcome of parsing in the notation of tests/data/query/parse.txt.
std::string outcomeOf(std::string_view query)
{
    const Parsed parsed = parse(query);
    if (parsed.isOk()) {
        return printNormalised(*parsed.root);
    }
    for (const Problem &problem : parsed.problems) {
        if (problem.severity == ProblemSeverity::Error) {
            return "! " + problem.code + " " + std::to_string(problem.from) + "-" +
                   std::to_string(problem.to);
        }
    }
    return "! no problem named";
}

TEST(Parse, readsEveryCaseOfTheTable)
{
    const std::string table = readFile(WINNOW_TEST_DATA "/query/parse.txt").value();
    std::istringstream in(table);
    int cases = 0;
    for (std::string line; std::getline(in, line);) {
        const std::size_t arrow = line.find(" => ");
        if (arrow == std::string::npos) {
            continue;
        }
        ++cases;
        std::string query = line.substr(0, arrow);
        for (std::size_t at = 0; (at = query.find(" / ", at)) != std::string::npos; ++at) {
            query[at + 1] = '\n'; // of the same length, so that places stay right
        }
        EXPECT_EQ(outcomeOf(query), line.substr(arrow + 4)) << line;
    }
    EXPECT_GT(cases, 40);
}

TEST(Parse, bindsAndBeforeOrWhenAskedTo)
{
    const Parsed parsed = parse("a1 OR b1 AND c1", Precedence::Standard);
    ASSERT_TRUE(parsed.isOk());
    EXPECT_EQ(printNormalised(*parsed.root), "a1 OR (b1 AND c1)");
}

TEST(Parse, printsAFormThatMeansTheSameUnderBothPrecedences)
{
    for (const char *query : {"a1 OR b1 AND c1",
                              "a1 AND NOT b1 OR c1",
                              "TITLE(a1 b1) OR ABS(c1) AND NOT d1",
                              "a1 W/2 b1 OR c1"}) {
        const std::string printed = printNormalised(*parse(query).root);
        EXPECT_EQ(printNormalised(*parse(printed).root), printed) << query;
        EXPECT_EQ(printNormalised(*parse(printed, Precedence::Standard).root), printed) << query;
    }
}

TEST(Parse, saysThatAStopWordIsIgnored)
{
    const Parsed parsed = parse("TITLE(the effect)");
    ASSERT_EQ(parsed.problems.size(), 1U);
    EXPECT_EQ(parsed.problems.front().code, "W22");
    EXPECT_EQ(parsed.problems.front().severity, ProblemSeverity::Warning);
}

TEST(Parse, suggestsTheFieldThatWasMeant)
{
    EXPECT_NE(parse("TITEL(a1)").problems.front().message.find("TITLE"), std::string::npos);
    EXPECT_NE(parse("AUTHKEYS(a1)").problems.front().message.find("AUTHKEY"), std::string::npos);
}

TEST(Parse, endsQuicklyOnHostileInput)
{
    for (const std::string &query : {std::string(1000000, '('),
                                     std::string(1000000, ')'),
                                     std::string(1000000, '"'),
                                     std::string(1000000, '*'),
                                     std::string(1000000, 'a'),
                                     std::string(300, '(') + "a1" + std::string(300, ')')}) {
        static_cast<void>(parse(query));
    }
    // Long chains must be no deep towers, in which reading, printing and freeing would exhaust the stack.
    for (const std::string link : {" OR ", " AND NOT ", " AND ", " ", " W/3 "}) {
        std::string many = "z1";
        for (int i = 0; i < 100000; ++i) {
            many += link + "a" + std::to_string(i);
        }
        const Parsed parsed = parse(many);
        ASSERT_TRUE(parsed.isOk()) << link;
        EXPECT_GT(printNormalised(*parsed.root).size(), 100000U) << link;
    }
    EXPECT_TRUE(parse(std::string(150, '(') + "a1" + std::string(150, ')')).isOk());
}

TEST(Parse, readsBothFoundingQueries)
{
    for (const char *name : {"step1", "step2"}) {
        const auto file =
            std::filesystem::path(WINNOW_SOURCE_DIR) / "queries/belitung" / (std::string(name) + ".scopus");
        const Parsed parsed = parse(readFile(file).value());
        EXPECT_TRUE(parsed.isOk()) << name;
    }
}

/// Every real string is read, or refused with a place inside it; what is read has a stable printed form.
TEST(Parse, readsOrRefusesEveryRealQueryWithAPlace)
{
    const auto folder = winnow::test::realData("queries");
    WINNOW_NEEDS_REAL_DATA(folder);
    int read = 0;
    int refused = 0;
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".txt") {
            continue;
        }
        const std::string query = readFile(entry.path()).value();
        const Parsed parsed = parse(query);
        if (parsed.isOk()) {
            ++read;
            const std::string printed = printNormalised(*parsed.root);
            const Parsed again = parse(printed);
            ASSERT_TRUE(again.isOk()) << entry.path() << ": " << printed.substr(0, 300);
            EXPECT_EQ(printNormalised(*again.root), printed) << entry.path();
        } else {
            ++refused;
            ASSERT_FALSE(parsed.problems.empty());
            for (const Problem &problem : parsed.problems) {
                EXPECT_LE(problem.from, problem.to);
                EXPECT_LE(problem.to, query.size());
            }
        }
    }
    EXPECT_GT(read, refused) << read << " read, " << refused << " refused";
}

} // namespace

} // namespace winnow::query
