#include "query/checks/check.h"

#include "query/checks/checks.h"
#include "query/parse.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace winnow::query {

namespace {

constexpr std::array<Check, 23> kChecks{
    checkSingleQuotes,
    checkWordsSideBySide,
    checkBraces,
    checkHyphens,
    checkPunctuation,
    checkAcronyms,
    checkWildcards,
    checkSpellingsOfWildcards,
    checkWordsForOneWildcard,
    checkAndNotLast,
    checkParentheses,
    checkLowerCaseOperators,
    checkMissingFields,
    checkDistances,
    checkFiltersInBranches,
    checkFiltersToJustify,
    checkYears,
    checkClosedValues,
    checkRestrictedFields,
    checkOwnFields,
    checkTitlesAndNames,
    checkIdentifiers,
    checkRedundancy,
};

} // namespace

std::vector<Problem> check(std::string_view text, Precedence precedence)
{
    Parsed parsed = parse(text, precedence);
    if (!parsed.isOk()) {
        return std::move(parsed.problems);
    }
    const CheckedQuery query(text, *parsed.root, precedence);
    Findings findings{std::move(parsed.problems)};
    for (const Check check : kChecks) {
        check(query, findings);
    }
    checkSize(query, findings);
    countConcepts(query, findings);
    std::ranges::stable_sort(findings.problems, {}, &Problem::from);
    return std::move(findings.problems);
}

bool isAccepted(const std::vector<Problem> &problems)
{
    return std::ranges::none_of(
        problems, [](const Problem &problem) { return problem.severity == ProblemSeverity::Error; });
}

} // namespace winnow::query
