#include "extraction/countries.h"
#include "extraction/field_types.h"
#include "extraction/options.h"
#include "extraction/scalars.h"
#include "extraction/scanner.h"
#include "extraction/value_limits.h"
#include "extraction/value_types.h"
#include "extraction/values.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace winnow::extraction {

namespace {

using PartList = std::vector<Part>;

std::string partOr(const Value &value, std::string_view name)
{
    return std::string(partText(value, name).value_or(""));
}

// Text

Parts parseLine(const Field & /*field*/, std::string_view text)
{
    return PartList{{"value", *cleanText(text, false)}};
}

Parts parseLines(const Field & /*field*/, std::string_view text)
{
    return PartList{{"value", *cleanText(text, true)}};
}

std::string valueText(const Field & /*field*/, const Value &value)
{
    return partOr(value, "value");
}

// Numbers

/// What is left behind a number, where it can be no unit.
std::string notAUnit(std::string_view rest)
{
    if (rest.starts_with(",") || rest.starts_with("·")) {
        return "it seems to have a decimal comma; write 12.5 with a point (a comma only divides thousands, "
               "as in 1,234)";
    }
    return "\"" + shortened(rest, 40) + "\" behind the number is not understood" +
           (readsOnToNumber(rest)
                ? "; these seem to be two numbers, or a range, and one is asked for (the note of "
                  "the value can say the other)"
                : "");
}

/// A unit in front of the number, as "$ 12"; only those that the field lists.
std::string takeLeadingUnit(const Field &field, Scanner &scanner)
{
    for (const std::string &unit : field.units) {
        Scanner ahead = scanner;
        const std::string_view all = ahead.rest();
        if (ahead.take(unit) && isSameUnit(unit, all.substr(0, unit.size()))) {
            scanner = ahead;
            return unit;
        }
    }
    return {};
}

Parts parseNumber(const Field &field, std::string_view text)
{
    Scanner scanner(text);
    std::string unit = takeLeadingUnit(field, scanner);
    const std::string qualifier = scanner.qualifier();
    unit = unit.empty() ? takeLeadingUnit(field, scanner) : unit;
    const auto number = scanner.number();
    if (!number) {
        return misfit(scanner.fault().empty() ? "it does not begin with a number" : scanner.fault());
    }
    const std::string_view rest = scanner.rest();
    const bool isListed =
        std::ranges::any_of(field.units, [&](const std::string &one) { return isSameUnit(one, rest); });
    if (!rest.empty() && (!unit.empty() || (!isListed && !canBeUnit(rest)))) {
        return misfit(notAUnit(rest));
    }
    auto known = unitFrom(field, unit.empty() ? rest : unit);
    if (!known) {
        return std::move(known).error();
    }
    PartList parts{{"value", *number}};
    if (!known->empty()) {
        parts.push_back({"unit", *std::move(known)});
    }
    if (!qualifier.empty()) {
        parts.push_back({"qualifier", qualifier});
    }
    return parts;
}

Parts parseInteger(const Field &field, std::string_view text)
{
    constexpr std::size_t kMostDigits = 15;
    auto parts = parseNumber(field, text);
    if (parts) {
        parts->front().text = withoutPrecision(parts->front().text);
    }
    if (parts && (parts->front().text.find_first_of(".e") != std::string::npos ||
                  parts->front().text.size() > kMostDigits)) {
        return misfit(parts->front().text + " is no whole number of at most 15 digits");
    }
    return parts;
}

std::string numberText(const Field & /*field*/, const Value &value)
{
    const std::string unit = partOr(value, "unit");
    const std::string qualifier = partOr(value, "qualifier");
    return (qualifier.empty() ? "" : qualifier + " ") + partOr(value, "value") +
           (unit.empty() ? "" : " " + unit);
}

Parts parsePercentage(const Field & /*field*/, std::string_view text)
{
    Scanner scanner(text);
    const std::string qualifier = scanner.qualifier();
    const auto number = scanner.number();
    if (!number) {
        return misfit(scanner.fault().empty() ? "it does not begin with a number" : scanner.fault());
    }
    scanner.takeAny({"%", "per cent", "percent"});
    if (!scanner.isAtEnd()) {
        return misfit(notAUnit(scanner.rest()));
    }
    PartList parts{{"value", *number}};
    if (!qualifier.empty()) {
        parts.push_back({"qualifier", qualifier});
    }
    return parts;
}

std::string percentageText(const Field &field, const Value &value)
{
    return numberText(field, value) + " %";
}

// Dates

Parts parseDate(const Field & /*field*/, std::string_view text)
{
    const auto date = canonicalDate(text);
    if (!date) {
        return misfit("it is no date that can be read in one way only");
    }
    return PartList{{"value", *date}};
}

/// Both ends, where `divider` at `at` stands between two dates.
std::optional<PartList> rangeAround(std::string_view text, std::size_t at, std::size_t length)
{
    const auto from = canonicalDate(text.substr(0, at));
    const auto to = canonicalDate(text.substr(at + length));
    return from && to ? std::optional(PartList{{"from", *from}, {"to", *to}}) : std::nullopt;
}

/// "2018 to 2020", "March 2018 - May 2019".
std::optional<PartList> rangeIn(std::string_view both)
{
    for (const std::string_view divider : {" to ", " until ", " and ", "\u2013", "\u2014", "-"}) {
        for (std::size_t at = both.find(divider); at != std::string_view::npos;
             at = both.find(divider, at + 1)) {
            if (auto parts = rangeAround(both, at, divider.size())) {
                return parts;
            }
        }
    }
    return std::nullopt;
}

Parts parseDateRange(const Field & /*field*/, std::string_view text)
{
    constexpr std::size_t kLongest = 100;
    if (text.size() > kLongest) {
        return misfit("it is too long");
    }
    if (const auto one = canonicalDate(text)) {
        return PartList{{"from", *one}, {"to", *one}};
    }
    Scanner scanner(text);
    const std::string_view begins = scanner.takeAny({"since", "from", "until", "to", "between"});
    const bool isBegin = begins == "since" || begins == "from";
    const std::string_view both = scanner.rest();
    if (const auto only = canonicalDate(both); only && (isBegin || begins == "until" || begins == "to")) {
        return PartList{{isBegin ? "from" : "to", *only}};
    }
    auto range = rangeIn(both);
    if (!range) {
        return misfit("it is no range of two dates");
    }
    if (begins == "since" || begins == "until" || begins == "to") {
        return misfit("\"" + std::string(begins) + "\" goes with one date; write \"" + range->front().text +
                      " to " + range->back().text + "\"");
    }
    return *std::move(range);
}

std::string dateRangeText(const Field & /*field*/, const Value &value)
{
    const std::string from = partOr(value, "from");
    const std::string to = partOr(value, "to");
    return to.empty()     ? "since " + from
           : from.empty() ? "until " + to
           : from == to   ? from
                          : from + " to " + to;
}

// Choices

Parts parseYesNo(const Field & /*field*/, std::string_view text)
{
    constexpr std::array kAnswers{std::pair{"yes", "yes"},
                                  std::pair{"y", "yes"},
                                  std::pair{"true", "yes"},
                                  std::pair{"no", "no"},
                                  std::pair{"n", "no"},
                                  std::pair{"false", "no"}};
    const std::string plain = plainForm(text);
    const auto *const found =
        std::ranges::find_if(kAnswers, [&](const auto &answer) { return plain == answer.first; });
    if (found == kAnswers.end()) {
        return misfit("it is neither yes nor no");
    }
    return PartList{{"value", found->second}};
}

std::string optionNames(const Field &field)
{
    constexpr std::size_t kMost = 20;
    const auto all = allOptions(field);
    std::string names;
    for (std::size_t i = 0; i < std::min(all.size(), kMost); ++i) {
        names += (names.empty() ? "" : "; ") + textOf(field, *all[i]);
    }
    return names + (all.size() > kMost ? "; ..." : "");
}

Result<std::string> optionFrom(const Field &field, std::string_view text)
{
    const auto meant = optionsMeantBy(field, text);
    if (meant.size() == 1) {
        return meant.front()->id;
    }
    if (meant.empty()) {
        return misfit("\"" + shortened(text, 60) + "\" is no option; there are " + optionNames(field));
    }
    std::string ids;
    for (const Option *const option : meant) {
        ids += (ids.empty() ? "" : " or ") + option->id;
    }
    return misfit("\"" + shortened(text, 60) + "\" is the label of more than one option; write " + ids);
}

Parts parseSingle(const Field &field, std::string_view text)
{
    auto id = optionFrom(field, text);
    if (!id) {
        return std::move(id).error();
    }
    return PartList{{"value", *std::move(id)}};
}

Parts parseSeveral(const Field &field, std::string_view text)
{
    if (auto whole = parseSingle(field, text)) { // its label may have a ";"
        return whole;
    }
    std::set<std::string> chosen;
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find_first_of(";\n"), rest.size());
        const std::string_view entry = trimmed(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (entry.empty()) {
            continue;
        }
        auto id = optionFrom(field, entry);
        if (!id) {
            return std::move(id).error();
        }
        chosen.insert(*std::move(id));
    }
    PartList parts;
    for (const Option *const option : allOptions(field)) { // in the order of the form
        if (chosen.contains(option->id)) {
            parts.push_back({"value", option->id});
        }
    }
    if (parts.empty()) {
        return misfit("it names no option; there are " + optionNames(field));
    }
    return parts;
}

