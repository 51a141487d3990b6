#include "formats/support/strings.h"
#include "publish/support/flow_numbers.h"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace winnow::publish {

namespace {

using flow::Line;
using flow::Number;
using flow::Numbers;
using nlohmann::json;

const json &member(const json &object, const char *name)
{
    static const json kNothing;
    if (!object.is_object()) {
        return kNothing;
    }
    const auto found = object.find(name);
    return found == object.end() ? kNothing : *found;
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

Number number(const json &object, const char *name)
{
    return number(member(object, name));
}

std::string text(const json &object, const char *name, std::string_view otherwise = {})
{
    const json &value = member(object, name);
    return value.is_string() ? formats::withoutControls(value.get<std::string>()) : std::string(otherwise);
}

/// Entries of {"name" or "reason": ..., "n": ...}.
std::vector<Line> lines(const json &list)
{
    std::vector<Line> found;
    if (!list.is_array()) {
        return found;
    }
    for (const json &entry : list) {
        found.push_back({text(entry, "name", text(entry, "reason")), number(entry, "n")});
    }
    return found;
}

flow::ReportNumbers reports(const json &lane)
{
    flow::ReportNumbers read;
    read.sought = number(lane, "sought");
    read.notRetrieved = number(lane, "not_retrieved");
    read.lateDuplicates = number(lane, "late_duplicates");
    read.assessed = number(lane, "assessed");
    read.notAssessedYet = number(lane, "not_assessed_yet");
    read.awaiting = number(lane, "awaiting");
    read.excluded = lines(member(lane, "excluded"));
    return read;
}

/// What was found by other methods: the three of the template, and any more by name.
std::vector<Line> otherLines(const json &other)
{
    constexpr std::array<std::array<const char *, 3>, 3> kKnown{
        {{"websites", "websites_label", "Websites"},
         {"organisations", "organisations_label", "Organisations"},
         {"citations", "citations_label", "Citation searching"}}};
    std::vector<Line> found;
    for (const auto &[name, label, words] : kKnown) {
        if (Number one = number(other, name); one.isDrawn()) {
            found.push_back({text(other, label, words), one});
        }
    }
    for (Line &line : lines(member(other, "more"))) {
        found.push_back(std::move(line));
    }
    return found;
}

flow::Numbers2009 of2009(const json &object)
{
    const json &diagram = member(object, "p2009");
    flow::Numbers2009 read;
    read.found = number(diagram, "found");
    read.foundOther = number(diagram, "found_other");
    read.withoutDuplicates = number(diagram, "no_dupes");
    read.screened = number(diagram, "screened");
    read.excluded = number(diagram, "screen_exclusions");
    read.fullText = number(diagram, "full_text");
    read.fullTextExcluded = number(diagram, "full_text_exclusions");
    read.reasons = lines(member(diagram, "reasons"));
    read.lateAdded = number(object, "late_added");
    read.qualitative = number(diagram, "qualitative");
    read.quantitative = number(diagram, "quantitative");
    return read;
}

/// As the diagrams are called in the file.
std::optional<flow::Variant> variantNamed(std::string_view name)
{
    constexpr std::array<std::pair<std::string_view, flow::Variant>, 5> kNames{
        {{"new_db", flow::Variant::NewDatabases},
         {"new_other", flow::Variant::NewOther},
         {"updated_db", flow::Variant::UpdatedDatabases},
         {"updated_other", flow::Variant::UpdatedOther},
         {"prisma2009", flow::Variant::Prisma2009}}};
    for (const auto &[known, variant] : kNames) {
        if (known == name) {
            return variant;
        }
    }
    return flow::variantFromString(name);
}

Error refusal(std::string message)
{
    return {ErrorCode::WrongFormat, std::move(message), {}, {}};
}

} // namespace

Result<Numbers> numbersFromJson(std::string_view bytes)
{
    const json object = json::parse(bytes, nullptr, false);
    if (!object.is_object()) {
        return refusal("This is no JSON file with the numbers of a flow diagram.");
    }
    const std::string name = text(object, "variant");
    const auto variant = variantNamed(name);
    if (!variant) {
        return refusal(
            "\"variant\" must say which diagram it is: new_db, new_other, updated_db, updated_other "
            "or prisma2009" +
            (name.empty() ? std::string(".") : ", not " + name + "."));
    }
    const json &removed = member(object, "removed");
    const json &included = member(object, "included");
    const json &other = member(object, "other");
    Numbers numbers;
    numbers.variant = *variant;
    numbers.previous = {number(member(object, "previous"), "studies"),
                        number(member(object, "previous"), "reports")};
    numbers.databases = number(member(object, "databases"), "total");
    numbers.databaseList = lines(member(member(object, "databases"), "detail"));
    numbers.registers = number(member(object, "registers"), "total");
    numbers.registerList = lines(member(member(object, "registers"), "detail"));
    if (const json &further = member(object, "other_identified"); further.is_object()) {
        numbers.furtherSources.push_back({text(further, "label"), number(further, "n")});
    }
    numbers.duplicates = number(removed, "duplicates");
    numbers.byAutomation = number(removed, "automation");
    numbers.otherRemoved = number(removed, "other");
    numbers.otherRemovedList = lines(member(removed, "other_detail"));
    numbers.awaitingScreening = number(object, "awaiting_screening");
    numbers.screened = number(object, "screened");
    numbers.excluded = number(object, "records_excluded");
    numbers.excludedReasons = lines(member(object, "records_excluded_reasons"));
    numbers.excludedByPeople = number(object, "records_excluded_by_people");
    numbers.excludedByTools = number(object, "records_excluded_by_tools");
    numbers.reports = reports(member(object, "dbr"));
    numbers.otherList = otherLines(other);
    numbers.otherReports = reports(other);
    numbers.included = {number(included, "new_studies"), number(included, "new_reports")};
    numbers.total = {number(included, "total_studies"), number(included, "total_reports")};
    numbers.metaAnalysis = {number(included, "ma_studies"), number(included, "ma_reports")};
    numbers.of2009 = of2009(object);
    if (const json &explanations = member(object, "explanations"); explanations.is_object()) {
        for (const auto &[rule, words] : explanations.items()) {
            if (words.is_string()) {
                numbers.explanations.emplace(rule, formats::withoutControls(words.get<std::string>()));
            }
        }
    }
    return numbers;
}

} // namespace winnow::publish
