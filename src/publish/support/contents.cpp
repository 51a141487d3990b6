#include "publish/support/contents.h"

namespace winnow::publish {

std::vector<ContentsLine> contentsOf(const Document &document)
{
    std::vector<ContentsLine> lines;
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        const auto *heading = std::get_if<Heading>(&document.blocks[i]);
        const auto *highlight = std::get_if<Highlight>(&document.blocks[i]);
        if (heading != nullptr && heading->level <= 1) {
            lines.push_back({i, heading->text});
        } else if (highlight != nullptr && !highlight->title.empty()) {
            lines.push_back({i, highlight->title});
        }
    }
    return lines;
}

std::size_t blocksBeforeContents(const Document &document)
{
    std::size_t count = 0;
    while (count < document.blocks.size() && std::holds_alternative<Highlight>(document.blocks[count])) {
        ++count;
    }
    return count;
}

} // namespace winnow::publish
