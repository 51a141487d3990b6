#include "publish/output.h"
#include "publish/support/canvas.h"

namespace winnow::publish {

extern const Output eps;

namespace {

Result<std::string> write(const FlowDocument &document)
{
    return asEps(document.diagram);
}

} // namespace

const Output eps{"eps", "EPS", "eps", write, nullptr};

} // namespace winnow::publish
