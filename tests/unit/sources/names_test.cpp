#include "sources/support/person_names.h"

#include <gtest/gtest.h>

namespace winnow::sources {

namespace {

struct Case
{
    const char *text;
    PersonName name;
};

TEST(ShownNames, areDividedWherePeopleWould)
{
    const std::vector<Case> cases{
        {"Lauren N. Wilson", {"Wilson", "Lauren N."}},
        {"J. Li", {"Li", "J."}},
        {"J. Peter Smith", {"Smith", "J. Peter"}},
        {"Ludwig van der Meer", {"van der Meer", "Ludwig"}},
        {"Wilson, Lauren N.", {"Wilson", "Lauren N."}},
        {"Wilson L.N.", {"Wilson", "L.N."}},
        {"Yang W", {"Yang", "W"}},
        {"Robert Downey Jr.", {"Downey", "Robert Jr."}},
        {"World Health Organization", {"World Health Organization", ""}},
        {"LIGO Collaboration", {"LIGO Collaboration", ""}},
        {"University of Ponds", {"University of Ponds", ""}},
        {"Plato", {"Plato", ""}},
        {"  Bola \n Okafor ", {"Okafor", "Bola"}},
        {"Zo&euml; Pond", {"Pond", "Zoë"}},
    };
    for (const Case &one : cases) {
        EXPECT_EQ(shownName(one.text), one.name) << one.text;
    }
}

TEST(ShownNames, areNothingWhereThereIsNone)
{
    for (const char *text : {"", " ", ",", "[No author name available]", ";"}) {
        EXPECT_EQ(shownName(text), std::nullopt) << text;
    }
}

} // namespace

} // namespace winnow::sources
