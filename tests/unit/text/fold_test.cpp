#include "text/fold.h"

#include <gtest/gtest.h>

#include <array>
#include <utility>

namespace winnow::text {

namespace {

TEST(Fold, bringsWhatIsTheSameWordToOneForm)
{
    const std::array<std::pair<const char *, const char *>, 14> cases{{
        {"ABC", "abc"},
        {"Na\u00EFve", "naive"},
        {"Nai\u0308ve", "naive"},
        {"Stra\u00DFe", "strasse"},
        {"\u00D8stergaard", "ostergaard"},
        {"\uFB01nite", "finite"},
        {"x\u00B2", "x2"},
        {"\u00B5m", "\u03BCm"},
        {"\u03A3", "\u03C3"},
        {"\u0141\u00F3d\u017A", "lodz"},
        {"Espa\u00F1a", "espana"},
        {"\u00C6ther", "aether"},
        {"\uFF21\uFF22", "ab"},
        {"\u00DE\u00F3r", "thor"},
    }};
    for (const auto &[text, folded] : cases) {
        EXPECT_EQ(fold(text), folded) << text;
    }
}

TEST(Fold, changesNothingTheSecondTime)
{
    for (const char *text :
         {"Na\u00EFve Stra\u00DFe", "\u0130stanbul", "\u4E2D\u6587 ABC", "\u0345", "\u1E9E"}) {
        EXPECT_EQ(fold(fold(text)), fold(text)) << text;
    }
}

TEST(Fold, composesLettersAndTheirMarks)
{
    EXPECT_EQ(composed("e\u0301"), "\u00E9");
    EXPECT_EQ(composed("plain"), "plain");
}

} // namespace

} // namespace winnow::text
