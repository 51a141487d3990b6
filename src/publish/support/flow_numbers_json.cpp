#include "formats/support/strings.h"
#include "publish/support/flow_numbers.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace winnow::publish {

namespace {

using flow::Line;
using flow::Number;
using flow::Numbers;
using nlohmann::json;
using nlohmann::ordered_json;

/// Where a number stands in the file: OBJECT.NAME, or NAME where there is no object.
struct NumberPlace
{
    const char *object;
    const char *name;
    Number &(*in)(Numbers &numbers);
};

/// The same of a list whose entries are called `label`.
struct ListPlace
{
    const char *object;
    const char *name;
    const char *label;
    std::vector<Line> &(*in)(Numbers &numbers);
};

// clang-format off
constexpr std::array<NumberPlace, 43> kNumbers{{
    {"previous", "studies", [](Numbers &n) -> Number & { return n.previous.studies; }},
    {"previous", "reports", [](Numbers &n) -> Number & { return n.previous.reports; }},
    {"databases", "total", [](Numbers &n) -> Number & { return n.databases; }},
    {"registers", "total", [](Numbers &n) -> Number & { return n.registers; }},
    {"removed", "duplicates", [](Numbers &n) -> Number & { return n.duplicates; }},
    {"removed", "automation", [](Numbers &n) -> Number & { return n.byAutomation; }},
    {"removed", "left_unscreened", [](Numbers &n) -> Number & { return n.leftUnscreened; }},
    {"removed", "other", [](Numbers &n) -> Number & { return n.otherRemoved; }},
    {"", "awaiting_screening", [](Numbers &n) -> Number & { return n.awaitingScreening; }},
    {"", "screened", [](Numbers &n) -> Number & { return n.screened; }},
    {"", "records_excluded", [](Numbers &n) -> Number & { return n.excluded; }},
    {"", "records_excluded_by_people", [](Numbers &n) -> Number & { return n.excludedByPeople; }},
    {"", "records_excluded_by_tools", [](Numbers &n) -> Number & { return n.excludedByTools; }},
    {"dbr", "sought", [](Numbers &n) -> Number & { return n.reports.sought; }},
    {"dbr", "not_retrieved", [](Numbers &n) -> Number & { return n.reports.notRetrieved; }},
    {"dbr", "late_duplicates", [](Numbers &n) -> Number & { return n.reports.lateDuplicates; }},
    {"dbr", "assessed", [](Numbers &n) -> Number & { return n.reports.assessed; }},
    {"dbr", "not_assessed_yet", [](Numbers &n) -> Number & { return n.reports.notAssessedYet; }},
    {"dbr", "awaiting", [](Numbers &n) -> Number & { return n.reports.awaiting; }},
    {"other", "known_already", [](Numbers &n) -> Number & { return n.otherDuplicates; }},
    {"other", "awaiting_screening", [](Numbers &n) -> Number & { return n.otherAwaitingScreening; }},
    {"other", "sought", [](Numbers &n) -> Number & { return n.otherReports.sought; }},
    {"other", "not_retrieved", [](Numbers &n) -> Number & { return n.otherReports.notRetrieved; }},
    {"other", "late_duplicates", [](Numbers &n) -> Number & { return n.otherReports.lateDuplicates; }},
    {"other", "assessed", [](Numbers &n) -> Number & { return n.otherReports.assessed; }},
    {"other", "not_assessed_yet", [](Numbers &n) -> Number & { return n.otherReports.notAssessedYet; }},
    {"other", "awaiting", [](Numbers &n) -> Number & { return n.otherReports.awaiting; }},
    {"included", "new_studies", [](Numbers &n) -> Number & { return n.included.studies; }},
    {"included", "new_reports", [](Numbers &n) -> Number & { return n.included.reports; }},
    {"included", "total_studies", [](Numbers &n) -> Number & { return n.total.studies; }},
    {"included", "total_reports", [](Numbers &n) -> Number & { return n.total.reports; }},
    {"included", "ma_studies", [](Numbers &n) -> Number & { return n.metaAnalysis.studies; }},
    {"included", "ma_reports", [](Numbers &n) -> Number & { return n.metaAnalysis.reports; }},
    {"p2009", "found", [](Numbers &n) -> Number & { return n.of2009.found; }},
    {"p2009", "found_other", [](Numbers &n) -> Number & { return n.of2009.foundOther; }},
    {"p2009", "no_dupes", [](Numbers &n) -> Number & { return n.of2009.withoutDuplicates; }},
    {"p2009", "screened", [](Numbers &n) -> Number & { return n.of2009.screened; }},
    {"p2009", "screen_exclusions", [](Numbers &n) -> Number & { return n.of2009.excluded; }},
    {"p2009", "full_text", [](Numbers &n) -> Number & { return n.of2009.fullText; }},
    {"p2009", "full_text_exclusions", [](Numbers &n) -> Number & { return n.of2009.fullTextExcluded; }},
    {"", "late_added", [](Numbers &n) -> Number & { return n.of2009.lateAdded; }},
    {"p2009", "qualitative", [](Numbers &n) -> Number & { return n.of2009.qualitative; }},
    {"p2009", "quantitative", [](Numbers &n) -> Number & { return n.of2009.quantitative; }},
}};

constexpr std::array<ListPlace, 8> kLists{{
    {"databases", "detail", "name", [](Numbers &n) -> std::vector<Line> & { return n.databaseList; }},
    {"registers", "detail", "name", [](Numbers &n) -> std::vector<Line> & { return n.registerList; }},
    {"", "other_identified", "label", [](Numbers &n) -> std::vector<Line> & { return n.furtherSources; }},
    {"removed", "other_detail", "name", [](Numbers &n) -> std::vector<Line> & { return n.otherRemovedList; }},
    {"", "records_excluded_reasons", "reason", [](Numbers &n) -> std::vector<Line> & { return n.excludedReasons; }},
    {"dbr", "excluded", "reason", [](Numbers &n) -> std::vector<Line> & { return n.reports.excluded; }},
    {"other", "excluded", "reason", [](Numbers &n) -> std::vector<Line> & { return n.otherReports.excluded; }},
    {"p2009", "reasons", "reason", [](Numbers &n) -> std::vector<Line> & { return n.of2009.reasons; }},
}};
// clang-format on

/// The sources of the template's box 11, which have members of their own in older files: name of the number,
/// name of other words for it, and the words of the template.
constexpr std::array<std::array<const char *, 3>, 3> kOtherSources{
    {{"websites", "websites_label", "Websites"},
     {"organisations", "organisations_label", "Organisations"},
     {"citations", "citations_label", "Citation searching"}}};

const json &member(const json &object, const char *name)
{
    static const json kNothing;
    if (!object.is_object()) {
        return kNothing;
    }
    const auto found = object.find(name);
    return found == object.end() ? kNothing : *found;
}

const json &member(const json &root, const char *object, const char *name)
{
    return *object == '\0' ? member(root, name) : member(member(root, object), name);
}

Number number(const json &value)
{
    if (value.is_null()) {
        return {};
    }
    if (value.is_string()) {
        return numberFromText(formats::withoutControls(value.get<std::string>()));
    }
    const std::string written = value.dump(-1, ' ', true, json::error_handler_t::replace);
    return value.is_number_integer() ? numberFromText(written) : unreadableNumber(written);
}

std::string text(const json &object, const char *name, std::string_view otherwise = {})
{
    const json &value = member(object, name);
    return value.is_string() ? formats::withoutControls(value.get<std::string>()) : std::string(otherwise);
}

/// Entries of {"name", "reason" or "label": ..., "n": ...}; one alone may stand without the brackets.
std::vector<Line> lines(const json &list)
{
    std::vector<Line> found;
    const auto add = [&](const json &entry) {
        found.push_back(
            {text(entry, "name", text(entry, "reason", text(entry, "label"))), number(member(entry, "n"))});
    };
    if (list.is_object()) {
        add(list);
    } else if (list.is_array()) {
        for (const json &entry : list) {
            add(entry);
        }
    }
    return found;
}

/// What was found by other methods: the three of the template, and any more by name.
std::vector<Line> otherLines(const json &other)
{
    std::vector<Line> found;
    for (const auto &[name, label, words] : kOtherSources) {
        if (Number one = number(member(other, name)); one.isDrawn()) {
            found.push_back({text(other, label, words), one});
        }
    }
    for (Line &line : lines(member(other, "more"))) {
        found.push_back(std::move(line));
    }
    return found;
}

/// Numbers from outside Winnow: {"line", "name", "n", "note"} each. Those of lines that nobody knows are
/// passed over.
std::vector<flow::OutsideNumber> outsideNumbers(const json &list)
{
    std::vector<flow::OutsideNumber> found;
    if (!list.is_array()) {
        return found;
    }
    for (const json &entry : list) {
        const auto place = flow::lineNamed(text(entry, "line"));
        const Number count = number(member(entry, "n"));
        if (place && count.value) {
            found.push_back(
                {place->line, text(entry, "name", place->name), *count.value, text(entry, "note")});
        }
    }
    return found;
}

std::vector<std::string> sentences(const json &list)
{
    std::vector<std::string> found;
    if (list.is_array()) {
        for (const json &entry : list) {
            if (entry.is_string()) {
                found.push_back(formats::withoutControls(entry.get<std::string>()));
            }
        }
    }
    return found;
}

/// As the diagrams are called in the file.
constexpr std::array<std::pair<std::string_view, flow::Variant>, 5> kVariants{
    {{"new_db", flow::Variant::NewDatabases},
     {"new_other", flow::Variant::NewOther},
     {"updated_db", flow::Variant::UpdatedDatabases},
     {"updated_other", flow::Variant::UpdatedOther},
     {"prisma2009", flow::Variant::Prisma2009}}};

std::optional<flow::Variant> variantNamed(std::string_view name)
{
    for (const auto &[known, variant] : kVariants) {
        if (known == name) {
            return variant;
        }
    }
    return flow::variantFromString(name);
}

std::string_view nameOf(flow::Variant variant)
{
    return std::ranges::find(kVariants, variant, &std::pair<std::string_view, flow::Variant>::second)->first;
}

Error refusal(std::string message)
{
    return {ErrorCode::WrongFormat, std::move(message), {}, {}};
}

ordered_json toJson(const Number &number)
{
    return number.value ? ordered_json(*number.value) : ordered_json(number.unreadable);
}

ordered_json toJson(const std::vector<Line> &lines, const char *label)
{
    ordered_json list = ordered_json::array();
    for (const Line &line : lines) {
        ordered_json entry{{label, line.name}};
        if (line.number.isDrawn()) {
            entry["n"] = toJson(line.number);
        }
        list.push_back(std::move(entry));
    }
    return list;
}

ordered_json &placeOf(ordered_json &root, const char *object, const char *name)
{
    return *object == '\0' ? root[name] : root[object][name];
}

} // namespace

