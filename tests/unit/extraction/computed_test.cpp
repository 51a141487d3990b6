#include "extraction/computed.h"
#include "some_forms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::extraction::test {

namespace {

using testing::HasSubstr;

/// The number of a formula over a = 6, b = 2, none = missing, many = 1, 2, 3, gaps = 1, missing; or the
/// message.
std::string outcomeOf(std::string_view text)
{
    const auto formula = Formula::parse(text);
    if (!formula) {
        return formula.error().message;
    }
    const FormulaLookup lookup = [](const FormulaName &name) -> std::vector<std::optional<double>> {
        if (name.text == "many" && name.maySpread) {
            return {1, 2, 3};
        }
        if (name.text == "gaps" && name.maySpread) {
            return {1, std::nullopt};
        }
        return {name.text == "a"          ? std::optional(6.0)
                : name.text == "b"        ? std::optional(2.0)
                : name.text == "n-lost.x" ? std::optional(4.0)
                                          : std::nullopt};
    };
    const auto number = formula->evaluate(lookup);
    if (!number) {
        return number.error().message;
    }
    return number.value() ? std::to_string(*number.value()).substr(0, 6) : "nothing";
}

TEST(Formula, isWorkedOut)
{
    const std::pair<const char *, const char *> cases[] = {
        {"1 + 2 * 3", "7.0000"},   {"(1 + 2) * 3", "9.0000"},     {"10 - 4 - 3", "3.0000"},
        {"12 / 3 / 2", "2.0000"},  {"-a + b", "-4.000"},          {"a - b", "4.0000"},
        {"a -b", "4.0000"},        {"a*b/4", "3.0000"},           {"2 - -1", "3.0000"},
        {"n-lost.x", "4.0000"},    {"percent(b, a)", "33.333"},   {"round(percent(b, a), 1)", "33.300"},
        {"round(2.5)", "3.0000"},  {"round(1234, -2)", "1200.0"}, {"sqrt(4) + abs(-1)", "3.0000"},
        {"sum(many)", "6.0000"},   {"sum(many, a, 1)", "13.000"}, {"min(many) + max(a, b)", "7.0000"},
        {"count(many)", "3.0000"}, {"count(gaps)", "1.0000"},     {"sum(many) / count(many)", "2.0000"},
    };
    for (const auto &[formula, number] : cases) {
        EXPECT_EQ(outcomeOf(formula), number) << formula;
    }
}

TEST(Formula, givesNothingWhereANumberIsMissing)
{
    for (const char *formula :
         {"none", "a + none", "sum(gaps)", "max(a, none)", "percent(none, 0)", "round(none)", "none / 0"}) {
        EXPECT_EQ(outcomeOf(formula), "nothing") << formula;
    }
}

TEST(Formula, saysWhereItWouldDivideByZero)
{
    EXPECT_THAT(outcomeOf("a / (b - 2)"), HasSubstr("(b - 2) is 0"));
    EXPECT_THAT(outcomeOf("percent(a, b - 2)"), HasSubstr("b - 2 is 0"));
    EXPECT_THAT(outcomeOf("sqrt(-1)"), HasSubstr("no number"));
    EXPECT_THAT(outcomeOf("a * "
                          "9999999999999999999999999999999999999999999999999999999999999999999999999999999999"
                          "9999999999999999 * " +
                          std::string(250, '9')),
                HasSubstr("too large"));
}

TEST(Formula, isRefusedWhereItCannotBeRead)
{
    const std::pair<std::string, const char *> cases[] = {
        {" ", "empty"},
        {"a +", "missing at its end"},
        {"(a", "\")\" is missing"},
        {"a b", "\"b\" is not expected"},
        {"a)", "\")\" is not expected"},
        {"mean(a)", "no function mean; there are sum, min"},
        {"sum()", "neither a number nor a field"},
        {"percent(a)", "cannot have 1 entries"},
        {"round(a, 1, 2)", "cannot have 3"},
        {"a ^ 2", "\"^ 2\" is not expected"},
        {"=1+1", "neither a number nor a field"},
        {"1e999", "not expected"},
        {"é", "neither a number nor a field"},
        {std::string(2'001, '1'), "more than 2000 bytes"},
        {std::string(200, '(') + "1" + std::string(200, ')'), "too deep"},
        {std::string(200, '-') + "1", "too deep"},
    };
    for (const auto &[formula, message] : cases) {
        EXPECT_THAT(outcomeOf(formula), HasSubstr(message)) << formula;
    }
}

std::string computedText(const Form &form, const Values &values)
{
    std::string text;
    for (const ComputedValue &one : compute(form, values)) {
        const auto value = one.value();
        text += one.path + "=" +
                (value                 ? partsOf(*value).substr(6)
                 : one.problem.empty() ? "nothing"
                                       : "problem") +
                " ";
    }
    return text;
}

const char *const kFields = R"json(
    {"id": "share", "label": "Share", "type": "computed", "formula": "round(percent(total, invited), 1)"},
    {"id": "total", "label": "Total", "type": "computed", "formula": "sum(arms.left)"},
    {"id": "invited", "label": "Invited", "type": "integer"},
    {"id": "arms", "label": "Arms", "type": "group", "fields": [
        {"id": "left", "label": "Left", "type": "computed", "formula": "n - lost"},
        {"id": "n", "label": "N", "type": "integer"},
        {"id": "lost", "label": "Lost", "type": "integer"},
        {"id": "age", "label": "Age", "type": "mean-sd"},
        {"id": "part", "label": "Part of all", "type": "computed", "formula": "left / total"}]},
    {"id": "number", "label": "Number of arms", "type": "computed", "formula": "count(arms)"},
    {"id": "spread", "label": "Widest spread", "type": "computed", "formula": "max(arms.age.sd)"})json";

TEST(Compute, goesFromFieldToFieldAndThroughGroups)
{
    const Form form = parsedFormWith(kFields);
    const Values values = typed(form,
                                {{"invited", "200"},
                                 {"arms/drug/n", "50"},
                                 {"arms/drug/lost", "10"},
                                 {"arms/drug/age", "40 (5)"},
                                 {"arms/none/n", "60"},
                                 {"arms/none/lost", "0"},
                                 {"arms/none/age", "41 (6.5)"}});
    EXPECT_EQ(computedText(form, values),
              "arms/drug/left=40 arms/none/left=60 total=100 share=50 arms/drug/part=0.4 arms/none/part=0.6 "
              "number=2 spread=6.5 ");
}

TEST(Compute, givesNothingWhereAValueIsNotKnown)
{
    const Form form = parsedFormWith(kFields);
    EXPECT_EQ(computedText(form, {}), "total=nothing share=nothing number=0 spread=nothing ");
    for (const char *lost : {"NR", "unclear", "< 5"}) {
        const Values values = typed(form, {{"arms/drug/n", "50"}, {"arms/drug/lost", lost}});
        EXPECT_THAT(computedText(form, values), HasSubstr("arms/drug/left=nothing total=nothing")) << lost;
    }
    const Values about = typed(form, {{"arms/drug/n", "50"}, {"arms/drug/lost", "about 5"}});
    EXPECT_THAT(computedText(form, about), HasSubstr("arms/drug/left=45"));
}

TEST(Compute, saysWhereItWouldDivideByZero)
{
    const Form form = parsedFormWith(kFields);
    const auto results =
        compute(form, typed(form, {{"invited", "0"}, {"arms/drug/n", "50"}, {"arms/drug/lost", "1"}}));
    const auto share = std::ranges::find(results, "share", &ComputedValue::path);
    EXPECT_EQ(share->number, std::nullopt);
    EXPECT_THAT(share->problem, HasSubstr("invited is 0"));
}

TEST(Compute, doesNotHeedWhatWasOnceTypedThere)
{
    const Form form = parsedFormWith(
        R"({"id": "a", "label": "A", "type": "computed", "formula": "b + 1"}, {"id": "b", "label": "B", "type": "computed", "formula": "c"}, {"id": "c", "label": "C", "type": "integer"})");
    EXPECT_EQ(computedText(form, {{"b", Value{ValueStatus::Extracted, {{"value", "7"}}}}}),
              "b=nothing a=nothing ");
}

} // namespace

} // namespace winnow::extraction::test
