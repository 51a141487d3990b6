#include "pdf/protocol.h"

#include "pdf/wire.h"

#include <array>
#include <cstring>

namespace winnow::pdf {

namespace {

constexpr std::uint8_t kDone = 0;
constexpr std::size_t kPixelBytes = sizeof(std::uint32_t);
constexpr std::size_t kBoxBytes = 4 * sizeof(double);
constexpr std::size_t kPageSizeBytes = 2 * sizeof(double);
constexpr std::size_t kEntryBytes = 2 * sizeof(std::uint32_t);
constexpr std::size_t kWordBytes = sizeof(std::uint32_t) + kBoxBytes + 1;

/// The texts of About, in the order of the message.
constexpr std::array kLines{
    &About::title, &About::author, &About::subject, &About::keywords, &About::creator, &About::producer};

/// The claims of About, likewise.
constexpr std::array kClaims{&About::isEncrypted, &About::isLocked, &About::hasAttachments};

void put(WireWriter &to, const Box &box)
{
    for (const double side : {box.left, box.top, box.right, box.bottom}) {
        to.real(side);
    }
}

Box takeBox(WireReader &from)
{
    Box box;
    for (double *side : {&box.left, &box.top, &box.right, &box.bottom}) {
        *side = from.real(kMostPoints);
    }
    if (box.left > box.right || box.top > box.bottom) {
        from.fail();
    }
    return box;
}

std::uint32_t takeDepth(WireReader &from)
{
    const std::uint32_t depth = from.number();
    if (depth > kMostDepth) {
        from.fail();
    }
    return depth;
}

/// Reads what comes after the byte that says that it was done.
template <class T, class Take>
std::optional<T> decodeDone(std::string_view bytes, Take &&take)
{
    WireReader from(bytes);
    if (from.byte() != kDone) {
        return {};
    }
    T value;
    take(from, value);
    return from.isDone() ? std::optional(std::move(value)) : std::nullopt;
}

} // namespace

std::size_t mostAnswerBytes(const Request &request)
{
    constexpr std::size_t kMostText = 64U << 20U;
    if (request.ask != Ask::Picture) {
        return kMostText;
    }
    return kMostPixels * kPixelBytes + kMostRequestBytes;
}

std::string encode(const Request &request)
{
    WireWriter to;
    to.byte(static_cast<std::uint8_t>(request.ask));
    to.number(request.page);
    to.real(request.scale);
    to.flag(request.region.has_value());
    if (request.region) {
        const PixelRegion &region = *request.region;
        for (const std::int32_t side : {region.left, region.top, region.width, region.height}) {
            to.signedNumber(side);
        }
    }
    return to.take();
}

std::optional<Request> decodeRequest(std::string_view bytes)
{
    WireReader from(bytes);
    const std::uint8_t ask = from.byte();
    if (ask < static_cast<std::uint8_t>(Ask::About) || ask > static_cast<std::uint8_t>(Ask::Identifiers)) {
        return {};
    }
    Request request{.ask = static_cast<Ask>(ask), .page = from.number(), .scale = from.real(kMostScale)};
    if (from.flag()) {
        PixelRegion &region = request.region.emplace();
        for (std::int32_t *side : {&region.left, &region.top, &region.width, &region.height}) {
            *side = from.signedNumber();
        }
    }
    return from.isDone() ? std::optional(request) : std::nullopt;
}

std::string encode(const About &about)
{
    WireWriter to;
    to.byte(kDone);
    to.number(static_cast<std::uint32_t>(about.pages.size()));
    for (const PageSize &page : about.pages) {
        to.real(page.width);
        to.real(page.height);
    }
    for (const auto line : kLines) {
        to.text(about.*line);
    }
    to.flag(about.createdAt.has_value());
    if (about.createdAt) {
        to.longNumber(*about.createdAt);
    }
    for (const auto claim : kClaims) {
        to.flag(about.*claim);
    }
    return to.take();
}

std::optional<About> decodeAbout(std::string_view bytes)
{
    return decodeDone<About>(bytes, [](WireReader &from, About &about) {
        about.pages.resize(from.count(kPageSizeBytes, kMostPages));
        for (PageSize &page : about.pages) {
            page = {from.real(kMostPoints), from.real(kMostPoints)};
            if (page.width < 0 || page.height < 0) {
                from.fail();
            }
        }
        for (const auto line : kLines) {
            about.*line = from.text(kMostLineBytes);
        }
        if (from.flag()) {
            about.createdAt = from.longNumber();
        }
        for (const auto claim : kClaims) {
            about.*claim = from.flag();
        }
    });
}

std::string encode(const Outline &outline)
{
    WireWriter to;
    to.byte(kDone);
    to.number(static_cast<std::uint32_t>(outline.size()));
    for (const OutlineEntry &entry : outline) {
        to.text(entry.title);
        to.number(entry.depth);
    }
    return to.take();
}

std::optional<Outline> decodeOutline(std::string_view bytes)
{
    return decodeDone<Outline>(bytes, [](WireReader &from, Outline &outline) {
        outline.resize(from.count(kEntryBytes, kMostOutline));
        for (OutlineEntry &entry : outline) {
            entry = {from.text(kMostLineBytes), takeDepth(from)};
        }
    });
}

std::string encodeIdentifiers(std::string_view identifiers)
{
    WireWriter to;
    to.byte(kDone);
    to.text(identifiers);
    return to.take();
}

std::optional<std::string> decodeIdentifiers(std::string_view bytes)
{
    return decodeDone<std::string>(
        bytes, [](WireReader &from, std::string &identifiers) { identifiers = from.text(kMostLineBytes); });
}

std::string encode(const PageText &text)
{
    WireWriter to;
    to.byte(kDone);
    to.number(static_cast<std::uint32_t>(text.words.size()));
    for (const Word &word : text.words) {
        to.text(word.text);
        put(to, word.box);
        to.flag(word.rest.has_value());
        if (word.rest) {
            put(to, *word.rest);
        }
    }
    return to.take();
}

std::optional<PageText> decodeText(std::string_view bytes)
{
    return decodeDone<PageText>(bytes, [](WireReader &from, PageText &text) {
        text.words.resize(from.count(kWordBytes, kMostWords));
        for (Word &word : text.words) {
            word.text = from.text(kMostWordBytes);
            word.box = takeBox(from);
            if (from.flag()) {
                word.rest = takeBox(from);
            }
            if (word.text.empty() || from.hasFailed()) {
                from.fail();
                return;
            }
        }
    });
}

std::string encode(const Picture &picture)
{
    WireWriter to;
    to.byte(kDone);
    to.number(picture.width);
    to.number(picture.height);
    to.raw({reinterpret_cast<const char *>(picture.pixels.data()), picture.pixels.size() * kPixelBytes});
    return to.take();
}

std::optional<Picture> decodePicture(std::string_view bytes)
{
    return decodeDone<Picture>(bytes, [](WireReader &from, Picture &picture) {
        picture.width = from.number();
        picture.height = from.number();
        const std::size_t pixels = std::size_t{picture.width} * picture.height;
        const std::string_view rows = from.rest();
        if (picture.width == 0 || picture.height == 0 || picture.width > kMostPixels ||
            picture.height > kMostPixels || pixels > kMostPixels || rows.size() != pixels * kPixelBytes) {
            from.fail();
            return;
        }
        picture.pixels.resize(pixels);
        std::memcpy(picture.pixels.data(), rows.data(), rows.size());
    });
}

std::string encode(const Refused &refused)
{
    WireWriter to;
    to.byte(static_cast<std::uint8_t>(refused.why));
    to.text(refused.detail);
    return to.take();
}

std::optional<Refused> decodeRefused(std::string_view bytes)
{
    WireReader from(bytes);
    const std::uint8_t why = from.byte();
    if (why < static_cast<std::uint8_t>(Refusal::NotPdf) ||
        why > static_cast<std::uint8_t>(Refusal::BadRequest)) {
        return {};
    }
    Refused refused{static_cast<Refusal>(why), from.text(kMostLineBytes)};
    return from.isDone() ? std::optional(std::move(refused)) : std::nullopt;
}

} // namespace winnow::pdf
