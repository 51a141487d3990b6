#include "publish/support/picture.h"

#include "publish/support/canvas.h"
#include "text/printable_text.h"

#include <png.h>

#include <array>
#include <cmath>
#include <csetjmp>
#include <cstring>

namespace winnow::publish {

namespace {

void append(png_structp png, png_bytep bytes, std::size_t size)
{
    static_cast<std::string *>(png_get_io_ptr(png))
        ->append(bytes, bytes + size); // NOLINT(cppcoreguidelines-pro-bounds-pointer-arithmetic)
}

void flush(png_structp /*png*/)
{}

void keepSilent(png_structp /*png*/, png_const_charp /*message*/)
{}

/// Writes one picture. libpng ends a call that fails by a jump: each goes through run(), which makes no
/// object that the jump would leave behind.
class PngWriter
{
public:
    explicit PngWriter(std::string &out)
        : m_png(png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, keepSilent))
        , m_info(m_png == nullptr ? nullptr : png_create_info_struct(m_png))
    {
        if (m_info != nullptr) {
            png_set_write_fn(m_png, &out, append, flush);
        }
    }

    ~PngWriter() { png_destroy_write_struct(&m_png, &m_info); }

    PngWriter(const PngWriter &) = delete;
    PngWriter &operator=(const PngWriter &) = delete;

    [[nodiscard]] bool begin(const Raster &raster, double dpi, std::array<png_text, 3> &texts)
    {
        const auto perMetre = static_cast<png_uint_32>(std::lround(dpi / 0.0254));
        return m_info != nullptr && run([&] {
                   png_set_IHDR(m_png,
                                m_info,
                                static_cast<png_uint_32>(raster.width),
                                static_cast<png_uint_32>(raster.height),
                                8,
                                raster.channels == 1 ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB,
                                PNG_INTERLACE_NONE,
                                PNG_COMPRESSION_TYPE_DEFAULT,
                                PNG_FILTER_TYPE_DEFAULT);
                   png_set_pHYs(m_png, m_info, perMetre, perMetre, PNG_RESOLUTION_METER);
                   png_set_text(m_png, m_info, texts.data(), static_cast<int>(texts.size()));
                   // Areas of one colour compress best as they are.
                   png_set_filter(m_png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
                   png_write_info(m_png, m_info);
               });
    }

    [[nodiscard]] bool row(PixelRow pixels)
    {
        return run([&] { png_write_row(m_png, pixels.data()); });
    }

    [[nodiscard]] bool end()
    {
        return run([&] { png_write_end(m_png, nullptr); });
    }

private:
    template <class Call>
    bool run(const Call &call)
    {
        if (setjmp(png_jmpbuf(m_png)) != 0) { // NOLINT(cert-err52-cpp): what libpng has
            return false;
        }
        call();
        return true;
    }

    png_structp m_png;
    png_infop m_info;
};

/// One international text; `value` must outlive it.
png_text textOf(const char *key, std::string &value)
{
    png_text text{};
    text.compression = PNG_ITXT_COMPRESSION_NONE;
    text.key = const_cast<char *>(key); // NOLINT(cppcoreguidelines-pro-type-const-cast): only read
    text.text = value.data();
    text.itxt_length = value.size();
    return text;
}

} // namespace

Result<std::string> asPng(const flow::Diagram &diagram, double dpi)
{
    const auto raster = rasterOf(diagram, dpi);
    if (!raster) {
        return raster.error();
    }
    std::string title = text::printableLine(diagram.title);
    std::string description = text::printableLine(diagram.description);
    std::string attribution = text::printableLine(diagram.attribution);
    std::array texts{
        textOf("Title", title), textOf("Description", description), textOf("Source", attribution)};
    std::string bytes;
    PngWriter writer(bytes);
    bool isWritten = writer.begin(*raster, dpi, texts);
    if (isWritten) {
        const auto drawn = drawRows(diagram, *raster, [&](PixelRow row) {
            isWritten = writer.row(row);
            return isWritten;
        });
        if (!drawn) {
            return drawn.error();
        }
    }
    if (!isWritten || !writer.end()) {
        return Error{ErrorCode::Internal, "The PNG could not be made; choose a lower resolution.", {}, {}};
    }
    return bytes;
}

} // namespace winnow::publish
