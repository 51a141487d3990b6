#include "extraction/field_types.h"
#include "extraction/form_check.h"
#include "extraction/options.h"
#include "extraction/scalars.h"
#include "extraction/value_types.h"
#include "extraction/values.h"
#include "text/fold.h"
#include "text/json_depth.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <span>
#include <unordered_set>

namespace winnow::extraction {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

/// Limits of what a form can be, so that a small hostile file cannot ask for a large amount of work.
constexpr std::size_t kMostFormBytes = 4U << 20U;
constexpr std::size_t kMostJsonDepth = 64;
constexpr std::size_t kMostFields = 2'000;
constexpr std::size_t kMostOptions = 20'000; ///< of all fields together
constexpr std::size_t kMostDepth = 12;       ///< of codes
constexpr std::size_t kMostCells = 10'000;   ///< of a matrix
constexpr std::size_t kMostIdBytes = 100;
constexpr std::size_t kMostLabelBytes = 2'000;
constexpr std::size_t kMostHelpBytes = 20'000;
constexpr int kMostVersion = 1'000'000;

/// What is wrong, and where.
struct Fault
{
    std::string sentence;
};

bool isId(std::string_view id)
{
    return !id.empty() && id.size() <= kMostIdBytes && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_';
    });
}

/// "Cluster trial (CRT)" -> "cluster-trial-crt"
std::string idFrom(std::string_view label)
{
    std::string id;
    for (const char c : text::fold(label)) {
        if (isId(std::string_view(&c, 1))) {
            id += c;
        } else if (!id.empty() && id.back() != '-') {
            id += '-';
        }
    }
    while (id.ends_with('-')) {
        id.pop_back();
    }
    return id.substr(0, kMostIdBytes);
}

std::string clean(const json &value, const std::string &what, std::size_t most, bool keepsLines = false)
{
    if (!value.is_string()) {
        throw Fault{what + " must be a text in quotation marks."};
    }
    auto text = cleanText(value.get_ref<const std::string &>(), keepsLines);
    if (!text || text->size() > most) {
        throw Fault{what + " is longer than " + std::to_string(most) + " bytes."};
    }
    return *std::move(text);
}

std::string text(
    const json &object, const char *name, const std::string &where, std::size_t most, bool keepsLines = false)
{
    const auto found = object.find(name);
    return found == object.end() ? std::string()
                                 : clean(*found, where + ": \"" + name + "\"", most, keepsLines);
}

/// A list without the same entry twice, as `form` tells.
std::vector<std::string> texts(const json &object,
                               const char *name,
                               const std::string &where,
                               std::string (*form)(std::string_view) = plainForm)
{
    std::vector<std::string> list;
    const auto found = object.find(name);
    if (found == object.end()) {
        return list;
    }
    const std::string what = where + ": \"" + name + "\"";
    if (!found->is_array() || found->size() > kMostCells) {
        throw Fault{what + " must be a list of texts, " + std::to_string(kMostCells) + " at most."};
    }
    std::set<std::string> seen;
    for (const json &entry : *found) {
        list.push_back(clean(entry, "Each of " + what, kMostLabelBytes));
        if (list.back().empty()) {
            throw Fault{what + " has an empty text."};
        }
        if (!seen.insert(form(list.back())).second) {
            throw Fault{what + " has \"" + list.back() + "\" twice."};
        }
    }
    return list;
}

std::optional<double> limit(const json &object, const char *name, const std::string &where)
{
    const auto found = object.find(name);
    if (found == object.end()) {
        return std::nullopt;
    }
    if (!found->is_number() || !std::isfinite(found->get<double>())) {
        throw Fault{where + ": \"" + name + "\" must be a number."};
    }
    return found->get<double>();
}

bool flag(const json &object, const char *name, const std::string &where)
{
    const auto found = object.find(name);
    if (found != object.end() && !found->is_boolean()) {
        throw Fault{where + ": \"" + name + "\" must be true or false."};
    }
    return found != object.end() && found->get<bool>();
}

void expectKeys(const json &object, std::span<const std::string_view> known, const std::string &where)
{
    if (!object.is_object()) {
        throw Fault{where + " must be an object in braces."};
    }
    for (const auto &[key, value] : object.items()) {
        if (std::ranges::find(known, key) == known.end()) {
            std::string names;
            for (const std::string_view one : known) {
                names += (names.empty() ? "" : ", ") + std::string(one);
            }
            std::string sentence = where;
            sentence.append(" has \"")
                .append(shortened(key, 60))
                .append("\", which says nothing there; there may be ");
            throw Fault{sentence + names + "."};
        }
    }
}

/// The settings that not all types know, with the names under which a file gives them.
struct SettingKey
{
    unsigned setting;
    std::string_view name;
};

