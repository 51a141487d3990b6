#include "app/title_places.h"

#include "text/fold.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

namespace winnow::app {

namespace {

constexpr std::size_t kGram = 6;

/// Letters in a row that so many titles have tell nothing ("effect", "patient").
constexpr std::size_t kMostPostings = 2000;

/// What is found on diagonals so near to each other is one place.
constexpr std::size_t kDiagonals = 16;
constexpr std::size_t kSlack = 24; ///< letters looked at before and behind a place
constexpr double kLeastLikeness = 6.0 / 7;

/// Of a letter, in the text.
enum class Change { Other, Lacking, Added };

/// A difference between a title and a text, where it stands in both.
struct Edit
{
    std::size_t inTitle = 0;
    std::size_t inText = 0;
    Change change = Change::Other;
};

/// The title laid along a part of the text at the least number of differences; whatever is before and behind
/// counts nothing. Sellers' form of Levenshtein's table.
class Alignment
{
public:
    Alignment(std::string_view title, std::string_view text)
        : m_title(title)
        , m_text(text)
        , m_width(text.size() + 1)
        , m_cells((title.size() + 1) * m_width, 0)
    {
        for (std::size_t i = 1; i <= title.size(); ++i) {
            cell(i, 0) = static_cast<std::uint16_t>(i);
            for (std::size_t j = 1; j <= text.size(); ++j) {
                const int other = title[i - 1] == text[j - 1] ? 0 : 1;
                const int best =
                    std::min({cell(i - 1, j - 1) + other, cell(i - 1, j) + 1, cell(i, j - 1) + 1});
                cell(i, j) = static_cast<std::uint16_t>(best);
            }
        }
        for (std::size_t j = 0; j <= text.size(); ++j) {
            m_to = cell(title.size(), j) <= cell(title.size(), m_to)
                       ? j
                       : m_to; // "B" is another letter than "C", not none
        }
        trace();
    }

    [[nodiscard]] std::size_t from() const { return m_from; }

    [[nodiscard]] std::size_t to() const { return m_to; }

    [[nodiscard]] const std::vector<Edit> &edits() const { return m_edits; }

private:
    std::uint16_t &cell(std::size_t i, std::size_t j) { return m_cells[i * m_width + j]; }

    /// Back from the end; the edits are in order of the text afterwards.
    void trace()
    {
        std::size_t i = m_title.size();
        std::size_t j = m_to;
        while (i > 0) {
            const std::uint16_t here = cell(i, j);
            const bool isSame = j > 0 && m_title[i - 1] == m_text[j - 1];
            if (j > 0 && here == cell(i - 1, j - 1) + (isSame ? 0 : 1)) {
                --i;
                --j;
                if (!isSame) {
                    m_edits.push_back({i, j, Change::Other});
                }
            } else if (here == cell(i - 1, j) + 1) {
                --i;
                m_edits.push_back({i, j, Change::Lacking});
            } else {
                --j;
                m_edits.push_back({i, j, Change::Added});
            }
        }
        m_from = j;
        std::ranges::reverse(m_edits);
    }

    std::string_view m_title;
    std::string_view m_text;
    std::size_t m_width;
    std::vector<std::uint16_t> m_cells;
    std::size_t m_from = 0;
    std::size_t m_to = 0;
    std::vector<Edit> m_edits;
};

std::size_t countOf(std::string_view word, std::string_view text)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        ++count;
    }
    return count;
}

/// Short words that no title is told from others by.
bool isFunctionWord(std::string_view word)
{
    constexpr std::array<std::string_view, 17> kWords{"a",
                                                      "among",
                                                      "an",
                                                      "and",
                                                      "as",
                                                      "at",
                                                      "between",
                                                      "by",
                                                      "for",
                                                      "from",
                                                      "in",
                                                      "of",
                                                      "on",
                                                      "or",
                                                      "the",
                                                      "to",
                                                      "with"};
    return std::ranges::find(kWords, word) != kWords.end();
}