std::string optionsText(const Field &field, const Value &value)
{
    std::string text;
    for (const std::string &id : entriesOf(value)) {
        const Option *const option = optionCalled(field, id);
        text += (text.empty() ? "" : "; ") + (option == nullptr ? id : textOf(field, *option));
    }
    return text;
}

// Matrix

std::string withoutBlanks(std::string_view text)
{
    std::string result = plainForm(text);
    std::erase(result, ' ');
    return result;
}

std::string cellLabel(std::string_view row, std::string_view column)
{
    return std::string(row) + " / " + std::string(column);
}

Parts parseMatrix(const Field &field, std::string_view text)
{
    std::map<std::string, std::string> cells;
    for (const std::string &row : field.rows) {
        for (const std::string &column : field.columns) {
            cells.try_emplace(withoutBlanks(cellLabel(row, column)), cellName(row, column));
        }
    }
    std::map<std::string, std::string> said;
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = trimmed(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.empty()) {
            continue;
        }
        const std::size_t colon = line.find(':');
        const auto cell = cells.find(withoutBlanks(line.substr(0, colon)));
        if (colon == std::string_view::npos || cell == cells.end()) {
            return misfit("\"" + shortened(line, 60) + "\" does not begin with a row and a column, as \"" +
                          cellLabel(field.rows.front(), field.columns.front()) + ": ...\"");
        }
        const std::string_view content = trimmed(line.substr(colon + 1));
        if (!content.empty() && !said.try_emplace(cell->second, content).second) {
            return misfit("the cell \"" + shortened(trimmed(line.substr(0, colon)), 60) +
                          "\" is there twice");
        }
    }
    PartList parts;
    for (const std::string &row : field.rows) {
        for (const std::string &column : field.columns) {
            if (const auto cell = said.find(cellName(row, column)); cell != said.end()) {
                parts.push_back({cell->first, cell->second});
            }
        }
    }
    if (parts.empty()) {
        return misfit("no cell has a text");
    }
    return parts;
}

