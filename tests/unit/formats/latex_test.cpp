#include "formats/support/latex.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <utility>

namespace winnow::formats {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

} // namespace

TEST(WithoutLatex, resolvesAccentsInAllTheirSpellings)
{
    for (const std::string_view text : {"\\'e", "\\'{e}", "{\\'e}", "{\\'{e}}", "\\' e"}) {
        EXPECT_EQ(withoutLatex(text), "\u00E9") << text;
    }
    constexpr std::array kCases{
        Pair{"\\`a \\^a \\\"a \\~n \\=a \\.z", "\u00E0 \u00E2 \u00E4 \u00F1 \u0101 \u017C"},
        Pair{"\\u{g} \\v{s} \\v s \\H{o} \\c{c} \\c c \\k{a}",
             "\u011F \u0161 \u0161 \u0151 \u00E7 \u00E7 \u0105"},
        Pair{"\\r{u} \\d{s} \\b{d} \\textcommabelow{s}", "\u016F \u1E63 \u1E0F \u0219"},
        Pair{"\\t{oo}", "o\u0361o"},
        Pair{"{\\'\\i} \\'{\\i} {\\'{\\i}} \\v\\j", "\u00ED \u00ED \u00ED \u01F0"},
        Pair{"\\'{\\ae} \\'\\ae", "\u01FD \u01FD"},
        Pair{"\\'{\\\"u} \\'{\\^e}", "\u01D8 \u1EBF"},
        Pair{"\\bar{x}", "x\u0304"},
    };
    for (const auto &[latex, text] : kCases) {
        EXPECT_EQ(withoutLatex(latex), text) << latex;
    }
}

TEST(WithoutLatex, knowsLettersSignsAndLigatures)
{
    constexpr std::array kCases{
        Pair{"\\o\\O{} \\l{} \\ae\\AE{} \\oe \\aa\\AA{} \\ss{}",
             "\u00F8\u00D8 \u0142 \u00E6\u00C6 \u0153\u00E5\u00C5 \u00DF"},
        Pair{"\\dh\\th", "\u00F0\u00FE"},
        Pair{"Kad\\i{}oglu", "Kad\u0131oglu"},
        Pair{"\\& \\% \\$ \\# \\_ \\{ \\}", "& % $ # _ { }"},
        Pair{"a--b --- ``c'' ?`d !`e", "a\u2013b \u2014 \u201Cc\u201D \u00BFd \u00A1e"},
        Pair{"37\\textdegree{}C \\textpm 2 \\dots", "37\u00B0C \u00B12 \u2026"},
        Pair{"Pub~Med\\,x\\ y\\\\z a\\-b", "Pub Med x y z ab"},
        Pair{"\\textless{}0.05 \\textasciitilde\\textasciicircum\\textbackslash", "<0.05 ~^\\"},
        Pair{"The {\\LaTeX} Companion, \\LaTeX{} 2", "The LaTeX Companion, LaTeX 2"},
    };
    for (const auto &[latex, text] : kCases) {
        EXPECT_EQ(withoutLatex(latex), text) << latex;
    }
}

TEST(WithoutLatex, keepsTheTextOfCommands)
{
    constexpr std::array kCases{
        Pair{"\\emph{a} {\\it b} \\textsuperscript{th} {\\bfseries c}", "a b th c"},
        Pair{"\\href{https://x.org/a_b}{text} \\url{https://x.org/~a_b--c}", "text https://x.org/~a_b--c"},
        Pair{"{\\noopsort{Gogh}}{van Gogh}", "van Gogh"},
        Pair{"{\\relax Ch}arles \\textcolor{red}{blood}", "Charles blood"},
        Pair{"\\enquote{quoted} \\frac{1}{2} \\sqrt{2}", "\u201Cquoted\u201D 1/2 \u221A2"},
        Pair{"\\unknown{kept} \\unknown alone \\unknown{}", "kept \\unknown alone \\unknown"},
    };
    for (const auto &[latex, text] : kCases) {
        EXPECT_EQ(withoutLatex(latex), text) << latex;
    }
}

TEST(WithoutLatex, tellsFormulasFromMoney)
{
    constexpr std::array kCases{
        Pair{"H$_2$O and CO$_{2}$ at 4$^{\\circ}$C", "H2O and CO2 at 4\u00B0C"},
        Pair{"the 21$^{st}$ Century, $\\alpha$-diversity", "the 21st Century, \u03B1-diversity"},
        Pair{"$p \\leq 0.05$, $n=3$ and $x$", "p \u2264 0.05, n=3 and x"},
        Pair{"$\\mathrm{PM}_{2.5}$ $\\rightarrow$ asthma", "PM2.5 \u2192 asthma"},
        Pair{"costs $5 and $10", "costs $5 and $10"},
        Pair{"US$5 to US$10", "US$5 to US$10"},
        Pair{"costs \\$5 and \\$10", "costs $5 and $10"},
        Pair{"a_b and c^d", "a_b and c^d"},
    };
    for (const auto &[latex, text] : kCases) {
        EXPECT_EQ(withoutLatex(latex), text) << latex;
    }
}

TEST(WithoutLatex, survivesWhatIsBroken)
{
    EXPECT_EQ(withoutLatex("a backslash at the end \\"), "a backslash at the end \\");
    EXPECT_EQ(withoutLatex("{\\\"{"), "");
    EXPECT_EQ(withoutLatex("\\'}"), "");
    EXPECT_EQ(withoutLatex("\\'\\\u00CF"), "\u1E2E") << "a character is never divided";
    EXPECT_EQ(withoutLatex("C:\\data\\x"), "C:\\data\\x");
    std::string deep;
    for (int i = 0; i < 100'000; ++i) {
        deep += "\\c{";
    }
    EXPECT_EQ(withoutLatex(deep), "");
}

TEST(AsLatex, isReadBackAsTheSameText)
{
    constexpr std::array<std::string_view, 16> kPieces{
        "\\", "{", "}", "$", "&", "%", "#", "_", "^", "~", "-", "`", "'", "?", "alpha ", "\u00E9"};
    std::mt19937 random(20261124); // NOLINT(cert-msc51-cpp): the same series each time
    for (int round = 0; round < 5000; ++round) {
        std::string text;
        for (int i = 0; i < 12; ++i) {
            text += kPieces.at(std::uniform_int_distribution<std::size_t>(0, kPieces.size() - 1)(random));
        }
        const std::string latex = asLatex(text);
        ASSERT_EQ(withoutLatex(latex), text) << latex;
    }
}

} // namespace winnow::formats
