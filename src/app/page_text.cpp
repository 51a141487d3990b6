#include "app/page_text.h"

#include "text/fold.h"

#include <algorithm>
#include <utility>

namespace winnow::app {

namespace {

constexpr std::size_t kWordsBefore = 6;
constexpr std::size_t kWordsAfter = 9;
constexpr double kWidestGap = 2; ///< between words of a line, in heights of a letter

double heightOf(const pdf::Box &box)
{
    return box.bottom - box.top;
}

/// Whether a box goes on where the line is: at its height, and not in the next column.
bool goesOn(const pdf::Box &line, const pdf::Box &box)
{
    const double lower = std::min(heightOf(line), heightOf(box));
    const double shared = std::min(line.bottom, box.bottom) - std::max(line.top, box.top);
    const double gap = std::max(line.left, box.left) - std::min(line.right, box.right);
    return shared > lower / 2 && gap < kWidestGap * std::max(heightOf(line), heightOf(box));
}

void addBox(std::vector<pdf::Box> &lines, const pdf::Box &box)
{
    if (lines.empty() || !goesOn(lines.back(), box)) {
        lines.push_back(box);
        return;
    }
    pdf::Box &line = lines.back();
    line = {std::min(line.left, box.left),
            std::min(line.top, box.top),
            std::max(line.right, box.right),
            std::max(line.bottom, box.bottom)};
}

/// The part of a word between two shares of its length, as if its letters were of one width.
void addPart(std::vector<pdf::Box> &lines, const pdf::Word &word, double from, double to)
{
    const auto part = [](const pdf::Box &box, double begin, double end) {
        const double width = box.right - box.left;
        return pdf::Box{box.left + begin * width, box.top, box.left + end * width, box.bottom};
    };
    if (!word.rest) {
        addBox(lines, part(word.box, from, to));
        return;
    }
    const double first = word.box.right - word.box.left;
    const double whole = first + word.rest->right - word.rest->left;
    const double share = whole > 0 ? first / whole : 1;
    if (from < share) {
        addBox(lines, part(word.box, from / share, std::min(1.0, to / share)));
    }
    if (to > share) {
        addBox(lines,
               part(*word.rest, std::max(0.0, (from - share) / (1 - share)), (to - share) / (1 - share)));
    }
}

bool isWithin(const pdf::Box &inner, const pdf::Box &outer)
{
    const double across = (inner.left + inner.right) / 2;
    const double down = (inner.top + inner.bottom) / 2;
    return across >= outer.left && across <= outer.right && down >= outer.top && down <= outer.bottom;
}

/// A page in the form in which it is searched, and where its words begin there.
struct Folded
{
    std::string text;
    std::vector<std::size_t> starts;

    explicit Folded(const pdf::PageText &page)
    {
        starts.reserve(page.words.size());
        for (const pdf::Word &word : page.words) {
            if (!starts.empty()) {
                text += ' ';
            }
            starts.push_back(text.size());
            text::appendFolded(text, word.text);
        }
    }

    [[nodiscard]] std::size_t wordAt(std::size_t byte) const
    {
        const auto after = std::upper_bound(starts.begin(), starts.end(), byte);
        return static_cast<std::size_t>(after - starts.begin()) - 1;
    }

    [[nodiscard]] std::size_t endOf(std::size_t word) const
    {
        return word + 1 < starts.size() ? starts[word + 1] - 1 : text.size();
    }

    /// A byte as a share of a word's length.
    [[nodiscard]] double shareOf(std::size_t word, std::size_t byte) const
    {
        const std::size_t length = endOf(word) - starts[word];
        const std::size_t within = std::min(byte - starts[word], length);
        return length > 0 ? static_cast<double>(within) / static_cast<double>(length) : 0;
    }
};

} // namespace

std::vector<pdf::Box> lineBoxes(const pdf::PageText &text, std::size_t first, std::size_t last)
{
    std::vector<pdf::Box> lines;
    for (std::size_t at = first; at <= last && at < text.words.size(); ++at) {
        addBox(lines, text.words[at].box);
        if (text.words[at].rest) {
            addBox(lines, *text.words[at].rest);
        }
    }
    return lines;
}

std::vector<std::size_t> lineStarts(const pdf::PageText &text)
{
    std::vector<std::size_t> starts;
    std::vector<pdf::Box> lines;
    std::size_t begun = 0; // by words so far
    for (std::size_t at = 0; at < text.words.size(); ++at) {
        addBox(lines, text.words[at].box);
        if (lines.size() > begun) {
            starts.push_back(at);
            begun = lines.size();
        }
        if (text.words[at].rest) {
            addBox(lines, *text.words[at].rest); // the next word begins that line
        }
    }
    return starts;
}

std::string textBetween(const pdf::PageText &text, std::size_t first, std::size_t last)
{
    std::string between;
    for (std::size_t at = first; at <= last && at < text.words.size(); ++at) {
        between += (at == first ? "" : " ") + text.words[at].text;
    }
    return between;
}

std::string textWithin(const pdf::PageText &text, const pdf::Box &box)
{
    std::string within;
    for (const pdf::Word &word : text.words) {
        if (isWithin(word.box, box)) {
            within += (within.empty() ? "" : " ") + word.text;
        }
    }
    return within;
}

PageSearch::PageSearch(std::string_view words)
{
    for (const char letter : text::fold(words)) {
        const bool isBlank = letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
        if (!isBlank) {
            m_words += letter;
        } else if (!m_words.empty() && m_words.back() != ' ') {
            m_words += ' ';
        }
    }
    if (!m_words.empty() && m_words.back() == ' ') {
        m_words.pop_back();
    }
}

std::vector<FoundPlace> PageSearch::findIn(const pdf::PageText &text, std::size_t page) const
{
    std::vector<FoundPlace> places;
    if (isEmpty() || text.words.empty()) {
        return places;
    }
    const Folded folded(text);
    for (std::size_t at = folded.text.find(m_words); at != std::string::npos;
         at = folded.text.find(m_words, at + m_words.size())) {
        const std::size_t end = at + m_words.size();
        FoundPlace place{page, folded.wordAt(at), folded.wordAt(end - 1), {}, {}, {}, {}};
        for (std::size_t word = place.first; word <= place.last; ++word) {
            const double from = word == place.first ? folded.shareOf(word, at) : 0;
            const double to = word == place.last ? folded.shareOf(word, end) : 1;
            addPart(place.boxes, text.words[word], from, to);
        }
        if (place.first > 0) {
            place.before =
                textBetween(text, place.first - std::min(place.first, kWordsBefore), place.first - 1);
        }
        place.found = textBetween(text, place.first, place.last);
        place.after = textBetween(text, place.last + 1, place.last + kWordsAfter);
        places.push_back(std::move(place));
    }
    return places;
}

} // namespace winnow::app
