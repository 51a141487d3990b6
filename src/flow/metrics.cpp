#include "flow/metrics.h"

#include "text/encoding.h"

#include <algorithm>
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

/// Letters and signs outside ASCII that are wider than most; sorted.
struct WideSign
{
    char32_t sign;
    int width;
};

constexpr std::array kWideSigns{
    WideSign{0xA9, 737},    WideSign{0xAE, 737},    WideSign{0xBC, 834},    WideSign{0xBD, 834},
    WideSign{0xBE, 834},    WideSign{0xC6, 1000},   WideSign{0xC7, 722},    WideSign{0xD1, 722},
    WideSign{0xD2, 778},    WideSign{0xD3, 778},    WideSign{0xD4, 778},    WideSign{0xD5, 778},
    WideSign{0xD6, 778},    WideSign{0xD8, 778},    WideSign{0xD9, 722},    WideSign{0xDA, 722},
    WideSign{0xDB, 722},    WideSign{0xDC, 722},    WideSign{0xE6, 889},    WideSign{0x152, 1000},
    WideSign{0x153, 944},   WideSign{0x174, 944},   WideSign{0x175, 722},   WideSign{0x416, 923},
    WideSign{0x41C, 833},   WideSign{0x424, 760},   WideSign{0x426, 740},   WideSign{0x428, 917},
    WideSign{0x429, 940},   WideSign{0x42A, 792},   WideSign{0x42B, 885},   WideSign{0x42D, 719},
    WideSign{0x42E, 1010},  WideSign{0x42F, 722},   WideSign{0x436, 670},   WideSign{0x43C, 690},
    WideSign{0x444, 823},   WideSign{0x448, 812},   WideSign{0x449, 840},   WideSign{0x44B, 719},
    WideSign{0x44E, 750},   WideSign{0x2014, 1000}, WideSign{0x2026, 1000}, WideSign{0x2030, 1000},
    WideSign{0x2122, 1000},
};

/// The widest scripts of India and Ceylon: Tamil to Sinhala.
bool isBroad(char32_t c)
{
    return c >= 0xB80 && c <= 0xDFF;
}

constexpr int kOther = 667;
constexpr int kBroad = 900;

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
    const auto *const wide = std::ranges::lower_bound(kWideSigns, c, {}, &WideSign::sign);
    if (wide != kWideSigns.end() && wide->sign == c) {
        return wide->width;
    }
    return isWide(c) ? 1000 : isBroad(c) ? kBroad : kOther;
}

/// Whether a line may be broken behind this character without a space: scripts that are written without them.
bool breaksBehind(char32_t c)
{
    return c >= 0x2E80 && isWide(c);
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Takes the next stretch that must stay on one line off `rest`.
std::string_view takeWord(std::string_view &rest)
{
    std::size_t at = 0;
    while (at < rest.size() && !isSpace(rest[at])) {
        if (breaksBehind(text::nextCodePoint(rest, at))) {
            break;
        }
    }
    const std::string_view word = rest.substr(0, at);
    rest.remove_prefix(at);
    return word;
}

/// Thousandths of the type size, added up as whole numbers so that equal texts are equally wide.
std::int64_t unitsOf(std::string_view text)
{
    std::int64_t total = 0;
    for (std::size_t at = 0; at < text.size();) {
        total += advance(text::nextCodePoint(text, at));
    }
    return total;
}

double toWidth(std::int64_t units, double size)
{
    return static_cast<double>(units) * size / 1000;
}

/// The longest beginning of a word that fits; at least one character.
std::size_t fittingLength(std::string_view word, double width, double size)
{
    std::size_t fitting = 0;
    std::int64_t units = 0;
    for (std::size_t at = 0; at < word.size(); fitting = at) {
        units += advance(text::nextCodePoint(word, at));
        if (fitting > 0 && toWidth(units, size) > width) {
            break;
        }
    }
    return fitting;
}

} // namespace

double textWidth(std::string_view text, double size)
{
    return toWidth(unitsOf(text), size);
}

std::vector<std::string> wrap(std::string_view text, double width, double size)
{
    std::vector<std::string> lines;
    std::string line;
    std::int64_t lineUnits = 0;
    std::string_view space;
    while (!text.empty()) {
        if (isSpace(text.front())) {
            space = line.empty() ? "" : " ";
            text.remove_prefix(1);
            continue;
        }
        std::string_view word = takeWord(text);
        const std::int64_t units = lineUnits + unitsOf(space) + unitsOf(word);
        if (toWidth(units, size) <= width) {
            line.append(space).append(word);
            lineUnits = units;
        } else {
            if (!line.empty()) {
                lines.push_back(line);
            }
            for (std::size_t length = fittingLength(word, width, size); length < word.size();
                 length = fittingLength(word, width, size)) {
                lines.emplace_back(word.substr(0, length));
                word.remove_prefix(length);
            }
            line = word;
            lineUnits = unitsOf(word);
        }
        space = {};
    }
    if (!line.empty() || lines.empty()) {
        lines.push_back(line);
    }
    return lines;
}

} // namespace winnow::flow
