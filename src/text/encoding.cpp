#include "text/encoding.h"

#include <array>
#include <cstring>

namespace winnow::text {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

unsigned byteAt(std::string_view bytes, std::size_t i)
{
    return static_cast<unsigned char>(bytes[i]);
}

/// How far the ASCII at the beginning goes; eight bytes at a time.
std::size_t asciiLength(std::string_view bytes)
{
    std::size_t i = 0;
    for (; i + 8 <= bytes.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + i, 8);
        if ((word & 0x8080808080808080ULL) != 0) {
            break;
        }
    }
    while (i < bytes.size() && byteAt(bytes, i) < 0x80) {
        ++i;
    }
    return i;
}

/// Length of the well-formed multi-byte sequence at `i`; 0 where there is none.
std::size_t sequenceLength(std::string_view bytes, std::size_t i)
{
    const unsigned lead = byteAt(bytes, i);
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || i + length > bytes.size()) {
        return 0;
    }
    const unsigned second = byteAt(bytes, i + 1);
    const unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < low || second > high) {
        return 0;
    }
    for (std::size_t k = 2; k < length; ++k) {
        if ((byteAt(bytes, i + k) & 0xC0U) != 0x80U) {
            return 0;
        }
    }
    return length;
}

/// 0x80 to 0x9F of Windows-1252 (Unicode's mapping table cp1252); unassigned bytes keep their value as
/// control characters.
constexpr std::array<char16_t, 32> kWindows1252{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

} // namespace

bool isAscii(std::string_view bytes)
{
    return asciiLength(bytes) == bytes.size();
}

bool isUtf8(std::string_view bytes)
{
    std::size_t i = asciiLength(bytes);
    while (i < bytes.size()) {
        const std::size_t length = sequenceLength(bytes, i);
        if (length == 0) {
            return false;
        }
        i += length;
        i += asciiLength(bytes.substr(i));
    }
    return true;
}

void appendUtf8(std::string &out, char32_t c)
{
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
        c = kReplacement;
    }
    const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0U | (c >> 6U));
        put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0U | (c >> 12U));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    } else {
        put(0xF0U | (c >> 18U));
        put(0x80U | ((c >> 12U) & 0x3FU));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    }
}

std::string fromWindows1252(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const unsigned byte = byteAt(bytes, i);
        appendUtf8(out, byte >= 0x80 && byte < 0xA0 ? kWindows1252.at(byte - 0x80) : byte);
    }
    return out;
}

std::string fromUtf16(std::string_view bytes, bool isBigEndian)
{
    const auto unitAt = [&](std::size_t i) -> char32_t {
        return isBigEndian ? (byteAt(bytes, i) << 8U) | byteAt(bytes, i + 1)
                           : byteAt(bytes, i) | (byteAt(bytes, i + 1) << 8U);
    };
    std::string out;
    out.reserve(bytes.size() / 2);
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        char32_t c = unitAt(i);
        if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size()) {
            const char32_t low = unitAt(i + 2);
            if (low >= 0xDC00 && low < 0xE000) {
                c = 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00);
                i += 2;
            }
        }
        appendUtf8(out, c);
    }
    return out;
}

char32_t nextCodePoint(std::string_view bytes, std::size_t &position)
{
    const unsigned lead = byteAt(bytes, position);
    if (lead < 0x80) {
        ++position;
        return lead;
    }
    const std::size_t length = sequenceLength(bytes, position);
    if (length == 0) {
        ++position;
        return kReplacement;
    }
    char32_t c = lead & (0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length; ++k) {
        c = (c << 6U) | (byteAt(bytes, position + k) & 0x3FU);
    }
    position += length;
    return c;
}

} // namespace winnow::text
