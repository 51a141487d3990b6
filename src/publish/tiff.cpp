#include "publish/output.h"
#include "publish/support/canvas.h"
#include "text/printable_text.h"

#include <tiffio.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace winnow::publish {

extern const Output tiff;

namespace {

constexpr std::size_t kStripBytes =
    std::size_t(256) * 1024; ///< before compression; readers load whole strips

/// A file in memory, as libtiff wants it: it goes back to write the offsets of strips.
struct MemoryFile
{
    std::string bytes;
    std::size_t at = 0;
};

MemoryFile &fileOf(thandle_t handle)
{
    return *static_cast<MemoryFile *>(handle);
}

tmsize_t readBytes(thandle_t handle, void *to, tmsize_t size)
{
    MemoryFile &file = fileOf(handle);
    const std::size_t left = file.bytes.size() - std::min(file.at, file.bytes.size());
    const std::size_t count = std::min(left, static_cast<std::size_t>(size));
    std::memcpy(to, file.bytes.data() + file.at, count);
    file.at += count;
    return static_cast<tmsize_t>(count);
}

tmsize_t writeBytes(thandle_t handle, void *from, tmsize_t size)
{
    MemoryFile &file = fileOf(handle);
    const auto count = static_cast<std::size_t>(size);
    if (file.at + count > file.bytes.size()) {
        file.bytes.resize(file.at + count);
    }
    std::memcpy(file.bytes.data() + file.at, from, count);
    file.at += count;
    return size;
}

toff_t seek(thandle_t handle, toff_t offset, int from)
{
    MemoryFile &file = fileOf(handle);
    const std::size_t base = from == SEEK_CUR ? file.at : from == SEEK_END ? file.bytes.size() : 0;
    file.at = base + static_cast<std::size_t>(offset);
    return file.at;
}

int closeFile(thandle_t /*handle*/)
{
    return 0;
}

toff_t sizeOf(thandle_t handle)
{
    return fileOf(handle).bytes.size();
}

struct CloseTiff
{
    void operator()(TIFF *tiff) const { TIFFClose(tiff); }
};

using Tiff = std::unique_ptr<TIFF, CloseTiff>;

/// NOLINTBEGIN(cppcoreguidelines-pro-type-vararg): the interface of libtiff
bool setTags(TIFF *tiff, const Raster &raster, const FlowDocument &document)
{
    const auto rowBytes = static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.channels);
    const auto rows = static_cast<std::uint32_t>(std::max<std::size_t>(1, kStripBytes / rowBytes));
    const std::string title = text::printableLine(document.diagram.title);
    const std::string description = text::printableLine(document.diagram.description);
    const std::string attribution = text::printableLine(document.diagram.attribution);
    return TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, static_cast<std::uint32_t>(raster.width)) == 1 &&
           TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, static_cast<std::uint32_t>(raster.height)) == 1 &&
           TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 8) == 1 &&
           TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, raster.channels) == 1 &&
           TIFFSetField(tiff,
                        TIFFTAG_PHOTOMETRIC,
                        raster.channels == 1 ? PHOTOMETRIC_MINISBLACK : PHOTOMETRIC_RGB) == 1 &&
           TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG) == 1 &&
           TIFFSetField(tiff, TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT) == 1 &&
           TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_LZW) == 1 &&
           TIFFSetField(tiff, TIFFTAG_PREDICTOR, PREDICTOR_HORIZONTAL) == 1 &&
           TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, rows) == 1 &&
           TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH) == 1 &&
           TIFFSetField(tiff, TIFFTAG_XRESOLUTION, document.dpi) == 1 &&
           TIFFSetField(tiff, TIFFTAG_YRESOLUTION, document.dpi) == 1 &&
           TIFFSetField(tiff, TIFFTAG_DOCUMENTNAME, title.c_str()) == 1 &&
           TIFFSetField(tiff, TIFFTAG_IMAGEDESCRIPTION, description.c_str()) == 1 &&
           TIFFSetField(tiff, TIFFTAG_COPYRIGHT, attribution.c_str()) == 1;
}

/// NOLINTEND(cppcoreguidelines-pro-type-vararg)

Result<std::string> write(const FlowDocument &document)
{
    const auto raster = rasterOf(document.diagram, document.dpi);
    if (!raster) {
        return raster.error();
    }
    MemoryFile file;
    Tiff tiff(TIFFClientOpen("diagram.tif",
                             "wl", // little-endian on every machine
                             &file,
                             readBytes,
                             writeBytes,
                             seek,
                             closeFile,
                             sizeOf,
                             nullptr,
                             nullptr));
    bool isWritten = tiff != nullptr && setTags(tiff.get(), *raster, document);
    if (isWritten) {
        std::vector<std::uint8_t> copy; // the predictor works in place
        std::uint32_t y = 0;
        const auto drawn = drawRows(document.diagram, *raster, [&](PixelRow row) {
            copy.assign(row.begin(), row.end());
            isWritten = TIFFWriteScanline(tiff.get(), copy.data(), y++, 0) == 1;
            return isWritten;
        });
        if (!drawn) {
            return drawn.error();
        }
    }
    if (!isWritten || TIFFFlush(tiff.get()) != 1) {
        return Error{ErrorCode::Internal, "The TIFF could not be made; choose a lower resolution.", {}, {}};
    }
    tiff.reset();
    return std::move(file.bytes);
}

} // namespace

const Output tiff{"tiff", "TIFF", "tif", write, nullptr};

} // namespace winnow::publish
