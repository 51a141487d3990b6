#include "query/highlight.h"
#include "query/parse.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::query {

namespace {

std::vector<std::string> marked(const char *query, Field field, std::string_view text)
{
    std::vector<std::string> parts;
    for (const TextSpan &span : matchedSpans(*parse(query).root, field, text)) {
        parts.emplace_back(text.substr(span.from, span.to - span.from));
    }
    return parts;
}

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Highlight, marksWordsWithTheirVariantsAndPhrasesWhole)
{
    EXPECT_THAT(marked("woman OR \"social media\"", Field::Abstract, "Women use Social-media; social life."),
                ElementsAre("Women", "Social-media"));
}

TEST(Highlight, marksOnlyInTheFieldsAskedFor)
{
    EXPECT_THAT(marked("TITLE(craft) AND ABS(light)", Field::Title, "craft and light"), ElementsAre("craft"));
    EXPECT_THAT(marked("DOI(10.1/a) AND PUBYEAR > 2000", Field::Title, "10 1 a 2001"), IsEmpty());
}

TEST(Highlight, marksNamesAndKeywordsWhicheverOfTheirFieldsWasAskedFor)
{
    EXPECT_THAT(marked("FIRSTAUTH(hassan)", Field::Authors, "Hassan H."), ElementsAre("Hassan"));
    EXPECT_THAT(marked("AUTHLASTNAME(hassan)", Field::Authors, "Hassan H."), ElementsAre("Hassan"));
    EXPECT_THAT(marked("INDEXTERMS(bamboo)", Field::Keywords, "Bamboo"), ElementsAre("Bamboo"));
    EXPECT_THAT(marked("AUTHLASTNAME(hassan)", Field::Title, "Hassan"), IsEmpty());
}

TEST(Highlight, doesNotMarkWhatIsExcluded)
{
    EXPECT_THAT(marked("craft AND NOT steel", Field::Title, "craft of steel"), ElementsAre("craft"));
}

TEST(Highlight, marksBracesWithTheirPunctuationOnly)
{
    EXPECT_THAT(marked("TITLE({heart-attack})", Field::Title, "heart attack, Heart-attack"),
                ElementsAre("Heart-attack"));
    EXPECT_THAT(marked("TITLE({crafts})", Field::Title, "craft crafts"), ElementsAre("crafts"));
}

/// A refinement by source asks for words as they stand.
TEST(Highlight, marksNoVariantsWhereTheFieldTakesNone)
{
    EXPECT_THAT(marked("EXACTSRCTITLE(craft)", Field::SourceTitle, "Craft and Crafts"), ElementsAre("Craft"));
    EXPECT_THAT(marked("SRCTITLE(craft)", Field::SourceTitle, "Craft and Crafts"),
                ElementsAre("Craft", "Crafts"));
}

TEST(Highlight, marksWhatIsAskedOfAnAuthor)
{
    EXPECT_THAT(marked("AUTHOR-NAME(AUTHLASTNAME(ng) AND AUTHFIRST(m))", Field::Authors, "Ng M."),
                ElementsAre("Ng", "M"));
    EXPECT_THAT(marked("AUTHOR-NAME(AUTHLASTNAME(ng) AND NOT AUTHFIRST(m))", Field::Authors, "Ng M."),
                ElementsAre("Ng"));
}

TEST(Highlight, marksTheWordsOfProximityInProximity)
{
    EXPECT_THAT(marked("TITLE((craft W/2 market) W/5 \"social media\")",
                       Field::Title,
                       "Craft on the market of social media"),
                ElementsAre("Craft", "market", "social media"));
}

TEST(Highlight, marksNothingOfFieldsThatAreNotHere)
{
    EXPECT_THAT(marked("AFFILCOUNTRY(italy) OR REF(REFTITLE(italy))", Field::Title, "Italy"), IsEmpty());
}

TEST(Highlight, joinsStretchesThatOverlap)
{
    EXPECT_THAT(marked("\"one two\" OR \"two three\" OR two", Field::Title, "one two three"),
                ElementsAre("one two three"));
}

} // namespace

} // namespace winnow::query
