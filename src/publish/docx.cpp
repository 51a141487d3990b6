#include "publish/output.h"
#include "publish/support/document_writers.h"
#include "publish/support/docx_drawing.h"
#include "publish/support/docx_text.h"
#include "publish/support/picture.h"
#include "text/printable_text.h"

#include <algorithm>

namespace winnow::publish {

extern const Output docx;

namespace {

constexpr double kMinMargin = 28.35;  ///< 10 mm: printers cannot do with less
constexpr double kCaptionHeight = 42; ///< two lines and the space behind them
constexpr double kFallbackDpi = 150;
constexpr double kMaxPageSide = 1584; ///< of Word: 22 inches
constexpr double kWhole = 0.9999;

/// Whether a diagram with its caption fits on a page; its margins give way before the page does.
bool fits(const flow::Diagram &diagram, DocxPage &page)
{
    page.margin = std::min(
        {page.margin, (page.width - diagram.width) / 2, (page.height - diagram.height - kCaptionHeight) / 2});
    return page.margin >= kMinMargin;
}

/// A4, upright or across, or else a page that is large enough.
DocxPage pageFor(const flow::Diagram &diagram)
{
    const DocxPage upright;
    DocxPage page = upright;
    if (fits(diagram, page)) {
        return page;
    }
    page = {upright.height, upright.width, upright.margin};
    if (fits(diagram, page)) {
        return page;
    }
    page = {std::max(upright.width, diagram.width + 2 * upright.margin),
            std::max(upright.height, diagram.height + kCaptionHeight + 2 * upright.margin),
            upright.margin};
    return {std::min(page.width, kMaxPageSide), std::min(page.height, kMaxPageSide), page.margin};
}

Result<std::string> write(const FlowDocument &document)
{
    const flow::Diagram &diagram = document.diagram;
    DocxPackage package({.title = text::printableLine(diagram.title),
                         .subject = text::printableLine(diagram.attribution),
                         .description = text::printableLine(diagram.description),
                         .language = text::printableLine(diagram.language)});
    auto png = asPng(diagram, kFallbackDpi);
    if (!png) {
        return std::move(png).error();
    }
    const DocxPage page = pageFor(diagram);
    const double scale = std::min({1.0,
                                   (page.width - 2 * page.margin) / diagram.width,
                                   (page.height - 2 * page.margin - kCaptionHeight) / diagram.height});
    const DocxPicture picture{package.addPng(*std::move(png)),
                              diagram.width * scale,
                              diagram.height * scale,
                              diagram.title,
                              diagram.description};
    addDocxRun(addDocxParagraph(package.body(), "Caption"), text::printableLine(diagram.title));
    pugi::xml_node paragraph = addDocxParagraph(package.body());
    if (scale < kWhole) {
        addDocxPicture(package, paragraph, picture); // the type of shapes does not shrink with them
    } else {
        addDocxDrawing(package, paragraph, diagram, picture);
    }
    return package.bytes(page);
}

} // namespace

const Output docx{"docx", "Word", "docx", write, tableAsDocx, documentAsDocx};

} // namespace winnow::publish
