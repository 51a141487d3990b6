#include "dedupe/spelling.h"

#include "text/fold.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace winnow::dedupe {

namespace {

/// The size in bytes of the letter or digit at `at` of a folded text; 0 where something else stands there.
/// Beyond ASCII the blocks of punctuation and symbols are no letters (U+0080 to U+00BF, U+2000 to U+2BFF,
/// U+3000 to U+303F); what else is no letter is rare in titles and does no harm.
std::size_t letterSize(std::string_view text, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
        return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ? 1 : 0;
    }
    const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
    const bool isSymbol = byte == 0xC2 || (byte == 0xE2 && next < 0xB0) || (byte == 0xE3 && next == 0x80);
    // The rest of a character that is no letter is stepped over byte by byte.
    const bool isRest = (byte & 0xC0U) == 0x80;
    if (isSymbol || isRest) {
        return 0;
    }
    const std::size_t size = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    return std::min(size, text.size() - at);
}

/// From U+03B1, in the order of Unicode; the final sigma is folded to the other.
constexpr std::array<std::string_view, 25> kGreek{
    "alpha", "beta",   "gamma",   "delta", "epsilon", "zeta",    "eta",   "theta", "iota",
    "kappa", "lambda", "mu",      "nu",    "xi",      "omicron", "pi",    "rho",   "sigma",
    "sigma", "tau",    "upsilon", "phi",   "chi",     "psi",     "omega",
};

/// The name of the Greek letter whose two bytes stand at `at`, or nothing.
std::string_view greekAt(std::string_view text, std::size_t at)
{
    if (at + 1 >= text.size()) {
        return {};
    }
    const auto first = static_cast<unsigned char>(text[at]);
    const auto second = static_cast<unsigned char>(text[at + 1]);
    if ((first != 0xCE && first != 0xCF) || (second & 0xC0U) != 0x80) {
        return {};
    }
    const unsigned code = ((first & 0x1FU) << 6U) | (second & 0x3FU);
    constexpr unsigned kAlpha = 0x3B1;
    return code >= kAlpha && code < kAlpha + kGreek.size() ? kGreek.at(code - kAlpha) : std::string_view();
}

/// Whether British or American spelling lacks the letter at `i`: the a and o of diphthongs, the u of "our".
bool isSpelledAway(std::string_view letters, std::size_t i)
{
    const char next = i + 1 < letters.size() ? letters[i + 1] : '\0';
    const bool isDiphthong = (letters[i] == 'a' || letters[i] == 'o') && next == 'e';
    const bool isOur = letters[i] == 'u' && next == 'r' && i > 0 && letters[i - 1] == 'o';
    return isDiphthong || isOur;
}

/// Words of names of journals that abbreviations leave out.
constexpr std::array<std::string_view, 19> kLeftOut{"the",
                                                    "of",
                                                    "and",
                                                    "in",
                                                    "for",
                                                    "on",
                                                    "to",
                                                    "de",
                                                    "la",
                                                    "et",
                                                    "der",
                                                    "die",
                                                    "und",
                                                    "fur",
                                                    "a",
                                                    "an",
                                                    "del",
                                                    "di",
                                                    "y"};

/// "natl" shortens "national", "j" "journal", "endocrinol" "endocrinology": the same first letter, and all
/// letters in their order.
bool shortens(std::string_view shorter, std::string_view longer)
{
    if (shorter.empty() || longer.empty() || shorter.front() != longer.front() ||
        shorter.size() > longer.size()) {
        return false;
    }
    std::size_t at = 0;
    for (const char c : longer) {
        at += static_cast<std::size_t>(at < shorter.size() && shorter[at] == c);
    }
    return at == shorter.size();
}

bool isAcronymOf(std::string_view acronym, const std::vector<std::string_view> &words)
{
    return acronym.size() >= 2 && acronym.size() == words.size() &&
           std::ranges::equal(acronym, words, {}, {}, [](std::string_view word) { return word.front(); });
}

/// One column of the table of distances, as bits: where a cell is one more, or one less, than the cell above.
struct Column
{
    std::uint64_t more = ~std::uint64_t{0};
    std::uint64_t less = 0;
};

