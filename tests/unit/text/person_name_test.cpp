#include "text/person_name.h"

#include <gtest/gtest.h>

#include <array>
#include <utility>

namespace winnow::text {

namespace {

using Case = std::pair<std::string_view, NameParts>;

const std::array kNames{
    Case{"Wilson, Lauren N.", {"Wilson", "Lauren N."}},
    Case{"Wilson L.N.", {"Wilson", "L.N."}},
    Case{"Wilson LN", {"Wilson", "LN"}},
    Case{"Brownstein C D", {"Brownstein", "C D"}},
    Case{"LEE KH", {"LEE", "KH"}},
    Case{"J. R. R. Tolkien", {"Tolkien", "J. R. R."}},
    Case{"De la Torre-Castro, M.", {"De la Torre-Castro", "M."}},
    Case{"World Health Organization", {"World Health Organization", ""}},
    Case{"WHO", {"WHO", ""}},
    Case{"Smith, Jr., John", {"Smith Jr.", "John"}},
    Case{"Smith, John, Jr.", {"Smith", "John, Jr."}},
    Case{"Smith, John,", {"Smith", "John"}},
    Case{"Shell, Exxon and Sons,,", {"Shell, Exxon and Sons", ""}},
    Case{", John", {"John", ""}},
    Case{" , ", {"", ""}},
    Case{"", {"", ""}},
};

} // namespace

TEST(ParseName, dividesNamesAsFilesWriteThem)
{
    for (const auto &[text, parts] : kNames) {
        EXPECT_EQ(parseName(text), parts) << text;
    }
}

TEST(PrintName, isReadBackAsTheSame)
{
    for (const auto &[text, parts] : kNames) {
        EXPECT_EQ(parseName(printName(parts)), parts) << text;
    }
    EXPECT_EQ(printName({"World Health Organization", ""}), "World Health Organization");
    EXPECT_EQ(parseName(printName({"Ministry of Fish AB", ""})), (NameParts{"Ministry of Fish AB", ""}));
}

TEST(ParseBibtexName, followsTheRulesOfBibtex)
{
    const std::array<Case, 7> kCases{{
        {"Ludwig van Beethoven", {"van Beethoven", "Ludwig"}},
        {"van Beethoven, Ludwig", {"van Beethoven", "Ludwig"}},
        {"Smith, Jr., John", {"Smith Jr.", "John"}},
        {"{World Health Organization}", {"World Health Organization", ""}},
        {"Donald Knuth", {"Knuth", "Donald"}},
        {"{Barnes and Noble, Inc.}", {"Barnes and Noble, Inc.", ""}},
        {"Plato", {"Plato", ""}},
    }};
    for (const auto &[text, parts] : kCases) {
        EXPECT_EQ(parseBibtexName(text), parts) << text;
    }
}

} // namespace winnow::text
