#pragma once

#include <pugixml.hpp>

#include <string_view>

namespace winnow::publish {

/// Begins a page that is one file and asks for no other, in the type and colours of the program, for screen
/// and paper; returns its <main>. `document` must be empty.
pugi::xml_node addHtmlPage(pugi::xml_document &document, std::string_view title, std::string_view language);

} // namespace winnow::publish
