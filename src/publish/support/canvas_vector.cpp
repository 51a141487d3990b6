#include "publish/support/cairo_painter.h"
#include "publish/support/canvas.h"
#include "publish/support/pdf_file.h"
#include "publish/support/xml.h"
#include "text/printable_text.h"

#include <cairo-pdf.h>
#include <cairo-ps.h>

#include <algorithm>
#include <cmath>

namespace winnow::publish {

namespace {

/// Draws on a surface that writes elsewhere, and ends it.
Result<void> drawOn(cairo_surface_t *surface, const flow::Diagram &diagram, bool withTags)
{
    {
        const CairoPainter painter(diagram, Glyphs::Text);
        const Cairo cairo(cairo_create(surface));
        painter.draw(cairo.get(), withTags);
        cairo_show_page(cairo.get());
        if (const cairo_status_t status = cairo_status(cairo.get()); status != CAIRO_STATUS_SUCCESS) {
            return Error{ErrorCode::Internal,
                         "The diagram could not be drawn; write it as SVG instead.",
                         cairo_status_to_string(status),
                         {}};
        }
    }
    cairo_surface_finish(surface);
    if (const cairo_status_t status = cairo_surface_status(surface); status != CAIRO_STATUS_SUCCESS) {
        return Error{ErrorCode::Internal,
                     "The diagram could not be drawn; write it as SVG instead.",
                     cairo_status_to_string(status),
                     {}};
    }
    return {};
}

/// What the file says of itself.
std::string subjectOf(const flow::Diagram &diagram)
{
    std::string subject = text::printableLine(diagram.description);
    if (!diagram.attribution.empty()) {
        subject += (subject.empty() ? "" : " ") + text::printableLine(diagram.attribution);
    }
    return subject;
}

/// The first line that begins with `start`, with its end; empty where there is none.
std::string_view lineOf(std::string_view text, std::string_view start)
{
    const std::size_t at = text.find("\n" + std::string(start));
    if (at == std::string_view::npos) {
        return {};
    }
    return text.substr(at + 1, text.find('\n', at + 1) - at);
}

void removeLine(std::string &text, std::string_view start)
{
    if (const std::string_view line = lineOf(text, start); !line.empty()) {
        text.erase(static_cast<std::size_t>(line.data() - text.data()), line.size());
    }
}

void addAfterLine(std::string &text, std::string_view start, const std::string &added)
{
    if (const std::string_view line = lineOf(text, start); !line.empty()) {
        text.insert(static_cast<std::size_t>(line.data() - text.data()) + line.size(), added + "\n");
    }
}

/// Text of a comment of the document structuring conventions: printable ASCII, at most 255 characters a line.
std::string asComment(std::string_view text)
{
    constexpr std::size_t kMaxLength = 200;
    std::string comment = text::printableLine(text);
    std::erase_if(comment, [](char c) { return c < 0x20 || c > 0x7E; });
    comment.resize(std::min(comment.size(), kMaxLength));
    return comment;
}

} // namespace

Result<std::string> asPdf(const flow::Diagram &diagram)
{
    std::string bytes;
    const CairoSurface surface(
        cairo_pdf_surface_create_for_stream(appendBytes, &bytes, diagram.width, diagram.height));
    const PdfFacts facts{.title = diagram.title,
                         .subject = subjectOf(diagram),
                         .keywords = "PRISMA, flow diagram, systematic review",
                         .language = diagram.language};
    describePdf(surface.get(), facts);
    if (auto drawn = drawOn(surface.get(), diagram, true); !drawn) {
        return std::move(drawn).error();
    }
    completeCatalogue(bytes, facts);
    return bytes;
}

Result<std::string> asEps(const flow::Diagram &diagram)
{
    std::string bytes;
    const CairoSurface surface(
        cairo_ps_surface_create_for_stream(appendBytes, &bytes, diagram.width, diagram.height));
    cairo_ps_surface_restrict_to_level(surface.get(), CAIRO_PS_LEVEL_2);
    cairo_ps_surface_set_eps(surface.get(), 1);
    cairo_ps_surface_dsc_comment(surface.get(), ("%%Title: " + asComment(diagram.title)).c_str());
    if (auto drawn = drawOn(surface.get(), diagram, false); !drawn) {
        return std::move(drawn).error();
    }
    removeLine(bytes, "%%CreationDate:");
    // cairo's page is a whole number of points high, and the diagram hangs from its top.
    const double top = std::ceil(diagram.height);
    addAfterLine(bytes,
                 "%%BoundingBox:",
                 "%%HiResBoundingBox: 0 " + decimal(top - diagram.height) + " " + decimal(diagram.width) +
                     " " + decimal(top));
    return bytes;
}

} // namespace winnow::publish
