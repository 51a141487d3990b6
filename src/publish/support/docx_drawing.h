#pragma once

#include "flow/diagram.h"
#include "publish/support/docx_package.h"

namespace winnow::publish {

/// A picture of the package with its size in points and its alternative text.
struct DocxPicture
{
    std::string id; ///< of DocxPackage::addPng()
    double width = 0;
    double height = 0;
    std::string title;
    std::string description;
};

void addDocxPicture(DocxPackage &package, pugi::xml_node paragraph, const DocxPicture &picture);

/// Adds the diagram to a paragraph as native shapes with real text, which can be edited. Programs that know
/// no such shapes show `picture`, which has the size of the diagram, in their place.
void addDocxDrawing(DocxPackage &package,
                    pugi::xml_node paragraph,
                    const flow::Diagram &diagram,
                    const DocxPicture &picture);

} // namespace winnow::publish
