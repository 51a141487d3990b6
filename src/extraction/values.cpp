#include "extraction/values.h"

#include <algorithm>

namespace winnow::extraction {

namespace {

/// The field of this id, or else that which had it once.
const Field *calledEver(const std::vector<const Field *> &fields, std::string_view id)
{
    const auto now =
        std::ranges::find(fields, id, [](const Field *field) -> std::string_view { return field->id; });
    if (now != fields.end()) {
        return *now;
    }
    const auto before =
        std::ranges::find_if(fields, [&](const Field *field) { return isCalled(*field, id); });
    return before == fields.end() ? nullptr : *before;
}

std::vector<const Field *> pointersTo(const std::vector<Field> &fields)
{
    std::vector<const Field *> pointers;
    pointers.reserve(fields.size());
    for (const Field &field : fields) {
        pointers.push_back(&field);
    }
    return pointers;
}

} // namespace

std::string escaped(std::string_view name)
{
    std::string segment;
    for (const char c : name) {
        if (c == '~') {
            segment += "~0";
        } else if (c == '/') {
            segment += "~1";
        } else {
            segment += c;
        }
    }
    return segment;
}

std::string unescaped(std::string_view segment)
{
    std::string name;
    for (std::size_t i = 0; i < segment.size(); ++i) {
        const char next = i + 1 < segment.size() ? segment[i + 1] : '\0';
        if (segment[i] == '~' && (next == '0' || next == '1')) {
            name += next == '0' ? '~' : '/';
            ++i;
        } else {
            name += segment[i];
        }
    }
    return name;
}

std::string toString(const Path &path)
{
    return path.group.empty() ? path.field : path.group + "/" + escaped(path.instance) + "/" + path.field;
}

std::optional<Path> pathFromString(std::string_view text)
{
    std::vector<std::string_view> segments;
    while (segments.size() < 4) {
        const std::size_t slash = text.find('/');
        segments.push_back(text.substr(0, slash));
        if (slash == std::string_view::npos) {
            break;
        }
        text.remove_prefix(slash + 1);
    }
    if (std::ranges::any_of(segments, [](std::string_view one) { return one.empty(); })) {
        return std::nullopt;
    }
    if (segments.size() == 1) {
        return Path{{}, {}, std::string(segments[0])};
    }
    if (segments.size() == 3) {
        return Path{std::string(segments[0]), unescaped(segments[1]), std::string(segments[2])};
    }
    return std::nullopt;
}

std::string cellName(std::string_view row, std::string_view column)
{
    return escaped(row) + "/" + escaped(column);
}

std::vector<std::string> instancesOf(const Field &group, const Values &values)
{
    std::vector<std::string> names;
    for (const auto &[text, value] : values) {
        const auto path = pathFromString(text);
        if (path && !path->group.empty() && isCalled(group, path->group) &&
            std::ranges::find(names, path->instance) == names.end()) {
            names.push_back(path->instance);
        }
    }
    return names;
}

bool isCalled(const Field &field, std::string_view id)
{
    return field.id == id || std::ranges::find(field.formerIds, id) != field.formerIds.end();
}

std::vector<const Field *> fieldsOf(const Form &form)
{
    std::vector<const Field *> fields;
    for (const Section &section : form.sections) {
        for (const Field &field : section.fields) {
            fields.push_back(&field);
        }
    }
    return fields;
}

const Field *fieldCalled(const Form &form, std::string_view id)
{
    for (const Section &section : form.sections) {
        const auto found = std::ranges::find(section.fields, id, &Field::id);
        if (found != section.fields.end()) {
            return &*found;
        }
    }
    return nullptr;
}

const Field *memberCalled(const Field &group, std::string_view id)
{
    const auto found = std::ranges::find(group.fields, id, &Field::id);
    return found == group.fields.end() ? nullptr : &*found;
}

const Field *fieldAt(const Form &form, std::string_view path)
{
    const auto parsed = pathFromString(path);
    if (!parsed) {
        return nullptr;
    }
    const std::vector<const Field *> fields = fieldsOf(form);
    if (parsed->group.empty()) {
        return calledEver(fields, parsed->field);
    }
    const Field *const group = calledEver(fields, parsed->group);
    return group == nullptr ? nullptr : calledEver(pointersTo(group->fields), parsed->field);
}

std::optional<std::string_view> partText(const Value &value, std::string_view name)
{
    const auto found = std::ranges::find(value.parts, name, &Part::name);
    return found == value.parts.end() ? std::nullopt : std::optional<std::string_view>(found->text);
}

} // namespace winnow::extraction
