#include "extraction/comparison.h"
#include "some_forms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::extraction::test {

namespace {

const Form &form()
{
    static const Form kForm = formOfAllTypes();
    return kForm;
}

TEST(SaysTheSame, goesByTheMeaning)
{
    const std::tuple<const char *, const char *, const char *, bool> cases[] = {
        {"dose", "12.50 mg", "12.5 mg", true},
        {"dose", "12.5 mg", "12.5 Mg", false},
        {"dose", "= 12.5", "12.5", true},
        {"dose", "12.5", "≤ 12.5", false},
        {"dose", "12.5", "NR", false},
        {"dose", "NR", "not reported", true},
        {"dose", "NR", "NA", false},
        {"setting", "home; school", "school; home", true},
        {"setting", "home; school", "school", false},
        {"text", "A  Trial", "a trial", true},
        {"text", "A trial", "A trail", false},
        {"place", "belitung, Indonesia", "Belitung, indonesia", true},
        {"effect", "RR 0.75 (95% CI 0.6 to 0.94)", "RR 0.750 [0.60, 0.94]", true},
        {"effect", "RR 0.75 (90% CI 0.6 to 0.94)", "RR 0.750 [0.60, 0.94]", false},
        {"pain", "mean 12 (4)", "12.0 (SD 4.0)", true},
        {"pain", "median 12 (SD 4)", "12.0 (SD 4.0)", false},
        {"pain", "12 [95% CrI 10 to 15]", "12.0 [95% CI 10 to 15]", false},
        {"effect", "RR 0.75 (95% CrI 0.6 to 0.94)", "RR 0.75 [0.60, 0.94]", false},
        {"count", "30.0", "30", true},
        {"date", "March 2019", "2019-03", true},
    };
    for (const auto &[name, one, other, isSame] : cases) {
        const Field &field = *fieldAt(form(), name);
        const Value a = parseValue(field, one).value();
        const Value b = parseValue(field, other).value();
        EXPECT_EQ(saysTheSame(field, a, b), isSame) << one << " and " << other;
        EXPECT_EQ(saysTheSame(field, b, a), isSame) << one << " and " << other;
    }
}

TEST(SaysTheSame, doesNotHeedQuotesAndNotes)
{
    const Field &field = *fieldAt(form(), "dose");
    const Value plain{ValueStatus::Extracted, {{"value", "12.5"}}};
    const Value quoted{ValueStatus::Extracted, {{"value", "12.50"}}, {{"12.50 mg", "4"}}, "from table 2"};
    EXPECT_TRUE(saysTheSame(field, plain, quoted));
    const Field &blind = *fieldAt(form(), "blind");
    EXPECT_TRUE(
        saysTheSame(blind, {ValueStatus::Extracted, {{"value", "unclear"}}}, {ValueStatus::Unclear, {}}));
}

std::string agreementsOf(const std::vector<ComparedField> &compared)
{
    std::string text;
    for (const ComparedField &one : compared) {
        if (one.agreement != Agreement::Nobody) {
            text += one.path + ":" + std::string(toString(one.agreement)) + (one.proposal ? "! " : " ");
        }
    }
    return text;
}

TEST(Compare, putsExtractorsSideBySide)
{
    const std::vector<Values> two{
        typed(form(),
              {{"dose", "12.5"},
               {"design", "rct"},
               {"text", "a"},
               {"arms/Drug A/n", "12"},
               {"arms/None/n", "9"}}),
        typed(form(),
              {{"dose", "12.50"}, {"design", "cohort"}, {"arms/drug  a/n", "12"}, {"arms/Other/n", "8"}})};
    const auto compared = compare(form(), two);
    EXPECT_EQ(agreementsOf(compared),
              "text:only-one dose:agree! design:differ arms/Drug A/n:agree! arms/None/n:only-one "
              "arms/Other/n:only-one ");
    const auto nobody = std::ranges::find(compared, "share", &ComparedField::path);
    ASSERT_NE(nobody, compared.end());
    EXPECT_EQ(nobody->agreement, Agreement::Nobody);
    EXPECT_EQ(nobody->said.size(), 2U);
    EXPECT_EQ(std::ranges::find(compared, "total", &ComparedField::path), compared.end())
        << "computed, said by nobody";
}

TEST(Compare, proposesOnlyWhatAllSaid)
{
    const auto said = [](const char *dose) { return typed(form(), {{"dose", dose}}); };
    EXPECT_EQ(agreementsOf(compare(form(), std::vector<Values>{said("5"), said("5.0"), said("5")})),
              "dose:agree! ");
    EXPECT_EQ(agreementsOf(compare(form(), std::vector<Values>{said("5"), said("5.0"), {}})), "dose:agree ");
    EXPECT_EQ(agreementsOf(compare(form(), std::vector<Values>{said("5"), said("5.0"), said("6")})),
              "dose:differ ");
    EXPECT_EQ(agreementsOf(compare(form(), std::vector<Values>{said("5")})), "dose:only-one ");
    EXPECT_EQ(agreementsOf(compare(form(), {})), "");
}

TEST(Compare, givesTheProposalEverybodysQuotes)
{
    Values one = typed(form(), {{"dose", "5"}});
    Values other = one;
    one["dose"].quotes = {{"5 mg", "3"}};
    other["dose"].quotes = {{"5 mg", "3"}, {"five", "7"}};
    const auto compared = compare(form(), std::vector<Values>{one, other});
    const auto dose = std::ranges::find(compared, "dose", &ComparedField::path);
    EXPECT_EQ(dose->proposal->quotes, (std::vector<Quote>{{"5 mg", "3"}, {"five", "7"}}));
}

TEST(Compare, showsWhatTheFormNoLongerAsks)
{
    const Values old{{"gone", Value{ValueStatus::Extracted, {{"value", "x"}}}}};
    const auto compared = compare(form(), std::vector<Values>{old, old});
    EXPECT_EQ(agreementsOf(compared), "gone:agree! ");
    EXPECT_EQ(compared.back().field, nullptr);
}

TEST(Compare, resolvesFormerIds)
{
    const Form renamed =
        parsedFormWith(R"({"id": "dose", "label": "Dose", "type": "number", "former-ids": ["amount"]})");
    const Value five{ValueStatus::Extracted, {{"value", "5"}}};
    EXPECT_EQ(agreementsOf(compare(renamed, std::vector<Values>{{{"amount", five}}, {{"dose", five}}})),
              "dose:agree! ");
    // Where one extractor has both, the former one stays visible.
    EXPECT_EQ(agreementsOf(compare(
                  renamed, std::vector<Values>{{{"amount", five}, {"dose", five}}, {{"dose", five}}})),
              "dose:agree! amount:only-one ");
}

} // namespace

} // namespace winnow::extraction::test
