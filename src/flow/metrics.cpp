#include "flow/metrics.h"

#include "text/encoding.h"

#include <array>

namespace winnow::flow {

namespace {

/// Advance widths of Helvetica for U+0020 to U+007E in thousandths of the type size (Adobe Font Metrics, core
/// 14 fonts).
constexpr std::array<int, 95> kHelvetica{
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};

bool isWide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFF60) || c >= 0x1F300;
}

int advance(char32_t c)
{
    if (c >= 0x20 && c <= 0x7E) {
        return kHelvetica.at(c - 0x20);
    }
    if (c == 0xA0) {
        return kHelvetica.front();
    }
    if (c >= 0x300 && c <= 0x36F) {
        return 0; // combining marks
    }
    return isWide(c) ? 1000 : 667;
}

/// Whether a line may be broken behind this character without a space: scripts that are written without them.
bool breaksBehind(char32_t c)
{
    return c >= 0x2E80 && isWide(c);
}

/// Takes the next stretch that must stay on one line off `rest`.
std::string_view takeWord(std::string_view &rest)
{
    std::size_t at = 0;
    while (at < rest.size() && rest[at] != ' ') {
        if (breaksBehind(text::nextCodePoint(rest, at))) {
            break;
        }
    }
    const std::string_view word = rest.substr(0, at);
    rest.remove_prefix(at);
    return word;
}

/// The longest beginning of a word that fits; at least one character.
std::size_t fittingLength(std::string_view word, double width, double size)
{
    std::size_t fitting = 0;
    std::size_t at = 0;
    int total = 0;
    while (at < word.size()) {
        total += advance(text::nextCodePoint(word, at));
        if (fitting > 0 && total * size / 1000 > width) {
            break;
        }
        fitting = at;
    }
    return fitting;
}

} // namespace

double textWidth(std::string_view text, double size)
{
    int total = 0;
    for (std::size_t at = 0; at < text.size();) {
        total += advance(text::nextCodePoint(text, at));
    }
    return total * size / 1000;
}

std::vector<std::string> wrap(std::string_view text, double width, double size)
{
    std::vector<std::string> lines;
    std::string line;
    bool isSpacePending = false;
    while (!text.empty()) {
        if (text.front() == ' ') {
            isSpacePending = !line.empty();
            text.remove_prefix(1);
            continue;
        }
        std::string_view word = takeWord(text);
        const std::string extended = line + (isSpacePending ? " " : "") + std::string(word);
        if (textWidth(extended, size) <= width) {
            line = extended;
        } else {
            if (!line.empty()) {
                lines.push_back(line);
            }
            while (textWidth(word, size) > width) {
                const std::size_t length = fittingLength(word, width, size);
                if (length == word.size()) {
                    break;
                }
                lines.emplace_back(word.substr(0, length));
                word.remove_prefix(length);
            }
            line = word;
        }
        isSpacePending = false;
    }
    if (!line.empty() || lines.empty()) {
        lines.push_back(line);
    }
    return lines;
}

} // namespace winnow::flow
