#include "gui/duplicates/text_marks.h"

#include <QStringView>

#include <algorithm>
#include <cstdint>

namespace winnow::gui {

namespace {

/// Beyond this many pairs of words nothing is matched.
constexpr std::size_t kMostPairs = 4'000'000;

struct Word
{
    qsizetype start = 0;
    QStringView text;
};

/// Words, and what is between them sign by sign.
std::vector<Word> wordsOf(const QString &text)
{
    std::vector<Word> words;
    qsizetype start = 0;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        if (at < text.size() && text[at].isLetterOrNumber()) {
            continue;
        }
        if (at > start) {
            words.push_back({start, QStringView(text).mid(start, at - start)});
        }
        if (at < text.size()) {
            words.push_back({at, QStringView(text).mid(at, 1)});
        }
        start = at + 1;
    }
    return words;
}

/// The longest common sequence of words, as pairs of their places.
std::vector<std::pair<std::size_t, std::size_t>> matched(const std::vector<Word> &one,
                                                         const std::vector<Word> &other)
{
    const std::size_t width = other.size() + 1;
    std::vector<std::uint16_t> lengths((one.size() + 1) * width, 0);
    for (std::size_t i = one.size(); i-- > 0;) {
        for (std::size_t j = other.size(); j-- > 0;) {
            lengths[i * width + j] = one[i].text == other[j].text
                                         ? static_cast<std::uint16_t>(lengths[(i + 1) * width + j + 1] + 1)
                                         : std::max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
        }
    }
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0, j = 0; i < one.size() && j < other.size();) {
        if (one[i].text == other[j].text) {
            pairs.emplace_back(i++, j++);
        } else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) {
            ++i;
        } else {
            ++j;
        }
    }
    return pairs;
}

/// What of `text` is left without the beginning and end that it shares with `other`.
std::pair<qsizetype, qsizetype> middleOf(QStringView text, QStringView other)
{
    const qsizetype least = std::min(text.size(), other.size());
    qsizetype head = 0;
    while (head < least && text[head] == other[head]) {
        ++head;
    }
    qsizetype tail = 0;
    while (tail < least - head && text[text.size() - 1 - tail] == other[other.size() - 1 - tail]) {
        ++tail;
    }
    return {head, text.size() - head - tail};
}

} // namespace

std::vector<std::pair<qsizetype, qsizetype>> differences(const QString &text, const QString &other)
{
    if (text == other) {
        return {};
    }
    const std::vector<Word> words = wordsOf(text);
    const std::vector<Word> others = wordsOf(other);
    if (words.size() * others.size() > kMostPairs) {
        return {{0, text.size()}};
    }
    auto pairs = matched(words, others);
    pairs.emplace_back(words.size(), others.size());
    std::vector<std::pair<qsizetype, qsizetype>> found;
    qsizetype start = 0;
    qsizetype otherStart = 0;
    for (const auto &[i, j] : pairs) {
        const qsizetype end = i < words.size() ? words[i].start : text.size();
        const qsizetype otherEnd = j < others.size() ? others[j].start : other.size();
        const auto [head, size] = middleOf(QStringView(text).mid(start, end - start),
                                           QStringView(other).mid(otherStart, otherEnd - otherStart));
        if (size > 0) {
            found.emplace_back(start + head, size);
        }
        start = i < words.size() ? end + words[i].text.size() : end;
        otherStart = j < others.size() ? otherEnd + others[j].text.size() : otherEnd;
    }
    return found;
}

double likeness(const QString &text, const QString &other)
{
    const qsizetype all = text.size() + other.size();
    qsizetype different = 0;
    for (const auto &marks : {differences(text, other), differences(other, text)}) {
        for (const auto &[start, size] : marks) {
            different += size;
        }
    }
    return all == 0 ? 1 : 1 - static_cast<double>(different) / static_cast<double>(all);
}

} // namespace winnow::gui
