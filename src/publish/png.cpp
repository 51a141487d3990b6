#include "publish/output.h"
#include "publish/support/picture.h"

namespace winnow::publish {

extern const Output png;

namespace {

Result<std::string> write(const FlowDocument &document)
{
    return asPng(document.diagram, document.dpi);
}

} // namespace

const Output png{"png", "PNG", "png", write, nullptr};

} // namespace winnow::publish
