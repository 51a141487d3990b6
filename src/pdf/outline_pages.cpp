#include "pdf/outline_pages.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace winnow::pdf {

namespace {

constexpr std::size_t kMostTitlesOfPage =
    4; ///< more of those that follow one another make a list of contents

/// Small letters, digits and what is not ASCII: a heading may stand in capitals, and with other spaces.
std::string bare(std::string_view text)
{
    std::string all;
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z') {
            all += static_cast<char>(c - 'A' + 'a');
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                   static_cast<unsigned char>(c) >= 0x80) {
            all += c;
        }
    }
    return all;
}

std::vector<std::string> bareTexts(std::span<const std::string> texts)
{
    std::vector<std::string> all;
    all.reserve(texts.size());
    std::ranges::transform(texts, std::back_inserter(all), bare);
    return all;
}

/// How many of the titles are on the page, each after the one before.
std::size_t titlesInARow(const std::string &page, std::span<const std::string> titles)
{
    std::size_t count = 0;
    std::size_t at = 0;
    for (const std::string &title : titles) {
        at = page.find(title, at);
        if (at == std::string::npos) {
            return count;
        }
        at += title.size();
        ++count;
    }
    return count;
}

} // namespace

std::vector<std::optional<std::size_t>> outlinePages(const Outline &outline,
                                                     std::span<const std::string> pages)
{
    const std::vector<std::string> texts = bareTexts(pages);
    std::vector<std::string> titles;
    titles.reserve(outline.size());
    std::ranges::transform(
        outline, std::back_inserter(titles), [](const OutlineEntry &entry) { return bare(entry.title); });
    std::vector<std::optional<std::size_t>> found(outline.size());
    std::size_t from = 0;
    for (std::size_t i = 0; i < titles.size(); ++i) {
        if (titles[i].empty()) {
            continue;
        }
        const std::span rest =
            std::span(titles).subspan(i, std::min(kMostTitlesOfPage + 1, titles.size() - i));
        for (std::size_t page = from; page < texts.size(); ++page) {
            const std::size_t inARow = titlesInARow(texts[page], rest);
            if (inARow > 0 && inARow <= kMostTitlesOfPage) {
                found[i] = page;
                from = page;
                break;
            }
        }
    }
    return found;
}

} // namespace winnow::pdf
