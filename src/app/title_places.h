#pragma once

#include "dedupe/spelling.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace winnow::app {

/// A text in which titles are looked for.
class SearchedText
{
public:
    explicit SearchedText(std::string_view text);

    [[nodiscard]] const std::string &folded() const { return m_folded; }

    [[nodiscard]] const std::string &letters() const { return m_placed.letters; }

    [[nodiscard]] std::size_t size() const { return m_placed.letters.size(); }

    /// Where in folded() a letter stands; its end for the letter behind the last.
    [[nodiscard]] std::size_t at(std::size_t letter) const;

    /// Whether a word begins with this letter.
    [[nodiscard]] bool isWordStart(std::size_t letter) const;

    /// The folded text from one letter up to another.
    [[nodiscard]] std::string_view between(std::size_t from, std::size_t to) const;

private:
    std::string m_folded;
    dedupe::PlacedLetters m_placed;
};

/// Where a title stands in a text, perhaps misprinted.
struct TitlePlace
{
    std::uint32_t title = 0; ///< place among the titles of the index
    std::size_t from = 0;    ///< letters of the text, [from, to)
    std::size_t to = 0;
    double likeness = 0; ///< 1 where it is the same letter by letter
    /// All differences are such as reading a scan makes: single letters, far from each other, within longer
    /// words. "Boys" for "girls" is none, nor is "asymptomatic" for "symptomatic".
    bool isClean = false;
};

/// Finds titles in texts, many at a time.
class TitleIndex
{
public:
    /// `titles` as dedupe::BareTitle::letters has them.
    explicit TitleIndex(std::vector<std::string> titles);
    TitleIndex(const TitleIndex &) = delete;
    TitleIndex &operator=(const TitleIndex &) = delete;

    /// The titles that stand in `text` with at most one difference in seven letters; each at its best place
    /// only, the first of equals; ascending.
    [[nodiscard]] std::vector<TitlePlace> find(const SearchedText &text) const;

private:
    struct Posting
    {
        std::uint32_t title = 0;
        std::uint32_t at = 0;
    };

    std::vector<std::string> m_titles;
    std::unordered_map<std::string_view, std::vector<Posting>> m_grams; ///< views of m_titles
};

} // namespace winnow::app
