#include "formats/support/xml_tree.h"

#include "formats/support/strings.h"
#include "text/encoding.h"

#include <algorithm>
#include <array>

namespace winnow::formats {

namespace {

/// Blanks between <i> and <b> are text.
constexpr unsigned kParseOptions = pugi::parse_default | pugi::parse_ws_pcdata;

struct Reason
{
    pugi::xml_parse_status status;
    std::string_view words;
};

constexpr std::array kReasons{
    Reason{pugi::status_end_element_mismatch, "its start tags and end tags do not match"},
    Reason{pugi::status_bad_end_element, "an end tag is broken"},
    Reason{pugi::status_bad_start_element, "a start tag is broken"},
    Reason{pugi::status_unrecognized_tag, "a tag is broken"},
    Reason{pugi::status_bad_attribute, "an attribute is broken"},
    Reason{pugi::status_bad_comment, "a comment never ends"},
    Reason{pugi::status_bad_cdata, "a CDATA section never ends"},
    Reason{pugi::status_bad_pi, "a processing instruction never ends"},
    Reason{pugi::status_bad_doctype, "a DOCTYPE stands inside of it"},
};

/// The text with each "<" that begins no tag written as an entity.
std::string withoutLoneBrackets(std::string_view text)
{
    std::string mended;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char next = i + 1 < text.size() ? text[i + 1] : ' ';
        const bool isTag = isLetter(next) || std::string_view("/!?_:").find(next) != std::string_view::npos;
        mended += text[i] == '<' && !isTag ? "&lt;" : std::string(1, text[i]);
    }
    return mended;
}

/// The text with references to the character NUL, which would end a value, made blanks.
std::string withoutNuls(std::string text)
{
    for (std::size_t at = text.find("&#"); at != std::string::npos; at = text.find("&#", at + 2)) {
        const std::size_t digits = at + (text.compare(at, 3, "&#x") == 0 ? 3 : 2);
        const std::size_t end = std::min(text.find_first_not_of('0', digits), text.size());
        if (end > digits && end < text.size() && text[end] == ';') {
            text.replace(at, end + 1 - at, end + 1 - at, ' ');
        }
    }
    return text;
}

bool isControl(char c)
{
    return c >= 0 && c < ' ' && c != '\n' && c != '\t';
}

/// References to characters can name what is none.
void clean(std::string &text)
{
    if (!text::isUtf8(text)) {
        std::string repaired;
        for (std::size_t at = 0; at < text.size();) {
            text::appendUtf8(repaired, text::nextCodePoint(text, at));
        }
        text = std::move(repaired);
    }
    std::ranges::replace(text, '\r', '\n');
    std::ranges::replace_if(text, isControl, ' ');
}

} // namespace

bool XmlTree::parse(const XmlElement &element)
{
    const auto load = [&](std::string_view text) {
        return m_document.load_buffer(text.data(), text.size(), kParseOptions, pugi::encoding_utf8);
    };
    m_problem.clear();
    const std::string text = withoutNuls(element.text);
    pugi::xml_parse_result result = load(text);
    if (!result && element.end == XmlElement::End::Closed) {
        if (const std::string mended = withoutLoneBrackets(text); mended != text) {
            result = load(mended);
        }
    }
    if (!result && element.end == XmlElement::End::Closed) {
        const auto *const reason = std::ranges::find(kReasons, result.status, &Reason::status);
        m_problem = "is not well-formed XML: ";
        m_problem += reason == kReasons.end() ? result.description() : reason->words;
        return false;
    }
    return true;
}

std::string xmlText(pugi::xml_node element)
{
    std::string text;
    pugi::xml_node node = element.first_child();
    while (node && node != element) {
        text += node.value(); // of elements it is empty; comments are not kept
        if (node.first_child()) {
            node = node.first_child();
            continue;
        }
        while (node != element && !node.next_sibling()) {
            node = node.parent();
        }
        if (node != element) {
            node = node.next_sibling();
        }
    }
    clean(text);
    return text;
}

std::vector<pugi::xml_node> xmlNodes(pugi::xml_node from, std::string_view path)
{
    std::vector<pugi::xml_node> nodes{from};
    for (const std::string_view name : pieces(path, "/")) {
        std::vector<pugi::xml_node> below;
        for (const pugi::xml_node node : nodes) {
            for (const pugi::xml_node child : node.children()) {
                if (child.name() == name) {
                    below.push_back(child);
                }
            }
        }
        nodes = std::move(below);
    }
    return nodes;
}

std::string xmlTextAt(pugi::xml_node from, std::string_view path)
{
    const auto nodes = xmlNodes(from, path);
    return nodes.empty() ? std::string() : xmlText(nodes.front());
}

void appendXmlText(std::string &out, std::string_view text)
{
    constexpr std::string_view kNoCharacters[]{"\xEF\xBF\xBE", "\xEF\xBF\xBF"}; // U+FFFE, U+FFFF
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '&') {
            out += "&amp;";
        } else if (c == '<') {
            out += "&lt;";
        } else if (c == '>') {
            out += "&gt;";
        } else if (c == '\n') {
            out += "&#xD;";
        } else if (c == '\xEF' &&
                   (text.substr(i, 3) == kNoCharacters[0] || text.substr(i, 3) == kNoCharacters[1])) {
            i += 2;
        } else if (!isControl(c)) {
            out += c;
        }
    }
}

} // namespace winnow::formats
