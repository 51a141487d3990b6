#include "formats/support/entities.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <span>

namespace winnow::formats {

namespace {

/// The entities of the characters U+00A0 to U+00FF, in their order.
constexpr std::array<std::string_view, 96> kLatin{
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",
    "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",
    "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",   "raquo",  "frac14", "frac12",
    "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde", "Auml",   "Aring",  "AElig",  "Ccedil",
    "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave", "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde",
    "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",
    "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",
    "aelig",  "ccedil", "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",
    "eth",    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
    "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};

/// From U+0391 and from U+03B1 on; there is no capital final sigma.
constexpr std::array<std::string_view, 25> kGreekCapitals{
    "Alpha", "Beta",   "Gamma",   "Delta", "Epsilon", "Zeta",    "Eta",  "Theta", "Iota",
    "Kappa", "Lambda", "Mu",      "Nu",    "Xi",      "Omicron", "Pi",   "Rho",   "",
    "Sigma", "Tau",    "Upsilon", "Phi",   "Chi",     "Psi",     "Omega"};
constexpr std::array<std::string_view, 25> kGreekLetters{
    "alpha", "beta",   "gamma",   "delta", "epsilon", "zeta",    "eta",  "theta", "iota",
    "kappa", "lambda", "mu",      "nu",    "xi",      "omicron", "pi",   "rho",   "sigmaf",
    "sigma", "tau",    "upsilon", "phi",   "chi",     "psi",     "omega"};

struct Entity
{
    std::string_view name;
    char32_t character;
};

constexpr std::array kOthers{
    Entity{"quot", 0x0022},   Entity{"amp", 0x0026},      Entity{"apos", 0x0027},   Entity{"lt", 0x003C},
    Entity{"gt", 0x003E},     Entity{"OElig", 0x0152},    Entity{"oelig", 0x0153},  Entity{"Scaron", 0x0160},
    Entity{"scaron", 0x0161}, Entity{"Yuml", 0x0178},     Entity{"fnof", 0x0192},   Entity{"circ", 0x02C6},
    Entity{"tilde", 0x02DC},  Entity{"thetasym", 0x03D1}, Entity{"upsih", 0x03D2},  Entity{"piv", 0x03D6},
    Entity{"ensp", 0x2002},   Entity{"emsp", 0x2003},     Entity{"thinsp", 0x2009}, Entity{"zwnj", 0x200C},
    Entity{"zwj", 0x200D},    Entity{"lrm", 0x200E},      Entity{"rlm", 0x200F},    Entity{"ndash", 0x2013},
    Entity{"mdash", 0x2014},  Entity{"lsquo", 0x2018},    Entity{"rsquo", 0x2019},  Entity{"sbquo", 0x201A},
    Entity{"ldquo", 0x201C},  Entity{"rdquo", 0x201D},    Entity{"bdquo", 0x201E},  Entity{"dagger", 0x2020},
    Entity{"Dagger", 0x2021}, Entity{"bull", 0x2022},     Entity{"hellip", 0x2026}, Entity{"permil", 0x2030},
    Entity{"prime", 0x2032},  Entity{"Prime", 0x2033},    Entity{"lsaquo", 0x2039}, Entity{"rsaquo", 0x203A},
    Entity{"oline", 0x203E},  Entity{"frasl", 0x2044},    Entity{"euro", 0x20AC},   Entity{"image", 0x2111},
    Entity{"weierp", 0x2118}, Entity{"real", 0x211C},     Entity{"trade", 0x2122},  Entity{"alefsym", 0x2135},
    Entity{"larr", 0x2190},   Entity{"uarr", 0x2191},     Entity{"rarr", 0x2192},   Entity{"darr", 0x2193},
    Entity{"harr", 0x2194},   Entity{"crarr", 0x21B5},    Entity{"lArr", 0x21D0},   Entity{"uArr", 0x21D1},
    Entity{"rArr", 0x21D2},   Entity{"dArr", 0x21D3},     Entity{"hArr", 0x21D4},   Entity{"forall", 0x2200},
    Entity{"part", 0x2202},   Entity{"exist", 0x2203},    Entity{"empty", 0x2205},  Entity{"nabla", 0x2207},
    Entity{"isin", 0x2208},   Entity{"notin", 0x2209},    Entity{"ni", 0x220B},     Entity{"prod", 0x220F},
    Entity{"sum", 0x2211},    Entity{"minus", 0x2212},    Entity{"lowast", 0x2217}, Entity{"radic", 0x221A},
    Entity{"prop", 0x221D},   Entity{"infin", 0x221E},    Entity{"ang", 0x2220},    Entity{"and", 0x2227},
    Entity{"or", 0x2228},     Entity{"cap", 0x2229},      Entity{"cup", 0x222A},    Entity{"int", 0x222B},
    Entity{"there4", 0x2234}, Entity{"sim", 0x223C},      Entity{"cong", 0x2245},   Entity{"asymp", 0x2248},
    Entity{"ne", 0x2260},     Entity{"equiv", 0x2261},    Entity{"le", 0x2264},     Entity{"ge", 0x2265},
    Entity{"sub", 0x2282},    Entity{"sup", 0x2283},      Entity{"nsub", 0x2284},   Entity{"sube", 0x2286},
    Entity{"supe", 0x2287},   Entity{"oplus", 0x2295},    Entity{"otimes", 0x2297}, Entity{"perp", 0x22A5},
    Entity{"sdot", 0x22C5},   Entity{"lceil", 0x2308},    Entity{"rceil", 0x2309},  Entity{"lfloor", 0x230A},
    Entity{"rfloor", 0x230B}, Entity{"loz", 0x25CA},      Entity{"spades", 0x2660}, Entity{"clubs", 0x2663},
    Entity{"hearts", 0x2665}, Entity{"diams", 0x2666},    Entity{"lang", 0x27E8},   Entity{"rang", 0x27E9},
};

struct Run
{
    std::span<const std::string_view> names;
    char32_t first;
};

constexpr std::array kRuns{Run{kLatin, 0xA0}, Run{kGreekCapitals, 0x391}, Run{kGreekLetters, 0x3B1}};

std::optional<char32_t> numbered(std::string_view digits)
{
    const bool isHex = digits.starts_with('x') || digits.starts_with('X');
    digits.remove_prefix(isHex ? 1 : 0);
    std::uint32_t code = 0;
    const auto [end, failure] =
        std::from_chars(digits.data(), digits.data() + digits.size(), code, isHex ? 16 : 10);
    const bool isNumber = failure == std::errc() && end == digits.data() + digits.size() && code != 0;
    return isNumber ? std::optional(static_cast<char32_t>(code)) : std::nullopt;
}

} // namespace

std::optional<char32_t> entityCharacter(std::string_view name)
{
    if (name.starts_with('#')) {
        return numbered(name.substr(1));
    }
    if (name.empty()) {
        return std::nullopt;
    }
    for (const Run &run : kRuns) {
        const auto found = std::ranges::find(run.names, name);
        if (found != run.names.end()) {
            return run.first + static_cast<char32_t>(found - run.names.begin());
        }
    }
    const auto *const found = std::ranges::find(kOthers, name, &Entity::name);
    return found == kOthers.end() ? std::nullopt : std::optional(found->character);
}

} // namespace winnow::formats
