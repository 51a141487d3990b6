#include "case_table.h"
#include "query/checks/check.h"
#include "query/checks/mend.h"
#include "query/parse.h"
#include "query/printer.h"
#include "query/same_tree.h"
#include "random_query.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace winnow::query {

namespace {

/// A printed form is read as the same tree, and printed the same again.
void expectSame(const Node &root, const std::string &printed, Precedence precedence, const std::string &query)
{
    const Parsed again = parse(printed, precedence);
    ASSERT_TRUE(again.isOk()) << query << "\n=> " << printed << "\n" << again.problems.front().message;
    EXPECT_TRUE(sameTree(root, *again.root))
        << query << "\n=> " << printed << "\n=> " << printNormalised(*again.root);
}

/// True when the query can be read.
bool expectSameInEveryForm(const std::string &query)
{
    bool isRead = false;
    for (const Precedence precedence : {Precedence::Classic, Precedence::Standard}) {
        const Parsed parsed = parse(query, precedence);
        if (!parsed.isOk()) {
            continue;
        }
        isRead = true;
        const std::string normalised = printNormalised(*parsed.root);
        const std::string pretty = printPretty(*parsed.root);
        expectSame(*parsed.root, normalised, Precedence::Classic, query);
        expectSame(*parsed.root, normalised, Precedence::Standard, query);
        expectSame(*parsed.root, pretty, Precedence::Classic, query);
        expectSame(*parsed.root, pretty, Precedence::Standard, query);
        EXPECT_EQ(printPretty(*parse(pretty).root), pretty) << query;
        EXPECT_EQ(printAs(PrintForm::AsWritten, *parsed.root, query), query);
    }
    return isRead;
}

TEST(Print, isReadAsTheSameTreeForRandomQueries)
{
    int read = 0;
    constexpr std::uint32_t kQueries = 4000;
    for (std::uint32_t seed = 0; seed < kQueries && !testing::Test::HasFailure(); ++seed) {
        read += expectSameInEveryForm(test::randomQuery(seed)) ? 1 : 0;
    }
    EXPECT_GT(read, 800);
}

TEST(Print, isReadAsTheSameTreeForEveryRealQuery)
{
    for (const auto &[name, query] : test::realQueries()) {
        SCOPED_TRACE(name);
        static_cast<void>(expectSameInEveryForm(query));
    }
}

TEST(Print, isReadAsTheSameTreeForTheTables)
{
    for (const char *table : {"parse.txt", "checks.txt", "fixes.txt"}) {
        for (const test::Case &example : test::casesOf(table)) {
            static_cast<void>(expectSameInEveryForm(example.query));
        }
    }
}

TEST(Print, dividesALongQueryOverLines)
{
    const Parsed parsed =
        parse("TITLE-ABS-KEY((handicraft OR craft OR artisan OR \"hand made\" OR weaving OR pottery OR "
              "woodcraft OR basketry) AND (digital OR \"social media\")) AND PUBYEAR > 2018");
    ASSERT_TRUE(parsed.isOk());
    EXPECT_EQ(printPretty(*parsed.root), R"(TITLE-ABS-KEY(
    (
        handicraft OR craft OR artisan OR "hand made" OR weaving OR pottery
        OR woodcraft OR basketry
    )
    AND
    (digital OR "social media")
)
AND
(PUBYEAR > 2018))");
}

TEST(Print, readsWhatItPrintsOfDeepQueries)
{
    // Each level has three operators of different strength, so that the printed form has three times the
    // depth.
    for (const int depth : {50, 65, 66, 67, 70, 199}) {
        std::string query;
        for (int i = 0; i < depth; ++i) {
            query += "b1 AND NOT c1 AND d1 OR (";
        }
        query += "a1" + std::string(static_cast<std::size_t>(depth), ')');
        static_cast<void>(expectSameInEveryForm(query));
    }
}

/// Whatever is written, the checks and the fixes end, with places inside the text.
TEST(Print, andChecksEndOnRandomQueries)
{
    constexpr std::uint32_t kQueries = 600;
    for (std::uint32_t seed = 0; seed < kQueries; ++seed) {
        const std::string query = test::randomQuery(100000 + seed);
        for (const Precedence precedence : {Precedence::Classic, Precedence::Standard}) {
            const bool wasRead = parse(query, precedence).isOk();
            for (const Problem &problem : check(query, precedence)) {
                EXPECT_LE(problem.from, problem.to) << query;
                EXPECT_LE(problem.to, query.size()) << query;
                if (wasRead && problem.fix) {
                    const std::string fixed = withFix(query, *problem.fix);
                    EXPECT_TRUE(parse(fixed, precedence).isOk()) << problem.code << "\n"
                                                                 << query << "\n=> " << fixed;
                }
            }
        }
        static_cast<void>(mend(query));
    }
}

} // namespace

} // namespace winnow::query