/// Levenshtein's distance, or `most` + 1 where it is larger. Myers' bit-parallel algorithm, in Hyyrö's form
/// for texts of more than 64 bytes (A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit
/// Distances, 2003): each step takes 64 cells.
std::size_t distanceUpTo(std::string_view a, std::string_view b, std::size_t most)
{
    if (a.size() > b.size()) {
        std::swap(a, b);
    }
    if (b.size() - a.size() > most) {
        return most + 1;
    }
    if (a.empty()) {
        return b.size();
    }
    constexpr std::size_t kBits = 64;
    const std::size_t blocks = (a.size() + kBits - 1) / kBits;
    thread_local std::vector<std::uint64_t> places; ///< of each byte in `a`, block by block
    thread_local std::vector<Column> columns;
    places.assign(blocks * 256, 0);
    columns.assign(blocks, {});
    for (std::size_t i = 0; i < a.size(); ++i) {
        places[i / kBits * 256 + static_cast<unsigned char>(a[i])] |= std::uint64_t{1} << (i % kBits);
    }
    const std::uint64_t last = std::uint64_t{1} << ((a.size() - 1) % kBits);
    std::size_t distance = a.size();
    for (std::size_t j = 0; j < b.size(); ++j) {
        std::uint64_t moreIn = 1;
        std::uint64_t lessIn = 0;
        for (std::size_t block = 0; block < blocks; ++block) {
            Column &column = columns[block];
            std::uint64_t same = places[block * 256 + static_cast<unsigned char>(b[j])];
            const std::uint64_t vertical = same | column.less;
            same |= lessIn;
            const std::uint64_t diagonal = (((same & column.more) + column.more) ^ column.more) | same;
            std::uint64_t more = column.less | ~(diagonal | column.more);
            std::uint64_t less = column.more & diagonal;
            if (block + 1 == blocks) {
                distance += static_cast<std::size_t>((more & last) != 0);
                distance -= static_cast<std::size_t>((less & last) != 0);
            }
            const std::uint64_t moreOut = more >> (kBits - 1);
            const std::uint64_t lessOut = less >> (kBits - 1);
            more = (more << 1U) | moreIn;
            less = (less << 1U) | lessIn;
            column.more = less | ~(vertical | more);
            column.less = more & vertical;
            moreIn = moreOut;
            lessIn = lessOut;
        }
        if (distance > most + (b.size() - 1 - j)) {
            return most + 1; // each byte that is left takes off one at most
        }
    }
    return distance > most ? most + 1 : distance;
}

} // namespace

std::vector<std::string_view> wordsOf(std::string_view folded)
{
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t from = at;
        for (std::size_t size = 0; at < folded.size() && (size = letterSize(folded, at)) > 0;) {
            at += size;
        }
        if (at > from) {
            words.push_back(folded.substr(from, at - from));
        } else {
            ++at;
        }
    }
    return words;
}

void appendBare(std::string &out, std::string_view folded)
{
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t size = letterSize(folded, at);
        const std::string_view name = greekAt(folded, at);
        out += name.empty() ? folded.substr(at, size) : name;
        at += std::max<std::size_t>(size, 1);
    }
}

std::string bare(std::string_view text)
{
    std::string result;
    appendBare(result, text::fold(text));
    return result;
}

std::string inOneSpelling(std::string_view letters)
{
    std::string result;
    result.reserve(letters.size());
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (!isSpelledAway(letters, i)) {
            result += letters[i] == 'z' ? 's' : letters[i];
        }
    }
    return result;
}

PlacedLetters placedLetters(std::string_view folded)
{
    std::string bareText;
    std::vector<std::size_t> places;
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t size = std::max<std::size_t>(letterSize(folded, at), 1);
        appendBare(bareText, folded.substr(at, size));
        places.resize(bareText.size(), at);
        at += size;
    }
    PlacedLetters placed;
    placed.letters.reserve(bareText.size());
    placed.at.reserve(bareText.size());
    for (std::size_t i = 0; i < bareText.size(); ++i) {
        if (!isSpelledAway(bareText, i)) {
            placed.letters += bareText[i] == 'z' ? 's' : bareText[i];
            placed.at.push_back(places[i]);
        }
    }
    return placed;
}

double likeness(std::string_view a, std::string_view b, double least)
{
    if (a == b) {
        return 1;
    }
    const auto size = static_cast<double>(std::max(a.size(), b.size()));
    const auto most = static_cast<std::size_t>((1 - least) * size);
    const auto prefix = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
    a.remove_prefix(prefix);
    b.remove_prefix(prefix);
    while (!a.empty() && !b.empty() && a.back() == b.back()) {
        a.remove_suffix(1);
        b.remove_suffix(1);
    }
    const std::size_t distance = distanceUpTo(a, b, most);
    return distance > most ? 0 : 1 - static_cast<double>(distance) / size;
}

JournalName journalName(std::string_view text)
{
    std::string folded = text::fold(text);
    for (std::size_t open = folded.find('('); open != std::string::npos; open = folded.find('(')) {
        const std::size_t close = folded.find(')', open);
        folded.erase(open, close == std::string::npos ? std::string::npos : close - open + 1);
    }
    const auto asWords = [](std::string_view part) {
        std::string words;
        for (const std::string_view word : wordsOf(part)) {
            if (std::ranges::find(kLeftOut, word) == kLeftOut.end()) {
                words.append(words.empty() ? "" : " ").append(word);
            }
        }
        return words;
    };
    constexpr std::string_view kConference = "conference:";
    std::string_view journal = folded;
    JournalName name;
    const std::size_t at = journal.find(kConference);
    const bool isBehindStop =
        at != std::string_view::npos && at > 1 && journal.find_last_of('.', at) + 3 > at;
    if (isBehindStop) {
        name.meeting = asWords(journal.substr(at + kConference.size()));
        journal = journal.substr(0, at);
    } else {
        name.meeting = asWords(journal);
    }
    name.words = asWords(journal.substr(0, journal.find_first_of(":=")));
    return name;
}

bool isSameJournal(std::string_view a, std::string_view b)
{
    if (a == b) {
        return true;
    }
    const std::vector<std::string_view> first = wordsOf(a);
    const std::vector<std::string_view> second = wordsOf(b);
    if ((first.size() == 1 && isAcronymOf(first.front(), second)) ||
        (second.size() == 1 && isAcronymOf(second.front(), first))) {
        return true;
    }
    return first.size() == second.size() &&
           std::ranges::equal(first, second, [](std::string_view x, std::string_view y) {
               return shortens(x, y) || shortens(y, x);
           });
}

} // namespace winnow::dedupe
