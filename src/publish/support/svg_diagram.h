#pragma once

#include "flow/diagram.h"

#include <pugixml.hpp>

#include <functional>
#include <string>

namespace winnow::publish {

/// Where a box leads to; empty: nowhere.
using BoxLink = std::function<std::string(const flow::Box &box)>;

/// Adds the diagram as an <svg> element: real text, an id for each box, title and description first, nothing
/// that is fetched from elsewhere. With `link`, boxes are links.
pugi::xml_node addSvg(pugi::xml_node parent, const flow::Diagram &diagram, const BoxLink &link = {});

} // namespace winnow::publish
