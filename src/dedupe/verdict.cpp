#include "dedupe/verdict.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace winnow::dedupe {

namespace {

/// Letters that a title needs to tell documents of one journal apart by itself.
constexpr std::size_t kLongTitle = 30;

/// Letters of a title that, together with all authors, nobody writes twice in a year.
constexpr std::size_t kRareTitle = 45;

constexpr double kLeastGrey = 0.06;

bool isKnownSame(Match match)
{
    return match == Match::Same;
}

bool isAlike(Match match)
{
    return match == Match::Same || match == Match::Close;
}

bool mayBeSame(Match match)
{
    return match != Match::Differs;
}

bool hasSameIdentifier(const Comparison &c)
{
    return isKnownSame(c.doi) || isKnownSame(c.pmid) || isKnownSame(c.eid);
}

/// Two records of different documents, whatever else they share.
bool contradicts(const Comparison &c)
{
    if (!c.isSameKind) {
        return true;
    }
    const bool isSameByName = hasSameIdentifier(c) && c.title == Match::Same;
    const bool isElsewhere = c.pages == Match::Differs;
    return !isSameByName && ((c.pmid == Match::Differs && (c.doi == Match::Differs || isElsewhere)) ||
                             (isElsewhere && (c.doi == Match::Differs || c.title == Match::Differs ||
                                              c.year == Match::Differs || c.journal == Match::Differs ||
                                              c.volume == Match::Differs)));
}

/// Title and author fit; is the place of printing the same one?
bool isSamePrinting(const Comparison &c)
{
    const bool isVolumeFit = mayBeSame(c.volume) || (isKnownSame(c.journal) && isKnownSame(c.year));
    if (c.title == Match::Same) {
        return (isKnownSame(c.pages) && isVolumeFit) || (isAlike(c.pages) && isKnownSame(c.volume));
    }
    return isAlike(c.pages) && isKnownSame(c.volume) && isKnownSame(c.journal) &&
           (isKnownSame(c.pages) || c.isAuthorsSame);
}

/// The same title and a fitting author; does enough agree where pages do not tell?
bool isSameElsewise(const Comparison &c)
{
    if (!isKnownSame(c.year) || !mayBeSame(c.volume) || !mayBeSame(c.journal)) {
        return false;
    }
    const bool isLongOrNamed = c.titleSize >= kLongTitle || c.isMeetingSame;
    if (c.pages == Match::Differs) {
        // Abstracts of a meeting are numbered anew in each edition; nobody prints two by one title in one
        // issue.
        return c.isBrief && isLongOrNamed && c.isAuthorsSame && isKnownSame(c.journal) &&
               isKnownSame(c.volume) && mayBeSame(c.issue);
    }
    // Where sources say little, a long title by several people is enough.
    const bool isRareTitle = c.titleSize >= kRareTitle && c.isAuthorsSame;
    return c.isAbstractSame || (isLongOrNamed && isKnownSame(c.journal)) ||
           (isRareTitle && c.journal == Match::Unknown);
}

/// A letter of the title differs, all authors are the same, and nothing says that the place is another.
bool isSameButMisprint(const Comparison &c)
{
    return c.isTitleMisprint && c.isAuthorsSame && c.year != Match::Differs && isKnownSame(c.journal) &&
           isKnownSame(c.volume) && isKnownSame(c.issue) && mayBeSame(c.pages);
}

/// Two documents do not fill the same three pages: the titles are two translations of one.
bool isSameRange(const Comparison &c)
{
    constexpr double kLeastAlike = 0.7;
    constexpr int kLeastPages = 3;
    return c.pagesShared >= kLeastPages && c.titleLikeness >= kLeastAlike && isKnownSame(c.firstAuthor) &&
           isKnownSame(c.journal) && isKnownSame(c.volume) && isKnownSame(c.year);
}

/// Each way is enough by itself where nothing speaks against it.
bool isSafe(const Comparison &c)
{
    if (!c.isSameNumbers) {
        return false;
    }
    const bool isOtherById = c.doi == Match::Differs || c.pmid == Match::Differs;
    if (!isAlike(c.title)) {
        return !isOtherById && isSameRange(c);
    }
    if (hasSameIdentifier(c)) {
        return c.yearsApart <= 2 && (mayBeSame(c.firstAuthor) || c.title == Match::Same) &&
               (c.title == Match::Same || !c.isTitlePart || c.firstAuthor == Match::Same);
    }
    if (isOtherById) {
        // A DOI that one of the two has wrong: all that is printed must agree.
        return c.pmid != Match::Differs && c.title == Match::Same && isKnownSame(c.firstAuthor) &&
               isKnownSame(c.year) && isKnownSame(c.journal) && isKnownSame(c.volume) && isKnownSame(c.pages);
    }
    // A source that names nobody: title and place, or title and abstract, stand in.
    const bool isPlaced = isKnownSame(c.journal) && isKnownSame(c.pages);
    const bool isAuthorFit =
        isAlike(c.firstAuthor) ||
        (c.firstAuthor == Match::Unknown && c.title == Match::Same && c.titleSize >= kLongTitle &&
         isKnownSame(c.year) && (isPlaced || c.isAbstractSame));
    return mayBeSame(c.year) && isAuthorFit &&
           (isSamePrinting(c) || isSameButMisprint(c) || (c.title == Match::Same && isSameElsewise(c)));
}

/// What a match speaks for (or, below 0, against), in units of log odds.
struct Weights
{
    double differs;
    double close;
    double same;
};

double weigh(Match match, const Weights &weights)
{
    switch (match) {
    case Match::Unknown:
        return 0;
    case Match::Differs:
        return weights.differs;
    case Match::Close:
        return weights.close;
    case Match::Same:
        return weights.same;
    }
    return 0;
}

double probabilityOf(const Comparison &c)
{
    constexpr double kBefore = -4;
    // Other titles by the same people are often those of other studies; much of one in the other is a hint.
    constexpr double kFirstHint = 0.3;
    constexpr double kLastHint = 0.9;
    const double hint =
        (std::max(c.titleLikeness, c.titleEndsShared) - kFirstHint) / (kLastHint - kFirstHint);
    const double otherTitle = -4 + 4.5 * std::clamp(hint, 0.0, 1.0);
    double odds = kBefore;
    odds += weigh(c.title, {otherTitle, 2.5, 3.5});
    if (c.title != Match::Unknown && c.titleSize < kLongTitle) {
        odds -= 6 * (1 - static_cast<double>(c.titleSize) / static_cast<double>(kLongTitle));
    }
    odds += weigh(c.doi, {-2, 0, 5});
    odds += weigh(c.pmid, {-4, 0, 5});
    odds += weigh(c.eid, {-2, 0, 5});
    odds += weigh(c.firstAuthor, {-2.5, 0.7, 1.5}) + (c.isAuthorsSame ? 1.2 : 0);
    odds += weigh(c.year, {-1.5, 0, 0.7});
    odds += weigh(c.journal, {-1, 0, 0.7});
    odds += weigh(c.volume, {-1, 0, 0.7});
    odds += weigh(c.pages, {-1.5, 1.5, 2.5});
    odds += weigh(c.issue, {-0.5, 0, 0});
    const bool isOtherYearOfSeries =
        c.journal == Match::Same && c.year == Match::Differs && c.volume == Match::Differs;
    odds += isOtherYearOfSeries ? -1.5 : 0;
    odds += c.isAbstractSame ? 2.5 : 0;
    odds += c.isSameNumbers ? 0 : -2;
    odds += c.isSameKind ? 0 : -2;
    return 1 / (1 + std::exp(-odds));
}

struct Remark
{
    Match Comparison::*part;
    std::string_view same;
    std::string_view close;
    std::string_view differs;
};

constexpr std::array kRemarks{
    Remark{&Comparison::doi, "same DOI", {}, "other DOI"},
    Remark{&Comparison::pmid, "same PMID", {}, "other PMID"},
    Remark{&Comparison::eid, "same EID", {}, "other EID"},
    Remark{&Comparison::firstAuthor,
           "same first author",
           "first author spelled otherwise",
           "other first author"},
    Remark{&Comparison::journal, "same journal", {}, "other journal"},
    Remark{&Comparison::volume, "same volume", {}, "other volume"},
    Remark{&Comparison::pages, "same pages", "same first page", "other pages"},
};

std::string titleRemark(const Comparison &c)
{
    switch (c.title) {
    case Match::Same:
        return "same title";
    case Match::Unknown:
        return "a title is missing";
    case Match::Close:
    case Match::Differs:
        break;
    }
    if (c.isTitlePart) {
        return "one title is a part of the other";
    }
    return c.titleLikeness > 0
               ? "title " + std::to_string(static_cast<int>(std::floor(c.titleLikeness * 100))) + " % alike"
               : "other title";
}

} // namespace

