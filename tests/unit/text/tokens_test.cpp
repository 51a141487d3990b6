#include "text/tokens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::text {

namespace {

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    for (const Token &token : tokens(text)) {
        words.push_back(token.word);
    }
    return words;
}

using testing::ElementsAre;

TEST(Tokens, divideAtEverythingThatIsNoLetterOrDigit)
{
    EXPECT_THAT(wordsOf("E-commerce, AT&T and 5-HT1A (U.S.A.)"),
                ElementsAre("e", "commerce", "at", "t", "and", "5", "ht1a", "u", "s", "a"));
}

TEST(Tokens, dropThePossessive)
{
    EXPECT_THAT(wordsOf("the worker's and workers' and worker\u2019s"),
                ElementsAre("the", "worker", "and", "workers", "and", "worker"));
    EXPECT_THAT(wordsOf("don't"), ElementsAre("don", "t"));
    EXPECT_THAT(wordsOf("it'summer"), ElementsAre("it", "summer"));
}

TEST(Tokens, takeEachCjkCharacterAlone)
{
    EXPECT_THAT(wordsOf("\u4E2D\u6587 test\u6587"), ElementsAre("\u4E2D", "\u6587", "test", "\u6587"));
}

TEST(Tokens, tellWhereTheyStand)
{
    const std::string text = "A na\u00EFve  test";
    for (const Token &token : tokens(text)) {
        if (token.word == "naive") {
            EXPECT_EQ(text.substr(token.from, token.to - token.from), "na\u00EFve");
        }
    }
    EXPECT_EQ(tokens(text).back().to, text.size());
}

TEST(Tokens, cutWordsThatAreTooLongForAnIndexAtACharacter)
{
    const std::string longWord(100, 'x');
    EXPECT_EQ(tokens(longWord).front().word.size(), 64U);
    std::string accents;
    for (int i = 0; i < 40; ++i) {
        accents += "\u0448";
    }
    EXPECT_EQ(tokens(accents).front().word.size(), 64U);
}

TEST(Tokens, surviveBytesThatAreNoUtf8)
{
    EXPECT_THAT(wordsOf("ab\xFF\xFE"
                        "cd \xE4"),
                ElementsAre("ab", "cd"));
    EXPECT_TRUE(tokens("").empty());
}

} // namespace

} // namespace winnow::text
