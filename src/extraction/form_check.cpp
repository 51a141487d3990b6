#include "extraction/form_check.h"

#include "extraction/computed.h"
#include "extraction/conditions.h"
#include "extraction/options.h"

#include <algorithm>

namespace winnow::extraction {

namespace {

Error refusal(std::string message)
{
    return {ErrorCode::WrongFormat, std::move(message), {}, {}};
}

/// What a condition may wait for in a field, beside the statuses that every value can have.
std::vector<std::string> possibleValues(const Field &field)
{
    if (field.type == FieldType::YesNo) {
        return {"yes", "no"};
    }
    std::vector<std::string> ids;
    for (const Option *const option : allOptions(field)) {
        ids.push_back(option->id);
    }
    return ids;
}

std::string listed(const std::vector<std::string> &names)
{
    constexpr std::size_t kMost = 20;
    std::string list;
    for (std::size_t i = 0; i < std::min(names.size(), kMost); ++i) {
        list += (i == 0 ? "" : ", ") + names[i];
    }
    return list + (names.size() > kMost ? " ..." : "");
}

Result<void> checkCondition(const Form &form, const Field *group, const Field &field)
{
    if (!field.condition) {
        return {};
    }
    const std::string where = "Field \"" + field.id + "\": ";
    const Field *const other = conditionField(form, group, field);
    if (other == nullptr) {
        return refusal(where + "it is asked only where \"" + field.condition->field +
                       "\" has some value, but there is no such field.");
    }
    if (other->type == FieldType::Group || other->type == FieldType::Computed) {
        return refusal(where + "it cannot depend on \"" + other->id +
                       "\", which nobody answers; name a field with options.");
    }
    std::vector<std::string> possible = possibleValues(*other);
    for (const std::string &value : field.condition->values) {
        if (std::ranges::find(possible, value) == possible.end() && !valueStatusFromString(value)) {
            std::string sentence = where;
            sentence.append("it waits for the value \"").append(value).append("\" of \"").append(other->id);
            sentence.append("\", which is impossible there. There are ");
            sentence.append(possible.empty() ? "" : listed(possible) + ", ");
            return refusal(sentence + "not-reported, not-applicable, unclear.");
        }
    }
    // Each leads to one other, so that a way longer than there are fields has gone in a circle.
    std::string way = field.id;
    for (const Field *next = other; next != nullptr; next = conditionField(form, group, *next)) {
        way += " -> " + next->id;
        if (next == &field) {
            return refusal("Conditions lead back to themselves: " + way + ". Take one of them away.");
        }
        if (way.size() > 4'000) {
            break; // the circle is another field's, which reports it
        }
    }
    return {};
}

} // namespace

Result<void> checkForm(const Form &form)
{
    for (const Field *const field : fieldsOf(form)) {
        if (auto checked = checkCondition(form, nullptr, *field); !checked) {
            return checked;
        }
        for (const Field &member : field->fields) {
            if (auto checked = checkCondition(form, field, member); !checked) {
                return checked;
            }
        }
    }
    if (const auto computed = computedFields(form); !computed) {
        return refusal(computed.error().message);
    }
    return {};
}

} // namespace winnow::extraction
