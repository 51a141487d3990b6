#include "publish/output.h"
#include "publish/support/canvas.h"

namespace winnow::publish {

extern const Output pdf;

namespace {

Result<std::string> write(const FlowDocument &document)
{
    return asPdf(document.diagram);
}

} // namespace

const Output pdf{"pdf", "PDF", "pdf", write, nullptr};

} // namespace winnow::publish
