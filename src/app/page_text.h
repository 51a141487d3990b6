#pragma once

#include "pdf/content.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

using SharedText = std::shared_ptr<const pdf::PageText>;

/// A word of a file by its page and its place there, both from 0; in the order in which they are read.
struct WordPlace
{
    std::size_t page = 0;
    std::size_t word = 0;

    auto
    operator<=>(const WordPlace &) const = default; // NOLINT(modernize-use-nullptr): of clang-tidy 14, at <=>
};

/// What the words from `first` to `last` cover, one box for each line; words that are not there are passed
/// over.
[[nodiscard]] std::vector<pdf::Box> lineBoxes(const pdf::PageText &text, std::size_t first, std::size_t last);

/// The first word of each line.
[[nodiscard]] std::vector<std::size_t> lineStarts(const pdf::PageText &text);

/// The words from `first` to `last` with a space between each two.
[[nodiscard]] std::string textBetween(const pdf::PageText &text, std::size_t first, std::size_t last);

/// The words whose middle lies within the box, with a space between each two.
[[nodiscard]] std::string textWithin(const pdf::PageText &text, const pdf::Box &box);

/// A stretch of a page that was searched for.
struct FoundPlace
{
    std::size_t page = 0;
    std::size_t first = 0; ///< word
    std::size_t last = 0;
    std::vector<pdf::Box> boxes; ///< of what was found, by line: a part of a word has a part of its box
    std::string before;          ///< some words, to be shown with it
    std::string found;           ///< the words that it is in
    std::string after;
};

/// Looks for words on pages: in one stretch, as parts of words too; letter case and accents are no matter.
class PageSearch
{
public:
    explicit PageSearch(std::string_view words);

    /// There is nothing to look for.
    [[nodiscard]] bool isEmpty() const { return m_words.empty(); }

    /// In the order in which they are read; `page` is what is said of them.
    [[nodiscard]] std::vector<FoundPlace> findIn(const pdf::PageText &text, std::size_t page) const;

private:
    std::string m_words; ///< folded, a space between each two
};

} // namespace winnow::app
