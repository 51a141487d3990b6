#include "sources/support/xml_reply.h"

#include "formats/input/text_input.h"
#include "formats/support/strings.h"
#include "formats/support/xml_records.h"
#include "formats/support/xml_tree.h"

#include <algorithm>
#include <array>

namespace winnow::sources {

namespace {

/// Deeper elements are no more than their text.
constexpr int kMaxDepth = 12;

void addMember(Json &object, const char *name, Json value)
{
    Json &member = object[name];
    if (member.is_null()) {
        member = std::move(value);
    } else if (member.is_array()) {
        member.push_back(std::move(value));
    } else {
        member = Json::array({std::move(member), std::move(value)});
    }
}

bool hasOwnText(pugi::xml_node element)
{
    return std::ranges::any_of(element.children(), [](pugi::xml_node child) {
        return child.type() != pugi::node_element && !formats::trimmed(child.value()).empty();
    });
}

Json converted(pugi::xml_node element, int depth)
{
    Json object = Json::object();
    for (const pugi::xml_attribute attribute : element.attributes()) {
        object['@' + std::string(attribute.name())] = attribute.value();
    }
    const bool isText = depth == kMaxDepth || hasOwnText(element) || !element.first_child();
    if (isText && object.empty()) {
        return formats::xmlText(element);
    }
    if (isText) {
        object["$"] = formats::xmlText(element);
        return object;
    }
    for (const pugi::xml_node child : element.children()) {
        if (child.type() == pugi::node_element) {
            addMember(object, child.name(), converted(child, depth + 1));
        }
    }
    return object;
}

std::optional<Json> parsedXml(std::string_view text)
{
    formats::XmlTree tree;
    if (!tree.parse({std::string(text), 1, formats::XmlElement::End::Closed})) {
        return std::nullopt;
    }
    return converted(tree.root(), 0);
}

/// Whether the root element ends where the text does.
bool isWhole(std::string_view text, std::string_view root)
{
    text = formats::trimmed(text);
    if (!text.ends_with('>')) {
        return false;
    }
    text = formats::trimmed(text.substr(0, text.size() - 1));
    const bool isEmptyElement = text.ends_with('/') && text.rfind('<') == text.find('<' + std::string(root));
    return isEmptyElement || text.ends_with("</" + std::string(root));
}

} // namespace

Json jsonOf(pugi::xml_node element)
{
    return converted(element, 0);
}

std::string_view xmlRootName(std::string_view text)
{
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        const std::string_view tag = text.substr(at + 1);
        if (tag.starts_with("!--")) {
            at += std::min(tag.find("-->"), tag.size());
        } else if (!tag.starts_with('?') && !tag.starts_with('!')) {
            return tag.substr(0, tag.find_first_of(" \t\r\n/>"));
        }
    }
    return {};
}

Result<EntryList> xmlEntries(const Label &source,
                             std::string_view body,
                             std::string_view entry,
                             std::span<const std::string_view> envelope)
{
    const std::string_view root = xmlRootName(body);
    if (root.empty() || !isWhole(body, root)) {
        return notUnderstood(source, "its reply is no XML or is cut off");
    }
    std::vector<std::string_view> names(envelope.begin(), envelope.end());
    names.push_back(entry);
    auto input = formats::TextInput::fromBytes(std::string(body));
    formats::XmlRecords elements(input, names);
    formats::XmlElement element;
    EntryList list{Json::object(), true, {}, parsedXml};
    while (elements.next(element)) {
        if (xmlRootName(element.text) == entry) {
            list.entries.push_back(std::move(element.text));
        } else if (auto value = parsedXml(element.text)) {
            const std::string name(xmlRootName(element.text));
            addMember(list.envelope, name.c_str(), std::move(*value));
        }
    }
    return list;
}

} // namespace winnow::sources