/// Letters that look alike to who reads a scan, or to a program that does.
bool isLookalike(char meant, char printed)
{
    constexpr std::array<std::string_view, 10> kPairs{
        "ec", "l1", "il", "i1", "o0", "nu", "ao", "hb", "tf", "s5"};
    return std::ranges::any_of(kPairs, [&](std::string_view pair) {
        return pair.find(meant) != std::string_view::npos && pair.find(printed) != std::string_view::npos;
    });
}

/// A word of the text with a difference in it, and the part of the title that it stands for.
struct DifferingWord
{
    std::string_view printed;
    std::string_view meant; ///< empty where the word begins before the title does
    std::size_t letter = 0; ///< that differs
};

DifferingWord wordWith(const Edit &edit, std::string_view title, const SearchedText &text, std::size_t start)
{
    const std::size_t place = start + edit.inText;
    std::size_t from = std::min(place, text.size() - 1);
    while (from > 0 && !text.isWordStart(from)) {
        --from;
    }
    std::size_t to = from + 1;
    while (to < text.size() && !text.isWordStart(to)) {
        ++to;
    }
    DifferingWord word{std::string_view(text.letters()).substr(from, to - from), {}, place - from};
    if (edit.inTitle >= word.letter && to >= place) {
        const std::size_t behind =
            to - place - static_cast<std::size_t>(edit.change != Change::Lacking && to > place);
        word.meant =
            title.substr(edit.inTitle - word.letter,
                         word.letter + behind + static_cast<std::size_t>(edit.change != Change::Added));
    }
    return word;
}

/// Whether reading a scan may have made the difference. A word that the text has again, while it never has
/// that of the title, is no misprint but another word.
bool isMisprint(const Edit &edit, std::string_view title, const SearchedText &text, std::size_t start)
{
    const std::string_view letters = text.letters();
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const std::size_t place = start + edit.inText;
    if (edit.change == Change::Added ? isDigit(letters[place]) : isDigit(title[edit.inTitle])) {
        return false; // numbers tell titles apart
    }
    if (edit.change == Change::Lacking && text.isWordStart(place)) {
        return false; // perhaps a word of one letter: "hepatitis B virus"
    }
    const DifferingWord word = wordWith(edit, title, text, start);
    if (isFunctionWord(word.meant)) {
        return !isFunctionWord(word.printed);
    }
    constexpr std::size_t kLeastWord = 5;
    const bool looksAlike = edit.change == Change::Other && isLookalike(title[edit.inTitle], letters[place]);
    if (word.printed.size() < kLeastWord || (word.letter == 0 && !looksAlike)) {
        return false;
    }
    return word.meant.empty() || countOf(word.printed, letters) < 2 || countOf(word.meant, letters) > 0;
}

/// Whether two differences are one letter, m, that was read as two.
bool isSplitM(const Edit &first, const Edit &second, std::string_view title, std::string_view part)
{
    const Edit &other = first.change == Change::Other ? first : second;
    const Edit &added = first.change == Change::Other ? second : first;
    return other.change == Change::Other && added.change == Change::Added && title[other.inTitle] == 'm' &&
           second.inText == first.inText + 1 && part.substr(first.inText, 2) == "rn";
}

bool isClean(const std::vector<Edit> &edits,
             std::string_view title,
             const SearchedText &text,
             std::size_t start)
{
    constexpr std::size_t kApart = 4;
    const std::string_view part = std::string_view(text.letters()).substr(start);
    bool wasSplit = false;
    for (std::size_t i = 0; i < edits.size(); ++i) {
        const bool isSplit = i > 0 && !wasSplit && isSplitM(edits[i - 1], edits[i], title, part);
        const bool isNear = i > 0 && edits[i].inText < edits[i - 1].inText + kApart;
        if ((isNear && !isSplit) || !(isSplit || isMisprint(edits[i], title, text, start))) {
            return false;
        }
        wasSplit = isSplit;
    }
    return true;
}

