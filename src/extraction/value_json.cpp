#include "extraction/value_json.h"

#include "extraction/scalars.h"
#include "extraction/value_limits.h"
#include "model/quote_place.h"
#include "text/json_depth.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace winnow::extraction {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::size_t kMostPathBytes = 1'000;
constexpr std::size_t kMostValues = 100'000;
constexpr std::size_t kMostValuesBytes = 64U << 20U;
constexpr std::size_t kMostJsonDepth = 64;

/// What is wrong.
struct Fault
{
    std::string sentence;
};

/// The text of a scalar; nothing for lists, objects and null.
std::optional<std::string> textOf(const json &value)
{
    std::string text;
    if (value.is_string()) {
        text = value.get<std::string>();
    } else if (value.is_boolean()) {
        text = value.get<bool>() ? "yes" : "no";
    } else if (value.is_number_integer()) {
        text = value.dump();
    } else if (value.is_number()) {
        text = fromDouble(value.get<double>());
    } else {
        return std::nullopt;
    }
    if (text.size() > kMostTextBytes) {
        throw Fault{"A text of more than " + std::to_string(kMostTextBytes) +
                    " bytes is no part of a value."};
    }
    return cleanText(text, true);
}

std::string textAt(const json &object, const char *name)
{
    const auto found = object.find(name);
    return found == object.end() ? std::string() : textOf(*found).value_or("");
}

void addPart(Value &value, const std::string &name, const json &content)
{
    if (value.parts.size() >= kMostParts) {
        throw Fault{"A value has at most " + std::to_string(kMostParts) + " parts."};
    }
    const auto part = textOf(content);
    const auto clean = cleanText(name, false);
    if (part && clean && !part->empty() && !clean->empty()) {
        if (clean->size() > kMostPathBytes * 4) {
            throw Fault{"The name of a part is too long."};
        }
        value.parts.push_back({*clean, *part});
    }
}

/// A list of ["name", "text"] as it is written; by hand also an object of texts and lists of texts.
void readParts(Value &value, const json &parts)
{
    if (parts.is_object()) {
        for (const auto &[name, content] : parts.items()) {
            for (const json &entry : content.is_array() ? content : json::array({content})) {
                addPart(value, name, entry);
            }
        }
        return;
    }
    for (const json &entry : parts.is_array() ? parts : json::array({parts})) {
        if (entry.is_array() && entry.size() == 2 && entry[0].is_string()) {
            addPart(value, entry[0].get_ref<const std::string &>(), entry[1]);
        } else {
            addPart(value, "value", entry);
        }
    }
}

void readQuotes(Value &value, const json &quotes)
{
    for (const json &one : quotes.is_array() ? quotes : json::array({quotes})) {
        if (value.quotes.size() >= kMostQuotes) {
            throw Fault{"A value has at most " + std::to_string(kMostQuotes) + " quotes."};
        }
        Quote quote;
        if (one.is_object()) {
            quote = {textAt(one, "text"), textAt(one, "page"), textAt(one, "place")};
            if (!quotePlace(quote.place)) {
                quote.place.clear();
            }
        } else {
            quote.text = textOf(one).value_or("");
        }
        if (!quote.text.empty() || !quote.page.empty() || !quote.place.empty()) {
            value.quotes.push_back(std::move(quote));
        }
    }
}

Value valueOf(const json &object)
{
    Value value;
    if (!object.is_object()) {
        addPart(value, "value", object);
        if (value.parts.empty()) {
            throw Fault{"A value must be an object or a text."};
        }
        return value;
    }
    if (const auto parts = object.find("parts"); parts != object.end()) {
        readParts(value, *parts);
    }
    if (const auto quotes = object.find("quotes"); quotes != object.end()) {
        readQuotes(value, *quotes);
    }
    value.note = textAt(object, "note");
    const auto status = valueStatusFromString(textAt(object, "status"));
    value.status = status.value_or(value.parts.empty() ? ValueStatus::Unclear : ValueStatus::Extracted);
    return value;
}

ordered_json objectOf(const Value &value)
{
    ordered_json object{{"status", toString(value.status)}};
    for (const Part &part : value.parts) {
        object["parts"].push_back(ordered_json::array({part.name, part.text}));
    }
    for (const Quote &quote : value.quotes) {
        ordered_json one = ordered_json::object();
        if (!quote.text.empty()) {
            one["text"] = quote.text;
        }
        if (!quote.page.empty()) {
            one["page"] = quote.page;
        }
        if (!quote.place.empty()) {
            one["place"] = quote.place;
        }
        object["quotes"].push_back(std::move(one));
    }
    if (!value.note.empty()) {
        object["note"] = value.note;
    }
    return object;
}

Error refusal(std::string message)
{
    return {ErrorCode::WrongFormat, std::move(message), {}, {}};
}

} // namespace

std::string toJson(const Value &value)
{
    return objectOf(value).dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

Result<Value> valueFromJson(std::string_view text)
{
    if (text.size() > kMostValueBytes) {
        return refusal("A value of more than " + std::to_string(kMostValueBytes) + " bytes cannot be read.");
    }
    if (text::isDeeperThan(text, kMostJsonDepth)) {
        return refusal("The value has brackets in brackets deeper than any value needs.");
    }
    try {
        const json object = json::parse(text.begin(), text.end(), nullptr, false);
        if (object.is_discarded()) {
            return refusal("This is no value in JSON.");
        }
        return valueOf(object);
    } catch (const Fault &fault) {
        return refusal(fault.sentence);
    }
}

std::string toJson(const Values &values)
{
    ordered_json object = ordered_json::object();
    for (const auto &[path, value] : values) {
        object[path] = objectOf(value);
    }
    return object.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

Result<Values> valuesFromJson(std::string_view text)
{
    if (text.size() > kMostValuesBytes) {
        return refusal("Values of more than 64 MiB cannot be read; divide the file.");
    }
    if (text::isDeeperThan(text, kMostJsonDepth)) {
        return refusal("The values have brackets in brackets deeper than any value needs.");
    }
    std::string where;
    try {
        const json object = json::parse(text.begin(), text.end(), nullptr, false);
        if (!object.is_object() || object.size() > kMostValues) {
            return refusal("The file must hold an object with a value for each path, " +
                           std::to_string(kMostValues) + " at most.");
        }
        Values values;
        for (const auto &[path, content] : object.items()) {
            where = shortened(path, 60);
            if (path.size() > kMostPathBytes || !pathFromString(path)) {
                throw Fault{"it is no path of a field, such as \"age\" or \"arms/intervention/n\"."};
            }
            values.emplace(path, valueOf(content));
        }
        return values;
    } catch (const Fault &fault) {
        return refusal("\"" + where + "\": " + fault.sentence);
    }
}

} // namespace winnow::extraction
