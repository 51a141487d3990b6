#include "text/person_name.h"

#include <gtest/gtest.h>

#include <array>
#include <tuple>

namespace winnow::text {

namespace {

TEST(PersonName, readsWhatBibliographicFilesWrite)
{
    const std::array<std::tuple<const char *, const char *, const char *>, 7> cases{{
        {"Wilson, Lauren N.", "Wilson", "Lauren N."},
        {"Wilson L.N.", "Wilson", "L.N."},
        {"De la Torre-Castro, M.", "De la Torre-Castro", "M."},
        {"Li, J", "Li", "J"},
        {"World Health Organization", "World Health Organization", ""},
        {"  Hassan , H. ", "Hassan", "H."},
        {"", "", ""},
    }};
    for (const auto &[name, family, given] : cases) {
        EXPECT_EQ(parseName(name), (NameParts{family, given})) << name;
    }
}

TEST(PersonName, readsWhatBibtexWrites)
{
    const std::array<std::tuple<const char *, const char *, const char *>, 5> cases{{
        {"Ludwig van Beethoven", "van Beethoven", "Ludwig"},
        {"Knuth, Donald E.", "Knuth", "Donald E."},
        {"Donald E. Knuth", "Knuth", "Donald E."},
        {"{World Health Organization}", "World Health Organization", ""},
        {"Plato", "Plato", ""},
    }};
    for (const auto &[name, family, given] : cases) {
        EXPECT_EQ(parseBibtexName(name), (NameParts{family, given})) << name;
    }
}

} // namespace

} // namespace winnow::text
