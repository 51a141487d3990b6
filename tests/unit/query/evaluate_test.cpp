#include "query/evaluate.h"
#include "query/parse.h"
#include "query/positions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
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

/// A chain over a word repeated however often keeps no more places than matter.
TEST(Evaluate, endsOnLongChainsOfARepeatedWord)
{
    Record record;
    for (int i = 0; i < 600; ++i) {
        record.title += "test ";
    }
    record.abstractText = "absent";
    EXPECT_FALSE(matches(
        *parse("TITLE(test W/255 test W/255 test W/255 (test W/200 test) W/255 absent)").root, record));
}

/// What leaving out places that do not matter may never change: chains of W/n and PRE/n in one another.
TEST(Evaluate, findsInChainsWhatAllPlacesTogetherWouldFind)
{
    std::mt19937 random(5);
    const auto below = [&](unsigned bound) { return static_cast<std::size_t>(random() % bound); };
    int found = 0;
    for (int i = 0; i < 10000; ++i) {
        std::array<std::vector<WordSpan>, 5> operands;
        for (auto &operand : operands) {
            for (std::size_t n = 1 + below(6); n > 0; --n) {
                const std::size_t from = below(40);
                operand.push_back({from, from + 1 + below(3)});
            }
            sortSpans(operand);
        }
        const std::size_t outer = below(8);
        const std::size_t inner = below(8);
        const bool isInnerOrdered = below(3) == 0;
        const bool isOuterOrdered = below(3) == 0;
        const auto holds = [&](bool isThinned) {
            const std::size_t least = isThinned ? outer : 0;
            return isNearChain(3, {outer, isOuterOrdered, least}, [&](std::size_t operand) {
                if (operand != 1) {
                    return operands.at(operand);
                }
                return nearChain(3, {inner, isInnerOrdered, std::min(inner, least)}, [&](std::size_t j) {
                    return operands.at(2 + j);
                });
            });
        };
        ASSERT_EQ(holds(true), holds(false)) << i;
        found += holds(true) ? 1 : 0;
    }
    EXPECT_GT(found, 1000);
    EXPECT_LT(found, 9000);
}

TEST(Evaluate, asksOneAuthorForAllThatAuthorNameHolds)
{
    Record record;
    record.authors = {{"Hassan", "H."}, {"Ng", "M."}};
    EXPECT_TRUE(matches(*parse("AUTHOR-NAME(AUTHLASTNAME(ng) AND AUTHFIRST(m))").root, record));
    EXPECT_FALSE(matches(*parse("AUTHOR-NAME(AUTHLASTNAME(ng) AND AUTHFIRST(h))").root, record));
    EXPECT_TRUE(matches(*parse("AUTHOR-NAME(AUTHLASTNAME(ng) AND NOT AUTHFIRST(h))").root, record));
    record.authors.pop_back();
    EXPECT_TRUE(matches(*parse("AUTHOR-NAME(AUTHLASTNAME(hassan) AND AUTHFIRST(h))").root, record));
}

TEST(Evaluate, findsBracesWithTheirPunctuationOnly)
{
    Record record;
    record.title = "Use of C++ (heart-attack)";
    EXPECT_TRUE(matches(*parse("TITLE({C++})").root, record));
    EXPECT_TRUE(matches(*parse("TITLE({heart-attack})").root, record));
    EXPECT_FALSE(matches(*parse("TITLE({heart attack})").root, record));
    EXPECT_FALSE(matches(*parse("TITLE({use++})").root, record));
}

/// As Scopus answers: what a record does not hold does not match.
TEST(Evaluate, findsWithAndNotWhatHasNoAbstract)
{
    Record record;
    record.title = "craft";
    EXPECT_TRUE(matches(*parse("TITLE(craft) AND NOT ABS(steel)").root, record));
    EXPECT_TRUE(matches(*parse("TITLE(craft) AND NOT PUBYEAR < 2000").root, record));
    EXPECT_FALSE(isUndecided(*parse("TITLE(craft) AND NOT ABS(steel)").root, record)) << "it matches";
    EXPECT_FALSE(matches(*parse("TITLE-ABS(steel)").root, record));
}

TEST(Evaluate, tellsWhichRecordsCannotBeDecided)
{
    Record record;
    record.title = "craft";
    EXPECT_TRUE(isUndecided(*parse("TITLE-ABS(steel)").root, record)) << "its abstract could tell";
    EXPECT_TRUE(isUndecided(*parse("TITLE(craft) AND PUBYEAR > 2000").root, record));
    EXPECT_FALSE(isUndecided(*parse("TITLE(steel) AND ABS(craft)").root, record)) << "the title decides";
    record.abstractText = "wood";
    EXPECT_FALSE(isUndecided(*parse("TITLE-ABS(steel)").root, record));
}

/// A field that no import brings is unknown, whether it is asked for or excluded.
TEST(Evaluate, neverDecidesByAFieldThatIsNotHere)
{
    Record record;
    record.title = "craft";
    EXPECT_FALSE(matches(*parse("TITLE(craft) AND NOT SUBJAREA(soci)").root, record));
    EXPECT_TRUE(isUndecided(*parse("TITLE(craft) AND NOT SUBJAREA(soci)").root, record));
    EXPECT_TRUE(isUndecided(*parse("AFFILCOUNTRY(italy)").root, record));
    EXPECT_TRUE(matches(*parse("TITLE(craft) OR AFFILCOUNTRY(italy)").root, record));
    EXPECT_FALSE(isUndecided(*parse("TITLE(steel) AND AFFILCOUNTRY(italy)").root, record));
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
