#include "pdf/words.h"

#include "pdf/right_to_left.h"
#include "pdf/utf8.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string_view>
#include <utility>

namespace winnow::pdf {

namespace {

constexpr char32_t kSoftHyphen = 0xAD;
constexpr char32_t kHyphen = 0x2010;
constexpr double kSameSize = 0.2;   ///< how much two heights may differ, as a part of the greater
constexpr double kSideBySide = 0.1; ///< how wide a gap in a word may be, as a part of its height
constexpr double kSameLine = 0.15;  ///< how much lower a part of it may stand, likewise

/// U+FB00 and so on.
constexpr char32_t kFirstLigature = 0xFB00;
constexpr std::array<std::u32string_view, 7> kLigatures{U"ff", U"fi", U"fl", U"ffi", U"ffl", U"st", U"st"};

/// Capital letters beyond ASCII that come before a hyphen or after it: of Latin-1, Greek and Cyrillic.
constexpr std::array<std::pair<char32_t, char32_t>, 3> kCapitals{
    {{0xC0, 0xDE}, {0x386, 0x3AB}, {0x400, 0x42F}}};

bool isHyphen(char32_t c)
{
    return c == U'-' || c == kHyphen;
}

/// At the end of a line.
bool isDividing(char32_t c)
{
    return isHyphen(c) || c == kSoftHyphen;
}

bool isDigit(char32_t c)
{
    return c >= U'0' && c <= U'9';
}

bool isSmallLetter(char32_t c)
{
    if (c < 0xC0) {
        return (c >= U'a' && c <= U'z') || c == 0xB5;
    }
    const bool isCapital = std::ranges::any_of(
        kCapitals, [c](const auto &range) { return c >= range.first && c <= range.second; });
    return !isCapital && c < 0x2000; // from there on: punctuation, symbols, and scripts without hyphens
}

bool isLetter(char32_t c)
{
    return isSmallLetter(c) || (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c < 0x2000);
}

/// Neither control characters, nor spaces, nor code points that are no characters.
bool isText(char32_t c)
{
    const bool isControl = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool isNone = (c & 0xFFFEU) == 0xFFFEU || (c >= 0xFDD0 && c <= 0xFDEF);
    return !isControl && !isNone && c != U' ' && c != 0xA0 && c != 0xFEFF;
}

/// A soft hyphen is kept at the end, where it may divide a word.
RawWord cleaned(const RawWord &raw)
{
    RawWord part{{}, raw.box, raw.quarterTurns, raw.hasSpaceAfter};
    for (const char32_t c : raw.text) {
        if (c >= kFirstLigature && c < kFirstLigature + kLigatures.size()) {
            part.text += kLigatures[c - kFirstLigature];
        } else if (c != kSoftHyphen && isText(c)) {
            part.text += c;
        }
    }
    if (!part.text.empty() && raw.text.back() == kSoftHyphen) {
        part.text += kSoftHyphen;
    }
    return part;
}

void dropSoftHyphen(std::u32string &text)
{
    if (!text.empty() && text.back() == kSoftHyphen) {
        text.pop_back();
    }
}

double heightOf(const Box &box)
{
    return box.bottom - box.top;
}

bool isOfOneSize(const Box &a, const Box &b)
{
    const double greater = std::max(heightOf(a), heightOf(b));
    return std::abs(heightOf(a) - heightOf(b)) <= kSameSize * greater;
}

Box around(const Box &a, const Box &b)
{
    return {std::min(a.left, b.left),
            std::min(a.top, b.top),
            std::max(a.right, b.right),
            std::max(a.bottom, b.bottom)};
}

/// Whether `next` goes on in the middle of a word. An index number is smaller and stands higher or lower.
bool goesOnBeside(const RawWord &part, const RawWord &next)
{
    const double height = heightOf(part.box);
    return !part.hasSpaceAfter && part.quarterTurns == 0 && next.quarterTurns == 0 &&
           isOfOneSize(part.box, next.box) &&
           std::abs(next.box.left - part.box.right) <= kSideBySide * height &&
           std::abs(next.box.bottom - part.box.bottom) <= kSameLine * height;
}

bool isDividedBefore(const RawWord &part, const RawWord &next)
{
    if (part.text.empty() || next.text.empty() || part.quarterTurns != 0 || next.quarterTurns != 0 ||
        !isOnAnotherLine(part, next) || !isOfOneSize(part.box, next.box)) {
        return false;
    }
    const auto isOfWord = [](char32_t c) { return isLetter(c) || isDigit(c); };
    return part.text.size() > 1 && isDividing(part.text.back()) &&
           isOfWord(part.text[part.text.size() - 2]) && isOfWord(next.text.front());
}

/// The longest run of letters, digits and hyphens around the end of `left` and the beginning of `right`.
std::u32string core(std::u32string_view left, std::u32string_view right)
{
    const auto isPart = [](char32_t c) { return isLetter(c) || isDigit(c) || isHyphen(c); };
    const auto begin = std::find_if_not(left.rbegin(), left.rend(), isPart).base();
    const auto end = std::find_if_not(right.begin(), right.end(), isPart);
    return std::u32string(begin, left.end()).append(right.begin(), end);
}

/// The words of a page that have a hyphen inside, and stand on one line.
std::set<std::u32string> hyphenatedWords(const std::vector<RawWord> &parts)
{
    std::set<std::u32string> words;
    for (const RawWord &part : parts) {
        const auto hyphen = std::ranges::find_if(part.text, isHyphen);
        if (hyphen != part.text.end() && hyphen + 1 != part.text.end()) {
            const auto at = static_cast<std::size_t>(hyphen - part.text.begin());
            const std::u32string_view text = part.text;
            words.insert(core(text.substr(0, at), text.substr(at)));
        }
    }
    return words;
}

class Joiner
{
public:
    explicit Joiner(std::span<const RawWord> raw)
    {
        m_parts.reserve(raw.size());
        for (const RawWord &word : raw) {
            RawWord part = cleaned(word);
            if (!m_parts.empty() && !part.text.empty() && goesOnBeside(m_parts.back(), part)) {
                append(m_parts.back(), part);
            } else if (!part.text.empty()) {
                m_parts.push_back(std::move(part));
            }
        }
        putInReadingOrder(m_parts);
        m_hyphenated = hyphenatedWords(m_parts);
    }

