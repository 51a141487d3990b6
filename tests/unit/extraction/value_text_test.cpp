#include "extraction/field_types.h"
#include "extraction/value_json.h"
#include "some_forms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace winnow::extraction::test {

namespace {

using testing::HasSubstr;

const Form &form()
{
    static const Form kForm = formOfAllTypes();
    return kForm;
}

struct Case
{
    const char *field;
    const char *typed;
    const char *parts;
    const char *shown;
};

const Case kCases[] = {
    {"text", "  A trial \n of two lines ", "value=A trial   of two lines", "A trial   of two lines"},
    {"text", "=1+1", "value==1+1", "=1+1"},
    {"text", "مراجعة منهجية", "value=مراجعة منهجية", "مراجعة منهجية"},
    {"long", "one\r\ntwo\r\n", "value=one\ntwo", "one\ntwo"},
    {"count", "30", "value=30", "30"},
    {"count", "1,234", "value=1234", "1234"},
    {"count", "30.0", "value=30", "30"},
    {"count", ">= 12 months", "value=12 unit=months qualifier=≥", "≥ 12 months"},
    {"dose", "≤ 12.5 mg", "value=12.5 unit=mg qualifier=≤", "≤ 12.5 mg"},
    {"dose", "<=12.50mg/kg", "value=12.50 unit=mg/kg qualifier=≤", "≤ 12.50 mg/kg"},
    {"dose", "<0.001", "value=0.001 qualifier=<", "< 0.001"},
    {"dose", "about 3 µg", "value=3 unit=µg qualifier=~", "~ 3 µg"},
    {"dose", "1,234.5", "value=1234.5", "1234.5"},
    {"dose", "1 234 567", "value=1234567", "1234567"},
    {"dose", "\u22125.20", "value=-5.20", "-5.20"},
    {"dose", "+.5", "value=0.5", "0.5"},
    {"dose", "-0.0", "value=0.0", "0.0"},
    {"dose", "007.50", "value=7.50", "7.50"},
    {"dose", "3.20 × 10^-5", "value=0.0000320", "0.0000320"},
    {"dose", "1.50e3", "value=1500", "1500"},
    {"dose", "5 mg kg-1 day-1", "value=5 unit=mg kg-1 day-1", "5 mg kg-1 day-1"},
    {"dose", "5 m\u22122", "value=5 unit=m\u22122", "5 m\u22122"},
    {"dose",
     "5 per 100,000 person-years",
     "value=5 unit=per 100,000 person-years",
     "5 per 100,000 person-years"},
    {"dose", "1.2 mL/min/1.73 m2", "value=1.2 unit=mL/min/1.73 m2", "1.2 mL/min/1.73 m2"},
    {"dose", "5 points (0-10 scale)", "value=5 unit=points (0-10 scale)", "5 points (0-10 scale)"},
    {"dose", "1e3 %", "value=1000 unit=%", "1000 %"},
    {"dose", "3.2 × 10^-5", "value=0.000032", "0.000032"},
    {"dose", "1e-50", "value=1e-50", "1e-50"},
    {"time", "6 Months", "value=6 unit=months", "6 months"},
    {"share", "12.5%", "value=12.5", "12.5 %"},
    {"amount", "5 mM", "value=5 unit=mM", "5 mM"},
    {"amount", "5 MM", "value=5 unit=MM", "5 MM"},
    {"amount", "5 Litres", "value=5 unit=litres", "5 litres"},
    {"share", "12.50 %", "value=12.50", "12.50 %"},
    {"share", "< 1 per cent", "value=1 qualifier=<", "< 1 %"},
    {"date", "2019", "value=2019", "2019"},
    {"date", "2019-3", "value=2019-03", "2019-03"},
    {"date", "2020-02-29", "value=2020-02-29", "2020-02-29"},
    {"date", "March 2019", "value=2019-03", "2019-03"},
    {"date", "Sept. 2019", "value=2019-09", "2019-09"},
    {"date", "25 March 2019", "value=2019-03-25", "2019-03-25"},
    {"date", "March 25, 2019", "value=2019-03-25", "2019-03-25"},
    {"period", "2018-2020", "from=2018 to=2020", "2018 to 2020"},
    {"period", "2018–2020", "from=2018 to=2020", "2018 to 2020"},
    {"period", "2018-03 - 2019-05", "from=2018-03 to=2019-05", "2018-03 to 2019-05"},
    {"period", "March 2018 to May 2019", "from=2018-03 to=2019-05", "2018-03 to 2019-05"},
    {"period", "from March 2018 to May 2019", "from=2018-03 to=2019-05", "2018-03 to 2019-05"},
    {"period", "between 2018 and 2020", "from=2018 to=2020", "2018 to 2020"},
    {"period", "2019-03", "from=2019-03 to=2019-03", "2019-03"},
    {"period", "since 2018", "from=2018", "since 2018"},
    {"period", "until March 2020", "to=2020-03", "until 2020-03"},
    {"blind", "Yes", "value=yes", "yes"},
    {"blind", "unclear", "unclear", "unclear"},
    {"design", "RCT", "value=rct", "Randomised trial"},
    {"design", "randomised  TRIAL", "value=rct", "Randomised trial"},
    {"design", "Cohort; prospective", "value=cohort", "cohort"},
    {"setting", "work-place; at home", "value=home value=work-place", "At home; Work place"},
    {"setting", "School\nAt home\nSchool", "value=home value=school", "At home; School"},
    {"craft", "clay; wood-other", "value=wood-other value=clay", "wood-other; Clay"},
    {"table",
     "sleep/1 year: 4 (2)\nPain / 3 months: NR",
     "Pain/3 months=NR Sleep/1 year=4 (2)",
     "Pain / 3 months: NR\nSleep / 1 year: 4 (2)"},
    {"deaths",
     "12/50 vs 20/48",
     "intervention-events=12 intervention-total=50 control-events=20 control-total=48",
     "12/50 vs 20/48"},
    {"deaths",
     "12 of 50, 1,020 of 2,048",
     "intervention-events=12 intervention-total=50 control-events=1020 control-total=2048",
     "12/50 vs 1020/2048"},
    {"pain", "12.3 (4.5), n = 30", "mean=12.3 sd=4.5 n=30", "12.3 (SD 4.5), n = 30"},
    {"pain", "12.30 ± 4.5", "mean=12.30 sd=4.5", "12.30 (SD 4.5)"},
    {"pain", "12 N (SD 3), N = 30", "mean=12 unit=N sd=3 n=30", "12 N (SD 3), n = 30"},
    {"pain", "12 (3), n30", "mean=12 sd=3 n=30", "12 (SD 3), n = 30"},
    {"pain", "median 12 (SD 4.50)", "average=median mean=12 sd=4.50", "median 12 (SD 4.50)"},
    {"pain",
     "12.3 (95% CrI 10.1 to 14.5)",
     "mean=12.3 interval=cri level=95 low=10.1 high=14.5",
     "12.3 [95% CrI 10.1 to 14.5]"},
    {"pain", "12.3 mm (SE 0.8)", "mean=12.3 unit=mm se=0.8", "12.3 mm (SE 0.8)"},
    {"pain", "37.1 °C ± 0.4 (n = 12)", "mean=37.1 unit=°C sd=0.4 n=12", "37.1 °C (SD 0.4), n = 12"},
    {"pain", "12.3 [10.1, 14.5]", "mean=12.3 interval=ci low=10.1 high=14.5", "12.3 [CI 10.1 to 14.5]"},
    {"pain", "12.3 [10,14]", "mean=12.3 interval=ci low=10 high=14", "12.3 [CI 10 to 14]"},
    {"pain",
     "mean -0.3 (95% CI: -0.5--0.1)",
     "mean=-0.3 interval=ci level=95 low=-0.5 high=-0.1",
     "-0.3 [95% CI -0.5 to -0.1]"},
    {"pain",
     "median 12 [10 to 15]",
     "average=median mean=12 interval=iqr low=10 high=15",
     "median 12 [IQR 10 to 15]"},
    {"pain",
     "median 12 (range 1–99); n=5",
     "average=median mean=12 interval=range low=1 high=99 n=5",
     "median 12 [range 1 to 99], n = 5"},
    {"effect",
     "RR 0.75 (95% CI 0.60 to 0.94), p = 0.01",
     "measure=RR estimate=0.75 level=95 low=0.60 high=0.94 p=0.01",
     "RR 0.75 (95% CI 0.60 to 0.94), p = 0.01"},
    {"effect",
     "Hedges' g = -0.4 [-0.7; -0.1], P<0.001",
     "measure=Hedges' g estimate=-0.4 low=-0.7 high=-0.1 p-qualifier=< p=0.001",
     "Hedges' g -0.4 (CI -0.7 to -0.1), p < 0.001"},
    {"effect",
     "0.75, 95% CI 0.60-0.94",
     "estimate=0.75 level=95 low=0.60 high=0.94",
     "0.75 (95% CI 0.60 to 0.94)"},
    {"effect",
     "OR 1.20 (95% credible interval 0.90 to 1.60)",
     "measure=OR estimate=1.20 interval=cri level=95 low=0.90 high=1.60",
     "OR 1.20 (95% CrI 0.90 to 1.60)"},
    {"effect",
     "OR 1.20 (CrI 0.90 to 1.60); p = 0.20",
     "measure=OR estimate=1.20 interval=cri low=0.90 high=1.60 p=0.20",
     "OR 1.20 (CrI 0.90 to 1.60), p = 0.20"},
    {"effect",
     "RR (95% CI) 0.75 (0.60\u20130.94)",
     "measure=RR estimate=0.75 level=95 low=0.60 high=0.94",
     "RR 0.75 (95% CI 0.60 to 0.94)"},
    {"effect", "β: 1.2 (p = .03)", "measure=β estimate=1.2 p=0.03", "β 1.2, p = 0.03"},
    {"ratio",
     "rr=0.75 (0.60, 0.94; p=0.01)",
     "measure=RR estimate=0.75 low=0.60 high=0.94 p=0.01",
     "RR 0.75 (CI 0.60 to 0.94), p = 0.01"},
    {"place", "indonesia", "country=Indonesia", "Indonesia"},
    {"place",
     "Belitung, Bangka, Indonesia",
     "country=Indonesia place=Belitung, Bangka",
     "Belitung, Bangka, Indonesia"},
    {"place", "USA", "country=United States", "United States"},
    {"place", "Atlantis", "place=Atlantis", "Atlantis"},
    {"report", "sari2021", "value=sari2021", "sari2021"},
    {"figure",
     "trial, final.pdf, page S4, x 10, y 20.5, width 300, height 200",
     "file=trial, final.pdf page=S4 x=10 y=20.5 width=300 height=200",
     "trial, final.pdf, page S4, x 10, y 20.5, width 300, height 200"},
    {"figure", "fig2.png", "file=fig2.png", "fig2.png"},
    {"dose", "NR", "not-reported", "not reported"},
    {"dose", "Not Reported", "not-reported", "not reported"},
    {"text", "N/A", "not-applicable", "not applicable"},
    {"table", "author contacted", "author-contacted", "author contacted"},
};

TEST(ParseValue, readsWhatPeopleType)
{
    for (const Case &one : kCases) {
        const Field &field = *fieldAt(form(), one.field);
        const auto value = parseValue(field, one.typed);
        ASSERT_TRUE(value) << one.field << " <- " << one.typed << ": " << value.error().message;
        EXPECT_EQ(partsOf(*value), one.parts) << one.typed;
        EXPECT_EQ(display(field, *value), one.shown) << one.typed;
        EXPECT_THAT(problemsOf(field, *value), testing::IsEmpty()) << one.typed;
    }
}

TEST(ParseValue, readsAgainWhatIsShown)
{
    for (const Case &one : kCases) {
        const Field &field = *fieldAt(form(), one.field);
        const Value value = parseValue(field, one.typed).value();
        const auto again = parseValue(field, display(field, value));
        ASSERT_TRUE(again) << one.shown << ": " << again.error().message;
        EXPECT_EQ(partsOf(*again), partsOf(value)) << one.shown;
    }
}

struct Refusal
{
    const char *field;
    const char *typed;
    const char *message;
};

const Refusal kRefusals[] = {
    {"text", "   ", "nothing is there"},
    {"text", "\xFF", "UTF-8"},
    {"dose", "much", "begin with a number"},
    {"dose", "12,5", "decimal comma"},
    {"dose", "1.234,5", "decimal comma"},
    {"dose", "0,123", "decimal comma"},
    {"dose", "1.234.567", "two points"},
    {"dose", "12 to 14 mg", "to 14 mg"},
    {"dose", "12 - 14", "not understood"},
    {"dose", "5\u201310", "two numbers"},
    {"dose", "5 \u2013 10 mg", "two numbers"},
    {"dose", "5\u201410", "two numbers"},
    {"dose", "5\u221210", "two numbers"},
    {"dose", "5\u201010", "two numbers"},
    {"dose", "5\u201110", "two numbers"},
    {"dose", "5-10", "two numbers"},
    {"dose", "5 mg\u201310 mg", "two numbers"},
    {"dose", "5 mg\u20137 mg", "two numbers"},
    {"dose", "5 mg to 10 mg", "two numbers"},
    {"dose", "5 mg or 10 mg", "two numbers"},
    {"dose", "5±2", "not understood"},
    {"dose", "5×3", "not understood"},
    {"dose", "5 x 3", "not understood"},
    {"dose", "5/10", "not understood"},
    {"dose", "5≥", "not understood"},
    {"dose", "5*", "not understood"},
    {"dose", "5 mg (3.4)", "not understood"},
    {"dose", "30% (12/40)", "not understood"},
    {"share", "5\u201310%", "two numbers"},
    {"count", "5\u201310", "two numbers"},
    {"amount", "5 mm", "none of the units mM, MM, litres (capital letters count)"},
    {"amount", "5 Mm", "capital letters count"},
    {"weight", "5 Mg", "none of the units mg (capital letters count)"},
    {"weight", "MG 5", "begin with a number"},
    {"dose", "NaN", "begin with a number"},
    {"dose", "inf", "begin with a number"},
    {"dose", "1e999", "too large"},
    {"dose", "1e-999", "too large or too small"},
    {"dose", "0x10", "not understood"},
    {"time", "6 years", "none of the units weeks, months"},
    {"count", "12.5", "no whole number"},
    {"count", "1e30", "no whole number"},
    {"share", "12 of 30", "not understood"},
    {"date", "05/03/2019", "one way only"},
    {"date", "2019-02-29", "no date"},
    {"date", "2019-13", "no date"},
    {"date", "last year", "no date"},
    {"period", "2018-19", "no range"},
    {"period", "until 2018 to 2020", "write \"2018 to 2020\""},
    {"period", "since 2018 to 2020", "write \"2018 to 2020\""},
    {"period", "until 2018 - 2020", "write \"2018 to 2020\""},
    {"period", "to 2018 and 2020", "write \"2018 to 2020\""},
    {"period", "between 2018", "no range"},
    {"period", "since last year", "no range"},
    {"blind", "maybe", "neither yes nor no"},
    {"design", "survey", "there are Randomised trial; cohort"},
    {"setting", "home; moon", "\"moon\" is no option"},
    {"setting", ";;", "names no option"},
    {"craft", "other", "write wood-other or clay-other"},
    {"arms", "two", "is a group"},
    {"table", "good", "Pain / 3 months"},
    {"table", "Pain / 3 months: a\npain/3 months: b", "twice"},
    {"deaths", "12/50", "second arm is missing"},
    {"deaths", "12 vs 20", "number of people is missing"},
    {"deaths", "1.5/50 vs 20/48", "1.5 is no number of people"},
    {"deaths", "-1/50 vs 20/48", "-1 is no number of people"},
    {"pain", "12.3 (4.5", "bracket is not closed"},
    {"pain", "12.3 (4.5), SD 3", "\"sd\" twice"},
    {"pain", "12,3 (4,5)", "decimal comma"},
    {"pain", "12.3, n = 3.5", "no number of people"},
    {"pain", "12\u201315", "not understood"},
    {"pain", "median 12 (4.5)", "IQR 10 to 15"},
    {"pain", "median 12 ± 4.5", "SD 4.5"},
    {"pain", "median 12 (IQR 5)", "two limits"},
    {"effect", "RR", "the estimate is missing"},
    {"effect", "p = 0.03", "write the estimate"},
    {"effect", "P<0.05", "write the estimate"},
    {"effect", "p-value 0.03", "write the estimate"},
    {"effect", "RR < 0.5", "\"<\""},
    {"effect", "RR≤0.5", "\"≤\""},
    {"effect", "≥ 0.5", "\"≥\""},
    {"effect", "OR about 0.5", "\"about\""},
    {"ratio", "RR > 0.5", "\">\""},
    {"effect", "RR 0.75 (IQR 0.60 to 0.94)", "no iqr"},
    {"effect", "RR 0.75 (95% CI 0.60 to 0.94) (95% CrI 0.5 to 0.9)", "twice"},
    {"effect", "RR 0.75 (0.60)", "two limits"},
    {"effect", "RR 0,75", ""},
    {"ratio", "HR 0.75", "none of the measures RR, OR"},
    {"figure", "a.pdf, x 10", "belong together"},
    {"total", "5", "is computed"},
    {"total", "NR", "is computed"},
};

TEST(ParseValue, saysWhyAndWhatTheFieldTakes)
{
    for (const Refusal &one : kRefusals) {
        const Field &field = *fieldAt(form(), one.field);
        const auto value = parseValue(field, one.typed);
        ASSERT_FALSE(value) << one.field << " <- " << one.typed << " gives " << partsOf(*value);
        EXPECT_EQ(value.error().code, ErrorCode::InvalidArgument);
        EXPECT_THAT(value.error().message, HasSubstr(one.message)) << one.typed;
        EXPECT_THAT(value.error().message, HasSubstr("It takes " + std::string(infoOf(field.type).takes)));
    }
}

TEST(ParseValue, fillsInTheOnlyUnitThatThereCanBe)
{
    const Form only = parsedFormWith(R"({"id": "a", "label": "A", "type": "number", "units": ["$"]})");
    const Field &field = *fieldAt(only, "a");
    for (const char *typed : {"12", "12 $", "$ 12", "$12"}) {
        EXPECT_EQ(partsOf(parseValue(field, typed).value()), "value=12 unit=$") << typed;
    }
}

TEST(ParseValue, takesTenThousandCharactersAndNotAHundredThousand)
{
    const std::string text(10'000, 'x');
    const Field &field = *fieldAt(form(), "text");
    EXPECT_EQ(display(field, parseValue(field, text).value()), text);
    const auto tooLong = parseValue(field, std::string(100'001, 'x'));
    ASSERT_FALSE(tooLong);
    EXPECT_LT(tooLong.error().message.size(), 600U);
    for (const Field *const one : fieldsOf(form())) {
        const auto read = parseValue(*one, text); // no type takes long or fails otherwise than with words
        EXPECT_TRUE(read || !read.error().message.empty());
    }
}

TEST(Display, showsAValueOfAnotherTypeAsItsPartsStand)
{
    const Value number{ValueStatus::Extracted, {{"value", "12.5"}, {"unit", "mg"}}};
    EXPECT_EQ(display(*fieldAt(form(), "design"), number), "12.5; unit: mg");
    EXPECT_EQ(display(*fieldAt(form(), "deaths"), number), "12.5; unit: mg");
    EXPECT_EQ(display(*fieldAt(form(), "craft"), {ValueStatus::Extracted, {{"value", "stone"}}}), "stone");
    EXPECT_EQ(display(*fieldAt(form(), "dose"), {ValueStatus::Unclear, {{"value", "5"}}}), "unclear: 5");
}

TEST(Problems, areSaidOfWhatCannotBe)
{
    const std::pair<std::pair<const char *, const char *>, const char *> cases[] = {
        {{"deaths", "60/50 vs 20/48"}, "more events than people in the intervention arm"},
        {{"deaths", "6/50 vs 49/48"}, "more events than people in the control arm"},
        {{"effect", "RR 0.75 (0.94 to 0.60)"}, "lower limit is above"},
        {{"effect", "RR 1.75 (0.60 to 0.94)"}, "estimate is above its interval"},
        {{"effect", "RR 0.75, p = 1.2"}, "p must be"},
        {{"pain", "12 (-3)"}, "deviation cannot be below 0"},
        {{"period", "2020 to 2018"}, "ends before it begins"},
    };
    for (const auto &[input, problem] : cases) {
        const Field &field = *fieldAt(form(), input.first);
        EXPECT_THAT(problemsOf(field, parseValue(field, input.second).value()),
                    testing::Contains(HasSubstr(problem)));
    }
    EXPECT_THAT(problemsOf(*fieldAt(form(), "period"),
                           {ValueStatus::Extracted, {{"from", "2019-05"}, {"to", "2019"}}}),
                testing::IsEmpty());
}

TEST(Problems, areSaidOfWhatTheFormDoesNotExpect)
{
    const Form limited =
        parsedFormWith(R"({"id": "a", "label": "A", "type": "integer", "least": 1, "most": 10})");
    const Field &field = *fieldAt(limited, "a");
    EXPECT_THAT(problemsOf(field, parseValue(field, "0").value()),
                testing::ElementsAre(HasSubstr("below the least")));
    EXPECT_THAT(problemsOf(field, parseValue(field, "11").value()), testing::ElementsAre(HasSubstr("(10)")));
    EXPECT_THAT(problemsOf(field, parseValue(field, "10").value()), testing::IsEmpty());
}

TEST(Problems, areSaidOfWhatFitsNoMore)
{
    const auto problem = [](const char *field, const Value &value) {
        const auto problems = problemsOf(*fieldAt(form(), field), value);
        return problems.empty() ? std::string() : problems.front();
    };
    EXPECT_THAT(problem("design", {ValueStatus::Extracted, {{"value", "case-study"}}}),
                HasSubstr("no option"));
    EXPECT_THAT(problem("dose", {ValueStatus::Extracted, {{"value", "many"}}}),
                HasSubstr("\"many\" is no number"));
    EXPECT_THAT(problem("dose", {ValueStatus::Extracted, {{"value", "nan"}}}), HasSubstr("no number"));
    EXPECT_THAT(problem("dose", {ValueStatus::Extracted, {{"value", "1"}, {"value", "2"}}}),
                HasSubstr("twice"));
    EXPECT_THAT(problem("dose", {ValueStatus::Extracted, {{"sd", "2"}}}), HasSubstr("a part \"sd\""));
    EXPECT_THAT(problem("dose", {ValueStatus::Extracted, {}}), HasSubstr("no value"));
    EXPECT_THAT(problem("dose", {ValueStatus::NotReported, {{"value", "2"}}}), HasSubstr("but has a value"));
    EXPECT_THAT(problem("pain", {ValueStatus::Extracted, {{"sd", "2"}}}), HasSubstr("\"mean\" is missing"));
    EXPECT_THAT(problem("table", {ValueStatus::Extracted, {{"Mood/1 year", "2"}}}), HasSubstr("no cell"));
    EXPECT_THAT(problem("arms", {ValueStatus::Extracted, {{"value", "2"}}}), HasSubstr("is a group now"));
    EXPECT_EQ(problem("dose", {ValueStatus::NotReported, {}}), "");
}

/// Pieces from which random inputs are put together, so that many of them are nearly right.
std::string randomText(std::mt19937 &random)
{
    static const char *const kPieces[] = {"12",        "0.5",    "-3",
                                          "1,234",     " ",      " ",
                                          "(",         ")",      "[",
                                          "]",         "±",      "%",
                                          "95% CI",    "to",     "n = 30",
                                          "p = 0.01",  "<",      "≤",
                                          "mg",        "RR",     "95% CrI",
                                          "\u2013",    "0.60",   "N",
                                          "median",    "SD",     "/",
                                          "vs",        ",",      ";",
                                          "\n",        ":",      "2019-03",
                                          "March",     "NR",     "home",
                                          "Other",     "wood",   "Pain / 1 year:",
                                          "Indonesia", "page 4", ", x 1, y 2, width 3, height 4",
                                          "é",         "°",      "e5",
                                          "x 10^3",    "\u00A0", "unclear"};
    std::string text;
    const auto count = 1 + random() % 7;
    for (std::size_t i = 0; i < count; ++i) {
        text += kPieces[random() % std::size(kPieces)];
    }
    return text;
}

TEST(ParseValue, readsAgainWhatIsShownOfAnythingThatItTook)
{
    std::mt19937 random(8); // NOLINT(bugprone-random-generator-seed): the same inputs each time
    std::size_t taken = 0;
    for (int round = 0; round < 3'000; ++round) {
        const std::string text = randomText(random);
        for (const Field *const field : fieldsOf(form())) {
            const auto value = parseValue(*field, text);
            if (!value) {
                continue;
            }
            ++taken;
            const std::string shown = display(*field, *value);
            const auto again = parseValue(*field, shown);
            ASSERT_TRUE(again) << field->id << ": " << text << " -> " << shown << ": "
                               << again.error().message;
            ASSERT_EQ(partsOf(*again), partsOf(*value)) << field->id << ": " << text << " -> " << shown;
            const auto stored = valueFromJson(toJson(*value));
            ASSERT_TRUE(stored);
            ASSERT_EQ(partsOf(*stored), partsOf(*value)) << field->id << ": " << text;
        }
    }
    EXPECT_GT(taken, 1'500U);
}

} // namespace

} // namespace winnow::extraction::test
