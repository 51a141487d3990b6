#pragma once

#include <pugixml.hpp>

#include <string_view>

namespace winnow::publish {

/// Begins a page that is one file and asks for no other, in the type and colours of the program, for screen
/// and paper; returns its <main>. `document` must be empty. `style` is added to the style of all pages and
/// must hold no character that XML would escape (& and angle brackets).
pugi::xml_node addHtmlPage(pugi::xml_document &document,
                           std::string_view title,
                           std::string_view language,
                           std::string_view style = {});

} // namespace winnow::publish