    [[nodiscard]] PageText join() const
    {
        PageText text;
        text.words.reserve(m_parts.size());
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            const RawWord &part = m_parts[i];
            if (i + 1 < m_parts.size() && isDividedBefore(part, m_parts[i + 1])) {
                ++i;
                text.words.push_back(
                    {toUtf8(joined(part, m_parts[i])), part.box, std::optional(m_parts[i].box)});
            } else {
                std::u32string whole = part.text;
                dropSoftHyphen(whole);
                text.words.push_back({toUtf8(whole), part.box});
            }
        }
        return text;
    }

private:
    static void append(RawWord &to, const RawWord &part)
    {
        dropSoftHyphen(to.text);
        to.text += part.text;
        to.box = around(to.box, part.box);
        to.hasSpaceAfter = part.hasSpaceAfter;
    }

    [[nodiscard]] std::u32string joined(const RawWord &left, const RawWord &right) const
    {
        const bool keeps = left.text.back() != kSoftHyphen && keepsHyphen(left.text, right.text);
        std::u32string text = left.text.substr(0, left.text.size() - (keeps ? 0 : 1)) + right.text;
        dropSoftHyphen(text);
        return text;
    }

    [[nodiscard]] bool keepsHyphen(std::u32string_view left, std::u32string_view right) const
    {
        const std::u32string_view before = left.substr(0, left.size() - 1);
        return !isSmallLetter(before.back()) || !isSmallLetter(right.front()) ||
               std::ranges::any_of(before, isHyphen) || m_hyphenated.contains(core(left, right));
    }

    std::vector<RawWord> m_parts;
    std::set<std::u32string> m_hyphenated;
};

} // namespace

PageText joinWords(std::span<const RawWord> parts)
{
    return Joiner(parts).join();
}

} // namespace winnow::pdf
