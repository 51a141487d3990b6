#include "dedupe/comparison.h"

#include "dedupe/spelling.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iterator>

namespace winnow::dedupe {

namespace {

constexpr double kLeastLikeness = 0.7;
constexpr double kCloseLikeness = 0.9;
constexpr std::size_t kLeastPart = 24;

Match equalOrNot(const std::string &a, const std::string &b)
{
    if (a.empty() || b.empty()) {
        return Match::Unknown;
    }
    return a == b ? Match::Same : Match::Differs;
}

void compareTitles(Comparison &comparison, const BareTitle &a, const BareTitle &b)
{
    comparison.isSameNumbers = a.numbers == b.numbers || a.letters == b.letters;
    comparison.isSameKind = a.kind == b.kind;
    const auto &[shorter, longer] = a.letters.size() <= b.letters.size() ? std::tie(a.letters, b.letters)
                                                                         : std::tie(b.letters, a.letters);
    comparison.titleSize = shorter.size();
    if (shorter.empty()) {
        return;
    }
    comparison.titleLikeness = likeness(shorter, longer, kLeastLikeness);
    if (shorter == longer) {
        comparison.title = Match::Same;
        return;
    }
    const auto begin = std::ranges::mismatch(shorter, longer).in1 - shorter.begin();
    const auto end =
        std::mismatch(shorter.rbegin(), shorter.rend() - begin, longer.rbegin()).first - shorter.rbegin();
    comparison.titleEndsShared = static_cast<double>(begin + end) / static_cast<double>(longer.size());
    comparison.isTitlePart =
        shorter.size() >= kLeastPart && (longer.starts_with(shorter) || longer.ends_with(shorter));
    constexpr std::size_t kLongForMisprint = 40;
    comparison.isTitleMisprint = longer.size() >= kLongForMisprint &&
                                 comparison.titleLikeness > 1 - 1.5 / static_cast<double>(longer.size());
    comparison.title =
        comparison.titleLikeness >= kCloseLikeness || comparison.isTitlePart ? Match::Close : Match::Differs;
}

/// How many of two ascending lists are in both.
std::size_t sharedCount(const std::vector<std::uint32_t> &a, const std::vector<std::uint32_t> &b)
{
    std::size_t shared = 0;
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
        if (*x == *y) {
            ++shared;
            ++x;
            ++y;
        } else if (*x < *y) {
            ++x;
        } else {
            ++y;
        }
    }
    return shared;
}

/// Another spelling of one name: a letter more, less or other; names glued together; family and given name
/// swapped.
bool isLikeName(const Traits &a, const Traits &b)
{
    const std::string &x = a.firstFamily;
    const std::string &y = b.firstFamily;
    constexpr std::size_t kLeastForTypos = 5;
    constexpr std::size_t kLeastForGlue = 4;
    const std::size_t shorter = std::min(x.size(), y.size());
    const bool isTypo = shorter >= kLeastForTypos &&
                        likeness(x, y, 0.75) * static_cast<double>(std::max(x.size(), y.size())) >=
                            static_cast<double>(std::max(x.size(), y.size()) - 1);
    const bool isGlued = shorter >= kLeastForGlue &&
                         (x.starts_with(y) || y.starts_with(x) || x.ends_with(y) || y.ends_with(x));
    const bool isSwapped =
        !a.firstGiven.empty() && !b.firstGiven.empty() && x == b.firstGiven && y == a.firstGiven;
    return isTypo || isGlued || isSwapped;
}

void compareAuthors(Comparison &comparison, const Traits &a, const Traits &b)
{
    if (a.families.empty() || b.families.empty()) {
        return;
    }
    const std::size_t shared = sharedCount(a.families, b.families);
    comparison.authorsShared =
        static_cast<double>(shared) / static_cast<double>(std::min(a.families.size(), b.families.size()));
    comparison.isAuthorsSame = a.families.size() > 1 && a.families == b.families;
    const bool isOtherInitial =
        !a.firstGiven.empty() && !b.firstGiven.empty() && a.firstGiven.front() != b.firstGiven.front();
    if (a.firstFamily == b.firstFamily) {
        comparison.firstAuthor = isOtherInitial && comparison.authorsShared < 1 ? Match::Close : Match::Same;
    } else {
        comparison.firstAuthor =
            isLikeName(a, b) || comparison.authorsShared >= 0.5 ? Match::Close : Match::Differs;
    }
}

bool sharesWord(std::string_view a, std::string_view b)
{
    const std::vector<std::string_view> words = wordsOf(b);
    return std::ranges::any_of(
        wordsOf(a), [&](std::string_view word) { return std::ranges::find(words, word) != words.end(); });
}

void compareJournals(Comparison &comparison, const Traits &a, const Traits &b)
{
    const JournalName &x = a.journal;
    const JournalName &y = b.journal;
    constexpr std::size_t kLeastMeeting = 30;
    const bool isSameMeeting = x.meeting == y.meeting && x.meeting.size() >= kLeastMeeting;
    comparison.isMeetingSame = isSameMeeting && (x.meeting != x.words || y.meeting != y.words);
    if ((!a.issn.empty() && !b.issn.empty() && sharesWord(a.issn, b.issn)) || comparison.isMeetingSame) {
        comparison.journal = Match::Same;
    } else if (!x.words.empty() && !y.words.empty()) {
        const bool isBeginning =
            (x.words + ' ').starts_with(y.words + ' ') || (y.words + ' ').starts_with(x.words + ' ');
        comparison.journal = isSameJournal(x.words, y.words) ? Match::Same
                             : isBeginning                   ? Match::Close
                                                             : Match::Differs;
    }
}

std::string_view digitsOf(std::string_view page)
{
    return page.substr(std::min(page.find_first_of("123456789"), page.size()));
}

/// "e329" and "329", "S12" and "12": one of the two has lost its letter.
bool isSameButLetters(std::string_view a, std::string_view b)
{
    const std::string_view digits = digitsOf(a);
    return !digits.empty() && digits == digitsOf(b) && (digits == a || digits == b);
}

/// Of "E329-e336" and "E329-36" too.
bool isSameLast(std::string_view a, std::string_view b)
{
    return a.empty() || b.empty() || a.ends_with(b) || b.ends_with(a);
}

/// The number of pages from first to last, 1 where the last is unknown; 0 where they are no numbers.
int pageCount(const Traits &traits)
{
    if (traits.pageLast.empty() || traits.pageFirst.empty()) {
        return 1;
    }
    const auto number = [](std::string_view page) {
        int value = 0;
        const std::string_view digits = digitsOf(page);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return error == std::errc() && end == digits.data() + digits.size() ? value : 0;
    };
    const int first = number(traits.pageFirst);
    const int last = number(traits.pageLast);
    return first > 0 && last >= first ? last - first + 1 : 0;
}

void comparePages(Comparison &comparison, const Traits &a, const Traits &b)
{
    constexpr int kBrief = 2;
    const auto isBrief = [](int pages) { return pages > 0 && pages <= kBrief; };
    comparison.isBrief = isBrief(pageCount(a)) && isBrief(pageCount(b));
    if (a.pageFirst.empty() || b.pageFirst.empty()) {
        return;
    }
    constexpr std::size_t kLeastLast = 2;
    const bool isRangeEndSame = a.pageLast == b.pageLast && a.pageLast.size() >= kLeastLast &&
                                a.pageLast != a.pageFirst && b.pageLast != b.pageFirst;
    if (a.pageFirst == b.pageFirst) {
        const bool isLastSame = isSameLast(a.pageLast, b.pageLast);
        // Many volumes begin with page 1.
        comparison.pages = isLastSame ? Match::Same : a.pageFirst == "1" ? Match::Differs : Match::Close;
        comparison.pagesShared = a.pageLast.empty() || a.pageLast != b.pageLast ? 0 : pageCount(a);
    } else {
        comparison.pages =
            isRangeEndSame || isSameButLetters(a.pageFirst, b.pageFirst) ? Match::Close : Match::Differs;
    }
}

/// Volume, issue and page of one record stand in the fields of issue and page of the other.
bool isShifted(const Traits &a, const Traits &b)
{
    return a.volume.empty() && !a.issue.empty() && a.issue == b.volume && !a.pageFirst.empty() &&
           a.pageFirst == b.issue;
}

void compareYears(Comparison &comparison, int a, int b)
{
    if (a == 0 || b == 0) {
        return;
    }
    comparison.yearsApart = std::abs(a - b);
    comparison.year = a == b ? Match::Same : comparison.yearsApart == 1 ? Match::Close : Match::Differs;
}

} // namespace

