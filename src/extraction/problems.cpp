#include "extraction/field_types.h"
#include "extraction/options.h"
#include "extraction/scalars.h"
#include "extraction/value.h"
#include "extraction/values.h"

#include <algorithm>
#include <array>
#include <set>

namespace winnow::extraction {

namespace {

constexpr std::size_t kMostProblems = 20;

std::string quoted(std::string_view text)
{
    return "\"" + shortened(text, 60) + "\"";
}

bool contains(const std::vector<std::string> &list, std::string_view text)
{
    return list.empty() || std::ranges::find(list, text) != list.end();
}

bool isWhole(std::string_view number)
{
    return toDouble(number) && withoutPrecision(number).find_first_of(".e") == std::string::npos;
}

/// What is wrong with the text of one part; empty: nothing.
std::string problemOf(const Field &field, const PartType &type, std::string_view text)
{
    const auto number = canonicalNumber(text);
    switch (type.scalar) {
    case Scalar::Text:
    case Scalar::LongText:
        return {};
    case Scalar::Count:
        return number && isWhole(*number) && !number->starts_with("-")
                   ? ""
                   : quoted(text) + " is no number of people.";
    case Scalar::Integer:
        return number && isWhole(*number) ? "" : quoted(text) + " is no whole number.";
    case Scalar::Number:
        return number ? "" : quoted(text) + " is no number.";
    case Scalar::Date:
        return canonicalDate(text) ? "" : quoted(text) + " is no date.";
    case Scalar::Choice:
        return std::ranges::find(type.choices, text) != type.choices.end() ||
                       (type.name == "value" && text == "unclear") ||
                       (type.name.ends_with("qualifier") && text == "=")
                   ? ""
                   : quoted(text) + " is none of the answers that there are.";
    case Scalar::Option:
        return optionCalled(field, text) != nullptr ? ""
                                                    : quoted(text) + " is no option of the form any more.";
    case Scalar::Unit:
        return contains(field.units, text) ? "" : quoted(text) + " is none of the units of the form.";
    case Scalar::Measure:
        return contains(field.measures, text) ? "" : quoted(text) + " is none of the measures of the form.";
    }
    return {};
}

void checkMatrix(const Field &field, const Value &value, std::vector<std::string> &problems)
{
    std::set<std::string> cells;
    for (const std::string &row : field.rows) {
        for (const std::string &column : field.columns) {
            cells.insert(cellName(row, column));
        }
    }
    for (const Part &part : value.parts) {
        if (!cells.contains(part.name)) {
            problems.push_back("The form has no cell " + quoted(part.name) + " (any more).");
        }
    }
}

void checkParts(const Field &field, const Value &value, std::vector<std::string> &problems)
{
    const TypeInfo &info = infoOf(field.type);
    std::set<std::string> seen;
    for (const Part &part : value.parts) {
        const PartType *const type = partOf(field.type, part.name);
        if (type == nullptr) {
            problems.push_back("There is a part " + quoted(part.name) + ", but the field takes " +
                               std::string(info.takes) + ".");
        } else if (auto problem = problemOf(field, *type, part.text); !problem.empty()) {
            problems.push_back(std::move(problem));
        } else if (!seen.insert(part.name + (info.isList ? "/" + part.text : "")).second) {
            problems.push_back("The part " + quoted(part.name) + " is there twice.");
        }
        if (problems.size() > kMostProblems) {
            return;
        }
    }
    for (const PartType &type : info.parts) {
        if (type.isRequired && !partText(value, type.name)) {
            problems.push_back("The part " + quoted(type.name) + " is missing; the field takes " +
                               std::string(info.takes) + ".");
        }
    }
}

std::optional<double> numberOf(const Value &value, std::string_view part)
{
    const auto text = partText(value, part);
    return text ? toDouble(*text) : std::nullopt;
}

/// A number that must not be above another of the same value.
struct Ordered
{
    FieldType type;
    std::string_view lower;
    std::string_view upper;
    std::string_view sentence;
};

using enum FieldType;

constexpr std::array kOrdered{
    Ordered{Effect, "low", "high", "The lower limit is above the upper one."},
    Ordered{Effect, "low", "estimate", "The estimate is below its interval."},
    Ordered{Effect, "estimate", "high", "The estimate is above its interval."},
    Ordered{MeanSd, "low", "high", "The lower limit is above the upper one."},
    Ordered{MeanSd, "low", "mean", "The mean or median is below its interval."},
    Ordered{MeanSd, "mean", "high", "The mean or median is above its interval."},
    Ordered{TwoByTwo,
            "intervention-events",
            "intervention-total",
            "There are more events than people in the intervention arm."},
    Ordered{
        TwoByTwo, "control-events", "control-total", "There are more events than people in the control arm."},
};

/// A part that has limits in every form.
struct Bounded
{
    FieldType type;
    std::string_view part;
    double least;
    double most;
    std::string_view sentence;
};

constexpr double kAny = 1e300;

constexpr std::array kBounded{
    Bounded{Effect, "p", 0, 1, "p must be from 0 to 1."},
    Bounded{Effect, "level", 1, 100, "The level of an interval must be from 1 to 100 %."},
    Bounded{MeanSd, "level", 1, 100, "The level of an interval must be from 1 to 100 %."},
    Bounded{MeanSd, "sd", 0, kAny, "A standard deviation cannot be below 0."},
    Bounded{MeanSd, "se", 0, kAny, "A standard error cannot be below 0."},
    Bounded{Region, "width", 0, kAny, "A width cannot be below 0."},
    Bounded{Region, "height", 0, kAny, "A height cannot be below 0."},
};

void checkPlausible(const Field &field, const Value &value, std::vector<std::string> &problems)
{
    for (const Ordered &rule : kOrdered) {
        const auto lower = numberOf(value, rule.lower);
        const auto upper = numberOf(value, rule.upper);
        if (rule.type == field.type && lower && upper && *lower > *upper) {
            problems.emplace_back(rule.sentence);
        }
    }
    for (const Bounded &rule : kBounded) {
        const auto number = numberOf(value, rule.part);
        if (rule.type == field.type && number && (*number < rule.least || *number > rule.most)) {
            problems.emplace_back(rule.sentence);
        }
    }
    const auto from = partText(value, "from");
    const auto to = partText(value, "to");
    // Both in canonical form, so that the shorter one of two is compared as far as it goes.
    if (field.type == DateRange && from && to && from->substr(0, to->size()) > to->substr(0, from->size())) {
        problems.emplace_back("The range ends before it begins.");
    }
    if (field.type == DateRange && !from && !to) {
        problems.emplace_back("The range has neither beginning nor end.");
    }
}

void checkLimits(const Field &field, const Value &value, std::vector<std::string> &problems)
{
    const auto number = numberOf(value, infoOf(field.type).main);
    if (number && field.least && *number < *field.least) {
        problems.push_back(fromDouble(*number) + " is below the least that the form expects (" +
                           fromDouble(*field.least) + ").");
    }
    if (number && field.most && *number > *field.most) {
        problems.push_back(fromDouble(*number) + " is above the most that the form expects (" +
                           fromDouble(*field.most) + ").");
    }
}

} // namespace

std::vector<std::string> problemsOf(const Field &field, const Value &value)
{
    std::vector<std::string> problems;
    if (field.type == Group) {
        problems.emplace_back("The field is a group now, which has values in its own fields only.");
        return problems;
    }
    if (value.status != ValueStatus::Extracted) {
        if (!value.parts.empty()) {
            problems.push_back("It is said to be " + quoted(toString(value.status)) + ", but has a value.");
        }
        return problems;
    }
    if (value.parts.empty()) {
        problems.emplace_back("It is said to be extracted, but there is no value.");
    } else if (field.type == Matrix) {
        checkMatrix(field, value, problems);
    } else {
        checkParts(field, value, problems);
    }
    if (problems.empty()) {
        checkPlausible(field, value, problems);
        checkLimits(field, value, problems);
    }
    if (problems.size() > kMostProblems) {
        problems.resize(kMostProblems);
    }
    return problems;
}

} // namespace winnow::extraction