std::optional<TitlePlace>
placeOf(std::uint32_t number, std::string_view title, const SearchedText &text, std::size_t near)
{
    const std::size_t from = near > kSlack ? near - kSlack : 0;
    const std::size_t to = std::min(near + title.size() + kSlack, text.size());
    const std::size_t same = std::string_view(text.letters()).substr(from, to - from).find(title);
    if (same != std::string_view::npos) {
        return TitlePlace{number, from + same, from + same + title.size(), 1, true};
    }
    const Alignment alignment(title, std::string_view(text.letters()).substr(from, to - from));
    const double likeness =
        1 - static_cast<double>(alignment.edits().size()) / static_cast<double>(title.size());
    if (likeness < kLeastLikeness) {
        return std::nullopt;
    }
    return TitlePlace{number,
                      from + alignment.from(),
                      from + alignment.to(),
                      likeness,
                      isClean(alignment.edits(), title, text, from)};
}

} // namespace

SearchedText::SearchedText(std::string_view text)
    : m_folded(text::fold(text))
    , m_placed(dedupe::placedLetters(m_folded))
{}

std::size_t SearchedText::at(std::size_t letter) const
{
    return letter < m_placed.at.size() ? m_placed.at[letter] : m_folded.size();
}

bool SearchedText::isWordStart(std::size_t letter) const
{
    if (letter == 0 || letter >= size()) {
        return true;
    }
    // Between two letters of a word nothing stands but what British or American spelling lacks.
    const std::string_view gap = between(letter - 1, letter);
    return std::ranges::any_of(gap, [](char c) {
        return static_cast<unsigned char>(c) < 0x80 && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9');
    });
}

std::string_view SearchedText::between(std::size_t from, std::size_t to) const
{
    return std::string_view(m_folded).substr(at(from), at(to) - at(from));
}

TitleIndex::TitleIndex(std::vector<std::string> titles)
    : m_titles(std::move(titles))
{
    for (std::uint32_t title = 0; title < m_titles.size(); ++title) {
        const std::string_view letters = m_titles[title];
        for (std::size_t at = 0; at + kGram <= letters.size(); ++at) {
            m_grams[letters.substr(at, kGram)].push_back({title, static_cast<std::uint32_t>(at)});
        }
    }
    std::erase_if(m_grams, [](const auto &gram) { return gram.second.size() > kMostPostings; });
}

std::vector<TitlePlace> TitleIndex::find(const SearchedText &text) const
{
    const std::string_view letters = text.letters();
    // How many letters in a row a title and a place of the text share, by title and diagonal.
    std::unordered_map<std::uint64_t, std::uint32_t> votes;
    constexpr std::size_t kOffset = std::size_t{1} << 20U; // keeps diagonals above 0
    for (std::size_t at = 0; at + kGram <= letters.size(); ++at) {
        const auto found = m_grams.find(letters.substr(at, kGram));
        if (found == m_grams.end()) {
            continue;
        }
        for (const Posting &posting : found->second) {
            const std::uint64_t diagonal = (at + kOffset - posting.at) / kDiagonals;
            ++votes[(std::uint64_t{posting.title} << 32U) | diagonal];
        }
    }
    std::map<std::uint32_t, TitlePlace> best;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> ordered(votes.begin(), votes.end());
    std::ranges::sort(ordered);
    for (const auto &[key, count] : ordered) {
        const auto number = static_cast<std::uint32_t>(key >> 32U);
        const std::string &title = m_titles[number];
        // Each differing letter breaks up to six of what is shared, and letters lacking or added shift the
        // rest.
        const auto next = votes.find(key + 1);
        const std::size_t shared = count + (next == votes.end() ? 0 : next->second);
        const std::size_t least =
            std::max<std::size_t>(1, (title.size() - std::min(title.size(), kGram)) * 9 / 20);
        const std::uint64_t start = (key & 0xFFFFFFFFU) * kDiagonals;
        if (shared < least) {
            continue;
        }
        const auto place = placeOf(number, title, text, start > kOffset ? start - kOffset : 0);
        if (place) {
            const auto [held, isFirst] = best.try_emplace(number, *place);
            if (!isFirst && std::pair(place->likeness, place->isClean) >
                                std::pair(held->second.likeness, held->second.isClean)) {
                held->second = *place;
            }
        }
    }
    std::vector<TitlePlace> places;
    places.reserve(best.size());
    for (const auto &[number, place] : best) {
        places.push_back(place);
    }
    return places;
}

} // namespace winnow::app
