#include "publish/support/docx_text.h"

#include "publish/support/colour.h"
#include "publish/support/xml.h"
#include "text/printable_text.h"

#include <cmath>

namespace winnow::publish {

namespace {

void addPiece(pugi::xml_node run, std::string_view text)
{
    if (!text.empty()) {
        pugi::xml_node node = addElement(run, "w:t", text);
        setAttribute(node, "xml:space", "preserve");
    }
}

} // namespace

pugi::xml_node addDocxParagraph(pugi::xml_node parent, std::string_view style)
{
    pugi::xml_node paragraph = parent.append_child("w:p");
    if (!style.empty()) {
        setAttribute(paragraph.append_child("w:pPr").append_child("w:pStyle"), "w:val", style);
    }
    return paragraph;
}

void addDocxRunStyle(pugi::xml_node parent, const DocxRun &run)
{
    pugi::xml_node node = parent.append_child("w:rPr");
    if (!run.style.empty()) {
        setAttribute(node.append_child("w:rStyle"), "w:val", run.style);
    }
    if (run.isBold) {
        node.append_child("w:b");
        node.append_child("w:bCs");
    }
    if (run.isItalic) {
        node.append_child("w:i");
        node.append_child("w:iCs");
    }
    if (run.ink) {
        setAttribute(node.append_child("w:color"), "w:val", hexColour(*run.ink));
    }
    if (run.size > 0) {
        const std::string halfPoints = std::to_string(static_cast<int>(std::floor(run.size * 2 + 0.01)));
        setAttribute(node.append_child("w:sz"), "w:val", halfPoints);
        setAttribute(node.append_child("w:szCs"), "w:val", halfPoints);
    }
    if (run.isSuperscript) {
        setAttribute(node.append_child("w:vertAlign"), "w:val", "superscript");
    }
    if (run.isRightToLeft) {
        node.append_child("w:rtl");
    }
    if (node.first_child().empty()) {
        parent.remove_child(node);
    }
}

pugi::xml_node addDocxRun(pugi::xml_node paragraph, std::string_view text, const DocxRun &run)
{
    pugi::xml_node node = paragraph.append_child("w:r");
    addDocxRunStyle(node, run);
    const std::string clean = text::printableText(text);
    std::size_t from = 0;
    for (std::size_t i = 0; i < clean.size(); ++i) {
        const char c = clean[i];
        if (c != '\t' && c != '\n' && c != '\r') {
            continue;
        }
        addPiece(node, std::string_view(clean).substr(from, i - from));
        if (c == '\t') {
            node.append_child("w:tab");
        } else if (c == '\n' || i + 1 == clean.size() || clean[i + 1] != '\n') {
            node.append_child("w:br");
        }
        from = i + 1;
    }
    addPiece(node, std::string_view(clean).substr(from));
    return node;
}

std::string docxTwips(double points)
{
    return std::to_string(std::lround(points * 20));
}

} // namespace winnow::publish
