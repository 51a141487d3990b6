#pragma once

#include "text/clean.h"
#include "text/trim.h"

#include <optional>
#include <string>
#include <string_view>

namespace winnow::extraction {

/// The number at the head of a text, and how many bytes it takes.
struct TakenNumber
{
    std::string canonical{}; ///< "1234.50" for "+1,234.50"
    std::size_t length = 0;
    std::string fault{}; ///< why it is none after all, in words; else empty
};

/// Reads a number as people write it: a sign (also the real minus), groups of three digits divided by commas
/// or blanks, a decimal point, an exponent ("e-5", "× 10^-5"). A comma is never a decimal sign: where it
/// looks like one the fault says so. Nothing where no number stands there.
[[nodiscard]] std::optional<TakenNumber> takeNumber(std::string_view text);

/// A whole text as a number in canonical form: no zeros ahead, no plus; the zeros behind stay, as they say
/// how precisely it was reported. Nothing for anything else.
[[nodiscard]] std::optional<std::string> canonicalNumber(std::string_view text);

/// A number in canonical form without the zeros behind: equal numbers have the same.
[[nodiscard]] std::string withoutPrecision(std::string_view canonical);

/// Of a number in canonical form; nothing where it is none or not finite.
[[nodiscard]] std::optional<double> toDouble(std::string_view canonical);

/// The shortest text that is this number; what is not finite gives nothing.
[[nodiscard]] std::string fromDouble(double number);

/// A date, which may lack day and month, as 2019, 2019-03 or 2019-03-25; from these, from "March 2019", "25
/// March 2019", "March 25, 2019", "2019/03". Days written 05/03/2019 are not taken, as nobody knows which is
/// the month.
[[nodiscard]] std::optional<std::string> canonicalDate(std::string_view text);

using text::cleanText;
using text::shortened;
using text::trimmed;

/// In lower case, with one blank for each run of blanks and line ends: by this texts are compared.
[[nodiscard]] std::string plainForm(std::string_view text);

/// Whether two texts have the same plain form; quick where they are ASCII.
[[nodiscard]] bool isSameInPlainForm(std::string_view one, std::string_view other);

} // namespace winnow::extraction
