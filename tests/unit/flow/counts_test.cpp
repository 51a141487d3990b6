#include "flow/check.h"
#include "flow/counts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace winnow::flow {

namespace {

using screening::State;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Ledger ledgerOfOneDatabase()
{
    Ledger ledger;
    ledger.sources = {{{1}, "Scopus", SourceKind::Database}};
    ledger.searches = {{{1}, {1}, "q", {}, "", "", false}};
    return ledger;
}

void add(Ledger &ledger,
         std::int64_t id,
         std::int64_t kept,
         State first,
         State second = State::Undecided,
         const std::string &reason = {})
{
    ledger.records.push_back({{id}, {kept}, {1}, {first, {}}, {second, reason}});
}

TEST(Counts, followEachRecordThroughTheDiagram)
{
    Ledger ledger = ledgerOfOneDatabase();
    add(ledger, 1, 1, State::Include, State::Include);
    add(ledger, 2, 1, State::Undecided);
    add(ledger, 3, 3, State::Exclude);
    add(ledger, 4, 4, State::Maybe, State::Exclude, "no data");
    add(ledger, 5, 5, State::Include, State::Exclude);
    add(ledger, 6, 6, State::Include);
    add(ledger, 7, 7, State::Conflict);
    add(ledger, 8, 8, State::Undecided);
    const Counts counts = count(ledger);
    EXPECT_EQ(counts.identified(), 8);
    EXPECT_EQ(counts.duplicatesRemoved, 1);
    EXPECT_EQ(counts.screened, 5);
    EXPECT_EQ(counts.awaitingScreening, 2);
    EXPECT_EQ(counts.excluded, 1);
    EXPECT_EQ(counts.sought, 4);
    EXPECT_EQ(counts.assessed, 3);
    EXPECT_EQ(counts.awaitingAssessment, 1);
    EXPECT_THAT(counts.reportsExcluded,
                ElementsAre(NamedCount{"no data", 1}, NamedCount{"No reason given", 1}));
    EXPECT_EQ(counts.reportsIncluded, 1);
    EXPECT_FALSE(counts.isFinished());
    EXPECT_THAT(contradictions(counts), IsEmpty());
}

TEST(Counts, takeTheHitsOfANotedSearchForIdentified)
{
    Ledger ledger = ledgerOfOneDatabase();
    ledger.searches[0].isNoted = true;
    ledger.searches[0].hits = 41231;
    ledger.removals = {{41205, false, "outside step 2"}};
    for (std::int64_t id = 1; id <= 26; ++id) {
        add(ledger, id, id, State::Include, State::Include);
    }
    const Counts counts = count(ledger);
    EXPECT_EQ(counts.identified(), 41231);
    EXPECT_EQ(counts.removedForOtherReasons, 41205);
    EXPECT_EQ(counts.reportsIncluded, 26);
    EXPECT_THAT(contradictions(counts), IsEmpty());
}

TEST(Counts, contradictWhereHitsLeaveWithoutABox)
{
    Ledger ledger = ledgerOfOneDatabase();
    ledger.searches[0].isNoted = true;
    ledger.searches[0].hits = 100;
    add(ledger, 1, 1, State::Include);
    EXPECT_THAT(contradictions(count(ledger)),
                ElementsAre(HasSubstr(
                    "100 records identified less those removed before screening, but 1 record screened")));
}

TEST(Counts, doNotTakeReportedHitsForWhatWasExported)
{
    Ledger ledger = ledgerOfOneDatabase();
    ledger.searches[0].hits = 1204;
    add(ledger, 1, 1, State::Undecided);
    EXPECT_EQ(count(ledger).identified(), 1);
}

TEST(Counts, keepOtherMethodsOutOfTheColumnOfDatabases)
{
    Ledger ledger = ledgerOfOneDatabase();
    ledger.sources.push_back({{2}, "WHO", SourceKind::Website});
    ledger.searches.push_back({{2}, {2}, "", {}, "", "", false});
    add(ledger, 1, 1, State::Include);
    ledger.records.push_back({{2}, {2}, {2}, {State::Include, {}}, {}});
    ledger.records.push_back({{3}, {1}, {2}, {}, {}}); // a duplicate of record 1, found at a website too
    const Counts counts = count(ledger);
    EXPECT_EQ(counts.identified(), 1);
    EXPECT_EQ(counts.duplicatesRemoved, 0);
    EXPECT_EQ(counts.screened, 1);
    EXPECT_THAT(counts.otherMethods, ElementsAre(NamedCount{"Websites", 1}));
    EXPECT_EQ(counts.otherDuplicates, 1);
    EXPECT_EQ(counts.otherReports.sought, 1);
    EXPECT_THAT(contradictions(counts), IsEmpty());
}

TEST(Counts, doNotMentionOtherMethodsThatFoundNothing)
{
    Ledger ledger = ledgerOfOneDatabase();
    ledger.sources.push_back({{2}, "WHO", SourceKind::Website});
    ledger.searches.push_back({{2}, {2}, "", {}, "", "", false});
    EXPECT_THAT(contradictions(count(ledger)), IsEmpty());
}

TEST(Counts, sumTheSearchesOfOneSourceAndTheRemovalsOfOneNote)
{
    Ledger ledger = ledgerOfOneDatabase();
    ledger.searches[0].isNoted = true;
    ledger.searches[0].hits = 10;
    ledger.searches.push_back({{2}, {1}, "q2", 5, "", "", true});
    ledger.removals = {{4, false, "retracted"}, {3, true, ""}, {2, false, "retracted"}, {6, false, ""}};
    const Counts counts = count(ledger);
    EXPECT_THAT(counts.databases, ElementsAre(NamedCount{"Scopus", 15}));
    EXPECT_THAT(counts.otherRemovalNotes,
                ElementsAre(NamedCount{"retracted", 6}, NamedCount{"No reason given", 6}));
    EXPECT_EQ(counts.removedForOtherReasons, 12);
    EXPECT_EQ(counts.removedByAutomation, 3);
}

TEST(Counts, putTheMostFrequentReasonFirstAndKeepTheOrderOfEquals)
{
    Ledger ledger = ledgerOfOneDatabase();
    std::int64_t id = 0;
    for (const char *reason : {"a", "b", "c", "c", "b", "d"}) {
        ++id;
        add(ledger, id, id, State::Include, State::Exclude, reason);
    }
    EXPECT_THAT(count(ledger).reportsExcluded,
                ElementsAre(NamedCount{"b", 2}, NamedCount{"c", 2}, NamedCount{"a", 1}, NamedCount{"d", 1}));
}

TEST(Counts, contradictWhereAStudyHasNoReport)
{
    Counts counts;
    counts.studiesIncluded = 2;
    EXPECT_THAT(contradictions(counts),
                testing::Contains(HasSubstr("2 studies included, more than 0 reports")));
}

TEST(Counts, carryOnWhatWasDecidedAtFullTextOnly)
{
    Ledger ledger = ledgerOfOneDatabase();
    add(ledger, 1, 1, State::Undecided, State::Include);
    const Counts counts = count(ledger);
    EXPECT_EQ(counts.screened, 1);
    EXPECT_EQ(counts.reportsIncluded, 1);
    EXPECT_TRUE(counts.isFinished());
}

} // namespace

} // namespace winnow::flow