std::string matrixText(const Field & /*field*/, const Value &value)
{
    std::string text;
    for (const Part &part : value.parts) {
        const std::size_t slash = part.name.find('/');
        const std::string cell =
            slash == std::string::npos
                ? part.name
                : cellLabel(unescaped(part.name.substr(0, slash)), unescaped(part.name.substr(slash + 1)));
        text += (text.empty() ? "" : "\n") + cell + ": " + part.text;
    }
    return text;
}

// Places and records

Parts parseLocation(const Field & /*field*/, std::string_view text)
{
    const std::string line = *cleanText(text, false);
    if (const auto country = countryFrom(line)) {
        return PartList{{"country", std::string(*country)}};
    }
    const std::size_t comma = line.rfind(',');
    if (comma != std::string::npos) {
        const auto country = countryFrom(std::string_view(line).substr(comma + 1));
        const std::string_view place = trimmed(std::string_view(line).substr(0, comma));
        if (country && !place.empty()) {
            return PartList{{"country", std::string(*country)}, {"place", std::string(place)}};
        }
    }
    return PartList{{"place", line}};
}

std::string locationText(const Field & /*field*/, const Value &value)
{
    const std::string country = partOr(value, "country");
    const std::string place = partOr(value, "place");
    return place + (place.empty() || country.empty() ? "" : ", ") + country;
}

Parts parseReference(const Field &field, std::string_view text)
{
    constexpr std::size_t kLongest = 400;
    if (text.size() > kLongest || text.find('\n') != std::string_view::npos) {
        return misfit("it is too long for the key of a record");
    }
    return parseLine(field, text);
}

// What cannot be typed

Parts refuseGroup(const Field & /*field*/, std::string_view /*text*/)
{
    return misfit("it is a group; give the values of its fields for each of its names");
}

