#include "screening/hypergeometric.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace winnow::screening {

namespace {

constexpr std::size_t kTable = 256;

std::array<double, kTable> smallLogFactorials()
{
    std::array<double, kTable> logs{};
    for (std::size_t n = 2; n < kTable; ++n) {
        logs.at(n) = logs.at(n - 1) + std::log(static_cast<double>(n));
    }
    return logs;
}

double logFactorial(std::int64_t n)
{
    static const std::array<double, kTable> kSmall = smallLogFactorials();
    if (n < static_cast<std::int64_t>(kTable)) {
        return kSmall.at(static_cast<std::size_t>(n));
    }
    const auto x = static_cast<double>(n);
    const double square = x * x;
    return x * (std::log(x) - 1) + 0.5 * std::log(2 * std::numbers::pi * x) +
           (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / x;
}

double logChoose(std::int64_t n, std::int64_t k)
{
    return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

std::int64_t least(const Draws &draws)
{
    return std::max<std::int64_t>(0, draws.drawn + draws.relevant - draws.population);
}

std::int64_t most(const Draws &draws)
{
    return std::min(draws.drawn, draws.relevant);
}

/// P(X = found + 1) / P(X = found).
double ratioAbove(std::int64_t found, const Draws &draws)
{
    const auto x = static_cast<double>(found);
    const auto relevant = static_cast<double>(draws.relevant);
    const auto drawn = static_cast<double>(draws.drawn);
    const auto population = static_cast<double>(draws.population);
    return (relevant - x) * (drawn - x) / ((x + 1) * (population - relevant - drawn + x + 1));
}

/// The sum of the lower tail, for `found` below the mean, where terms fall all the way down.
double lowerTail(std::int64_t found, const Draws &draws)
{
    double term = probabilityOf(found, draws);
    double sum = term;
    for (std::int64_t x = found; x > least(draws) && term > sum * 1e-18; --x) {
        term /= ratioAbove(x - 1, draws);
        sum += term;
    }
    return sum;
}

double upperTail(std::int64_t found, const Draws &draws)
{
    double term = probabilityOf(found, draws);
    double sum = term;
    for (std::int64_t x = found; x < most(draws) && term > sum * 1e-18; ++x) {
        term *= ratioAbove(x, draws);
        sum += term;
    }
    return sum;
}

double mean(const Draws &draws)
{
    return static_cast<double>(draws.relevant) * static_cast<double>(draws.drawn) /
           static_cast<double>(draws.population);
}

} // namespace

double probabilityOf(std::int64_t found, const Draws &draws)
{
    if (found < least(draws) || found > most(draws)) {
        return 0;
    }
    return std::exp(logChoose(draws.relevant, found) +
                    logChoose(draws.population - draws.relevant, draws.drawn - found) -
                    logChoose(draws.population, draws.drawn));
}

double probabilityOfAtMost(std::int64_t found, const Draws &draws)
{
    if (found < least(draws)) {
        return 0;
    }
    if (found >= most(draws)) {
        return 1;
    }
    if (static_cast<double>(found) < mean(draws)) {
        return std::min(1.0, lowerTail(found, draws));
    }
    return std::max(0.0, 1 - upperTail(found + 1, draws));
}

double probabilityOfAtLeast(std::int64_t found, const Draws &draws)
{
    if (found <= least(draws)) {
        return 1;
    }
    if (found > most(draws)) {
        return 0;
    }
    if (static_cast<double>(found) > mean(draws)) {
        return std::min(1.0, upperTail(found, draws));
    }
    return std::max(0.0, 1 - lowerTail(found - 1, draws));
}

CountRange relevantInPopulation(std::int64_t population, std::int64_t drawn, std::int64_t found, double alpha)
{
    // P(X <= found) falls and P(X >= found) rises with the number of relevant records.
    std::int64_t low = found;
    std::int64_t below = population - drawn + found; // as many as there can be
    const std::int64_t largest = below;
    while (low < below) {
        const std::int64_t middle = low + (below - low) / 2;
        if (probabilityOfAtLeast(found, {population, middle, drawn}) > alpha) {
            below = middle;
        } else {
            low = middle + 1;
        }
    }
    std::int64_t high = largest;
    std::int64_t above = found;
    while (above < high) {
        const std::int64_t middle = above + (high - above + 1) / 2;
        if (probabilityOfAtMost(found, {population, middle, drawn}) > alpha) {
            above = middle;
        } else {
            high = middle - 1;
        }
    }
    return {low, high};
}

} // namespace winnow::screening
