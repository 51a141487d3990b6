#pragma once

#include "pdf/content.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace winnow::pdf {

/// Finds the page that each line of an outline leads to, which poppler does not tell: one where its words are
/// a heading, alone on one to three lines, if need be behind a number. Where they are so on several pages (at
/// the head of each page of a chapter, say) that is taken which puts most lines in the order of the outline,
/// and of those the first.
class OutlinePlaces
{
public:
    explicit OutlinePlaces(const Outline &outline);

    /// The pages one after the other, from the first on.
    void addPage(const PageText &text);

    /// For each line its page, from 0; nothing where its words are no heading on any page so far.
    [[nodiscard]] std::vector<std::optional<std::size_t>> find() const;

private:
    void addHeading(const std::string &words);

    std::map<std::string, std::vector<std::size_t>, std::less<>> m_lines; ///< of the outline, by their words
    std::vector<std::vector<std::size_t>> m_pages; ///< of each line, those it may be on
    std::size_t m_pageCount = 0;
};

} // namespace winnow::pdf
