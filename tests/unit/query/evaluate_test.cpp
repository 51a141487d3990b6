#include "query/evaluate.h"
#include "query/parse.h"

#include <gtest/gtest.h>

#include <array>
#include <utility>

namespace winnow::query {

namespace {

Record sample()
{
    Record record;
    record.title = "Cultivating Traditional Handicraft Market Demand through Social-Media Technology";
    record.abstractText =
        "The worker's behaviour was studied in 12 villages. Criteria differ; women sell e-commerce.";
    record.keywords = {"handicraft marketing", "social commerce"};
    record.indexTerms = {"bamboo"};
    record.authors = {{"Hassan", "H."}, {"De la Torre-Castro", "M."}};
    record.sourceTitle = "Journal of Crafts";
    record.doi = "10.1109/r10-htc";
    record.type = RecordType::ConferencePaper;
    record.language = "english";
    record.date.year = 2020;
    return record;
}

TEST(Evaluate, answersAsTheScopusGuideSays)
{
    const std::array<std::pair<const char *, bool>, 49> cases{{
        {"handicraft", true},
        {"TITLE(handicrafts)", true},
        {"TITLE(handi*)", true},
        {"TITLE(*craft)", true},
        {"TITLE(handicra?t)", true},
        {"TITLE(handicra?)", false},
        {"TITLE(women)", false},
        {"ABS(woman)", true},
        {"ABS(behavior)", true},
        {"ABS({behavior})", false},
        {"ABS({behaviour})", true},
        {"ABS(criterion)", true},
        {"ABS(worker)", true},
        {"TITLE(\"social media\")", true},
        {"TITLE(social-media)", true},
        {"TITLE(\"media social\")", false},
        {"KEY(\"marketing social\")", false},
        {"TITLE-ABS-KEY(cultivating commerce)", true},
        {"TITLE(traditional W/1 market)", true},
        {"TITLE(traditional W/0 market)", false},
        {"TITLE(market PRE/2 traditional)", false},
        {"TITLE(market W/2 traditional)", true},
        {"TITLE(\"social media\" W/5 demand)", true},
        {"AUTH(hassan)", true},
        {"AUTH(hassans)", false},
        {"AUTH(\"torre castro\")", true},
        {"AUTHLASTNAME(hassan)", true},
        {"AUTHLASTNAME(h)", false},
        {"AUTHLASTNAME(\"la torre\")", true},
        {"FIRSTAUTH(hassan)", true},
        {"FIRSTAUTH(torre)", false},
        {"KEY(bamboo)", true},
        {"AUTHKEY(bamboo)", false},
        {"INDEXTERMS(bamboos)", true},
        {"INDEXTERMS(handicraft)", false},
        {"SRCTITLE(craft)", true},
        {"DOI(10.1109*)", true},
        {"DOI(10.1108*)", false},
        {"DOI({10.1109*})", false},
        {"PMID(*)", false},
        {"handicraft AND NOT steel AND NOT women", false},
        {"handicraft AND NOT steel AND NOT iron", true},
        {"DOI(https://doi.org/10.1109/R10-HTC)", true},
        {"DOCTYPE(ar OR cp)", true},
        {"LANGUAGE(English)", true},
        {"PUBYEAR > 2019 AND PUBYEAR < 2021", true},
        {"PUBYEAR > 2020", false},
        {"handicraft AND NOT women", false},
        {"TITLE(handicraft) AND NOT TITLE(women)", true},
    }};
    for (const auto &[query, expected] : cases) {
        const Parsed parsed = parse(query);
        ASSERT_TRUE(parsed.isOk()) << query;
        EXPECT_EQ(matches(*parsed.root, sample()), expected) << query;
    }
}

TEST(Evaluate, neverCountsOneWordTwiceInAProximity)
{
    Record record;
    record.title = "one test only";
    EXPECT_FALSE(matches(*parse("TITLE(test W/3 test)").root, record));
    record.title = "test after test";
    EXPECT_TRUE(matches(*parse("TITLE(test W/3 test)").root, record));
}

TEST(Evaluate, endsOnAWordRepeatedHoweverOften)
{
    Record record;
    for (int i = 0; i < 100000; ++i) {
        record.title += "test ";
    }
    EXPECT_TRUE(matches(*parse("TITLE(test W/255 test)").root, record));
    EXPECT_TRUE(matches(*parse("TITLE(test PRE/2 test PRE/2 test)").root, record));
}

TEST(Evaluate, findsNearTheWholeOfAChain)
{
    Record record;
    record.title = "a1 b1 x x c1";
    EXPECT_TRUE(matches(*parse("TITLE(a1 W/2 b1 W/2 c1)").root, record));
    EXPECT_FALSE(matches(*parse("TITLE(a1 W/1 b1 W/1 c1)").root, record));
}

TEST(Evaluate, findsNoYearWhereThereIsNone)
{
    const Record record;
    EXPECT_FALSE(matches(*parse("PUBYEAR < 2020").root, record));
}

TEST(Evaluate, fitsPatternsOfAnyShape)
{
    EXPECT_TRUE(fitsPattern("*", "anything"));
    EXPECT_TRUE(fitsPattern("a*b*c", "a1b2b3c"));
    EXPECT_FALSE(fitsPattern("a*b*c", "acb"));
    EXPECT_TRUE(fitsPattern("na?ve", "na\u00EFve"));
    EXPECT_FALSE(fitsPattern("", "a"));
    EXPECT_TRUE(fitsPattern("**a**", "a"));
    // Must not take time that grows with the power of the stars.
    EXPECT_FALSE(fitsPattern("*a*a*a*a*a*a*a*a*a*a*b", std::string(64, 'a')));
}

} // namespace

} // namespace winnow::query
