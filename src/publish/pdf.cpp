#include "publish/output.h"
#include "publish/support/canvas.h"
#include "publish/support/document_writers.h"

namespace winnow::publish {

extern const Output pdf;

namespace {

Result<std::string> write(const FlowDocument &document)
{
    return asPdf(document.diagram);
}

} // namespace

const Output pdf{"pdf", "PDF", "pdf", write, tableAsPdf, documentAsPdf};

} // namespace winnow::publish