Result<Numbers> numbersFromJson(std::string_view bytes)
{
    const json root = json::parse(bytes, nullptr, false);
    if (!root.is_object()) {
        return refusal("This is no JSON file with the numbers of a flow diagram.");
    }
    const std::string name = text(root, "variant");
    const auto variant = variantNamed(name);
    if (!variant) {
        return refusal(
            "\"variant\" must say which diagram it is: new_db, new_other, updated_db, updated_other "
            "or prisma2009" +
            (name.empty() ? std::string(".") : ", not " + name + "."));
    }
    Numbers numbers;
    numbers.variant = *variant;
    for (const NumberPlace &place : kNumbers) {
        place.in(numbers) = number(member(root, place.object, place.name));
    }
    for (const ListPlace &place : kLists) {
        place.in(numbers) = lines(member(root, place.object, place.name));
    }
    numbers.otherList = otherLines(member(root, "other"));
    if (const json &explanations = member(root, "explanations"); explanations.is_object()) {
        for (const auto &[rule, words] : explanations.items()) {
            if (words.is_string()) {
                numbers.explanations.emplace(rule, formats::withoutControls(words.get<std::string>()));
            }
        }
    }
    numbers.outside = outsideNumbers(member(root, "outside"));
    numbers.remarks = sentences(member(root, "remarks"));
    return numbers;
}

std::string numbersToJson(const Numbers &numbers)
{
    Numbers written = numbers; // the tables hold places to write to
    ordered_json root;
    root["variant"] = nameOf(numbers.variant);
    for (const NumberPlace &place : kNumbers) {
        if (const Number &one = place.in(written); one.isDrawn()) {
            placeOf(root, place.object, place.name) = toJson(one);
        }
    }
    for (const ListPlace &place : kLists) {
        if (const std::vector<Line> &list = place.in(written); !list.empty()) {
            placeOf(root, place.object, place.name) = toJson(list, place.label);
        }
    }
    if (!numbers.otherList.empty()) {
        root["other"]["more"] = toJson(numbers.otherList, "name");
    }
    for (const auto &[rule, words] : numbers.explanations) {
        root["explanations"][rule] = words;
    }
    for (const flow::OutsideNumber &outside : numbers.outside) {
        root["outside"].push_back({{"line", flow::toString(outside.line)},
                                   {"box", flow::boxOf(outside.line)},
                                   {"name", outside.name},
                                   {"n", outside.count},
                                   {"note", outside.note}});
    }
    if (!numbers.remarks.empty()) {
        root["remarks"] = numbers.remarks;
    }
    return root.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

} // namespace winnow::publish
