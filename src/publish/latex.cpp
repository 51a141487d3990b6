#include "publish/output.h"
#include "publish/support/document_writers.h"
#include "publish/support/latex_diagram.h"

namespace winnow::publish {

extern const Output latex;

namespace {

Result<std::string> writeFlow(const FlowDocument &document)
{
    return diagramAsLatex(document.diagram);
}

} // namespace

const Output latex{"latex", "LaTeX", "tex", writeFlow, tableAsLatex, documentAsLatex};

} // namespace winnow::publish
