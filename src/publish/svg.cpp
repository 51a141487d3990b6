#include "publish/output.h"
#include "publish/support/svg_diagram.h"
#include "publish/support/xml.h"

namespace winnow::publish {

extern const Output svg;

namespace {

Result<std::string> write(const FlowDocument &document)
{
    pugi::xml_document xml;
    addSvg(xml.root(), document.diagram);
    return serialise(xml, false);
}

} // namespace

const Output svg{"svg", "SVG", "svg", write, nullptr};

} // namespace winnow::publish