Verdict judge(const Comparison &comparison)
{
    Verdict verdict;
    verdict.contradicts = contradicts(comparison);
    verdict.probability = probabilityOf(comparison);
    const bool isSure = !verdict.contradicts && !comparison.isPreprintOfOther && isSafe(comparison);
    if (isSure) {
        verdict.tier = Tier::Safe;
    } else if (verdict.probability >= kLeastGrey) {
        verdict.tier = Tier::Grey;
    }
    return verdict;
}

std::string reasonFor(const Comparison &comparison)
{
    std::string reason = titleRemark(comparison);
    const auto add = [&](std::string_view words) {
        if (!words.empty()) {
            reason.append(", ").append(words);
        }
    };
    for (const Remark &remark : kRemarks) {
        const Match match = comparison.*remark.part;
        add(match == Match::Same      ? remark.same
            : match == Match::Close   ? remark.close
            : match == Match::Differs ? remark.differs
                                      : std::string_view());
    }
    if (comparison.year == Match::Same) {
        add("same year");
    } else if (comparison.year != Match::Unknown) {
        add("year differs by " + std::to_string(comparison.yearsApart));
    }
    add(comparison.isAbstractSame ? "same abstract" : "");
    add(comparison.isSameNumbers || comparison.title == Match::Unknown ? "" : "other numbers in the title");
    add(comparison.isSameKind ? "" : "other kind of document");
    add(comparison.isPreprintOfOther ? "one is a preprint" : "");
    return reason;
}

} // namespace winnow::dedupe
