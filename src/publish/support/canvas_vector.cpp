#include "publish/support/cairo_painter.h"
#include "publish/support/canvas.h"
#include "publish/support/clean_text.h"
#include "publish/support/xml.h"

#include <cairo-pdf.h>
#include <cairo-ps.h>

#include <algorithm>
#include <cmath>

namespace winnow::publish {

namespace {

cairo_status_t append(void *out, const unsigned char *bytes, unsigned int size)
{
    static_cast<std::string *>(out)->append(
        bytes, bytes + size); // NOLINT(cppcoreguidelines-pro-bounds-pointer-arithmetic)
    return CAIRO_STATUS_SUCCESS;
}

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
    std::string subject = cleanLine(diagram.description);
    if (!diagram.attribution.empty()) {
        subject += (subject.empty() ? "" : " ") + cleanLine(diagram.attribution);
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
    std::string comment = cleanLine(text);
    std::erase_if(comment, [](char c) { return c < 0x20 || c > 0x7E; });
    comment.resize(std::min(comment.size(), kMaxLength));
    return comment;
}

/// A language tag, if it is one: letters, digits and hyphens.
std::string languageOf(const flow::Diagram &diagram)
{
    const auto isAllowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    };
    return std::ranges::all_of(diagram.language, isAllowed) ? diagram.language : std::string();
}

/// Adds to the document catalogue what cairo has no word for. It is the last object before the table of
/// references, so that nothing moves but the table; a file that is laid out in another way stays as it is.
void addToCatalogue(std::string &pdf, const std::string &entries)
{
    constexpr std::string_view kEnd = ">>\nendobj\nxref\n";
    constexpr std::string_view kStart = "startxref\n";
    const std::size_t end = pdf.rfind(kEnd);
    const std::size_t start = pdf.rfind(kStart);
    if (end == std::string::npos || start == std::string::npos || start < end ||
        pdf.rfind("/Type /Catalog", end) < pdf.rfind(" obj\n", end)) {
        return;
    }
    const std::size_t table = end + kEnd.size() - std::string_view("xref\n").size();
    const std::size_t number = start + kStart.size();
    pdf.replace(number, pdf.find('\n', number) - number, std::to_string(table + entries.size()));
    pdf.insert(end, entries);
}

} // namespace

Result<std::string> asPdf(const flow::Diagram &diagram)
{
    std::string bytes;
    const CairoSurface surface(
        cairo_pdf_surface_create_for_stream(append, &bytes, diagram.width, diagram.height));
    cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_5);
    const auto tell = [&](cairo_pdf_metadata_t key, const std::string &text) {
        cairo_pdf_surface_set_metadata(surface.get(), key, text.c_str());
    };
    tell(CAIRO_PDF_METADATA_TITLE, cleanLine(diagram.title));
    tell(CAIRO_PDF_METADATA_SUBJECT, subjectOf(diagram));
    tell(CAIRO_PDF_METADATA_KEYWORDS, "PRISMA, flow diagram, systematic review");
    tell(CAIRO_PDF_METADATA_CREATOR, "Winnow");
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, nullptr);
    if (auto drawn = drawOn(surface.get(), diagram, true); !drawn) {
        return std::move(drawn).error();
    }
    std::string entries = "   /ViewerPreferences << /DisplayDocTitle true >>\n";
    if (const std::string language = languageOf(diagram); !language.empty()) {
        entries += "   /Lang (" + language + ")\n";
    }
    addToCatalogue(bytes, entries);
    return bytes;
}

Result<std::string> asEps(const flow::Diagram &diagram)
{
    std::string bytes;
    const CairoSurface surface(
        cairo_ps_surface_create_for_stream(append, &bytes, diagram.width, diagram.height));
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