constexpr std::array<SettingKey, 9> kSettingKeys{{{kOptions, "options"},
                                                  {kUnits, "units"},
                                                  {kMeasures, "measures"},
                                                  {kLimits, "least"},
                                                  {kLimits, "most"},
                                                  {kFormula, "formula"},
                                                  {kFields, "fields"},
                                                  {kGrid, "rows"},
                                                  {kGrid, "columns"}}};

constexpr std::array<std::string_view, 6> kFormKeys{
    "id", "title", "description", "licence", "version", "sections"};
constexpr std::array<std::string_view, 3> kSectionKeys{"title", "help", "fields"};
constexpr std::array<std::string_view, 4> kOptionKeys{"id", "label", "help", "children"};
constexpr std::array<std::string_view, 2> kConditionKeys{"field", "values"};
constexpr std::array<std::string_view, 16> kFieldKeys{"id",
                                                      "label",
                                                      "help",
                                                      "type",
                                                      "required",
                                                      "options",
                                                      "units",
                                                      "measures",
                                                      "least",
                                                      "most",
                                                      "asked-if",
                                                      "formula",
                                                      "fields",
                                                      "rows",
                                                      "columns",
                                                      "former-ids"};

class Reader
{
public:
    Form read(const json &root)
    {
        expectKeys(root, kFormKeys, "The form");
        Form form;
        form.id = id(root, "The form");
        form.title = text(root, "title", "The form", kMostLabelBytes);
        if (form.title.empty()) {
            throw Fault{"The form has no \"title\"."};
        }
        form.description = text(root, "description", "The form", kMostHelpBytes, true);
        form.licence = text(root, "licence", "The form", kMostHelpBytes, true);
        readVersion(root, form);
        const auto sections = root.find("sections");
        if (sections == root.end() || !sections->is_array() || sections->empty()) {
            throw Fault{"The form has no list \"sections\"."};
        }
        for (const json &section : *sections) {
            form.sections.push_back(readSection(section, form.sections.size() + 1));
        }
        return form;
    }

private:
    static std::string id(const json &object, const std::string &where)
    {
        std::string id = text(object, "id", where, kMostLabelBytes);
        if (id.empty()) {
            throw Fault{where + " has no \"id\"."};
        }
        if (!isId(id)) {
            throw Fault{where + ": \"" + shortened(id, 60) +
                        "\" cannot be an id; use the letters a to z, digits, - and _, at most " +
                        std::to_string(kMostIdBytes) + "."};
        }
        return id;
    }

    static void readVersion(const json &root, Form &form)
    {
        const auto version = root.find("version");
        if (version == root.end()) {
            return;
        }
        if (!version->is_number_integer() || *version < 1 || *version > kMostVersion) {
            throw Fault{"The form: \"version\" must be a whole number from 1."};
        }
        form.version = version->get<int>();
    }

    Section readSection(const json &value, std::size_t number)
    {
        const std::string where = "Section " + std::to_string(number);
        expectKeys(value, kSectionKeys, where);
        Section section;
        section.title = text(value, "title", where, kMostLabelBytes);
        section.help = text(value, "help", where, kMostHelpBytes, true);
        section.fields = readFields(value, where, m_ids, false);
        return section;
    }

    std::vector<Field> readFields(const json &value,
                                  const std::string &where,
                                  std::unordered_set<std::string> &ids,
                                  bool isInGroup)
    {
        const auto fields = value.find("fields");
        if (fields == value.end() || !fields->is_array() || fields->empty()) {
            throw Fault{where + " has no list \"fields\"."};
        }
        std::vector<Field> list;
        for (const json &field : *fields) {
            if (++m_fields > kMostFields) {
                throw Fault{"The form has more than " + std::to_string(kMostFields) +
                            " fields; divide it into several."};
            }
            list.push_back(
                readField(field, where + ", field " + std::to_string(list.size() + 1), ids, isInGroup));
        }
        return list;
    }

    Field readField(const json &value,
                    const std::string &place,
                    std::unordered_set<std::string> &ids,
                    bool isInGroup)
    {
        if (!value.is_object()) {
            throw Fault{place + " must be an object in braces."};
        }
        Field field;
        field.id = id(value, place);
        const std::string where = "Field \"" + field.id + "\"";
        if (!ids.insert(field.id).second) {
            throw Fault{"There are two fields \"" + field.id + "\"; give one of them another id."};
        }
        expectKeys(value, kFieldKeys, where);
        field.label = text(value, "label", where, kMostLabelBytes);
        if (field.label.empty()) {
            throw Fault{where + " has no \"label\"."};
        }
        field.help = text(value, "help", where, kMostHelpBytes, true);
        field.type = readType(value, where);
        if (isInGroup && field.type == FieldType::Group) {
            throw Fault{where + " is a group in a group; take it out of there."};
        }
        checkSettings(value, field, where);
        field.isRequired = flag(value, "required", where);
        readSettings(value, field, where);
        field.condition = readCondition(value, where);
        readFormerIds(value, field, where);
        return field;
    }

