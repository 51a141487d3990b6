#include "rank/natural_log.h"
#include "rank/words.h"

#include <gmock/gmock.h>

#include <cmath>

namespace winnow::rank {

namespace {

using ::testing::ElementsAre;

std::vector<std::string> wordsOf(std::string_view text, bool isStemmed = false)
{
    Vocabulary vocabulary(isStemmed);
    std::vector<std::uint32_t> numbers;
    vocabulary.appendWords(text, numbers);
    std::vector<std::string> words;
    words.reserve(numbers.size());
    for (const std::uint32_t number : numbers) {
        words.emplace_back(vocabulary.word(number));
    }
    return words;
}

} // namespace

TEST(Words, areRunsOfTwoOrMoreWordCharactersInLowerCase)
{
    EXPECT_THAT(wordsOf("A Meta-analysis of X, 12 RCTs (p<0.05) foo_bar"),
                ElementsAre("meta", "analysis", "of", "12", "rcts", "05", "foo_bar"));
}

TEST(Words, areTheSameInAsciiAndOtherTexts)
{
    EXPECT_THAT(wordsOf("Wilson's Disease, 3 ages – Größe ÄRZTE x² m² é ½ 2½"),
                ElementsAre("wilson", "disease", "ages", "größe", "ärzte", "x²", "m²", "2½"));
}

TEST(Words, countCombiningMarksAsNoPartOfAWord)
{
    EXPECT_THAT(wordsOf("nai\u0308ve"), ElementsAre("nai", "ve"));
}

TEST(Words, surviveBytesThatAreNoUtf8)
{
    EXPECT_THAT(wordsOf("abc\xFF\xC3 def \xE2\x82"), ElementsAre("abc", "def"));
}

TEST(Words, keepTheirNumberWhereverTheyStand)
{
    Vocabulary vocabulary(false);
    std::vector<std::uint32_t> numbers;
    vocabulary.appendWords("one two One", numbers);
    vocabulary.appendWords("TWO naïve one", numbers);
    EXPECT_THAT(numbers, ElementsAre(0, 1, 0, 1, 2, 0));
}

TEST(Words, areToldApartByAllOfTheirLetters)
{
    Vocabulary vocabulary(false);
    std::vector<std::uint32_t> numbers;
    const std::string text = "random randomis randomise randomised randomisations randomisation";
    vocabulary.appendWords(text, numbers);
    vocabulary.appendWords(text, numbers);
    EXPECT_THAT(numbers, ElementsAre(0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5));
    EXPECT_EQ(vocabulary.word(1), "randomis");
    EXPECT_EQ(vocabulary.word(5), "randomisation");
}

TEST(Words, keepTheirNumbersWhenTheTableGrows)
{
    Vocabulary vocabulary(false);
    std::vector<std::uint32_t> numbers;
    std::string text;
    constexpr int kMany = 50'000;
    for (int i = 0; i < kMany; ++i) {
        text += "w" + std::to_string(i) + " ";
    }
    vocabulary.appendWords(text, numbers);
    vocabulary.appendWords(text, numbers);
    ASSERT_EQ(numbers.size(), 2U * kMany);
    EXPECT_EQ(vocabulary.size(), std::size_t{kMany});
    EXPECT_TRUE(std::equal(numbers.begin(), numbers.begin() + kMany, numbers.begin() + kMany));
}

TEST(Stem, dropsThePluralByTheFirstRuleThatFits)
{
    EXPECT_EQ(stem("gas"), "gas");
    EXPECT_EQ(stem("studies"), "study");
    EXPECT_EQ(stem("movies"), "movy");
    EXPECT_EQ(stem("classes"), "classe");
    EXPECT_EQ(stem("potatoes"), "potatoe");
    EXPECT_EQ(stem("virus"), "virus");
    EXPECT_EQ(stem("class"), "class");
    EXPECT_EQ(stem("trials"), "trial");
    EXPECT_EQ(stem("trial"), "trial");
    EXPECT_EQ(stem("éés"), "éés") << "three characters, though five bytes";
}

TEST(Stem, isTakenWhereTheVocabularyIsAskedTo)
{
    EXPECT_THAT(wordsOf("Studies study trials", true), ElementsAre("study", "study", "trial"));
    EXPECT_THAT(wordsOf("Größen studies Größe", true), ElementsAre("größen", "study", "größe"));
}

TEST(Words, areOneWhereTheyAreNumbersAndTheVocabularyIsAskedTo)
{
    Vocabulary vocabulary(true, true);
    std::vector<std::uint32_t> numbers;
    vocabulary.appendWords("32 patients aged 65, 5 of 118 with p53 and 2b", numbers);
    vocabulary.appendWords("größe 2019", numbers);
    std::string text;
    for (const std::uint32_t number : numbers) {
        text += std::string(vocabulary.word(number)) + " ";
    }
    EXPECT_EQ(text, "# patient aged # of # with p53 and 2b größe # ");
}

TEST(NaturalLog, isThatOfTheLibraryButForTheLastBits)
{
    for (const double value : {1.0, 1.5, 2.0, 3.0, 0.7071, 0.70711, 10.0, 48375.0, 1e-9, 1e300}) {
        EXPECT_NEAR(naturalLog(value), std::log(value), 1e-15 * std::max(1.0, std::abs(std::log(value))) * 4)
            << value;
    }
    EXPECT_EQ(naturalLog(1), 0);
}

} // namespace winnow::rank
