#include "index/spelling.h"

#include "index/leaves.h"

#include <algorithm>

namespace winnow::index {

namespace {

/// Shorter words are one slip away from too many others.
constexpr std::size_t kShortest = 5;
constexpr std::int64_t kFewestRecords = 3;
constexpr std::int64_t kFewestOfThousand = 1;
constexpr std::int64_t kTimesAsOften = 500;

bool isOfLetters(std::string_view word)
{
    return std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// How many records hold a word, its plural and other spellings.
std::int64_t frequencyOf(WordFinder &words, const std::string &word)
{
    return static_cast<std::int64_t>(words.formsOf(word, false).frequency);
}

} // namespace

bool isOneSlip(std::string_view one, std::string_view other)
{
    if (one.size() > other.size()) {
        std::swap(one, other);
    }
    if (other.size() - one.size() > 1 || one.empty()) {
        return false;
    }
    const auto [first, otherFirst] = std::ranges::mismatch(one, other);
    const auto from = static_cast<std::size_t>(first - one.begin());
    if (from == 0 || otherFirst == other.end()) {
        return false; // the first letter, or the same word
    }
    const std::string_view rest = one.substr(from);
    const std::string_view otherRest = other.substr(from);
    if (one.size() < other.size()) {
        return !rest.empty() && rest == otherRest.substr(1);
    }
    if (rest.size() > 1 && rest.substr(1) == otherRest.substr(1)) {
        return true;
    }
    return rest.size() > 1 && rest[0] == otherRest[1] && rest[1] == otherRest[0] &&
           rest.substr(2) == otherRest.substr(2);
}

Result<std::vector<std::optional<Spelling>>>
spellingsOf(const Parts &parts, std::span<const std::string> words, Task &task)
{
    const WordPostings postings(parts.database, parts.vocabulary, parts.frequencies);
    WordFinder finder(parts.vocabulary, postings);
    std::vector<std::optional<Spelling>> spellings(words.size());
    std::vector<std::size_t> asked;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].size() >= kShortest && isOfLetters(words[i])) {
            asked.push_back(i);
        }
    }
    const std::int64_t fewest =
        std::max(kFewestRecords, kFewestOfThousand * static_cast<std::int64_t>(parts.lastRecord) / 1000);
    for (std::size_t id = 0; id < parts.vocabulary.size() && !asked.empty(); ++id) {
        constexpr std::size_t kBetweenReports = 4096;
        if (id % kBetweenReports == 0) {
            task.report({"comparing words",
                         static_cast<std::int64_t>(id),
                         static_cast<std::int64_t>(parts.vocabulary.size())});
            if (task.isStopped()) {
                return Task::stoppedError();
            }
        }
        const std::string_view known = parts.vocabulary.word(static_cast<WordId>(id));
        for (const std::size_t i : asked) {
            if (known.empty() || words[i].front() != known.front() || !isOneSlip(words[i], known) ||
                !isOfLetters(known)) {
                continue;
            }
            const std::int64_t asWritten = frequencyOf(finder, words[i]);
            const std::int64_t records = frequencyOf(finder, std::string(known));
            if (records >= std::max(fewest, kTimesAsOften * asWritten) &&
                (!spellings[i] || spellings[i]->records < records)) {
                spellings[i] = Spelling{std::string(known), records, asWritten};
            }
        }
    }
    return spellings;
}

} // namespace winnow::index
