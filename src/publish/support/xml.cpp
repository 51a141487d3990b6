#include "publish/support/xml.h"

#include "text/printable_text.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace winnow::publish {

namespace {

class StringWriter final : public pugi::xml_writer
{
public:
    void write(const void *data, std::size_t size) override
    {
        text.append(static_cast<const char *>(data), size);
    }

    std::string text;
};

/// Void elements of HTML have no end tag. "<" stands for nothing but tags here: in texts it is escaped.
void dropEndTags(std::string &html)
{
    for (const std::string_view tag : {"</meta>", "</br>", "</hr>", "</img>"}) {
        for (std::size_t at = html.find(tag); at != std::string::npos; at = html.find(tag, at)) {
            html.erase(at, tag.size());
        }
    }
}

} // namespace

pugi::xml_node addElement(pugi::xml_node parent, const char *name, std::string_view text)
{
    pugi::xml_node element = parent.append_child(name);
    if (!text.empty()) {
        addText(element, text);
    }
    return element;
}

void addText(pugi::xml_node parent, std::string_view text)
{
    parent.append_child(pugi::node_pcdata).set_value(text::printableText(text).c_str());
}

void setAttribute(pugi::xml_node element, const char *name, std::string_view value)
{
    element.append_attribute(name) = text::printableText(value).c_str();
}

std::string serialise(const pugi::xml_document &document, bool isHtml)
{
    StringWriter writer;
    writer.text = isHtml ? "<!DOCTYPE html>\n" : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    // HTML has no <td/>; text must not be moved to lines of its own, where white space counts.
    const unsigned flags = pugi::format_no_declaration | pugi::format_indent |
                           (isHtml ? pugi::format_no_empty_element_tags : pugi::format_default);
    document.save(writer, " ", flags, pugi::encoding_utf8);
    if (isHtml) {
        dropEndTags(writer.text);
    }
    return std::move(writer.text);
}

std::string serialiseTight(const pugi::xml_document &document)
{
    StringWriter writer;
    writer.text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    document.save(writer, "", pugi::format_no_declaration | pugi::format_raw, pugi::encoding_utf8);
    return std::move(writer.text);
}

std::string decimal(double value)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f", std::round(value * 100) / 100 + 0.0);
    std::string number = text.data();
    while (number.back() == '0') {
        number.pop_back();
    }
    if (number.back() == '.') {
        number.pop_back();
    }
    return number == "-0" ? "0" : number;
}

} // namespace winnow::publish
