#include "screening/hypergeometric.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace winnow::screening {

namespace {

constexpr std::size_t kTable = 64;

/// ln n! less ln(sqrt(2 pi n) (n / e)^n), for small n.
std::array<double, kTable> smallStirlingErrors()
{
    std::array<double, kTable> errors{};
    long double logFactorial = 0;
    for (std::size_t n = 1; n < kTable; ++n) {
        const auto x = static_cast<long double>(n);
        logFactorial += std::log(x);
        const long double formula =
            0.5L * std::log(2 * std::numbers::pi_v<long double> * x) + x * (std::log(x) - 1);
        errors.at(n) = static_cast<double>(logFactorial - formula);
    }
    return errors;
}

double stirlingError(std::int64_t n)
{
    static const std::array<double, kTable> kSmall = smallStirlingErrors();
    if (n < static_cast<std::int64_t>(kTable)) {
        return kSmall.at(static_cast<std::size_t>(n));
    }
    const auto x = static_cast<double>(n);
    const double square = x * x;
    return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - 1.0 / 1680 / square) / square) / square) / x;
}

/// x ln(x / m) + m - x, also where x is near m and the terms would cancel.
double deviance(double x, double m)
{
    const double v = (x - m) / (x + m);
    if (std::abs(v) >= 0.1) {
        return x * std::log(x / m) + m - x;
    }
    // ln(x / m) = 2 artanh v
    double sum = (x - m) * v;
    double power = 2 * x * v;
    for (int odd = 3; odd < 1000; odd += 2) {
        power *= v * v;
        const double next = sum + power / odd;
        if (next == sum) {
            break;
        }
        sum = next;
    }
    return sum;
}

/// The logarithm of the probability of `found` in `tries` of probability `p`, between 0 and 1.
double logBinomial(std::int64_t found, std::int64_t tries, double p)
{
    const auto n = static_cast<double>(tries);
    const auto x = static_cast<double>(found);
    if (found == 0) {
        return n * std::log1p(-p);
    }
    if (found == tries) {
        return n * std::log(p);
    }
    return stirlingError(tries) - stirlingError(found) - stirlingError(tries - found) - deviance(x, n * p) -
           deviance(n - x, n * (1 - p)) + 0.5 * std::log(n / (2 * std::numbers::pi * x * (n - x)));
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
    if (draws.drawn == 0 || draws.drawn == draws.population) {
        return 1;
    }
    const double p = static_cast<double>(draws.drawn) / static_cast<double>(draws.population);
    return std::exp(logBinomial(found, draws.relevant, p) +
                    logBinomial(draws.drawn - found, draws.population - draws.relevant, p) -
                    logBinomial(draws.drawn, draws.population, p));
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
