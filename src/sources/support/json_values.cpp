#include "sources/support/json_values.h"

#include "formats/support/strings.h"
#include "text/encoding.h"
#include "text/json_depth.h"

#include <algorithm>
#include <charconv>

namespace winnow::sources {

namespace {

constexpr std::size_t kMaxDepth = 64;

/// Values of one field that anyone could need.
constexpr std::size_t kMostValues = 100'000;

bool isHexOf(std::string_view text, std::string_view second)
{
    return text.size() >= 6 && text[0] == '\\' && text[1] == 'u' && (text[2] == 'd' || text[2] == 'D') &&
           second.find(text[3]) != std::string_view::npos;
}

bool isHighSurrogate(std::string_view text)
{
    return isHexOf(text, "89abAB");
}

bool isLowSurrogate(std::string_view text)
{
    return isHexOf(text, "cdefCDEF");
}

void mendSurrogates(std::string &text)
{
    constexpr std::string_view kReplacement = "\\ufffd";
    constexpr std::size_t kLength = 6;
    for (std::size_t at = text.find('\\'); at != std::string::npos; at = text.find('\\', at)) {
        const std::string_view rest = std::string_view(text).substr(at);
        if (isHighSurrogate(rest) && isLowSurrogate(rest.substr(kLength))) {
            at += 2 * kLength;
        } else if (isHighSurrogate(rest) || isLowSurrogate(rest)) {
            text.replace(at, kLength, kReplacement);
            at += kLength;
        } else {
            at += 2;
        }
    }
}

void mendBytes(std::string &text)
{
    if (text::isUtf8(text)) {
        return;
    }
    constexpr char32_t kReplacement = 0xFFFD;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        if (text::nextCodePoint(text, at) == kReplacement && at == begin + 1) {
            text[begin] = '?';
        }
    }
}

} // namespace

std::optional<Json> parsedJson(std::string_view text)
{
    Json value = Json::parse(text, nullptr, false);
    return value.is_discarded() ? std::nullopt : std::optional(std::move(value));
}

bool isFlat(std::string_view text, std::size_t mostMembers)
{
    std::vector<std::size_t> members;
    return text::allOutsideStrings(text, [&](char c) {
        if (c == '{' || c == '[') {
            members.push_back(0);
        } else if ((c == '}' || c == ']') && !members.empty()) {
            members.pop_back();
        } else if (c == ':' && !members.empty()) {
            ++members.back();
        }
        return members.size() <= kMaxDepth &&
               (mostMembers == 0 || members.empty() || members.back() <= mostMembers);
    });
}

std::string mended(std::string text)
{
    mendBytes(text);
    mendSurrogates(text);
    return text;
}

std::vector<const Json *> valuesAt(const Json &from, std::string_view path)
{
    const auto enterLists = [](std::vector<const Json *> values) {
        while (std::ranges::any_of(values, [](const Json *value) { return value->is_array(); })) {
            std::vector<const Json *> inside;
            for (const Json *value : values) {
                if (!value->is_array()) {
                    inside.push_back(value);
                    continue;
                }
                for (const Json &entry : *value) {
                    inside.push_back(&entry);
                }
            }
            inside.resize(std::min(inside.size(), kMostValues));
            values = std::move(inside);
        }
        return values;
    };
    std::vector<const Json *> values = enterLists({&from});
    for (const std::string_view name : formats::pieces(path, "/")) {
        std::vector<const Json *> below;
        for (const Json *value : values) {
            if (!value->is_object()) {
                continue;
            }
            if (const auto found = value->find(std::string(name)); found != value->end()) {
                below.push_back(&*found);
            }
        }
        values = enterLists(std::move(below));
    }
    return values;
}

std::string textOf(const Json &value)
{
    if (value.is_object()) {
        const auto text = value.find("$");
        return text != value.end() && !text->is_object() ? textOf(*text) : std::string();
    }
    if (const auto *const text = value.get_ptr<const std::string *>()) {
        return formats::withoutControls(*text);
    }
    if (value.is_number_unsigned()) {
        return std::to_string(value.get<std::uint64_t>());
    }
    return value.is_number_integer() ? std::to_string(value.get<std::int64_t>()) : std::string();
}

std::string textAt(const Json &from, std::string_view path)
{
    for (const Json *value : valuesAt(from, path)) {
        if (std::string text = textOf(*value); !formats::trimmed(text).empty()) {
            return text;
        }
    }
    return {};
}

std::optional<std::int64_t> countAt(const Json &from, std::string_view path)
{
    const std::string text = textAt(from, path);
    const std::string_view digits = formats::trimmed(text);
    std::int64_t number = 0;
    const char *const end = digits.data() + digits.size();
    const auto [stop, failure] = std::from_chars(digits.data(), end, number);
    const bool isCount = !digits.empty() && failure == std::errc() && stop == end && number >= 0;
    return isCount ? std::optional(number) : std::nullopt;
}

bool isTrueAt(const Json &from, std::string_view path)
{
    return std::ranges::any_of(valuesAt(from, path), [](const Json *value) {
        return (value->is_boolean() && value->get<bool>()) || textOf(*value) == "true";
    });
}

} // namespace winnow::sources
