#include "publish/output.h"
#include "publish/support/document_writers.h"
#include "text/printable_text.h"

namespace winnow::publish {

extern const Output text;

namespace {

/// The text that stands for the picture, for those who cannot see it: title, description, where it comes
/// from.
Result<std::string> write(const FlowDocument &document)
{
    const flow::Diagram &diagram = document.diagram;
    std::string out;
    for (const std::string &part : {diagram.title, diagram.description, diagram.attribution}) {
        if (!part.empty()) {
            out += (out.empty() ? "" : "\n") + text::printableText(part) + "\n";
        }
    }
    return out;
}

} // namespace

const Output text{
    "text", "Plain text; of a diagram, its description", "txt", write, tableAsText, documentAsText};

} // namespace winnow::publish
