#include "base/sentence.h"

#include <gtest/gtest.h>

namespace winnow {
namespace {

TEST(Sentence, isSaidAsItIsWrittenWithItsPlacesFilled)
{
    EXPECT_EQ(said(sentence("Test", "nothing to fill, 100 % of it"), {}), "nothing to fill, 100 % of it");
    EXPECT_EQ(said(sentence("Test", "%2 before %1, and %2"), {"a", "b"}), "b before a, and b");
}

TEST(Sentence, takesPartsAsTheyAre)
{
    EXPECT_EQ(said(sentence("Test", "%1 and %2"), {"%2", "100%"}), "%2 and 100%");
}

TEST(Sentence, leavesPlacesWithoutAPartEmptyAndSignsThatAreNoPlaceAlone)
{
    EXPECT_EQ(said(sentence("Test", "%1%9 %0 %%1 %"), {"a"}), "a %0 %a %");
}

TEST(Sentence, isSaidInTheLanguageOfTheTranslator)
{
    const Translator translator = [](const Sentence &sentence) {
        return std::string(sentence.context) == "Test" ? std::string("%2 sebelum %1") : std::string();
    };
    EXPECT_EQ(said(sentence("Test", "%1 after %2"), {"a", "b"}, translator), "b sebelum a");
}

} // namespace
} // namespace winnow
