#include "extraction/field_types.h"

#include <algorithm>
#include <array>

namespace winnow::extraction {

namespace {

using enum FieldType;

constexpr std::array<std::string_view, 5> kQualifiers{"<", "≤", ">", "≥", "~"};
constexpr std::array<std::string_view, 2> kYesNo{"yes", "no"};
constexpr std::array<std::string_view, 2> kAverages{"mean", "median"};
constexpr std::array<std::string_view, 4> kIntervals{"ci", "cri", "iqr", "range"};
constexpr std::array<std::string_view, 2> kEffectIntervals{"ci", "cri"};

constexpr std::array kText{PartType{"value", "Text", Scalar::Text, true}};
constexpr std::array kLongText{PartType{"value", "Text", Scalar::LongText, true}};
constexpr std::array kInteger{PartType{"value", "Number", Scalar::Integer, true},
                              PartType{"unit", "Unit", Scalar::Unit},
                              PartType{"qualifier", "Qualifier", Scalar::Choice, false, kQualifiers}};
constexpr std::array kNumber{PartType{"value", "Number", Scalar::Number, true},
                             PartType{"unit", "Unit", Scalar::Unit},
                             PartType{"qualifier", "Qualifier", Scalar::Choice, false, kQualifiers}};
constexpr std::array kPercentage{PartType{"value", "Per cent", Scalar::Number, true},
                                 PartType{"qualifier", "Qualifier", Scalar::Choice, false, kQualifiers}};
constexpr std::array kDate{PartType{"value", "Date", Scalar::Date, true}};
constexpr std::array kDateRange{PartType{"from", "From", Scalar::Date}, PartType{"to", "To", Scalar::Date}};
constexpr std::array kYesOrNo{PartType{"value", "Answer", Scalar::Choice, true, kYesNo}};
constexpr std::array kOption{PartType{"value", "Option", Scalar::Option, true}};
constexpr std::array kTwoByTwo{
    PartType{"intervention-events", "Events, intervention", Scalar::Count, true},
    PartType{"intervention-total", "People, intervention", Scalar::Count, true},
    PartType{"control-events", "Events, control", Scalar::Count, true},
    PartType{"control-total", "People, control", Scalar::Count, true},
};
constexpr std::array kMeanSd{
    PartType{"average", "Mean or median", Scalar::Choice, false, kAverages},
    PartType{"mean", "Value", Scalar::Number, true},
    PartType{"unit", "Unit", Scalar::Unit},
    PartType{"sd", "Standard deviation", Scalar::Number},
    PartType{"se", "Standard error", Scalar::Number},
    PartType{"interval", "Kind of interval", Scalar::Choice, false, kIntervals},
    PartType{"level", "Level of the interval, %", Scalar::Number},
    PartType{"low", "Lower limit", Scalar::Number},
    PartType{"high", "Upper limit", Scalar::Number},
    PartType{"n", "People", Scalar::Count},
};
constexpr std::array kEffect{
    PartType{"measure", "Measure", Scalar::Measure},
    PartType{"estimate", "Estimate", Scalar::Number, true},
    PartType{"interval", "Kind of interval", Scalar::Choice, false, kEffectIntervals},
    PartType{"level", "Level of the interval, %", Scalar::Number},
    PartType{"low", "Lower limit", Scalar::Number},
    PartType{"high", "Upper limit", Scalar::Number},
    PartType{"p-qualifier", "Qualifier of p", Scalar::Choice, false, kQualifiers},
    PartType{"p", "p", Scalar::Number},
};
constexpr std::array kLocation{PartType{"country", "Country", Scalar::Text},
                               PartType{"place", "Place", Scalar::Text}};
constexpr std::array kReference{PartType{"value", "Record", Scalar::Text, true}};
constexpr std::array kRegion{
    PartType{"file", "File", Scalar::Text, true},
    PartType{"page", "Page", Scalar::Text},
    PartType{"x", "Left", Scalar::Number},
    PartType{"y", "Top", Scalar::Number},
    PartType{"width", "Width", Scalar::Number},
    PartType{"height", "Height", Scalar::Number},
};
constexpr std::array kComputed{PartType{"value", "Number", Scalar::Number, true}};

constexpr std::array<TypeInfo, 20> kTypes{{
    {Text, "text", "Text", "a line of text", kText},
    {LongText, "long-text", "Long text", "text of any number of lines", kLongText},
    {Integer,
     "integer",
     "Whole number",
     "a whole number, as \"30\" or \"≥ 12 months\"",
     kInteger,
     kUnits | kLimits,
     0,
     false,
     "value"},
    {Number,
     "number",
     "Number",
     "a number, as \"12.5\" or \"≤ 12.5 mg\"",
     kNumber,
     kUnits | kLimits,
     0,
     false,
     "value"},
    {Percentage,
     "percentage",
     "Percentage",
     "per cent, as \"12.5 %\"",
     kPercentage,
     kLimits,
     0,
     false,
     "value"},
    {Date, "date", "Date", "a date, as \"2019\", \"2019-03\", \"2019-03-25\" or \"March 2019\"", kDate},
    {DateRange,
     "date-range",
     "Range of dates",
     "a range of dates, as \"2018 to 2020\", \"March 2018 to May 2019\" or \"since 2018\"",
     kDateRange},
    {YesNo, "yes-no", "Yes or no", "\"yes\", \"no\" or \"unclear\"", kYesOrNo},
    {Single, "single", "One of some options", "one of its options", kOption, kOptions, kOptions},
    {Multiple,
     "multiple",
     "Any of some options",
     "any of its options, divided by \";\"",
     kOption,
     kOptions,
     kOptions,
     true},
    {Code,
     "code",
     "Codes of a tree",
     "any of its codes, divided by \";\"",
     kOption,
     kOptions,
     kOptions,
     true},
    {Group, "group", "Repeated fields", "values in its own fields", {}, kFields, kFields},
    {Matrix, "matrix", "Matrix", "a line for each cell, as \"row / column: text\"", {}, kGrid, kGrid, true},
    {TwoByTwo,
     "two-by-two",
     "Events in two arms",
     "events and people in two arms, as \"12/50 vs 20/48\"",
     kTwoByTwo},
    {MeanSd,
     "mean-sd",
     "Mean and spread",
     "a mean with its spread, as \"12.3 (4.5), n = 30\" or \"12.3 [95% CI 10.1 to 14.5]\"",
     kMeanSd,
     kUnits | kLimits,
     0,
     false,
     "mean"},
    {Effect,
     "effect",
     "Effect with interval",
     "an effect, as \"RR 0.75 (95% CI 0.60 to 0.94), p = 0.01\"",
     kEffect,
     kMeasures | kLimits,
     0,
     false,
     "estimate"},
    {Location,
     "location",
     "Place",
     "a country, or a place and its country, as \"Belitung, Indonesia\"",
     kLocation},
    {Reference, "reference", "Record of the review", "the key of a record", kReference},
    {Region,
     "region",
     "Part of a page or figure",
     "a part of a page, as \"trial.pdf, page 4, x 10, y 20, width 300, height 200\"",
     kRegion},
    {Computed,
     "computed",
     "Computed",
     "nothing, since it follows from other fields",
     kComputed,
     kFormula,
     kFormula,
     false,
     "value"},
}};

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < kTypes.size(); ++i) {
        if (static_cast<std::size_t>(kTypes.at(i).type) != i) {
            return false;
        }
    }
    return true;
}

static_assert(isInOrder());

} // namespace

std::span<const TypeInfo> fieldTypes()
{
    return kTypes;
}

const TypeInfo &infoOf(FieldType type)
{
    return kTypes.at(static_cast<std::size_t>(type));
}

std::string_view toString(FieldType type)
{
    return infoOf(type).name;
}

std::optional<FieldType> fieldTypeFromString(std::string_view name)
{
    const auto *const found = std::ranges::find(kTypes, name, &TypeInfo::name);
    return found == kTypes.end() ? std::nullopt : std::optional(found->type);
}

const PartType *partOf(FieldType type, std::string_view name)
{
    const auto parts = infoOf(type).parts;
    const auto found = std::ranges::find(parts, name, &PartType::name);
    return found == parts.end() ? nullptr : &*found;
}

bool isNumeric(Scalar scalar)
{
    return scalar == Scalar::Count || scalar == Scalar::Integer || scalar == Scalar::Number;
}

} // namespace winnow::extraction