    static FieldType readType(const json &value, const std::string &where)
    {
        const std::string name = text(value, "type", where, kMostLabelBytes);
        const auto type = name.empty() ? FieldType::Text : fieldTypeFromString(name);
        if (!type) {
            std::string names;
            for (const TypeInfo &info : fieldTypes()) {
                names += (names.empty() ? "" : ", ") + std::string(info.name);
            }
            throw Fault{where + " is of the type \"" + shortened(name, 60) +
                        "\", which there is not. There are " + names + "."};
        }
        return *type;
    }

    static void checkSettings(const json &value, const Field &field, const std::string &where)
    {
        const TypeInfo &info = infoOf(field.type);
        for (const SettingKey &key : kSettingKeys) {
            const bool isThere = value.contains(key.name);
            if (isThere && (info.settings & key.setting) == 0) {
                throw Fault{where + " is of the type " + std::string(info.name) + ", for which \"" +
                            std::string(key.name) + "\" says nothing; take it out or change the type."};
            }
            if (!isThere && (info.required & key.setting) != 0) {
                throw Fault{where + " is of the type " + std::string(info.name) + " and needs \"" +
                            std::string(key.name) + "\"."};
            }
        }
    }

    void readSettings(const json &value, Field &field, const std::string &where)
    {
        if (value.contains("options")) {
            std::unordered_set<std::string> ids;
            field.options =
                readOptions(value["options"], where, ids, field.type == FieldType::Code ? kMostDepth : 1);
        }
        field.units = texts(value, "units", where, unitForm);
        field.measures = texts(value, "measures", where);
        field.least = limit(value, "least", where);
        field.most = limit(value, "most", where);
        if (field.least && field.most && *field.least > *field.most) {
            throw Fault{where + ": \"least\" is more than \"most\"."};
        }
        field.formula = text(value, "formula", where, kMostHelpBytes);
        if (value.contains("fields")) {
            std::unordered_set<std::string> ids;
            field.fields = readFields(value, where, ids, true);
        }
        readGrid(value, field, where);
    }

    static void readGrid(const json &value, Field &field, const std::string &where)
    {
        field.rows = texts(value, "rows", where);
        field.columns = texts(value, "columns", where);
        if (field.type != FieldType::Matrix) {
            return;
        }
        if (field.rows.empty() || field.columns.empty() ||
            field.rows.size() * field.columns.size() > kMostCells) {
            throw Fault{where + " needs a row and a column at least, and " + std::to_string(kMostCells) +
                        " cells at most."};
        }
        for (const auto *const names : {&field.rows, &field.columns}) {
            for (const std::string &name : *names) {
                if (name.find_first_of(":/") != std::string::npos) {
                    std::string sentence = where;
                    sentence.append(": \"").append(name).append(
                        "\" has a colon or a slash, by which cells are told apart;");
                    throw Fault{sentence + " use another sign."};
                }
            }
        }
    }

    std::vector<Option> readOptions(const json &value,
                                    const std::string &where,
                                    std::unordered_set<std::string> &ids,
                                    std::size_t levels)
    {
        if (!value.is_array() || value.empty()) {
            throw Fault{where + ": \"options\" must be a list with an entry at least."};
        }
        if (levels == 0) {
            throw Fault{where + " has options in options " +
                        "deeper than its type may have (12 levels for a code, 1 for others)."};
        }
        std::vector<Option> options;
        for (const json &entry : value) {
            if (++m_options > kMostOptions) {
                throw Fault{"The form has more than " + std::to_string(kMostOptions) + " options."};
            }
            options.push_back(readOption(entry, where, ids, levels));
        }
        return options;
    }

    Option readOption(const json &value,
                      const std::string &where,
                      std::unordered_set<std::string> &ids,
                      std::size_t levels)
    {
        Option option;
        if (value.is_string()) { // a label alone
            option.label = clean(value, where + ", an option", kMostLabelBytes);
            option.id = idFrom(option.label);
            if (option.id.empty()) {
                throw Fault{where + ": no id can be made of the option \"" + shortened(option.label, 60) +
                            "\"; write {\"id\": ..., \"label\": ...}."};
            }
        } else {
            expectKeys(value, kOptionKeys, where + ", an option,");
            option.id = id(value, where + ", an option");
            option.label = text(value, "label", where + ", option \"" + option.id + "\"", kMostLabelBytes);
            option.help = text(value, "help", where + ", option \"" + option.id + "\"", kMostHelpBytes, true);
        }
        if (option.label.empty()) {
            throw Fault{where + ", option \"" + option.id + "\" has no \"label\"."};
        }
        if (!ids.insert(option.id).second) {
            throw Fault{where + " has two options \"" + option.id + "\"; give one of them another id."};
        }
        if (valueStatusFromString(option.id) || valueStatusFromString(option.label)) {
            throw Fault{where + " has the option \"" + option.label +
                        "\", which can be said of every field without it; take it out."};
        }
        if (value.is_object() && value.contains("children")) {
            option.children = readOptions(value["children"], where, ids, levels - 1);
        }
        return option;
    }

