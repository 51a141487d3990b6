#include "rank/natural_log.h"

#include <cmath>
#include <numbers>

namespace winnow::rank {

double naturalLog(double value)
{
    int exponent = 0;
    double mantissa = std::frexp(value, &exponent);
    if (mantissa < std::numbers::sqrt2 / 2) {
        mantissa *= 2;
        --exponent;
    }
    // ln m = 2 artanh((m - 1) / (m + 1)); here the quotient is at most 0.172, so that 11 terms are exact.
    constexpr int kHighestPower = 23;
    const double quotient = (mantissa - 1) / (mantissa + 1);
    const double square = quotient * quotient;
    double sum = 0;
    for (int power = kHighestPower; power > 0; power -= 2) {
        sum = sum * square + 1.0 / power;
    }
    return 2 * quotient * sum + exponent * std::numbers::ln2;
}

} // namespace winnow::rank
