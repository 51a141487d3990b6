#include "screening/hypergeometric.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace winnow::screening {

namespace {

/// Rows of Pascal's triangle, exact in a long double as far as they are used here.
long double choose(std::int64_t n, std::int64_t k)
{
    static const std::vector<std::vector<long double>> kTriangle = [] {
        std::vector<std::vector<long double>> rows{{1}};
        for (std::size_t n = 1; n <= 60; ++n) {
            std::vector<long double> row(n + 1, 1);
            for (std::size_t k = 1; k < n; ++k) {
                row[k] = rows[n - 1][k - 1] + rows[n - 1][k];
            }
            rows.push_back(row);
        }
        return rows;
    }();
    return k < 0 || k > n ? 0 : kTriangle[static_cast<std::size_t>(n)][static_cast<std::size_t>(k)];
}

double byHand(std::int64_t found, const Draws &draws)
{
    return static_cast<double>(choose(draws.relevant, found) *
                               choose(draws.population - draws.relevant, draws.drawn - found) /
                               choose(draws.population, draws.drawn));
}

TEST(Hypergeometric, equalsTheSumsByHand)
{
    for (std::int64_t population = 0; population <= 60; population += 4) {
        for (std::int64_t relevant = 0; relevant <= population; relevant += 3) {
            for (std::int64_t drawn = 0; drawn <= population; ++drawn) {
                const Draws draws{population, relevant, drawn};
                double sum = 0;
                for (std::int64_t found = -1; found <= drawn + 1; ++found) {
                    const double alone = byHand(found, draws);
                    EXPECT_NEAR(probabilityOf(found, draws), alone, 1e-12);
                    EXPECT_NEAR(probabilityOfAtLeast(found, draws), 1 - sum, 1e-12);
                    sum += alone;
                    EXPECT_NEAR(probabilityOfAtMost(found, draws), sum, 1e-12);
                }
                EXPECT_NEAR(sum, 1, 1e-12);
            }
        }
    }
}

TEST(Hypergeometric, isRightInItsFarTails)
{
    const Draws draws{60, 30, 30};
    double sum = 0;
    for (std::int64_t found = 0; found < 15; ++found) {
        sum += byHand(found, draws);
        EXPECT_NEAR(probabilityOfAtMost(found, draws) / sum, 1, 1e-11) << found;
        EXPECT_NEAR(probabilityOfAtLeast(30 - found, draws) / sum, 1, 1e-11) << found;
    }
}

/// With one relevant record, it is drawn or not: shares of the population, however large.
TEST(Hypergeometric, isExactOnLargePopulations)
{
    EXPECT_NEAR(probabilityOfAtMost(0, {10000000, 1, 4000000}) / 0.6, 1, 1e-11);
    EXPECT_NEAR(probabilityOf(2, {1000000, 2, 500000}) / (0.5 * 499999 / 999999), 1, 1e-11);
    const Draws large{1000000, 20000, 300000};
    EXPECT_NEAR(probabilityOfAtMost(6000, large) + probabilityOfAtLeast(6001, large), 1, 1e-12);
    EXPECT_NEAR(probabilityOfAtMost(6000, large), 0.5, 0.01);
}

TEST(RelevantInPopulation, holdsExactlyTheNumbersThatAreNotImplausible)
{
    for (const std::int64_t drawn : {0, 1, 7, 20, 40}) {
        for (std::int64_t found = 0; found <= drawn; found += 3) {
            const CountRange range = relevantInPopulation(40, drawn, found, 0.025);
            for (std::int64_t relevant = found; relevant <= 40 - drawn + found; ++relevant) {
                const Draws draws{40, relevant, drawn};
                const bool isPlausible =
                    probabilityOfAtMost(found, draws) > 0.025 && probabilityOfAtLeast(found, draws) > 0.025;
                EXPECT_EQ(isPlausible, range.low <= relevant && relevant <= range.high);
            }
        }
    }
    EXPECT_EQ(relevantInPopulation(50, 0, 0, 0.025), (CountRange{0, 50}));
    EXPECT_EQ(relevantInPopulation(50, 50, 9, 0.025), (CountRange{9, 9}));
}

/// Over all samples there can be, the interval holds the truth with the promised probability.
TEST(RelevantInPopulation, holdsTheTruthAsOftenAsPromised)
{
    for (std::int64_t relevant = 0; relevant <= 60; ++relevant) {
        double holds = 0;
        double upperHolds = 0;
        for (std::int64_t found = 0; found <= 15; ++found) {
            if (probabilityOf(found, {60, relevant, 15}) == 0) {
                continue;
            }
            const CountRange range = relevantInPopulation(60, 15, found, 0.05);
            const double probability = byHand(found, {60, relevant, 15});
            holds += range.low <= relevant && relevant <= range.high ? probability : 0;
            upperHolds += relevant <= range.high ? probability : 0;
        }
        EXPECT_GE(holds, 0.9 - 1e-12) << relevant;
        EXPECT_GE(upperHolds, 0.95 - 1e-12) << relevant;
    }
}

} // namespace

} // namespace winnow::screening
