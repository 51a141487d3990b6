#include "extraction/versions.h"

#include "extraction/field_types.h"
#include "extraction/options.h"

#include <algorithm>
#include <set>

namespace winnow::extraction {

namespace {

/// A field with the section or group in which it stands.
struct Placed
{
    const Field *field;
    const Field *group;
    std::string section;
};

std::vector<Placed> placesOf(const Form &form)
{
    std::vector<Placed> places;
    for (const Section &section : form.sections) {
        for (const Field &field : section.fields) {
            places.push_back({&field, nullptr, section.title});
            for (const Field &member : field.fields) {
                places.push_back({&member, &field, section.title});
            }
        }
    }
    return places;
}

std::string nameOf(const Placed &placed)
{
    return (placed.group == nullptr ? "" : placed.group->id + ".") + placed.field->id;
}

bool isSameGroup(const Field *before, const Field *after)
{
    return before == nullptr || after == nullptr ? before == after : isCalled(*after, before->id);
}

/// That which has the id now; else that which had it formerly.
const Placed *successorOf(const Placed &before, const std::vector<Placed> &after)
{
    const auto byId = std::ranges::find_if(after, [&](const Placed &one) {
        return one.field->id == before.field->id && isSameGroup(before.group, one.group);
    });
    if (byId != after.end()) {
        return &*byId;
    }
    const auto byFormer = std::ranges::find_if(after, [&](const Placed &one) {
        return isCalled(*one.field, before.field->id) && isSameGroup(before.group, one.group);
    });
    return byFormer == after.end() ? nullptr : &*byFormer;
}

bool hasSameRules(const Field &a, const Field &b)
{
    const auto conditionOf = [](const Field &field) {
        return field.condition ? std::pair(field.condition->field, field.condition->values)
                               : std::pair(std::string(), std::vector<std::string>());
    };
    return a.isRequired == b.isRequired && a.units == b.units && a.measures == b.measures &&
           a.least == b.least && a.most == b.most && a.formula == b.formula && a.rows == b.rows &&
           a.columns == b.columns && conditionOf(a) == conditionOf(b);
}

class Comparison
{
public:
    std::vector<FormChange> changes;

    void compare(const Placed &before, const Placed &after)
    {
        const Field &was = *before.field;
        const Field &is = *after.field;
        const std::string name = nameOf(after);
        if (was.id != is.id) {
            add(FormChangeKind::Renamed,
                name,
                "\"" + was.label + "\" was called " + was.id + " and is " + is.id + " now.");
        }
        if (before.group == nullptr && before.section != after.section) {
            add(FormChangeKind::Moved,
                name,
                "\"" + is.label + "\" moved to the section \"" + after.section + "\".");
        }
        if (was.type != is.type) {
            add(FormChangeKind::TypeChanged,
                name,
                "\"" + is.label + "\" was of the type " + std::string(toString(was.type)) + " and is " +
                    std::string(toString(is.type)) + " now.");
        }
        if (was.label != is.label || was.help != is.help) {
            add(FormChangeKind::Reworded,
                name,
                "\"" + was.label + "\" is worded in another way: \"" + is.label + "\".");
        }
        if (!hasSameRules(was, is)) {
            add(FormChangeKind::RulesChanged,
                name,
                "What \"" + is.label + "\" takes, or where it is asked, has changed.");
        }
        compareOptions(was, is, name);
    }

    void add(FormChangeKind kind, std::string field, std::string text, std::string option = {})
    {
        changes.push_back({kind, std::move(field), std::move(option), std::move(text)});
    }

private:
    void compareOptions(const Field &was, const Field &is, const std::string &name)
    {
        for (const Option *const option : allOptions(is)) {
            const Option *const former = optionCalled(was, option->id);
            if (former == nullptr) {
                add(FormChangeKind::OptionAdded,
                    name,
                    "\"" + is.label + "\" has the new option \"" + option->label + "\".",
                    option->id);
            } else if (former->label != option->label) {
                add(FormChangeKind::OptionReworded,
                    name,
                    "The option \"" + former->label + "\" of \"" + is.label + "\" is called \"" +
                        option->label + "\" now.",
                    option->id);
            }
        }
        for (const Option *const option : allOptions(was)) {
            if (optionCalled(is, option->id) == nullptr) {
                add(FormChangeKind::OptionRemoved,
                    name,
                    "\"" + is.label + "\" has lost the option \"" + option->label + "\".",
                    option->id);
            }
        }
    }
};

/// The path in the present form; nothing where it has no such field.
std::optional<Path> presentPath(const Form &form, const std::string &text, const Field *&field)
{
    const auto path = pathFromString(text);
    field = path ? fieldAt(form, text) : nullptr;
    if (field == nullptr) {
        return std::nullopt;
    }
    if (path->group.empty()) {
        return Path{{}, {}, field->id};
    }
    const Field *const group = fieldAt(form, path->group);
    return Path{group->id, path->instance, field->id};
}

} // namespace

std::vector<FormChange> changesBetween(const Form &before, const Form &after)
{
    const std::vector<Placed> was = placesOf(before);
    const std::vector<Placed> is = placesOf(after);
    std::set<const Field *> taken;
    std::vector<std::pair<const Placed *, const Placed *>> pairs;
    std::vector<const Placed *> removed;
    for (const Placed &placed : was) {
        const Placed *const successor = successorOf(placed, is);
        if (successor != nullptr && taken.insert(successor->field).second) {
            pairs.emplace_back(&placed, successor);
        } else {
            removed.push_back(&placed);
        }
    }
    Comparison comparison;
    for (const Placed &placed : is) {
        const auto pair =
            std::ranges::find(pairs, &placed, &std::pair<const Placed *, const Placed *>::second);
        if (pair == pairs.end()) {
            comparison.add(FormChangeKind::Added, nameOf(placed), "\"" + placed.field->label + "\" is new.");
        } else {
            comparison.compare(*pair->first, placed);
        }
    }
    for (const Placed *const placed : removed) {
        comparison.add(FormChangeKind::Removed,
                       nameOf(*placed),
                       "\"" + placed->field->label + "\" is no longer asked; what was said of it is kept.");
    }
    return std::move(comparison.changes);
}

Values Fitted::present() const
{
    Values result;
    for (const FittedValue &one : values) {
        result.emplace(one.path, one.value);
    }
    return result;
}

Fitted fitted(const Form &form, const Values &values)
{
    Fitted result;
    std::set<std::string> taken;
    const auto place = [&](bool isUnderPresentId) {
        for (const auto &[text, value] : values) {
            const Field *field = nullptr;
            const auto path = presentPath(form, text, field);
            const std::string now = path ? toString(*path) : std::string();
            if ((now == text) != isUnderPresentId) {
                continue;
            }
            if (!path) {
                result.noLongerAsked.push_back({text, value, "The form no longer asks for this."});
            } else if (field->type == FieldType::Group || field->type == FieldType::Computed) {
                result.noLongerAsked.push_back({text,
                                                value,
                                                field->type == FieldType::Computed
                                                    ? "\"" + field->label + "\" is computed now."
                                                    : "\"" + field->label + "\" is a group of fields now."});
            } else if (!taken.insert(now).second) {
                result.noLongerAsked.push_back(
                    {text,
                     value,
                     "There is another value under the present name of the field, " + now + "."});
            } else {
                result.values.push_back({now, text, value, problemsOf(*field, value)});
            }
        }
    };
    place(true);
    place(false);
    std::ranges::sort(result.values, {}, &FittedValue::path);
    std::ranges::sort(result.noLongerAsked, {}, &LeftOver::path);
    return result;
}

} // namespace winnow::extraction
