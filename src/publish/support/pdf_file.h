#pragma once

#include <cairo-pdf.h>

#include <string>

namespace winnow::publish {

/// What a PDF says of itself.
struct PdfFacts
{
    std::string title;
    std::string subject;
    std::string keywords;
    std::string language; ///< as BCP 47 names it
};

/// A cairo_write_func_t whose closure is a std::string.
[[nodiscard]] cairo_status_t appendBytes(void *out, const unsigned char *bytes, unsigned int size);

/// Tells a surface of PDF what it is of, before anything is drawn. No date, so that the bytes stay the same.
void describePdf(cairo_surface_t *surface, const PdfFacts &facts);

/// Adds to a finished file what cairo has no word for: its language, and that its title be shown.
void completeCatalogue(std::string &pdf, const PdfFacts &facts);

} // namespace winnow::publish
