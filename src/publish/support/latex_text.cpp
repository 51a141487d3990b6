#include "publish/support/latex_text.h"

#include "formats/support/latex.h"
#include "text/encoding.h"
#include "text/printable_text.h"

#include <algorithm>
#include <array>

namespace winnow::publish {

namespace {

struct Sign
{
    char32_t sign;
    std::string_view latex;
};

/// Signs that stand in reasons and names, and that the encodings T1 and TS1 lack; sorted.
constexpr std::array kSigns{
    Sign{0xA0, "~"},
    Sign{0xAD, "\\-"},
    Sign{0x391, "\\ensuremath{\\mathrm{A}}"},
    Sign{0x394, "\\ensuremath{\\Delta}"},
    Sign{0x3A9, "\\ensuremath{\\Omega}"},
    Sign{0x3B1, "\\ensuremath{\\alpha}"},
    Sign{0x3B2, "\\ensuremath{\\beta}"},
    Sign{0x3B3, "\\ensuremath{\\gamma}"},
    Sign{0x3B4, "\\ensuremath{\\delta}"},
    Sign{0x3B5, "\\ensuremath{\\varepsilon}"},
    Sign{0x3BA, "\\ensuremath{\\kappa}"},
    Sign{0x3BB, "\\ensuremath{\\lambda}"},
    Sign{0x3BC, "\\ensuremath{\\mu}"},
    Sign{0x3C0, "\\ensuremath{\\pi}"},
    Sign{0x3C3, "\\ensuremath{\\sigma}"},
    Sign{0x3C7, "\\ensuremath{\\chi}"},
    Sign{0x3C9, "\\ensuremath{\\omega}"},
    Sign{0x2009, "\\,"},
    Sign{0x2010, "-"},
    Sign{0x2011, "\\mbox{-}"},
    Sign{0x202F, "\\,"},
    Sign{0x2190, "\\ensuremath{\\leftarrow}"},
    Sign{0x2192, "\\ensuremath{\\rightarrow}"},
    Sign{0x2212, "\\ensuremath{-}"},
    Sign{0x2248, "\\ensuremath{\\approx}"},
    Sign{0x2260, "\\ensuremath{\\neq}"},
    Sign{0x2264, "\\ensuremath{\\leq}"},
    Sign{0x2265, "\\ensuremath{\\geq}"},
    Sign{0x2295, "\\ensuremath{\\oplus}"},
    Sign{0x2296, "\\ensuremath{\\ominus}"},
    Sign{0x25CB, "\\ensuremath{\\circ}"},
    Sign{0x25CF, "\\ensuremath{\\bullet}"},
    Sign{0x25EF, "\\ensuremath{\\bigcirc}"},
    Sign{0xFFFD, "?"},
};

/// Of Latin Extended-A, letters that T1 cannot make; sorted.
constexpr std::array<char32_t, 9> kMissing{0x126, 0x127, 0x138, 0x13F, 0x140, 0x149, 0x166, 0x167, 0x17F};

/// Punctuation and signs above Latin that T1 and TS1 have; sorted.
constexpr std::array<char32_t, 17> kKnown{0x2013,
                                          0x2014,
                                          0x2018,
                                          0x2019,
                                          0x201A,
                                          0x201C,
                                          0x201D,
                                          0x201E,
                                          0x2020,
                                          0x2021,
                                          0x2022,
                                          0x2026,
                                          0x2030,
                                          0x2039,
                                          0x203A,
                                          0x20AC,
                                          0x2122};

const Sign *signOf(char32_t c)
{
    const auto *const found = std::ranges::lower_bound(kSigns, c, {}, &Sign::sign);
    return found != kSigns.end() && found->sign == c ? found : nullptr;
}

} // namespace

std::string asLatexText(std::string_view text)
{
    const std::string escaped = formats::asLatex(text::printableLine(text));
    std::string out;
    for (std::size_t at = 0; at < escaped.size();) {
        const char32_t c = text::nextCodePoint(escaped, at);
        if (const Sign *sign = signOf(c); sign != nullptr) {
            out += sign->latex;
        } else {
            text::appendUtf8(out, c);
        }
    }
    return out;
}

bool needsUnicodeEngine(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::nextCodePoint(text, at);
        const bool isKnown =
            (c < 0x180 && !std::ranges::binary_search(kMissing, c) && !(c > 0x7E && c < 0xA0)) ||
            std::ranges::binary_search(kKnown, c) || signOf(c) != nullptr;
        if (!isKnown) {
            return true;
        }
    }
    return false;
}

} // namespace winnow::publish
