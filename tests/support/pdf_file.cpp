#include "support/pdf_file.h"

#include "support/pdf_encryption.h"

#include <zlib.h>

#include <cstdio>

namespace winnow::test {

namespace {

constexpr std::size_t kCatalog = 1; ///< number of the object, as all of these
constexpr std::size_t kPages = 2;
constexpr std::size_t kFirstFont = 3;
constexpr std::size_t kFonts = 3;
constexpr std::size_t kInfo = kFirstFont + kFonts;
constexpr std::size_t kOutline = kInfo + 1;

std::string number(double value)
{
    char text[64];
    std::snprintf(text, sizeof(text), "%.10g", value);
    return text;
}

std::string reference(std::size_t object)
{
    return std::to_string(object) + " 0 R";
}

std::string quoted(std::string_view text)
{
    std::string all = "(";
    for (const char c : text) {
        if (c == '(' || c == ')' || c == '\\') {
            all += '\\';
        }
        all += c;
    }
    return all + ")";
}

std::string stream(std::string_view content, const std::string &entries)
{
    std::string all = "<< /Length " + std::to_string(content.size()) + entries + " >>\nstream\n";
    all += content;
    return all + "\nendstream";
}

std::string font(std::string_view name)
{
    return "<< /Type /Font /Subtype /Type1 /BaseFont /" + std::string(name) +
           " /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding"
           " /Differences [1 /fi /fl /ffi /softhyphen] >> >>";
}

/// Puts objects one after another and remembers where they are.
class Objects
{
public:
    explicit Objects(const PdfPassword &password)
    {
        if (password) {
            m_encryption.emplace(*password);
        }
    }

    [[nodiscard]] std::size_t next() const { return m_offsets.size() + 1; }

    void add(const std::string &body)
    {
        m_offsets.push_back(m_bytes.size());
        m_bytes += std::to_string(m_offsets.size()) + " 0 obj\n" + body + "\nendobj\n";
    }

    /// A text, as the next object may hold it.
    [[nodiscard]] std::string text(std::string_view value) const { return quoted(hidden(value)); }

    void addStream(std::string_view content, const std::string &entries)
    {
        add(stream(hidden(content), entries));
    }

    [[nodiscard]] std::string finish(const std::string &trailer)
    {
        std::string more = trailer;
        if (m_encryption) {
            add(m_encryption->dictionary());
            more += " /Encrypt " + reference(m_offsets.size()) + " /ID " + m_encryption->id();
        }
        const std::size_t start = m_bytes.size();
        m_bytes += "xref\n0 " + std::to_string(m_offsets.size() + 1) + "\n0000000000 65535 f \n";
        for (const std::size_t offset : m_offsets) {
            char line[32];
            std::snprintf(line, sizeof(line), "%010zu 00000 n \n", offset);
            m_bytes += line;
        }
        m_bytes += "trailer\n<< /Size " + std::to_string(m_offsets.size() + 1) + " /Root " +
                   reference(kCatalog) + more + " >>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
        return std::move(m_bytes);
    }

private:
    [[nodiscard]] std::string hidden(std::string_view value) const
    {
        return m_encryption ? m_encryption->encrypt(next(), value) : std::string(value);
    }

    std::string m_bytes = "%PDF-1.4\n";
    std::vector<std::size_t> m_offsets;
    std::optional<PdfEncryption> m_encryption;
};

/// The number of the object of each entry: they follow `first`.
void addOutline(Objects &objects, const PdfFile &file)
{
    const auto &entries = file.outline;
    const std::size_t first = objects.next() + 1;
    const auto near = [&](std::size_t from, int step, int depth) {
        for (std::size_t i = from; i < entries.size(); i += static_cast<std::size_t>(step)) {
            if (entries[i].first <= depth) {
                return entries[i].first == depth ? first + i : 0;
            }
        }
        return std::size_t{0};
    };
    const auto entryOf = [](const char *key, std::size_t object) {
        return object == 0 ? std::string() : " /" + std::string(key) + " " + reference(object);
    };
    std::size_t last = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        last = entries[i].first == 0 ? first + i : last;
    }
    objects.add("<< /Type /Outlines" + entryOf("First", entries.empty() ? 0 : first) + entryOf("Last", last) +
                " /Count " + std::to_string(entries.size()) + " >>");
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto [depth, title] = entries[i];
        const bool hasChild = i + 1 < entries.size() && entries[i + 1].first > depth;
        objects.add("<< /Title " + objects.text(title) + " /Parent " + reference(kOutline) +
                    entryOf("Next", near(i + 1, 1, depth)) + entryOf("Prev", near(i - 1, -1, depth)) +
                    entryOf("First", hasChild ? first + i + 1 : 0) +
                    entryOf("Last", hasChild ? first + i + 1 : 0) + " >>");
    }
}

