#pragma once

#include "flow/numbers.h"

#include <string>
#include <string_view>
#include <vector>

namespace winnow::flow {

enum class Severity {
    Error,   ///< numbers contradict one another, or a number is missing that must be there
    Warning, ///< may be right, but readers will ask
    Advice,  ///< adds up; the diagram would say more with it
};

/// What one rule found in the numbers of a diagram.
struct Finding
{
    std::string_view rule; ///< "R04", "P09-2"
    Severity severity = Severity::Error;
    std::vector<std::string> boxes; ///< of the official numbering, as "box4"
    std::string message;            ///< a plain sentence with the numbers
};

/// Checks the arithmetic of a diagram: rules R01 to R11, R14 to R19 and R21 of PRISMA 2020, P09-1 to P09-6 of
/// PRISMA 2009. Numbers that are not entered are not compared. What has an explanation is a warning instead
/// of an error. In order of the rules.
[[nodiscard]] std::vector<Finding> check(const Numbers &numbers);

/// What contradicts itself in the diagram of a review, a sentence each: the errors of check().
[[nodiscard]] std::vector<std::string> contradictions(const Counts &counts);

} // namespace winnow::flow
