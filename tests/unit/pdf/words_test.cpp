#include "pdf/utf8.h"
#include "pdf/words.h"

#include <gtest/gtest.h>

namespace winnow::pdf {

namespace {

constexpr double kWide = 6;  ///< a letter
constexpr double kHigh = 12; ///< a line

/// Words on lines of this height: a line ends in "\n".
class Line
{
public:
    Line &word(std::u32string_view text, bool hasSpaceAfter = true)
    {
        const double wide = kWide * static_cast<double>(text.size());
        m_words.push_back({std::u32string(text), {m_x, m_y, m_x + wide, m_y + kHigh}, 0, hasSpaceAfter});
        m_x += wide + (hasSpaceAfter ? kWide : 0);
        return *this;
    }

    Line &newLine()
    {
        m_words.back().hasSpaceAfter = false;
        m_x = 0;
        m_y += 14;
        return *this;
    }

    std::vector<RawWord> m_words;

private:
    double m_x = 0;
    double m_y = 0;
};

std::string joined(const std::vector<RawWord> &words)
{
    return plainText(joinWords(words));
}

std::string divided(std::u32string_view left, std::u32string_view right)
{
    return joined(Line().word(left).newLine().word(right).m_words);
}

TEST(Words, writeLigaturesAsLettersAndLoseSoftHyphens)
{
    EXPECT_EQ(joined(Line()
                         .word(U"e\xFB03\x63ient")
                         .word(U"co\u00ADop")
                         .word(U"\xFB00\xFB01\xFB02\xFB04\xFB06")
                         .m_words),
              "efficient coop fffiflfflst");
}

TEST(Words, loseWhatIsNoCharacter)
{
    EXPECT_EQ(joined(Line().word(U"a\x01\x7F\xFFFE\xFEFF z").word(U"\x02").word(U"x").m_words), "az x");
}

TEST(Words, areJoinedAtTheEndOfALine)
{
    EXPECT_EQ(divided(U"bene-", U"ficial."), "beneficial.");
    EXPECT_EQ(divided(U"bene\u2010", U"ficial"), "beneficial");
    EXPECT_EQ(divided(U"bene\u00AD", U"ficial"), "beneficial");
    EXPECT_EQ(divided(U"bene\u00AD", U"fi\u00AD"), "benefi");
    EXPECT_EQ(divided(U"größen-", U"ähnlich"), "größenähnlich");
    EXPECT_EQ(divided(U"иссле-", U"дование"), "исследование");
    EXPECT_EQ(divided(U"(bene-", U"ficial)"), "(beneficial)");
}

TEST(Words, keepTheHyphenWhereItJoinsTwoWords)
{
    EXPECT_EQ(divided(U"Anglo-", U"American"), "Anglo-American");
    EXPECT_EQ(divided(U"10-", U"20"), "10-20");
    EXPECT_EQ(divided(U"COVID-", U"19"), "COVID-19");
    EXPECT_EQ(divided(U"state-of-the-", U"art"), "state-of-the-art");
}

TEST(Words, keepTheHyphenThatTheyHaveElsewhereOnThePage)
{
    const auto words = Line()
                           .word(U"A")
                           .word(U"meta-analysis,")
                           .word(U"or")
                           .word(U"meta-")
                           .newLine()
                           .word(U"analysis.")
                           .m_words;
    EXPECT_EQ(joined(words), "A meta-analysis, or meta-analysis.");
}

TEST(Words, areNotJoinedByADashOrAcrossASpace)
{
    EXPECT_EQ(divided(U"-", U"first"), "- first");
    EXPECT_EQ(divided(U"so\u2014", U"then"), "so\u2014 then");
    EXPECT_EQ(divided(U"bene-", U"(ficial"), "bene- (ficial");
    EXPECT_EQ(joined(Line().word(U"pre-").word(U"and").word(U"post-test").m_words), "pre- and post-test");
}

TEST(Words, areNotJoinedWithASmallerNoteBelow)
{
    auto words = Line().word(U"bene-").newLine().word(U"note").m_words;
    words[1].box.bottom = words[1].box.top + 6;
    EXPECT_EQ(joined(words), "bene- note");
}

TEST(Words, keepBothBoxesOfADividedWord)
{
    const auto words = Line().word(U"bene-").newLine().word(U"ficial").m_words;
    const PageText text = joinWords(words);
    ASSERT_EQ(text.words.size(), 1U);
    EXPECT_EQ(text.words[0].box, words[0].box);
    EXPECT_EQ(text.words[0].rest, words[1].box);
}

TEST(Words, arePutTogetherFromPartsInSeveralFonts)
{
    const PageText text =
        joinWords(Line().word(U"in", false).word(U"forma", false).word(U"tion").word(U"is").m_words);
    ASSERT_EQ(text.words.size(), 2U);
    EXPECT_EQ(text.words[0].text, "information");
    EXPECT_EQ(text.words[0].box, (Box{0, 0, 11 * kWide, kHigh}));
}

TEST(Words, arePutTogetherBeforeTheyAreJoined)
{
    EXPECT_EQ(
        joined(Line().word(U"be", false).word(U"ne-").newLine().word(U"fi", false).word(U"cial").m_words),
        "beneficial");
}

TEST(Words, doNotTakeInAnIndexNumber)
{
    auto words = Line().word(U"memory", false).word(U"12").m_words;
    words[1].box.top -= 2;
    words[1].box.bottom -= 8;
    EXPECT_EQ(joined(words), "memory 12");
}

TEST(Words, areLeftAloneWhereTheyAreTurned)
{
    auto words = Line().word(U"bene-").newLine().word(U"ficial").m_words;
    words[0].quarterTurns = 1;
    words[1].quarterTurns = 1;
    EXPECT_EQ(joined(words), "bene- ficial");
}

TEST(Words, ofHebrewAndArabicAreReadFromTheRight)
{
    EXPECT_EQ(
        joined(
            Line().word(U"בוט").word(U"םלוע").word(U"םולש").newLine().word(U"12").word(U"ملاعلاب").m_words),
        "שלום עולם טוב بالعالم 12");
    EXPECT_EQ(joined(Line().word(U"ג").word(U"two").word(U"words").word(U"ב").word(U"א").m_words),
              "א ב two words ג")
        << "Latin words in a Hebrew line";
    EXPECT_EQ(joined(Line().word(U"The").word(U"words").word(U"םלוע").word(U"םולש").word(U"mean").m_words),
              "The words שלום עולם mean")
        << "Hebrew words in a Latin line";
}

TEST(Words, areNoneWhereThereAreNone)
{
    EXPECT_TRUE(joinWords({}).words.empty());
}

} // namespace

} // namespace winnow::pdf
