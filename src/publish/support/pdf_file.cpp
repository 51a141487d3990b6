#include "publish/support/pdf_file.h"

#include "text/printable_text.h"

#include <algorithm>

namespace winnow::publish {

namespace {

/// A language tag, if it is one: letters, digits and hyphens.
std::string languageTag(const std::string &language)
{
    const auto isAllowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    };
    return std::ranges::all_of(language, isAllowed) ? language : std::string();
}

/// The catalogue is the last object before the table of references, so that nothing moves but the table; a
/// file that is laid out in another way stays as it is.
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

cairo_status_t appendBytes(void *out, const unsigned char *bytes, unsigned int size)
{
    static_cast<std::string *>(out)->append(
        bytes, bytes + size); // NOLINT(cppcoreguidelines-pro-bounds-pointer-arithmetic)
    return CAIRO_STATUS_SUCCESS;
}

void describePdf(cairo_surface_t *surface, const PdfFacts &facts)
{
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    const auto tell = [&](cairo_pdf_metadata_t key, const std::string &text) {
        cairo_pdf_surface_set_metadata(surface, key, text::printableLine(text).c_str());
    };
    tell(CAIRO_PDF_METADATA_TITLE, facts.title);
    tell(CAIRO_PDF_METADATA_SUBJECT, facts.subject);
    tell(CAIRO_PDF_METADATA_KEYWORDS, facts.keywords);
    tell(CAIRO_PDF_METADATA_CREATOR, "Winnow");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, nullptr);
}

void completeCatalogue(std::string &pdf, const PdfFacts &facts)
{
    std::string entries = "   /ViewerPreferences << /DisplayDocTitle true >>\n";
    if (const std::string language = languageTag(facts.language); !language.empty()) {
        entries += "   /Lang (" + language + ")\n";
    }
    addToCatalogue(pdf, entries);
}

} // namespace winnow::publish
