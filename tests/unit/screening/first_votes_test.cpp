#include "screening/agreement_of_two.h"
#include "screening/first_votes.h"
#include "screening/reason_division.h"
#include "screening/team_agreement.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace winnow::screening {

namespace {

using enum Verdict;
using enum Stage;

Vote vote(
    std::int64_t record, const char *reviewer, Verdict verdict, std::int64_t order, const char *reason = "")
{
    return {{record}, TitleAbstract, reviewer, verdict, reason, order};
}

FirstVotes votesOf(const std::vector<Vote> &votes, const std::vector<Opening> &openings = {})
{
    return firstVotes(votes, openings, TitleAbstract);
}

TEST(FirstVotes, areTheEarliestOfEachReviewer)
{
    const FirstVotes first = votesOf({vote(2, "bob", Include, 30),
                                      vote(1, "ada", Exclude, 20, "late"),
                                      vote(1, "ada", Include, 10),
                                      vote(1, "bob", Maybe, 40)});
    EXPECT_EQ(first.records, (std::vector<RecordId>{{1}, {2}}));
    EXPECT_EQ(first.reviewers, (std::vector<std::string>{"ada", "bob"}));
    EXPECT_EQ(first.at(0, 0)->verdict, Include);
    EXPECT_EQ(first.at(0, 1)->verdict, Maybe);
    EXPECT_FALSE(first.at(1, 0));
    EXPECT_EQ(first.at(1, 1)->verdict, Include);
    EXPECT_EQ(first.late, 0U);
}

TEST(FirstVotes, leaveOutWhatCameAfterTheRecordWasOpened)
{
    const FirstVotes first = votesOf({vote(1, "ada", Include, 1),
                                      vote(1, "bob", Exclude, 2),
                                      vote(1, "eve", Exclude, 5),
                                      vote(1, "ada", Exclude, 6),
                                      vote(2, "eve", Include, 9)},
                                     {{{1}, TitleAbstract, 5}, {{1}, TitleAbstract, 8}, {{2}, FullText, 3}});
    EXPECT_EQ(first.late, 1U); // eve on record 1, at the very moment of opening
    EXPECT_EQ(first.at(0, 0)->verdict, Include);
    EXPECT_FALSE(first.at(0, 2));
    EXPECT_EQ(first.at(1, 2)->verdict, Include); // the opening was at another stage
}

TEST(FirstVotes, areOfOneStage)
{
    std::vector<Vote> votes{vote(1, "ada", Include, 1), vote(1, "ada", Exclude, 2)};
    votes[1].stage = FullText;
    EXPECT_EQ(firstVotes(votes, {}, FullText).at(0, 0)->verdict, Exclude);
    EXPECT_EQ(firstVotes(votes, {}, TitleAbstract).at(0, 0)->verdict, Include);
    EXPECT_TRUE(firstVotes({}, {}, FullText).records.empty());
}

TEST(FirstVotes, doNotDependOnTheOrderOfTheList)
{
    std::vector<Vote> votes;
    for (std::int64_t i = 0; i < 40; ++i) {
        const char *reviewer = i % 3 == 0 ? "ada" : "bob";
        votes.push_back(vote(i * 7 % 11 + 1, reviewer, i % 2 == 0 ? Include : Exclude, i));
    }
    const FirstVotes forward = votesOf(votes, {{{3}, TitleAbstract, 12}});
    std::ranges::reverse(votes);
    const FirstVotes backward = votesOf(votes, {{{3}, TitleAbstract, 12}});
    EXPECT_EQ(forward.records, backward.records);
    for (std::size_t record = 0; record < forward.records.size(); ++record) {
        for (std::size_t reviewer = 0; reviewer < 2; ++reviewer) {
            ASSERT_EQ(forward.at(record, reviewer).has_value(), backward.at(record, reviewer).has_value());
            if (forward.at(record, reviewer)) {
                EXPECT_EQ(forward.at(record, reviewer)->verdict, backward.at(record, reviewer)->verdict);
            }
        }
    }
}

TEST(VerdictRatings, countMaybeAsAsked)
{
    const FirstVotes first = votesOf({vote(1, "ada", Maybe, 1),
                                      vote(1, "bob", Include, 2),
                                      vote(2, "ada", Exclude, 3),
                                      vote(2, "bob", Maybe, 4)});
    const Ratings asInclude = verdictRatings(first);
    EXPECT_EQ(asInclude.at(0, 0), Rating(0));
    EXPECT_EQ(asInclude.at(1, 0), Rating(1));
    EXPECT_EQ(asInclude.categories(), 2U);
    const Ratings asItself = verdictRatings(first, MaybeCounts::AsItself);
    EXPECT_EQ(asItself.at(0, 0), Rating(1));
    EXPECT_EQ(asItself.at(1, 0), Rating(2));
    EXPECT_EQ(asItself.categories(), verdictCategories(MaybeCounts::AsItself).size());
    const Ratings without = verdictRatings(first, MaybeCounts::Not);
    EXPECT_EQ(without.at(0, 0), Rating());
    EXPECT_EQ(without.at(0, 1), Rating(0));
    EXPECT_EQ(without.at(1, 0), Rating(1));
}

TEST(ReasonRatings, haveAGapWhereNoReasonWasGiven)
{
    const FirstVotes first = votesOf({vote(1, "ada", Exclude, 1, "design"),
                                      vote(1, "bob", Exclude, 2),
                                      vote(2, "ada", Include, 3),
                                      vote(2, "bob", Exclude, 4, "population")});
    const Ratings ratings = reasonRatings(first, "design");
    EXPECT_EQ(ratings.at(0, 0), Rating(0));
    EXPECT_EQ(ratings.at(0, 1), Rating());
    EXPECT_EQ(ratings.at(1, 0), Rating(1));
    EXPECT_EQ(ratings.at(1, 1), Rating(1));
    EXPECT_EQ(reasonsGiven(first), (std::vector<std::string>{"design", "population"}));
}

TEST(ReasonDivisions, nameTheCriterionThatDividesMostFirst)
{
    std::vector<Vote> votes;
    std::int64_t order = 0;
    std::int64_t record = 0;
    const auto both = [&](Verdict ada, const char *adaReason, Verdict bob, const char *bobReason, int times) {
        for (int time = 0; time < times; ++time) {
            ++record;
            votes.push_back(vote(record, "ada", ada, ++order, adaReason));
            votes.push_back(vote(record, "bob", bob, ++order, bobReason));
        }
    };
    both(Exclude, "design", Exclude, "design", 6);
    both(Exclude, "design", Include, "", 1);
    both(Exclude, "population", Maybe, "", 3);
    both(Exclude, "population", Exclude, "design", 2);
    both(Exclude, "population", Exclude, "population", 1);
    both(Include, "", Include, "", 10);
    both(Exclude, "", Exclude, "design", 5); // nobody knows ada's
    const std::vector<ReasonDivision> divisions = reasonDivisions(votesOf(votes));
    ASSERT_EQ(divisions.size(), 2U);
    const ReasonDivision &population = divisions[0];
    EXPECT_EQ(population.reason, "population");
    EXPECT_EQ(population.both, 1U);
    EXPECT_EQ(population.oneOnly, 5U);
    EXPECT_EQ(population.againstGoingOn, 3U);
    EXPECT_EQ(population.againstOtherReason, 2U);
    EXPECT_EQ(population.neither, 17U);
    EXPECT_NEAR(*population.dividedShare, 5.0 / 6, 1e-12);
    EXPECT_NEAR(*population.kappa.value, *cohenKappa(CrossTable::of2x2(1, 5, 0, 17)).value, 1e-12);
    EXPECT_EQ(divisions[1].oneOnly, 3U);
    EXPECT_EQ(divisions[1].kappa.units, 23U);
}

TEST(ReasonDivisions, countEachPairOfALargerTeam)
{
    const FirstVotes first = votesOf({vote(1, "ada", Exclude, 1, "design"),
                                      vote(1, "bob", Exclude, 2, "design"),
                                      vote(1, "eve", Include, 3),
                                      vote(2, "ada", Exclude, 4, "design")});
    const std::vector<ReasonDivision> divisions = reasonDivisions(first);
    ASSERT_EQ(divisions.size(), 1U);
    EXPECT_EQ(divisions[0].both, 1U);
    EXPECT_EQ(divisions[0].oneOnly, 2U);
    EXPECT_EQ(divisions[0].neither, 0U);
    EXPECT_TRUE(reasonDivisions(votesOf({})).empty());
}

TEST(TeamAgreement, tellsOfEachPairAndOfAll)
{
    std::vector<Vote> votes;
    for (std::int64_t record = 1; record <= 60; ++record) {
        const Verdict shared = record % 3 == 0 ? Include : Exclude;
        votes.push_back(vote(record, "ada", shared, record * 10));
        votes.push_back(vote(
            record, record % 2 == 0 ? "bob" : "eve", record % 7 == 0 ? Include : shared, record * 10 + 1));
    }
    const FirstVotes first = votesOf(votes);
    const Ratings ratings = verdictRatings(first);
    const TeamAgreement team = teamAgreement(ratings);
    EXPECT_EQ(team.units, 60U);
    ASSERT_EQ(team.pairs.size(), 2U); // bob and eve have no record in common
    EXPECT_EQ(team.pairs[0].table.units(), 30U);
    EXPECT_EQ(team.pairs[0].kappa.value, cohenKappa(crossTable(ratings, 0, 1)).value);
    EXPECT_EQ(team.pairs[0].ac1.units, 30U);
    for (const Coefficient &coefficient : {team.observed, team.fleiss, team.ac1, team.alpha}) {
        EXPECT_TRUE(coefficient.value && coefficient.interval);
    }
    EXPECT_TRUE(team.light.value);
    EXPECT_FALSE(teamAgreement(Ratings()).alpha.value);
}

} // namespace

} // namespace winnow::screening
