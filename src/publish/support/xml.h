#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>

namespace winnow::publish {

/// Adds an element with text; characters that XML forbids are dropped from it, ill-formed UTF-8 is replaced.
pugi::xml_node addElement(pugi::xml_node parent, const char *name, std::string_view text = {});

/// Adds text to an element, likewise.
void addText(pugi::xml_node parent, std::string_view text);

/// Sets an attribute that the element does not have yet, likewise.
void setAttribute(pugi::xml_node element, const char *name, std::string_view value);

/// The document as UTF-8. `isHtml`: with the doctype of HTML in place of an XML declaration.
[[nodiscard]] std::string serialise(const pugi::xml_document &document, bool isHtml);

/// The document as UTF-8 without any white space of its own, for forms in which that would be text.
[[nodiscard]] std::string serialiseTight(const pugi::xml_document &document);

/// A number with two decimals at most and no needless zeros.
[[nodiscard]] std::string decimal(double value);

} // namespace winnow::publish
