#include "fuzz/check_form.h"

#include "extraction/comparison.h"
#include "extraction/computed.h"
#include "extraction/conditions.h"
#include "extraction/field_types.h"
#include "extraction/shipped_forms.h"
#include "extraction/value_json.h"
#include "extraction/versions.h"
#include "fuzz/check_record.h"

#include <array>

namespace winnow::fuzz {

namespace {

using extraction::Field;
using extraction::Form;
using extraction::Value;
using extraction::Values;

void checkTypedText(Finding &finding, const Field &field, std::string_view text)
{
    const auto value = extraction::parseValue(field, text);
    if (!value) {
        expectText(finding, value.error().message, "a refusal");
        return;
    }
    const std::string shown = extraction::display(field, *value);
    expectText(finding, shown, "a value that is shown");
    const auto again = extraction::parseValue(field, shown);
    finding.expect(again && *again == *value, "is not read as it is shown", field.id + ": " + shown);
    const auto stored = extraction::valueFromJson(extraction::toJson(*value));
    finding.expect(stored && *stored == *value, "is not kept as it is", field.id + ": " + shown);
    finding.expect(extraction::saysTheSame(field, *value, *value), "does not say the same as itself", shown);
    for (const std::string &problem : extraction::problemsOf(field, *value)) {
        expectText(finding, problem, "a problem");
    }
}

/// Something for each field, so that conditions and formulas have what they need.
Values someValues(const Form &form)
{
    constexpr std::array<std::string_view, 4> kTyped{"12.5 (3)", "yes", "12/50 vs 3/4", "2019"};
    Values values;
    const auto fill = [&](const Field &field, const std::string &path) {
        for (const std::string_view text : kTyped) {
            if (const auto value = extraction::parseValue(field, text)) {
                values.try_emplace(path, *value);
            }
        }
        if (!field.options.empty()) {
            values.try_emplace(
                path, Value{extraction::ValueStatus::Extracted, {{"value", field.options.back().id}}});
        }
    };
    for (const Field *const field : extraction::fieldsOf(form)) {
        fill(*field, field->id);
        for (const Field &member : field->fields) {
            fill(member, extraction::toString(extraction::Path{field->id, "a/b", member.id}));
        }
    }
    return values;
}

/// A field of each type.
const std::vector<Field> &fieldsOfAllTypes()
{
    static const std::vector<Field> kFields = [] {
        std::vector<Field> fields;
        for (const extraction::TypeInfo &info : extraction::fieldTypes()) {
            Field field{.id = std::string(info.name), .label = std::string(info.label), .type = info.type};
            field.options = {{"wood", "Wood", {}, {{"other", "Other"}}},
                             {"clay", "Clay; glazed"},
                             {"clay-other", "Other"}};
            field.rows = {"Pain", "Sleep"};
            field.columns = {"3 months", "1 year"};
            fields.push_back(std::move(field));
        }
        return fields;
    }();
    return kFields;
}

} // namespace

std::string checkForm(std::string_view bytes)
{
    Finding finding;
    const auto form = extraction::parseForm(bytes);
    if (!form) {
        expectText(finding, form.error().message, "the message of an error");
        return finding.text();
    }
    const std::string json = extraction::toJson(*form);
    const auto again = extraction::parseForm(json);
    finding.expect(again && extraction::toJson(*again) == json, "is not read as it is written", json);
    finding.expect(extraction::changesBetween(*form, *form).empty(), "has changed without a change", json);
    const Values values = someValues(*form);
    for (const std::string &path : extraction::askedPaths(*form, values)) {
        finding.expect(extraction::isAsked(*form, values, path), "is asked and not asked", path);
    }
    for (const extraction::ComputedValue &one : extraction::compute(*form, values)) {
        expectText(finding, one.problem, "a problem");
    }
    const auto fitted = extraction::fitted(*form, values);
    finding.expect(
        fitted.values.size() + fitted.noLongerAsked.size() == values.size(), "drops a value", json);
    const std::vector<Values> two{values, values};
    for (const extraction::ComparedField &one : extraction::compare(*form, two)) {
        finding.expect(one.agreement != extraction::Agreement::Differ &&
                           one.agreement != extraction::Agreement::OnlyOne,
                       "differs from itself",
                       one.path);
    }
    return finding.text();
}

std::string checkValue(std::string_view bytes)
{
    Finding finding;
    for (const Field &field : fieldsOfAllTypes()) {
        checkTypedText(finding, field, bytes);
    }
    if (const auto value = extraction::valueFromJson(bytes)) {
        const auto again = extraction::valueFromJson(extraction::toJson(*value));
        finding.expect(again && *again == *value, "is not read from JSON as it is written", bytes);
        for (const Field &field : fieldsOfAllTypes()) {
            expectText(finding, extraction::display(field, *value), "a value that is shown");
            static_cast<void>(extraction::problemsOf(field, *value));
        }
    }
    if (const auto values = extraction::valuesFromJson(bytes)) {
        const auto again = extraction::valuesFromJson(extraction::toJson(*values));
        finding.expect(again && *again == *values, "are not read from JSON as they are written", bytes);
        static const Form kForm = extraction::shippedForm("pico").value();
        const auto fitted = extraction::fitted(kForm, *values);
        finding.expect(
            fitted.values.size() + fitted.noLongerAsked.size() == values->size(), "drops a value", bytes);
        static_cast<void>(extraction::completenessOf(kForm, *values));
    }
    return finding.text();
}

} // namespace winnow::fuzz
