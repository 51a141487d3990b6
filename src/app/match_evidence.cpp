#include "app/match_evidence.h"

#include "dedupe/spelling.h"
#include "text/fold.h"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <string_view>
#include <utility>

namespace winnow::app {

namespace {

constexpr std::size_t kShortTitle = 24; ///< letters
constexpr std::size_t kFewWords = 4;
constexpr std::size_t kTop = 1500; ///< letters of a page within which the title of a paper begins

/// Where in the text the word begins that stands `words` words before the letter.
std::size_t wordsBefore(const SearchedText &text, std::size_t letter, std::size_t words)
{
    while (letter > 0 && words > 0) {
        --letter;
        words -= static_cast<std::size_t>(text.isWordStart(letter));
    }
    return letter;
}

std::string spaced(std::string_view folded)
{
    std::string all;
    for (const std::string_view word : dedupe::wordsOf(folded)) {
        all.append(all.empty() ? "" : " ").append(word);
    }
    return all;
}

std::size_t wordEnd(const SearchedText &text, std::size_t letter)
{
    ++letter;
    while (letter < text.size() && !text.isWordStart(letter)) {
        ++letter;
    }
    return letter;
}

/// Whether the family name stands there, perhaps with the sign of a footnote ("Smith1", "Smitha,b") or a
/// misprinted letter.
bool isNameAt(const SearchedText &text, std::size_t letter, std::string_view family)
{
    constexpr std::size_t kLeastForMisprint = 5;
    if (family.size() < 2 || letter + family.size() > text.size()) {
        return false;
    }
    const std::string_view there = std::string_view(text.letters()).substr(letter, family.size());
    const auto differing = std::inner_product(
        there.begin(), there.end(), family.begin(), std::size_t{0}, std::plus(), std::not_equal_to());
    if (differing > static_cast<std::size_t>(family.size() >= kLeastForMisprint)) {
        return false;
    }
    const std::size_t end = letter + family.size();
    return text.isWordStart(end) || text.isWordStart(end + 1) ||
           (text.letters()[end] >= '0' && text.letters()[end] <= '9');
}

bool isNamed(const SearchedText &text, std::string_view family)
{
    for (std::size_t letter = 0; letter < text.size(); ++letter) {
        if (text.isWordStart(letter) && isNameAt(text, letter, family)) {
            return true;
        }
    }
    return false;
}

/// Whether a word before the family name may be one of the first author's other names, or belongs to the
/// names at all: "by", a footnote.
bool isOfName(std::string_view word, const Wording &wording)
{
    constexpr std::array<std::string_view, 7> kBesideNames{
        "by", "dr", "prof", "author", "authors", "md", "phd"};
    if (word.size() == 1) {
        return word.front() < '2' || word.front() > '9';
    }
    if (std::ranges::find(kBesideNames, word) != kBesideNames.end() ||
        std::ranges::find(wording.given, word) != wording.given.end()) {
        return true;
    }
    constexpr std::string_view kNumeral = "ivx";
    if (word.find_first_not_of(kNumeral) == std::string_view::npos) {
        return false;
    }
    const bool isInitials =
        std::ranges::all_of(word, [&](char c) { return wording.initials.find(c) != std::string::npos; });
    const bool isShortened = std::ranges::any_of(wording.given, [&](const std::string &name) {
        return name.front() == word.front() && (name.size() == 1 || word.size() == 1);
    });
    const bool isAmongInitials = wording.given.size() == 1 && wording.given.front() == wording.initials &&
                                 wording.initials.find(word.front()) != std::string::npos;
    return isInitials || isShortened || isAmongInitials;
}

/// Whether the first author stands right behind the title.
bool isAuthorBehind(const SearchedText &text, const TitlePlace &place, const Wording &wording)
{
    std::size_t letter = place.to;
    if (!text.isWordStart(letter)) {
        constexpr std::size_t kFootnote = 1;
        const std::size_t end = wordEnd(text, letter);
        if (end - letter > kFootnote) {
            return false;
        }
        letter = end;
    }
    const std::size_t mostWords = 4 + wording.initials.size();
    std::size_t names = 0; // written out
    for (std::size_t words = 0; words < mostWords && letter < text.size(); ++words) {
        if (isNameAt(text, letter, wording.family)) {
            return true;
        }
        const std::size_t end = wordEnd(text, letter);
        const std::string_view word = std::string_view(text.letters()).substr(letter, end - letter);
        constexpr std::size_t kWrittenOut = 4;
        names += static_cast<std::size_t>(word.size() >= kWrittenOut);
        if (!isOfName(word, wording) || names > std::max<std::size_t>(wording.initials.size(), 1)) {
            return false;
        }
        letter = end;
    }
    return false;
}

/// What the words that lead to a title say of the document.
bool leadsElsewhere(const SearchedText &text, const TitlePlace &place, const dedupe::BareTitle &title)
{
    constexpr std::size_t kFarWords = 12;
    constexpr std::size_t kNearWords = 5;
    const bool isOfOther =
        pointsElsewhere(spaced(text.between(wordsBefore(text, place.from, kFarWords), place.from)));
    bool isKindTold = title.kind == dedupe::TitleKind::Plain || title.kind == dedupe::TitleKind::Protocol;
    const std::string near = spaced(text.between(wordsBefore(text, place.from, kNearWords), place.from));
    if (isKindTold && (isOfOther || std::ranges::any_of(dedupe::wordsOf(near), isLikeMark))) {
        return true;
    }
    for (std::size_t words = 0; words <= kNearWords; ++words) {
        const std::size_t from = wordsBefore(text, place.from, words);
        const dedupe::TitleKind kind = dedupe::bareTitle(text.between(from, place.to)).kind;
        const bool isPlain = kind == dedupe::TitleKind::Plain || kind == dedupe::TitleKind::Protocol;
        if (kind == title.kind) {
            isKindTold = true;
        } else if (!isPlain) {
            return true;
        }
    }
    return !isKindTold;
}

/// Whether the title stands in a reference: behind the first author, with the year soon behind it.
bool isCited(const SearchedText &text, const TitlePlace &place, const Wording &wording)
{
    constexpr std::size_t kWords = 15;
    bool isBehindAuthor = false;
    for (std::size_t at = wordsBefore(text, place.from, 2 * kWords); at < place.from;
         at = wordEnd(text, at)) {
        isBehindAuthor = isBehindAuthor || isNameAt(text, at, wording.family);
    }
    std::size_t end = place.to;
    for (std::size_t words = 0; words < kWords && end < text.size(); ++words) {
        end = wordEnd(text, end);
    }
    const std::string year = std::to_string(wording.traits.year);
    const std::vector<std::string_view> behind = dedupe::wordsOf(text.between(place.to, end));
    return isBehindAuthor && std::ranges::find(behind, year) != behind.end();
}

/// Whether what stands beside the title in a text of its own is no more than the sign of a footnote.
bool isAlone(const SearchedText &text, const TitlePlace &place)
{
    constexpr std::size_t kMostBeside = 2;
    return place.from + (text.size() - place.to) <= kMostBeside &&
           dedupe::bareTitle(text.between(0, place.from)).numbers.empty() &&
           dedupe::bareTitle(text.between(place.to, text.size())).numbers.empty();
}

TitleGrade gradeOf(const Wording &wording, const TitleSource &source, const TitlePlace &place)
{
    const SearchedText &text = source.text;
    if (source.isPage && (!source.isHead || place.from > kTop)) {
        return TitleGrade::Mentioned;
    }
    const bool isSame = place.isClean && text.isWordStart(place.from);
    if (isSame && !source.isPage && isAlone(text, place)) {
        return TitleGrade::Whole;
    }
    if (isSame && isAuthorBehind(text, place, wording)) {
        return TitleGrade::Adjacent;
    }
    return isCited(text, place, wording) ? TitleGrade::Mentioned : TitleGrade::Near;
}

/// A misprinted DOI is not another one.
bool isLikeDoi(std::string_view a, std::string_view b)
{
    constexpr double kLeast = 0.8;
    return dedupe::likeness(a, b, kLeast) > 0 || (!b.empty() && a.starts_with(b));
}

bool isLongType(RecordType type)
{
    constexpr std::array kLong{
        RecordType::Book, RecordType::ConferenceReview, RecordType::Report, RecordType::Thesis};
    return std::ranges::find(kLong, type) != kLong.end();
}

} // namespace

Wording wordingOf(std::uint32_t target, const Record &record)
{
    Wording wording{.target = target, .traits = dedupe::traitsOf({}, record, 0), .doi = doiKey(record.doi)};
    const std::string folded = text::fold(record.title);
    wording.isShort =
        wording.traits.title.letters.size() < kShortTitle || dedupe::wordsOf(folded).size() < kFewWords;
    for (const PersonName &author : record.authors) {
        wording.families.push_back(dedupe::inOneSpelling(dedupe::bare(author.family)));
    }
    if (record.authors.empty()) {
        return wording;
    }
    wording.family = wording.families.front();
    const std::string &given = record.authors.front().given;
    const std::string foldedGiven = text::fold(given);
    for (const std::string_view name : dedupe::wordsOf(foldedGiven)) {
        wording.given.emplace_back(dedupe::inOneSpelling(name));
        wording.initials += name.front();
    }
    constexpr std::size_t kMostInitials = 3;
    const bool isJustInitials = given.size() <= kMostInitials &&
                                std::ranges::all_of(given, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (isJustInitials && !foldedGiven.empty()) {
        wording.initials = foldedGiven;
    }
    return wording;
}

void addPlace(Evidence &evidence, const Wording &wording, const TitleSource &source, const TitlePlace &place)
{
    const TitleGrade grade = gradeOf(wording, source, place);
    if (grade >= TitleGrade::Near && leadsElsewhere(source.text, place, wording.traits.title)) {
        evidence.pointsElsewhere = true;
    }
    if (std::pair(grade, place.likeness) > std::pair(evidence.title, evidence.likeness)) {
        evidence.title = grade;
        evidence.likeness = place.likeness;
        evidence.isShort = wording.isShort;
    }
}

void addRest(Evidence &evidence, const std::vector<const Wording *> &wordings, const PdfHead &head)
{
    bool hasDois = false;
    bool isLike = head.ownDois.empty();
    bool isPreprint = false;
    bool isPaper = false;
    bool isLong = false;
    for (const Wording *const wording : wordings) {
        evidence.hasYear = evidence.hasYear || head.years.contains(wording->traits.year);
        const bool isFirstNamed = isNamed(head.authors, wording->family);
        evidence.hasAuthor = evidence.hasAuthor || isFirstNamed;
        evidence.hasAuthors = evidence.hasAuthors || (isFirstNamed && wording->families.size() > 1 &&
                                                      isNamed(head.authors, wording->families[1]));
        isPreprint = isPreprint || wording->traits.isPreprint;
        isPaper = isPaper || !wording->traits.isPreprint;
        isLong = isLong || isLongType(wording->traits.type);
        if (wording->doi.empty()) {
            continue;
        }
        hasDois = true;
        isLike = isLike || std::ranges::any_of(head.ownDois, [&](const std::string &own) {
                     return isLikeDoi(own, wording->doi);
                 });
        for (const PrintedDoi &doi : head.dois) {
            if (std::ranges::find(doi.keys, wording->doi) != doi.keys.end()) {
                (doi.isOfOther ? evidence.hasDoiOfOther : evidence.hasDoi) = true;
            }
        }
        evidence.isFirstDoi = evidence.isFirstDoi || head.firstDoi == wording->doi;
        evidence.hasDoi = evidence.hasDoi || head.fileDoi == wording->doi;
    }
    evidence.isOtherDoi = hasDois && !isLike && !evidence.hasDoi;
    evidence.isInVolume = head.isVolume && !isLong;
    evidence.isOtherVersion = head.isPreprint ? !isPreprint : !isPaper;
}

bool isSureByDoi(const Evidence &evidence, const PdfHead &head)
{
    if (!evidence.hasDoi || evidence.hasDoiOfOther || evidence.pointsElsewhere ||
        (head.isPreprint && evidence.isOtherVersion)) {
        return false;
    }
    // The title may be translated. A paper that is only cited has its DOI beside others, or beside its title,
    // or is named by the first author alone.
    const bool isOnlyDoi = evidence.title == TitleGrade::None && head.ownDois.size() == 1;
    return evidence.title >= TitleGrade::Near || (isOnlyDoi && evidence.hasAuthors && evidence.hasYear);
}

bool isSureByTitle(const Evidence &evidence)
{
    return evidence.title >= TitleGrade::Adjacent && evidence.hasAuthor && evidence.hasYear &&
           !evidence.isShort && !evidence.pointsElsewhere && !evidence.isOtherDoi &&
           !evidence.isOtherVersion && !evidence.isInVolume;
}

double scoreOf(const Evidence &evidence)
{
    constexpr std::array<double, 5> kTitle{0, 0.1, 0.3, 0.4, 0.45};
    double score = kTitle.at(static_cast<std::size_t>(evidence.title)) * evidence.likeness;
    score += evidence.hasDoi ? 0.35 : 0;
    score += evidence.hasAuthor ? 0.12 : 0;
    score += evidence.hasYear ? 0.08 : 0;
    return score;
}

std::string reasonFor(const Evidence &evidence)
{
    const std::array<std::pair<bool, std::string_view>, 6> speaking{{
        {evidence.hasDoi, "same DOI"},
        {evidence.title >= TitleGrade::Adjacent, "same title"},
        {evidence.title == TitleGrade::Near, "a title like it"},
        {evidence.title == TitleGrade::Mentioned, "the title is in the text"},
        {evidence.hasAuthor, "first author"},
        {evidence.hasYear, "year"},
    }};
    const std::array<std::pair<bool, std::string_view>, 6> against{{
        {evidence.pointsElsewhere, "the words before the title tell of another paper about it"},
        {evidence.hasDoiOfOther, "the DOI is named as that of another paper"},
        {evidence.isOtherDoi, "another DOI is printed"},
        {evidence.isOtherVersion, "one is a preprint and the other is not"},
        {evidence.isInVolume, "the file holds much more"},
        {evidence.isShort && evidence.title >= TitleGrade::Near && !evidence.hasDoi,
         "so short a title tells little"},
    }};
    std::string reason;
    for (const auto &[holds, words] : speaking) {
        reason += !holds ? "" : (reason.empty() ? "" : ", ") + std::string(words);
    }
    bool isFirst = true;
    for (const auto &[holds, words] : against) {
        reason += !holds ? "" : (isFirst ? "; but " : ", ") + std::string(words);
        isFirst = isFirst && !holds;
    }
    return reason;
}

} // namespace winnow::app
