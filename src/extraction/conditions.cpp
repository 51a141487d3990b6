#include "extraction/conditions.h"

#include "extraction/options.h"

#include <algorithm>

namespace winnow::extraction {

namespace {

/// A way through conditions is never longer than this; parseForm() lets no circle pass.
constexpr int kMostSteps = 2'000;

bool isMet(const Condition &condition, const Field &other, const Value *value)
{
    if (value == nullptr) {
        return false;
    }
    const auto waitsFor = [&](std::string_view one) {
        return std::ranges::find(condition.values, one) != condition.values.end();
    };
    if (value->status != ValueStatus::Extracted) {
        return waitsFor(toString(value->status));
    }
    return std::ranges::any_of(entriesOf(*value), [&](const std::string &entry) {
        return std::ranges::any_of(withParents(other, entry), waitsFor);
    });
}

/// Whether the conditions hold from `field` on, one by one.
bool areMet(const Form &form, const Values &values, const Field *group, const Field *field, const Path &path)
{
    for (int step = 0; field->condition && step < kMostSteps; ++step) {
        const Field *const other = conditionField(form, group, *field);
        if (other == nullptr) {
            return true; // better asked for nothing than lost
        }
        const bool isBeside = group != nullptr && memberCalled(*group, other->id) == other;
        const Path at = isBeside ? Path{path.group, path.instance, other->id} : Path{{}, {}, other->id};
        const auto found = values.find(toString(at));
        if (!isMet(*field->condition, *other, found == values.end() ? nullptr : &found->second)) {
            return false;
        }
        field = other;
        group = isBeside ? group : nullptr;
    }
    return true;
}

bool canBeAnswered(const Field &field)
{
    return field.type != FieldType::Group && field.type != FieldType::Computed;
}

/// Counts a field that is asked.
void count(Completeness &completeness, const Field &field, const std::string &path, const Values &values)
{
    ++completeness.asked;
    if (values.contains(path)) {
        ++completeness.answered;
    } else if (field.isRequired) {
        completeness.missing.push_back(path);
    }
}

/// Calls `visit(field, path)` for what is asked.
template <class Visit>
void forEachAsked(const Form &form, const Values &values, Visit visit)
{
    for (const Field *const field : fieldsOf(form)) {
        if (!areMet(form, values, nullptr, field, {{}, {}, field->id})) {
            continue;
        }
        if (canBeAnswered(*field)) {
            visit(*field, field->id);
        }
        if (field->type != FieldType::Group) {
            continue;
        }
        for (const std::string &instance : instancesOf(*field, values)) {
            for (const Field &member : field->fields) {
                const Path path{field->id, instance, member.id};
                if (canBeAnswered(member) && areMet(form, values, field, &member, path)) {
                    visit(member, toString(path));
                }
            }
        }
    }
}

} // namespace

const Field *conditionField(const Form &form, const Field *group, const Field &field)
{
    if (!field.condition) {
        return nullptr;
    }
    const Field *const beside = group == nullptr ? nullptr : memberCalled(*group, field.condition->field);
    return beside != nullptr ? beside : fieldCalled(form, field.condition->field);
}

bool isAsked(const Form &form, const Values &values, std::string_view path)
{
    const Field *const field = fieldAt(form, path);
    const auto parsed = pathFromString(path);
    if (field == nullptr || !parsed) {
        return false;
    }
    if (parsed->group.empty()) {
        return areMet(form, values, nullptr, field, *parsed);
    }
    const Field *const group = fieldAt(form, parsed->group);
    return group != nullptr && areMet(form, values, nullptr, group, {{}, {}, group->id}) &&
           areMet(form, values, group, field, {group->id, parsed->instance, field->id});
}

std::vector<std::string> askedPaths(const Form &form, const Values &values)
{
    std::vector<std::string> paths;
    forEachAsked(form, values, [&](const Field &, const std::string &path) { paths.push_back(path); });
    return paths;
}

std::string Completeness::text() const
{
    if (asked == answered) {
        return "All fields are filled in";
    }
    const std::size_t required = missing.size();
    return std::to_string(asked - answered) + " of " + std::to_string(asked) + " fields left" +
           (required == 0
                ? std::string()
                : "; " + std::to_string(required) + (required == 1 ? " is required" : " are required"));
}

Completeness completenessOf(const Form &form, const Values &values)
{
    Completeness completeness;
    for (const Field *const field : fieldsOf(form)) {
        if (field->type == FieldType::Group && field->isRequired && instancesOf(*field, values).empty() &&
            areMet(form, values, nullptr, field, {{}, {}, field->id})) {
            completeness.missing.push_back(field->id);
        }
    }
    forEachAsked(form, values, [&](const Field &field, const std::string &path) {
        count(completeness, field, path, values);
    });
    return completeness;
}

} // namespace winnow::extraction