Parts refuseComputed(const Field & /*field*/, std::string_view /*text*/)
{
    return misfit("it is computed; change the fields that it follows from");
}

struct TypeText
{
    FieldType type;
    Parts (*parse)(const Field &, std::string_view);
    std::string (*display)(const Field &, const Value &);
};

using enum FieldType;

constexpr std::array<TypeText, 20> kTypeTexts{{{Text, parseLine, valueText},
                                               {LongText, parseLines, valueText},
                                               {Integer, parseInteger, numberText},
                                               {Number, parseNumber, numberText},
                                               {Percentage, parsePercentage, percentageText},
                                               {Date, parseDate, valueText},
                                               {DateRange, parseDateRange, dateRangeText},
                                               {YesNo, parseYesNo, valueText},
                                               {Single, parseSingle, optionsText},
                                               {Multiple, parseSeveral, optionsText},
                                               {Code, parseSeveral, optionsText},
                                               {Group, refuseGroup, valueText},
                                               {Matrix, parseMatrix, matrixText},
                                               {TwoByTwo, parseTwoByTwo, twoByTwoText},
                                               {MeanSd, parseMean, meanText},
                                               {Effect, parseEffect, effectText},
                                               {Location, parseLocation, locationText},
                                               {Reference, parseReference, valueText},
                                               {Region, parseRegion, regionText},
                                               {Computed, refuseComputed, numberText}}};

const TypeText &textsOf(FieldType type)
{
    return *std::ranges::find(kTypeTexts, type, &TypeText::type);
}

/// Whether the value has the parts that its type is written with.
bool fitsType(const Field &field, const Value &value)
{
    const TypeInfo &info = infoOf(field.type);
    if (field.type == Matrix) {
        return true;
    }
    const bool isComplete = std::ranges::all_of(
        info.parts, [&](const PartType &part) { return !part.isRequired || partText(value, part.name); });
    return isComplete && !value.parts.empty() && std::ranges::all_of(value.parts, [&](const Part &part) {
               const auto same = std::ranges::count(value.parts, part.name, &Part::name);
               return partOf(field.type, part.name) != nullptr && (info.isList || same == 1);
           });
}

/// "value" alone needs no name.
std::string partsAsTheyStand(const Value &value)
{
    std::string text;
    for (const Part &part : value.parts) {
        text += (text.empty() ? "" : "; ") + (part.name == "value" ? "" : part.name + ": ") + part.text;
    }
    return text;
}

std::string statusText(ValueStatus status)
{
    std::string text(toString(status));
    std::ranges::replace(text, '-', ' ');
    return text;
}

Error refusal(const Field &field, std::string_view text, const std::string &why)
{
    const std::string label = field.label.empty() ? field.id : field.label;
    return {ErrorCode::InvalidArgument,
            "\"" + shortened(text, 60) + "\" does not fit \"" + shortened(label, 100) + "\": " + why +
                ". It takes " + std::string(infoOf(field.type).takes) +
                "; or NR (not reported), NA, unclear.",
            {},
            {}};
}

} // namespace

Error misfit(std::string why)
{
    return {ErrorCode::InvalidArgument, std::move(why), {}, {}};
}

Result<Value> parseValue(const Field &field, std::string_view text)
{
    if (text.size() > kMostTextBytes) {
        return refusal(field, text, "it is longer than " + std::to_string(kMostTextBytes) + " bytes");
    }
    const auto clean = cleanText(text, true);
    if (!clean) {
        return refusal(field, "...", "it is not written in UTF-8");
    }
    if (clean->empty()) {
        return refusal(field, "", "nothing is there");
    }
    // A group has no value of its own, nor is it said of a computed field that it was not reported.
    const bool canBeSaid = field.type != Group && field.type != Computed;
    if (const auto status = valueStatusFromString(*clean);
        canBeSaid && status && *status != ValueStatus::Extracted) {
        return Value{*status, {}};
    }
    auto parts = textsOf(field.type).parse(field, *clean);
    if (!parts) {
        return refusal(field, *clean, parts.error().message);
    }
    return Value{ValueStatus::Extracted, std::move(parts).value()};
}

std::string display(const Field &field, const Value &value)
{
    std::string text =
        fitsType(field, value) ? textsOf(field.type).display(field, value) : partsAsTheyStand(value);
    if (value.status == ValueStatus::Extracted) {
        return text;
    }
    return statusText(value.status) + (text.empty() ? "" : ": " + text);
}

} // namespace winnow::extraction
