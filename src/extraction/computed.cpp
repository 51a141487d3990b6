#include "extraction/computed.h"

#include "extraction/field_types.h"
#include "extraction/scalars.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>

namespace winnow::extraction {

namespace {

Error refusal(std::string message)
{
    return {ErrorCode::InvalidArgument, std::move(message), {}, {}};
}

std::vector<std::string> segmentsOf(std::string_view name)
{
    std::vector<std::string> segments(1);
    for (const char c : name) {
        if (c == '.') {
            segments.emplace_back();
        } else {
            segments.back() += c;
        }
    }
    return segments;
}

std::string nameOf(const Field *group, const Field &field)
{
    return (group == nullptr ? "" : group->id + ".") + field.id;
}

std::string numericPartsOf(const Field &field)
{
    std::string names;
    for (const PartType &part : infoOf(field.type).parts) {
        if (isNumeric(part.scalar)) {
            names += (names.empty() ? "" : ", ") + field.id + "." + std::string(part.name);
        }
    }
    return names;
}

Result<std::string> numericPart(const Field &field, std::string_view wanted, const std::string &name)
{
    const TypeInfo &info = infoOf(field.type);
    const std::string choices = numericPartsOf(field);
    if (choices.empty()) {
        return refusal("\"" + name + "\" is no number: " + field.id + " is of the type " +
                       std::string(info.name));
    }
    const std::string_view part = wanted.empty() ? info.main : wanted;
    const PartType *const found = partOf(field.type, part);
    if (found == nullptr || !isNumeric(found->scalar)) {
        return refusal("\"" + name + "\" does not say which number; write one of " + choices);
    }
    return std::string(part);
}

/// What the field's value is worth in a formula.
std::optional<double> numberIn(const Values &values, const Path &path, const std::string &part)
{
    const auto found = values.find(toString(path));
    if (found == values.end() || found->second.status != ValueStatus::Extracted) {
        return std::nullopt;
    }
    const auto qualifier = partText(found->second, part == "p" ? "p-qualifier" : "qualifier");
    if (qualifier && *qualifier != "~" && *qualifier != "=") {
        return std::nullopt;
    }
    const auto text = partText(found->second, part);
    return text ? toDouble(*text) : std::nullopt;
}

/// What a name in a formula means.
struct FormulaTarget
{
    const Field *group = nullptr; ///< of which all instances are meant
    const Field *field = nullptr; ///< nullptr: the group as such, whose instances are counted
    std::string part{};
    bool isSibling = false; ///< a field of the group that the formula itself stands in
};

/// Looks a name up as it is meant in a formula of the form (`group` nullptr) or of a field in a group.
Result<FormulaTarget> targetOf(const Form &form, const Field *group, const FormulaName &name)
{
    std::vector<std::string> segments = segmentsOf(name.text);
    segments.resize(std::max<std::size_t>(segments.size(), 3));
    FormulaTarget target;
    std::size_t part = 1;
    if (const Field *const sibling = group == nullptr ? nullptr : memberCalled(*group, segments[0])) {
        target.field = sibling;
        target.isSibling = true;
    } else if (const Field *const field = fieldCalled(form, segments[0]); field == nullptr) {
        const bool hasHyphen = segments[0].find('-') != std::string::npos;
        return refusal("there is no field \"" + segments[0] + "\" for the formula" +
                       (hasHyphen ? " (a minus needs a blank before it: a - b)" : ""));
    } else if (field->type != FieldType::Group) {
        target.field = field;
    } else {
        if (!name.maySpread) {
            return refusal("\"" + name.text + "\" is many numbers; write sum(" + name.text +
                           "), min, max or count");
        }
        target.group = field;
        part = 2;
        if (segments[1].empty()) {
            return target;
        }
        target.field = memberCalled(*field, segments[1]);
        if (target.field == nullptr) {
            return refusal("the group " + field->id + " has no field \"" + segments[1] + "\"");
        }
    }
    if (segments.size() > part + 1 && !segments[part + 1].empty()) {
        return refusal("\"" + name.text + "\" has too many points");
    }
    auto wanted = numericPart(*target.field, segments[part], name.text);
    if (!wanted) {
        return std::move(wanted).error();
    }
    target.part = std::move(wanted).value();
    return target;
}

using Key = std::pair<const Field *, const Field *>;

/// Puts computed fields in order, each behind those that it needs.
class Order
{
public:
    explicit Order(const Form &form)
        : m_form(form)
    {}

