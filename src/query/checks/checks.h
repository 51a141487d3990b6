#pragma once

#include "query/checks/checked_query.h"
#include "query/problem.h"

#include <string>
#include <vector>

namespace winnow::query {

/// Collects what the checks find.
class Findings
{
public:
    Problem &warn(std::string code, Extent where, std::string message, std::optional<Fix> fix = {})
    {
        return add(ProblemSeverity::Warning, std::move(code), where, std::move(message), std::move(fix));
    }

    Problem &inform(std::string code, Extent where, std::string message, std::optional<Fix> fix = {})
    {
        return add(ProblemSeverity::Info, std::move(code), where, std::move(message), std::move(fix));
    }

    Problem &refuse(std::string code, Extent where, std::string message, std::optional<Fix> fix = {})
    {
        return add(ProblemSeverity::Error, std::move(code), where, std::move(message), std::move(fix));
    }

    std::vector<Problem> problems;

private:
    Problem &
    add(ProblemSeverity severity, std::string code, Extent where, std::string message, std::optional<Fix> fix)
    {
        problems.push_back(
            {std::move(code), severity, where.from, where.to, std::move(message), std::move(fix)});
        return problems.back();
    }
};

/// A check, or a family of them: reads the query and notes what it finds. Its cost must not grow faster than
/// the query.
using Check = void (*)(const CheckedQuery &query, Findings &findings);

// terms.cpp: how words and phrases are written
void checkSingleQuotes(const CheckedQuery &query, Findings &findings);
void checkWordsSideBySide(const CheckedQuery &query, Findings &findings);
void checkBraces(const CheckedQuery &query, Findings &findings);
void checkHyphens(const CheckedQuery &query, Findings &findings);
void checkPunctuation(const CheckedQuery &query, Findings &findings);
void checkAcronyms(const CheckedQuery &query, Findings &findings);

// wildcards.cpp
void checkWildcards(const CheckedQuery &query, Findings &findings);
void checkSpellingsOfWildcards(const CheckedQuery &query, Findings &findings);
void checkWordsForOneWildcard(const CheckedQuery &query, Findings &findings);

// structure.cpp: operators, parentheses, fields
void checkAndNotLast(const CheckedQuery &query, Findings &findings);
void checkParentheses(const CheckedQuery &query, Findings &findings);
void checkLowerCaseOperators(const CheckedQuery &query, Findings &findings);
void checkMissingFields(const CheckedQuery &query, Findings &findings);
void checkDistances(const CheckedQuery &query, Findings &findings);

// filters.cpp: years, types, languages
void checkFiltersInBranches(const CheckedQuery &query, Findings &findings);
void checkFiltersToJustify(const CheckedQuery &query, Findings &findings);
void checkYears(const CheckedQuery &query, Findings &findings);

// values.cpp and identifiers.cpp
void checkClosedValues(const CheckedQuery &query, Findings &findings);
void checkRestrictedFields(const CheckedQuery &query, Findings &findings);
void checkOwnFields(const CheckedQuery &query, Findings &findings);
void checkTitlesAndNames(const CheckedQuery &query, Findings &findings);
void checkIdentifiers(const CheckedQuery &query, Findings &findings);

// redundancy.cpp
void checkRedundancy(const CheckedQuery &query, Findings &findings);

// size.cpp
void checkSize(const CheckedQuery &query, Findings &findings);
void countConcepts(const CheckedQuery &query, Findings &findings);

} // namespace winnow::query
