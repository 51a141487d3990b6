#pragma once

#include "flow/diagram.h"
#include "publish/support/docx_package.h"

namespace winnow::publish {

/// Adds the diagram to a paragraph as a group of native shapes with real text, which can be edited, and
/// alternative text; programs that know no such shapes show `pictureId` (DocxPackage::addPng) in its place.
void addDocxDrawing(DocxPackage &package,
                    pugi::xml_node paragraph,
                    const flow::Diagram &diagram,
                    const std::string &pictureId);

} // namespace winnow::publish