Comparison compare(const Traits &a, const Traits &b)
{
    Comparison comparison;
    compareTitles(comparison, a.title, b.title);
    const auto isOneOf = [&](RecordType type) { return (a.type == type) != (b.type == type); };
    comparison.isSameKind =
        comparison.isSameKind && !isOneOf(RecordType::RegisterEntry) && !isOneOf(RecordType::Erratum);
    comparison.isPreprintOfOther = a.isPreprint != b.isPreprint;
    compareYears(comparison, a.year, b.year);
    comparison.doi = equalOrNot(a.doi, b.doi);
    comparison.pmid = equalOrNot(a.pmid, b.pmid);
    comparison.eid = equalOrNot(a.eid, b.eid);
    compareAuthors(comparison, a, b);
    compareJournals(comparison, a, b);
    if (!isShifted(a, b) && !isShifted(b, a)) {
        comparison.volume = equalOrNot(a.volume, b.volume);
        comparison.issue = equalOrNot(a.issue, b.issue);
        comparePages(comparison, a, b);
    }
    for (std::size_t end = 0; end < a.abstractEnds.size(); ++end) {
        comparison.isAbstractSame =
            comparison.isAbstractSame ||
            (a.abstractEnds.at(end) != 0 && a.abstractEnds.at(end) == b.abstractEnds.at(end));
    }
    return comparison;
}

} // namespace winnow::dedupe