    static std::optional<Condition> readCondition(const json &value, const std::string &where)
    {
        const auto found = value.find("asked-if");
        if (found == value.end()) {
            return std::nullopt;
        }
        const std::string what = where + ", \"asked-if\"";
        expectKeys(*found, kConditionKeys, what);
        Condition condition{text(*found, "field", what, kMostLabelBytes), texts(*found, "values", what)};
        if (condition.field.empty() || condition.values.empty()) {
            throw Fault{what + " needs a \"field\" and a list \"values\"."};
        }
        for (std::string &one : condition.values) {
            if (const auto status = valueStatusFromString(one)) {
                one = toString(*status);
            }
        }
        return condition;
    }

    static void readFormerIds(const json &value, Field &field, const std::string &where)
    {
        field.formerIds = texts(value, "former-ids", where);
        for (const std::string &former : field.formerIds) {
            if (!isId(former) || former == field.id) {
                throw Fault{where + ": \"" + shortened(former, 60) + "\" cannot be a former id of it."};
            }
        }
    }

    std::unordered_set<std::string> m_ids;
    std::size_t m_fields = 0;
    std::size_t m_options = 0;
};

void put(ordered_json &object, const char *name, const std::string &value)
{
    if (!value.empty()) {
        object[name] = value;
    }
}

void put(ordered_json &object, const char *name, const std::vector<std::string> &values)
{
    if (!values.empty()) {
        object[name] = values;
    }
}

ordered_json optionsToJson(const std::vector<Option> &options)
{
    ordered_json list = ordered_json::array();
    for (const Option &option : options) {
        ordered_json object{{"id", option.id}, {"label", option.label}};
        put(object, "help", option.help);
        if (!option.children.empty()) {
            object["children"] = optionsToJson(option.children);
        }
        list.push_back(std::move(object));
    }
    return list;
}

ordered_json fieldsToJson(const std::vector<Field> &fields)
{
    ordered_json list = ordered_json::array();
    for (const Field &field : fields) {
        ordered_json object{{"id", field.id}, {"label", field.label}};
        put(object, "help", field.help);
        object["type"] = toString(field.type);
        if (field.isRequired) {
            object["required"] = true;
        }
        if (field.condition) {
            object["asked-if"] = {{"field", field.condition->field}, {"values", field.condition->values}};
        }
        if (!field.options.empty()) {
            object["options"] = optionsToJson(field.options);
        }
        put(object, "units", field.units);
        put(object, "measures", field.measures);
        if (field.least) {
            object["least"] = *field.least;
        }
        if (field.most) {
            object["most"] = *field.most;
        }
        put(object, "formula", field.formula);
        if (!field.fields.empty()) {
            object["fields"] = fieldsToJson(field.fields);
        }
        put(object, "rows", field.rows);
        put(object, "columns", field.columns);
        put(object, "former-ids", field.formerIds);
        list.push_back(std::move(object));
    }
    return list;
}

Error refusal(std::string message, std::string detail = {})
{
    return {ErrorCode::WrongFormat, std::move(message), std::move(detail), {}};
}

} // namespace

Result<Form> parseForm(std::string_view text)
{
    if (text.size() > kMostFormBytes) {
        return refusal("A form of more than 4 MiB cannot be read.");
    }
    if (text::isDeeperThan(text, kMostJsonDepth)) {
        return refusal("The form has brackets in brackets deeper than any form needs.");
    }
    try {
        Form form = Reader().read(json::parse(text.begin(), text.end()));
        if (auto checked = checkForm(form); !checked) {
            return std::move(checked).error();
        }
        return form;
    } catch (const Fault &fault) {
        return refusal(fault.sentence);
    } catch (const json::exception &failure) {
        return refusal("This is no JSON file, or it is damaged; check it with an editor that knows JSON.",
                       failure.what());
    }
}

std::string toJson(const Form &form)
{
    ordered_json root{{"id", form.id}, {"title", form.title}};
    put(root, "description", form.description);
    put(root, "licence", form.licence);
    root["version"] = form.version;
    root["sections"] = ordered_json::array();
    for (const Section &section : form.sections) {
        ordered_json object;
        put(object, "title", section.title);
        put(object, "help", section.help);
        object["fields"] = fieldsToJson(section.fields);
        root["sections"].push_back(std::move(object));
    }
    return root.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

} // namespace winnow::extraction
