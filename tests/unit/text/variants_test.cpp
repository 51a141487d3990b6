#include "text/variants.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <utility>

namespace winnow::text {

namespace {

bool areVariants(std::string_view a, std::string_view b)
{
    return std::ranges::binary_search(variants(a), b) && std::ranges::binary_search(variants(b), a);
}

/// Pairs that the Scopus Search Guide or its users name; each must be found from the other.
TEST(Variants, joinSingularAndPluralAndBothSpellings)
{
    const std::array<std::pair<const char *, const char *>, 27> pairs{{
        {"handicraft", "handicrafts"},
        {"study", "studies"},
        {"box", "boxes"},
        {"process", "processes"},
        {"criterion", "criteria"},
        {"foot", "feet"},
        {"woman", "women"},
        {"mouse", "mice"},
        {"child", "children"},
        {"analysis", "analyses"},
        {"hypothesis", "hypotheses"},
        {"index", "indices"},
        {"leaf", "leaves"},
        {"colour", "color"},
        {"behaviour", "behavior"},
        {"tumour", "tumor"},
        {"organisation", "organization"},
        {"anaesthesia", "anesthesia"},
        {"paediatric", "pediatric"},
        {"haemoglobin", "hemoglobin"},
        {"centre", "center"},
        {"analyse", "analyze"},
        {"modelling", "modeling"},
        {"\u03B1", "alpha"},
        {"behaviours", "behaviors"},
        {"country", "countries"},
        {"tomato", "tomatoes"},
    }};
    for (const auto &[a, b] : pairs) {
        EXPECT_TRUE(areVariants(a, b)) << a << " and " << b;
    }
}

/// What a stemmer joins and Scopus does not.
TEST(Variants, keepDifferentWordsApart)
{
    const std::array<std::pair<const char *, const char *>, 11> pairs{{
        {"relation", "relative"},
        {"organization", "organ"},
        {"operation", "operate"},
        {"experiment", "experience"},
        {"universe", "university"},
        {"exercise", "exercize"},
        {"business", "busines"},
        {"news", "new"},
        {"economics", "economic"},
        {"uses", "us"},
        {"logistics", "logistic"},
    }};
    for (const auto &[a, b] : pairs) {
        EXPECT_FALSE(areVariants(a, b)) << a << " and " << b;
    }
}

TEST(Variants, holdTheWordItselfSortedAndOnce)
{
    for (const char *word : {"a", "x1", "data", "\u4E2D", "s", "ss", "es", "ies"}) {
        const auto forms = variants(word);
        EXPECT_TRUE(std::ranges::binary_search(forms, word)) << word;
        EXPECT_TRUE(std::ranges::is_sorted(forms)) << word;
        EXPECT_EQ(std::ranges::adjacent_find(forms), forms.end()) << word;
    }
}

} // namespace

} // namespace winnow::text
