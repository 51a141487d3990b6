#include "pdf/utf8.h"

#include <array>
#include <cstddef>
#include <optional>

namespace winnow::pdf {

namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kMostCodePoint = 0x10FFFF;
constexpr char32_t kFirstAstral = 0x10000;

bool isHighSurrogate(char32_t unit)
{
    return unit >= 0xD800 && unit <= 0xDBFF;
}

bool isLowSurrogate(char32_t unit)
{
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

/// By the length of its sequence: what the first byte begins with, and the least that it may say.
struct Lead
{
    unsigned char mask;
    unsigned char bits;
    char32_t least;
};

constexpr std::array<Lead, 4> kLeads{{
    {0x80, 0x00, 0},
    {0xE0, 0xC0, 0x80},
    {0xF0, 0xE0, 0x800},
    {0xF8, 0xF0, kFirstAstral},
}};

/// The code point that begins at `at`, which is moved behind it.
std::optional<char32_t> nextCodePoint(std::string_view text, std::size_t &at)
{
    const auto first = static_cast<unsigned char>(text[at]);
    for (std::size_t more = 0; more < kLeads.size(); ++more) {
        const Lead &lead = kLeads[more];
        if ((first & lead.mask) != lead.bits) {
            continue;
        }
        if (text.size() - at <= more) {
            return {};
        }
        char32_t value = static_cast<unsigned char>(first & static_cast<unsigned char>(~lead.mask));
        for (std::size_t i = 1; i <= more; ++i) {
            const auto byte = static_cast<unsigned char>(text[at + i]);
            if ((byte & 0xC0U) != 0x80U) {
                return {};
            }
            value = (value << 6U) | (byte & 0x3FU);
        }
        at += more + 1;
        const bool isOne = value >= lead.least && value <= kMostCodePoint && !isHighSurrogate(value) &&
                           !isLowSurrogate(value);
        return isOne ? std::optional(value) : std::nullopt;
    }
    return {};
}

} // namespace

void appendUtf8(std::string &to, char32_t codePoint)
{
    if (codePoint > kMostCodePoint || isHighSurrogate(codePoint) || isLowSurrogate(codePoint)) {
        codePoint = kReplacement;
    }
    std::size_t more = kLeads.size() - 1;
    while (codePoint < kLeads[more].least) {
        --more;
    }
    to += static_cast<char>(kLeads[more].bits | (codePoint >> (6 * more)));
    for (; more > 0; --more) {
        to += static_cast<char>(0x80U | ((codePoint >> (6 * (more - 1))) & 0x3FU));
    }
}

std::u32string fromUtf16(std::u16string_view text)
{
    std::u32string all;
    all.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t unit = text[i];
        if (isHighSurrogate(unit) && i + 1 < text.size() && isLowSurrogate(text[i + 1])) {
            const char32_t high = (unit - 0xD800) << 10U;
            const char32_t low = static_cast<char32_t>(text[i + 1]) - 0xDC00;
            all.push_back(kFirstAstral + high + low);
            ++i;
        } else {
            all += isHighSurrogate(unit) || isLowSurrogate(unit) ? kReplacement : unit;
        }
    }
    return all;
}

std::u32string fromUtf8(std::string_view text)
{
    std::u32string all;
    for (std::size_t at = 0; at < text.size();) {
        const auto codePoint = nextCodePoint(text, at);
        if (!codePoint) {
            return {};
        }
        all += *codePoint;
    }
    return all;
}

std::string toUtf8(std::u32string_view text)
{
    std::string all;
    all.reserve(text.size());
    for (const char32_t codePoint : text) {
        appendUtf8(all, codePoint);
    }
    return all;
}

bool isPlainUtf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto codePoint = nextCodePoint(text, at);
        if (!codePoint || *codePoint < 0x20 || *codePoint == 0x7F) {
            return false;
        }
    }
    return true;
}

} // namespace winnow::pdf