    Result<std::vector<ComputedField>> all()
    {
        for (const Field *const field : fieldsOf(m_form)) {
            if (auto done = visit({nullptr, field}); !done) {
                return std::move(done).error();
            }
            for (const Field &member : field->fields) {
                if (auto done = visit({field, &member}); !done) {
                    return std::move(done).error();
                }
            }
        }
        return std::move(m_order);
    }

private:
    Result<void> visit(Key key)
    {
        const Field &field = *key.second;
        if (field.type != FieldType::Computed || m_done.contains(key)) {
            return {};
        }
        if (const auto before = std::ranges::find(m_way, key); before != m_way.end()) {
            return cycle(before);
        }
        auto formula = Formula::parse(field.formula);
        if (!formula) {
            return inField(key, formula.error().message);
        }
        m_way.push_back(key);
        for (const FormulaName &name : formula->names()) {
            const auto target = targetOf(m_form, key.first, name);
            if (!target) {
                return inField(key, target.error().message);
            }
            if (target->field != nullptr) {
                const Field *const group = target->isSibling ? key.first : target->group;
                if (auto done = visit({group, target->field}); !done) {
                    return done;
                }
            }
        }
        m_way.pop_back();
        m_done[key] = true;
        m_order.push_back({key.first, key.second, std::move(formula).value()});
        return {};
    }

    [[nodiscard]] static Error inField(const Key &key, const std::string &message)
    {
        return refusal("Field \"" + nameOf(key.first, *key.second) + "\": " + message + ".");
    }

    [[nodiscard]] Error cycle(std::vector<Key>::const_iterator from) const
    {
        std::string names;
        for (auto one = from; one != m_way.end(); ++one) {
            names += nameOf(one->first, *one->second) + " -> ";
        }
        names += nameOf(from->first, *from->second);
        return refusal("Computed fields lead back to themselves: " + names +
                       ". Take one of them out of the other's formula.");
    }

    const Form &m_form;
    std::vector<Key> m_way;
    std::map<Key, bool> m_done;
    std::vector<ComputedField> m_order;
};

} // namespace

Result<std::vector<ComputedField>> computedFields(const Form &form)
{
    return Order(form).all();
}

std::optional<Value> ComputedValue::value() const
{
    if (!number) {
        return std::nullopt;
    }
    return Value{ValueStatus::Extracted, {{"value", fromDouble(*number)}}};
}

std::vector<ComputedValue> compute(const Form &form, const Values &values)
{
    std::vector<ComputedValue> results;
    const auto fields = computedFields(form);
    if (!fields) {
        return results;
    }
    Values known = values;
    const auto computeAt = [&](const ComputedField &computed, const Path &path) {
        const auto lookup = [&](const FormulaName &name) -> std::vector<std::optional<double>> {
            const auto target = targetOf(form, computed.group, name);
            if (!target) {
                return {};
            }
            if (target->group == nullptr) {
                const Path at = target->isSibling ? Path{path.group, path.instance, target->field->id}
                                                  : Path{{}, {}, target->field->id};
                return {numberIn(known, at, target->part)};
            }
            std::vector<std::optional<double>> numbers;
            for (const std::string &instance : instancesOf(*target->group, known)) {
                numbers.push_back(
                    target->field == nullptr
                        ? std::optional(1.0)
                        : numberIn(known, {target->group->id, instance, target->field->id}, target->part));
            }
            return numbers;
        };
        ComputedValue result{toString(path)};
        known.erase(result.path); // what somebody once typed there does not count
        if (const auto outcome = computed.formula.evaluate(lookup); outcome) {
            result.number = outcome.value();
        } else {
            result.problem = outcome.error().message;
        }
        if (const auto value = result.value()) {
            known[result.path] = *value;
        }
        results.push_back(std::move(result));
    };
    for (const ComputedField &computed : *fields) {
        if (computed.group == nullptr) {
            computeAt(computed, {{}, {}, computed.field->id});
            continue;
        }
        for (const std::string &instance : instancesOf(*computed.group, values)) {
            computeAt(computed, {computed.group->id, instance, computed.field->id});
        }
    }
    return results;
}

} // namespace winnow::extraction
