#include "case_table.h"
#include "query/explain.h"
#include "query/parse.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::query {

namespace {

std::string explained(const char *query)
{
    return explain(*parse(query).root);
}

TEST(Explain, saysOneThingInOneLine)
{
    EXPECT_EQ(explained("TITLE-ABS-KEY(digital)"), "Records whose title, abstract or keywords hold digital");
    EXPECT_EQ(explained("TITLE(a1 OR \"b1 c1\")"),
              "Records whose title holds at least one of a1 or \"b1 c1\"");
    EXPECT_EQ(explained("ABS(a1 b1)"), "Records whose abstract holds all of a1 and b1");
    EXPECT_EQ(explained("TITLE(a1 PRE/2 (b1 OR c1))"),
              "Records whose title holds a1 and (b1 or c1) with at most 2 words between, in this order");
    EXPECT_EQ(explained("PUBYEAR > 2018"), "Records published 2019 or later");
    EXPECT_EQ(explained("PUBYEAR < 2018"), "Records published 2017 or earlier");
    EXPECT_EQ(explained("DOCTYPE(ar OR re)"), "Records whose document type is article or review");
    EXPECT_EQ(explained("LOAD-DATE AFT 20240131"), "Records that came into Scopus after 2024-01-31");
    EXPECT_EQ(explained("a1"), "Records whose whole record with its references holds a1");
}

TEST(Explain, indentsWhatBelongsTogether)
{
    EXPECT_EQ(
        explained("TITLE(a1) AND (ABS(b1) OR KEY(c1 AND (d1 OR e1))) AND PUBYEAR > 2018 AND NOT DOCTYPE(re)"),
        R"(Records that meet all of these:
  - whose title holds a1
  - that meet at least one of these:
    - whose abstract holds b1
    - that meet all of these:
      - whose keywords or index terms hold c1
      - whose keywords or index terms hold at least one of d1 or e1
  - published 2019 or later
- but without these:
  - whose document type is review)");
}

TEST(Explain, drawsTheTree)
{
    EXPECT_EQ(drawTree(*parse("TITLE(a1 b1) AND PUBYEAR > 2018").root),
              "AND\n  TITLE\n    AND (not written)\n      a1\n      b1\n  PUBYEAR > 2018\n");
}

TEST(Explain, namesWhatImportedRecordsDoNotHold)
{
    EXPECT_THAT(fieldsNotHere(*parse("REFTITLE(a1) OR (AFFIL(b1) AND TITLE(c1)) OR REFTITLE(d1)").root),
                testing::ElementsAre("REFTITLE", "AFFIL"));
}

TEST(Explain, saysSomethingOfEveryRealQuery)
{
    for (const auto &[name, query] : test::realQueries()) {
        if (const Parsed parsed = parse(query); parsed.isOk()) {
            EXPECT_GT(explain(*parsed.root).size(), 20U) << name;
        }
    }
}

} // namespace

} // namespace winnow::query
