#pragma once

#include "publish/document.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace winnow::publish {

/// A line of the list of contents.
struct ContentsLine
{
    std::size_t block; ///< of the document, which the line leads to
    std::string_view text;
};

/// Headings of level 1 and titles of highlights, in their order; they live as long as the document.
[[nodiscard]] std::vector<ContentsLine> contentsOf(const Document &document);

/// How many blocks stand before the contents: highlights that the document begins with.
[[nodiscard]] std::size_t blocksBeforeContents(const Document &document);

} // namespace winnow::publish
