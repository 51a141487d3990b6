#pragma once

#include "pdf/content.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace winnow::pdf {

/// The page that each line of an outline leads to, from 0, found by its words: poppler does not tell. The
/// pages are in the order of the lines; a list of contents, which has all of them, is passed over. Nothing
/// for a line whose words are on no page from there on. `pages` is the text of all pages (FileText::pages).
[[nodiscard]] std::vector<std::optional<std::size_t>> outlinePages(const Outline &outline,
                                                                   std::span<const std::string> pages);

} // namespace winnow::pdf