void addPages(Objects &objects, const PdfFile &file)
{
    std::string fonts;
    for (std::size_t i = 0; i < kFonts; ++i) {
        fonts += " /F" + std::to_string(i + 1) + " " + reference(kFirstFont + i);
    }
    for (const PdfPage &page : file.pages) {
        objects.add("<< /Type /Page /Parent " + reference(kPages) + " /MediaBox [0 0 " + number(page.width) +
                    " " + number(page.height) + "] /Rotate " + std::to_string(page.rotate) + " /Contents " +
                    reference(objects.next() + 1) + " /Resources << /Font <<" + fonts + " >> >> " +
                    page.extra + " >>");
        objects.addStream(page.content, file.filter);
    }
}

} // namespace

std::string makePdf(const PdfFile &file)
{
    Objects objects(file.password);
    const std::size_t firstPage = kOutline + 1 + file.outline.size();
    objects.add("<< /Type /Catalog /Pages " + reference(kPages) + " /Outlines " + reference(kOutline) + " " +
                file.catalog + " >>");
    std::string kids;
    for (std::size_t i = 0; i < file.pages.size(); ++i) {
        kids += reference(firstPage + 2 * i) + " ";
    }
    objects.add("<< /Type /Pages /Count " + std::to_string(file.pages.size()) + " /Kids [" + kids + "] >>");
    for (const char *name : {"Helvetica", "Times-Roman", "Courier"}) {
        objects.add(font(name));
    }
    std::string info = "<<";
    for (const auto &[key, value] : file.info) {
        info += " /" + key + " " + objects.text(value);
    }
    objects.add(info + " >>");
    addOutline(objects, file);
    addPages(objects, file);
    return objects.finish(" /Info " + reference(kInfo));
}

std::string pdfLine(double x, double y, std::string_view text, std::string_view font, double size)
{
    return "BT /" + std::string(font) + " " + number(size) + " Tf " + number(x) + " " + number(y) + " Td " +
           quoted(text) + " Tj ET\n";
}

std::string deflatedZeros(std::size_t megabytes)
{
    std::string zeros(1U << 20U, '\0');
    std::string packed(1U << 20U, '\0');
    z_stream deflating{};
    deflateInit(&deflating, Z_BEST_COMPRESSION);
    std::string all;
    // What comes after a full flush knows nothing of what was before it, so that one piece can be repeated.
    const auto pieceOf = [&](std::size_t size, int flush) {
        deflating.next_in = reinterpret_cast<Bytef *>(zeros.data());
        deflating.avail_in = static_cast<uInt>(size);
        deflating.next_out = reinterpret_cast<Bytef *>(packed.data());
        deflating.avail_out = static_cast<uInt>(packed.size());
        deflate(&deflating, flush);
        return packed.substr(0, packed.size() - deflating.avail_out);
    };
    all += pieceOf(1, Z_FULL_FLUSH); // with the head
    const std::string piece = pieceOf(zeros.size(), Z_FULL_FLUSH);
    for (std::size_t i = 0; i < megabytes; ++i) {
        all += piece;
    }
    all += pieceOf(0, Z_FINISH);
    deflateEnd(&deflating);
    return all;
}

std::string pdfOfObjects(const std::vector<std::string> &objects, const std::string &trailer)
{
    Objects all({});
    for (const std::string &object : objects) {
        all.add(object);
    }
    return all.finish(trailer);
}

} // namespace winnow::test
