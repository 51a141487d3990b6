#include "flow/texts.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace winnow::flow {

namespace {

using nlohmann::json;
using TextMap = std::map<std::string, std::string, std::less<>>;

constexpr std::string_view kBasedOn = "based-on";
constexpr std::string_view kSources = "source.";

Error refusal(std::string message)
{
    return {ErrorCode::WrongFormat, std::move(message), {}, {}};
}

/// "group.key" for the texts of a group.
Result<void> collect(const json &object, const std::string &prefix, TextMap &texts)
{
    for (const auto &[key, value] : object.items()) {
        std::string name = prefix;
        name += key;
        if (value.is_object() && prefix.empty()) {
            if (auto group = collect(value, name + ".", texts); !group) {
                return group;
            }
        } else if (value.is_string()) {
            texts[name] = value.get<std::string>();
        } else {
            return refusal("\"" + name + "\" must be a text in quotation marks.");
        }
    }
    return {};
}

std::string withoutBreaks(std::string_view text)
{
    std::string firm;
    for (const char c : text) {
        firm += c == ' ' ? std::string("\u00A0") : std::string(1, c);
    }
    return firm;
}

std::string shippedNames()
{
    std::string names;
    for (const ShippedFile &one : shippedTexts()) {
        names += (names.empty() ? "" : ", ") + std::string(one.name);
    }
    return names;
}

} // namespace

const Texts &Texts::english()
{
    static const Texts kEnglish = [] {
        const auto found = std::ranges::find(shippedTexts(), "en", &ShippedFile::name);
        Texts texts;
        static_cast<void>(collect(json::parse(found->content), {}, texts.m_texts));
        return texts;
    }();
    return kEnglish;
}

Result<Texts> Texts::named(std::string_view name)
{
    const auto found = std::ranges::find(shippedTexts(), name, &ShippedFile::name);
    if (found == shippedTexts().end()) {
        return Error{ErrorCode::NotFound,
                     "There are no texts called " + std::string(name) + ". There are " + shippedNames() +
                         "; or name a file of your own, as exports/diagrams/en.json is written.",
                     {},
                     {}};
    }
    return fromJson(found->content);
}

Result<Texts> Texts::fromJson(std::string_view bytes)
{
    const json object = json::parse(bytes, nullptr, false);
    if (!object.is_object()) {
        return refusal("This is no JSON file with the texts of a flow diagram.");
    }
    Texts texts;
    if (auto collected = collect(object, {}, texts.m_texts); !collected) {
        return std::move(collected).error();
    }
    if (const auto base = texts.m_texts.find(kBasedOn); base != texts.m_texts.end()) {
        auto before = base->second == "en" ? Result<Texts>(english()) : named(base->second);
        if (!before) {
            return before;
        }
        texts.m_texts.erase(base);
        texts.m_texts.merge(before->m_texts);
    }
    const TextMap &known = english().m_texts;
    for (const auto &[key, text] : known) {
        if (!texts.m_texts.contains(key)) {
            return refusal("The text \"" + key + "\" is missing. Add it, or \"based-on\": \"en\".");
        }
    }
    for (const auto &[key, text] : texts.m_texts) {
        if (!known.contains(key) && !key.starts_with(kSources)) {
            return refusal("There is no text \"" + key + "\" in a diagram.");
        }
    }
    return texts;
}

const std::string &Texts::operator[](std::string_view key) const
{
    static const std::string kNone;
    const auto found = m_texts.find(key);
    return found == m_texts.end() ? kNone : found->second;
}

std::string Texts::number(const Number &number) const
{
    const std::string digits =
        number.value ? groupedNumber(*number.value, (*this)["thousands"]) : number.unreadable;
    std::string text = (*this)["number"];
    if (const std::size_t at = text.find("{n}"); at != std::string::npos) {
        text.replace(at, 3, digits);
    }
    return withoutBreaks(text);
}

const std::string &Texts::source(const std::string &name) const
{
    const auto found = m_texts.find(std::string(kSources) + name);
    return found == m_texts.end() ? name : found->second;
}

} // namespace winnow::flow
