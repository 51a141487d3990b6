#include "pdf/outline_places.h"

#include <algorithm>
#include <span>
#include <string_view>

namespace winnow::pdf {

namespace {

constexpr std::size_t kMostLines = 3;       ///< of a heading
constexpr std::size_t kMostNumberWords = 2; ///< before it: "2.1", "Chapter 2"
constexpr std::size_t kMostWork = 50'000'000;

using Words = std::span<const Word>;

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

bool isOnOneLine(const Word &word, const Word &next)
{
    const Box &box = word.rest ? *word.rest : word.box;
    const double middle = (next.box.top + next.box.bottom) / 2;
    return middle <= box.bottom && middle >= box.top;
}

/// Where each line begins, and where the last ends.
std::vector<std::size_t> lineStarts(Words words)
{
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i == 0 || !isOnOneLine(words[i - 1], words[i])) {
            starts.push_back(i);
        }
    }
    starts.push_back(words.size());
    return starts;
}

std::string bareWords(Words words)
{
    std::string all;
    for (const Word &word : words) {
        all += bare(word.text);
    }
    return all;
}

} // namespace

OutlinePlaces::OutlinePlaces(const Outline &outline)
    : m_pages(outline.size())
{
    for (std::size_t i = 0; i < outline.size(); ++i) {
        if (std::string words = bare(outline[i].title); !words.empty()) {
            m_lines[std::move(words)].push_back(i);
        }
    }
}

void OutlinePlaces::addPage(const PageText &text)
{
    const Words words = text.words;
    const std::vector<std::size_t> starts = lineStarts(words);
    for (std::size_t line = 0; line + 1 < starts.size(); ++line) {
        for (std::size_t lines = 1; lines <= kMostLines && line + lines < starts.size(); ++lines) {
            const Words heading = words.subspan(starts[line], starts[line + lines] - starts[line]);
            for (std::size_t number = 0; number <= kMostNumberWords && number < heading.size(); ++number) {
                addHeading(bareWords(heading.subspan(number)));
            }
        }
    }
    ++m_pageCount;
}

void OutlinePlaces::addHeading(const std::string &words)
{
    const auto found = m_lines.find(words);
    if (found == m_lines.end()) {
        return;
    }
    for (const std::size_t line : found->second) {
        if (m_pages[line].empty() || m_pages[line].back() != m_pageCount) {
            m_pages[line].push_back(m_pageCount);
        }
    }
}

std::vector<std::optional<std::size_t>> OutlinePlaces::find() const
{
    std::vector<std::optional<std::size_t>> places(m_pages.size());
    if (m_pages.size() * m_pageCount > kMostWork) {
        return places;
    }

    struct Place
    {
        std::size_t line;
        std::size_t page;
        std::optional<std::size_t> before; ///< the place of an earlier line
    };

    // The longest row of lines whose last is on that page: how long, and its last place.
    struct Row
    {
        std::size_t length = 0;
        std::optional<std::size_t> last{};
    };

    std::vector<Place> all;
    std::vector<Row> rows(m_pageCount);
    const auto isShorter = [](const Row &a, const Row &b) { return a.length < b.length; };
    for (std::size_t line = 0; line < m_pages.size(); ++line) {
        std::vector<Row> longer; // only then entered, for a line has one place
        Row best;
        std::size_t from = 0;
        for (const std::size_t page : m_pages[line]) {
            for (; from <= page; ++from) {
                best = std::max(best, rows[from], isShorter);
            }
            all.push_back({line, page, best.last});
            longer.push_back({best.length + 1, all.size() - 1});
        }
        for (std::size_t i = 0; i < longer.size(); ++i) {
            Row &row = rows[m_pages[line][i]];
            row = std::max(row, longer[i], isShorter);
        }
    }
    const auto longest = std::ranges::max_element(rows, isShorter);
    for (auto at = longest == rows.end() ? std::nullopt : longest->last; at; at = all[*at].before) {
        places[all[*at].line] = all[*at].page;
    }
    return places;
}

} // namespace winnow::pdf
