#include "dedupe/title.h"

#include <gtest/gtest.h>

namespace winnow::dedupe {

namespace {

TEST(BareTitle, isTheSameForSpellingsOfOneTitle)
{
    const std::string letters =
        bareTitle("Na\u00EFve craft & \u03B2-carotene: tumours in paediatric care").letters;
    EXPECT_EQ(letters, "naivecraftbetacarotenetumorsinpediatriccare");
    for (const char *spelling : {"<i>Naive</i> craft & beta-carotene: tumours in paediatric care",
                                 "NAIVE CRAFT & BETA-CAROTENE: TUMORS IN PEDIATRIC CARE.",
                                 "[Naive craft &  beta carotene \u2013 tumours in paediatric care]",
                                 "Na\u00EFve craft & \u03B2-carotene: tumours in paediatric care. [Swedish]",
                                 "Naive craft & beta-carotene: tumors in pediatric care[see comment]"}) {
        EXPECT_EQ(bareTitle(spelling).letters, letters) << spelling;
    }
}

TEST(BareTitle, knowsTheNumbersOfATitle)
{
    struct
    {
        const char *title;
        const char *numbers;
    } const cases[]{{"Crafts of Riau", ""},
                    {"Crafts of Riau, part II", "2;"},
                    {"Crafts of Riau, Part 2", "2;"},
                    {"Crafts of Riau. Part two", "2;"},
                    {"A phase III trial of 1,000 patients in 2019", "3;1000;2019;"},
                    {"I was there: interleukin-6 and CO2", "6;2;"},
                    {"Hepatitis type B", "b;"},
                    {"Vitamin D and a T cell's fate: patient's view", "d;"},
                    {"Results of parts 1 and 2", "1;2;"}};

    for (const auto &[title, numbers] : cases) {
        EXPECT_EQ(bareTitle(title).numbers, numbers) << title;
    }
}

TEST(BareTitle, knowsWhatKindOfDocumentItNames)
{
    struct
    {
        const char *title;
        TitleKind kind;
        const char *letters;
    } const cases[]{
        {"Crafts of the islands", TitleKind::Plain, "craftsoftheislands"},
        {"Erratum: Crafts of the islands", TitleKind::Erratum, "craftsoftheislands"},
        {"Author Correction: Crafts of the islands", TitleKind::Erratum, "craftsoftheislands"},
        {"Crafts of the islands (vol 12, pg 3, 2010)", TitleKind::Erratum, "craftsoftheislands"},
        {"Erratum: Crafts of the islands (Craft Studies (2010) 12 (3-9))",
         TitleKind::Erratum,
         "craftsoftheislands"},
        {"Erratum: Crafts of the islands (The Journal of Crafts (M",
         TitleKind::Erratum,
         "craftsoftheislands"},
        {"RETRACTED: Crafts of the islands", TitleKind::Retraction, "craftsoftheislands"},
        {"Reply to: Crafts of the islands", TitleKind::Reply, "craftsoftheislands"},
        {"Crafts of the islands - Reply", TitleKind::Reply, "craftsoftheislandsreply"},
        {"Crafts of the islands: study protocol", TitleKind::Protocol, "craftsoftheislandsstudyprotocol"},
        {"Crafts of the islands (a survey)", TitleKind::Plain, "craftsoftheislandsasurvey"},
        {"Replying machines", TitleKind::Plain, "replyingmachines"}};

    for (const auto &[title, kind, letters] : cases) {
        EXPECT_EQ(bareTitle(title).kind, kind) << title;
        EXPECT_EQ(bareTitle(title).letters, letters) << title;
    }
}

TEST(BareTitle, ofOddTextsIsEmptyOrShort)
{
    for (const char *title : {"", " ", "[]", "[", "]]", "...", "(", "))", "(vol ", "\u2013"}) {
        EXPECT_LE(bareTitle(title).letters.size(), 3U) << title;
    }
}

} // namespace

} // namespace winnow::dedupe
