#include "evidence/json_parts.h"

#include <cmath>

namespace winnow::evidence {

using nlohmann::json;
using nlohmann::ordered_json;

std::string textOf(const json &text)
{
    return text::withoutControls(text.get_ref<const std::string &>());
}

std::string textIn(const json &object, const char *name, const std::string &where, bool isRequired)
{
    const auto found = object.find(name);
    if (found == object.end()) {
        if (isRequired) {
            throw Fault{where + " has no \"" + name + "\"."};
        }
        return {};
    }
    if (!found->is_string()) {
        throw Fault{where + ": \"" + name + "\" must be a text."};
    }
    return textOf(*found);
}

bool flagIn(const json &object, const char *name, bool otherwise, const std::string &where)
{
    const auto found = object.find(name);
    if (found == object.end()) {
        return otherwise;
    }
    if (!found->is_boolean()) {
        throw Fault{where + ": \"" + name + "\" must be true or false."};
    }
    return found->get<bool>();
}

std::optional<double> numberIn(const json &object, const char *name, const std::string &where)
{
    const auto found = object.find(name);
    if (found == object.end() || found->is_null()) {
        return std::nullopt;
    }
    if (!found->is_number() || !std::isfinite(found->get<double>())) {
        throw Fault{where + ": \"" + name + "\" must be a number."};
    }
    return found->get<double>();
}

std::vector<std::string> textsOf(const json &value, const std::string &where)
{
    std::vector<std::string> list;
    if (!value.is_array()) {
        throw Fault{where + " must be a list of texts."};
    }
    for (const json &entry : value) {
        if (!entry.is_string()) {
            throw Fault{where + " must be a list of texts."};
        }
        list.push_back(textOf(entry));
    }
    return list;
}

CitationStyle readStyle(const json &value)
{
    if (value.is_string()) {
        const auto style = citationStyleCalled(value.get<std::string>());
        if (!style) {
            throw Fault{"\"style\" must be brackets, parentheses, ieee, superscript, or an object."};
        }
        return *style;
    }
    if (!value.is_object()) {
        throw Fault{"\"style\" must be an object."};
    }
    CitationStyle style;
    const auto set = [&](const char *name, std::string &target) {
        if (value.contains(name)) {
            target = textIn(value, name, "\"style\"", true);
        }
    };
    set("open", style.open);
    set("delimiter", style.delimiter);
    set("dash", style.dash);
    set("close", style.close);
    set("eachOpen", style.eachOpen);
    set("eachClose", style.eachClose);
    set("outside", style.outside);
    style.isSorted = flagIn(value, "sorted", true, "\"style\"");
    style.isSuperscript = flagIn(value, "superscript", false, "\"style\"");
    return style;
}

ordered_json toJson(const CitationStyle &style)
{
    return {{"open", style.open},
            {"delimiter", style.delimiter},
            {"dash", style.dash},
            {"close", style.close},
            {"eachOpen", style.eachOpen},
            {"eachClose", style.eachClose},
            {"outside", style.outside},
            {"sorted", style.isSorted},
            {"superscript", style.isSuperscript}};
}

} // namespace winnow::evidence
