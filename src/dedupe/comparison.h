#pragma once

#include "dedupe/traits.h"

#include <cstddef>

namespace winnow::dedupe {

/// How a part of two records compares. Unknown where one of them lacks it.
enum class Match { Unknown, Differs, Close, Same };

/// What two records have in common, part by part.
struct Comparison
{
    Match title = Match::Unknown; ///< Close: alike, or one begins or ends the other
    double titleLikeness = 0;     ///< 0 to 1; exact above 0.7
    double titleEndsShared = 0;   ///< share of the longer title that both begin or end with
    bool isTitlePart = false;     ///< one title is the beginning or the end of the other
    bool isTitleMisprint = false; ///< one letter of a long one is another, missing or too many
    std::size_t titleSize = 0;    ///< letters of the shorter one; short titles tell little: "Editorial"
    bool isSameNumbers = true;    ///< of the titles: part 1 and part 2 are not the same
    bool isSameKind = true;       ///< an erratum is not its article, nor an entry of a register a paper
    bool isPreprintOfOther = false;
    Match year = Match::Unknown; ///< Close: one year apart
    int yearsApart = 0;
    Match doi = Match::Unknown;
    Match pmid = Match::Unknown;
    Match eid = Match::Unknown;
    Match firstAuthor = Match::Unknown; ///< Close: another spelling, or among the others
    double authorsShared = 0;           ///< share of the shorter list that is in the longer one
    bool isAuthorsSame = false;         ///< all family names, two or more
    Match journal = Match::Unknown;     ///< Close: one name begins the other
    bool isMeetingSame = false;         ///< an abstract of the same meeting, named in full
    Match volume = Match::Unknown;
    Match issue = Match::Unknown;
    Match pages = Match::Unknown; ///< Close: one of the two ends is the same, or all but letters
    int pagesShared = 0;  ///< size of the range where the pages are the same and known to the last; else 0
    bool isBrief = false; ///< neither is known to have more than two pages
    bool isAbstractSame = false;
};

[[nodiscard]] Comparison compare(const Traits &a, const Traits &b);

} // namespace winnow::dedupe
