#include "pdf/child/reader.h"

#include "pdf/child/xmp.h"
#include "pdf/utf8.h"
#include "pdf/visible_region.h"
#include "pdf/words.h"

#include <poppler-document.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>
#include <poppler-toc.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <fstream>
#include <string_view>
#include <utility>

namespace winnow::pdf {

namespace {

constexpr double kPointsPerInch = 72;
constexpr std::size_t kHeadBytes = 4096; ///< in which a PDF says that it is one
constexpr std::size_t kMostComplaints = 4096;
constexpr std::size_t kMostMetadata = 4U << 20U; ///< bytes of XMP that are looked at; packets have some KB
constexpr std::uint32_t kOpaque = 0xFF000000;

void collect(const std::string &complaint, void *to)
{
    auto &all = *static_cast<std::string *>(to);
    if (all.size() < kMostComplaints) {
        all += (all.empty() ? "" : "; ") + complaint;
    }
}

std::u32string codePoints(const poppler::ustring &text)
{
    return fromUtf16({reinterpret_cast<const char16_t *>(text.data()), text.size()});
}

/// Metadata are bytes, of which poppler takes each for a letter; those beyond `kMostMetadata` are left out.
std::string bytesOf(const poppler::ustring &metadata)
{
    std::string bytes(std::min(metadata.size(), kMostMetadata), '\0');
    std::transform(metadata.begin(),
                   metadata.begin() + static_cast<std::ptrdiff_t>(bytes.size()),
                   bytes.begin(),
                   [](auto letter) { return static_cast<char>(letter & 0xFFU); });
    return bytes;
}

/// In one line, and not longer than a line may be.
std::string lineOf(std::u32string_view text)
{
    std::string line;
    for (const char32_t c : text) {
        if (line.size() + 4 > kMostLineBytes) {
            break;
        }
        const bool isControl = c < 0x20 || c == 0x7F;
        if (!isControl) {
            appendUtf8(line, c);
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    return line;
}

/// What poppler complains of is of any encoding.
std::string detailOf(std::string_view complaints)
{
    std::u32string text;
    for (const char c : complaints.substr(0, kMostComplaints)) {
        text += static_cast<unsigned char>(c) < 0x80 ? static_cast<char32_t>(c) : U'?';
    }
    return lineOf(text);
}

bool looksLikePdf(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    std::string head(kHeadBytes, '\0');
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    return head.find("%PDF") != std::string::npos;
}

double pointsOf(double length)
{
    return std::isfinite(length) ? std::clamp(std::abs(length), 0.0, kMostPoints) : 0;
}

PageSize sizeOf(const poppler::page &page)
{
    const poppler::rectf rectangle = page.page_rect(poppler::crop_box);
    PageSize size{pointsOf(rectangle.width()), pointsOf(rectangle.height())};
    const auto turned = page.orientation();
    if (turned == poppler::page::landscape || turned == poppler::page::seascape) {
        std::swap(size.width, size.height);
    }
    return size;
}

void addEntries(const poppler::toc_item &item, std::uint32_t depth, Outline &to)
{
    for (const poppler::toc_item *child : item.children()) {
        if (to.size() == kMostOutline) {
            return;
        }
        to.push_back({lineOf(codePoints(child->title())), depth});
        if (depth < kMostDepth) {
            addEntries(*child, depth + 1, to);
        }
    }
}

/// Where the word would be seen; nothing where it is beyond the page.
std::optional<Box> boxOf(const poppler::rectf &at, const PageSize &page)
{
    const Box box{at.left(), at.top(), at.right(), at.bottom()};
    const double middle = (box.left + box.right) / 2;
    const double height = (box.top + box.bottom) / 2;
    const bool isOnPage = middle >= 0 && middle <= page.width && height >= 0 && height <= page.height;
    if (!isOnPage || box.left > box.right || box.top > box.bottom || !(box.right - box.left <= kMostPoints) ||
        !(box.bottom - box.top <= kMostPoints)) {
        return {};
    }
    return Box{std::max(box.left, 0.0),
               std::max(box.top, 0.0),
               std::min(box.right, page.width),
               std::min(box.bottom, page.height)};
}

std::vector<RawWord> rawWords(const poppler::page &page)
{
    const PageSize size = sizeOf(page);
    std::vector<RawWord> words;
    for (const poppler::text_box &part : page.text_list()) {
        const auto box = boxOf(part.bbox(), size);
        if (!box) {
            continue;
        }
        std::u32string text = codePoints(part.text());
        text.resize(std::min(text.size(), kMostWordBytes / 8)); // a letter has 4 bytes at most, a ligature 3
        words.push_back({std::move(text), *box, part.rotation(), part.has_space_after()});
        if (words.size() == kMostWords) {
            break;
        }
    }
    return words;
}

Picture pictureOf(const poppler::image &image)
{
    Picture picture;
    picture.width = static_cast<std::uint32_t>(image.width());
    picture.height = static_cast<std::uint32_t>(image.height());
    picture.pixels.resize(std::size_t{picture.width} * picture.height);
    for (std::size_t row = 0; row < picture.height; ++row) {
        std::memcpy(&picture.pixels[row * picture.width],
                    image.const_data() + row * static_cast<std::size_t>(image.bytes_per_row()),
                    std::size_t{picture.width} * sizeof(std::uint32_t));
    }
    for (std::uint32_t &pixel : picture.pixels) {
        pixel |= kOpaque;
    }
    return picture;
}

} // namespace

struct Reader::Parts
{
    std::string complaints;
    std::unique_ptr<poppler::document> document;
    Refusal whyNot = Refusal::Damaged;

    [[nodiscard]] std::string refused(Refusal why) const
    {
        return encode(Refused{why, detailOf(complaints)});
    }

    [[nodiscard]] std::string about() const;
    [[nodiscard]] std::string outline() const;
    [[nodiscard]] std::string identifiers() const;
    [[nodiscard]] std::string text(const Request &request) const;
    [[nodiscard]] std::string picture(const Request &request) const;

    [[nodiscard]] std::unique_ptr<poppler::page> page(const Request &request) const
    {
        const bool isThere = request.page < static_cast<std::uint32_t>(document->pages());
        return std::unique_ptr<poppler::page>(isThere ? document->create_page(static_cast<int>(request.page))
                                                      : nullptr);
    }
};

std::string Reader::Parts::about() const
{
    About about;
    about.isLocked = document->is_locked();
    about.isEncrypted = about.isLocked || document->is_encrypted();
    if (about.isLocked) {
        return encode(about);
    }
    const int pages = document->pages();
    if (std::cmp_greater(pages, kMostPages)) {
        return refused(Refusal::TooLarge);
    }
    for (int i = 0; i < pages; ++i) {
        const std::unique_ptr<poppler::page> page(document->create_page(i));
        about.pages.push_back(page ? sizeOf(*page) : PageSize{});
    }
    constexpr std::array<std::pair<const char *, std::string About::*>, 6> kLines{
        {{"Title", &About::title},
         {"Author", &About::author},
         {"Subject", &About::subject},
         {"Keywords", &About::keywords},
         {"Creator", &About::creator},
         {"Producer", &About::producer}}};
    for (const auto &[key, line] : kLines) {
        about.*line = lineOf(codePoints(document->info_key(key)));
    }
    if (const time_t created = document->get_creation_date_t(); created != static_cast<time_t>(-1)) {
        about.createdAt = created;
    }
    about.hasAttachments = document->has_embedded_files();
    return encode(about);
}

std::string Reader::Parts::outline() const
{
    Outline entries;
    const std::unique_ptr<poppler::toc> toc(document->create_toc());
    if (toc && toc->root() != nullptr) {
        addEntries(*toc->root(), 0, entries);
    }
    return encode(entries);
}

std::string Reader::Parts::identifiers() const
{
    return encodeIdentifiers(lineOf(fromUtf8(identifiersOf(bytesOf(document->metadata())))));
}

std::string Reader::Parts::text(const Request &request) const
{
    const auto page = this->page(request);
    return page ? encode(joinWords(rawWords(*page))) : refused(Refusal::NoSuchPage);
}

std::string Reader::Parts::picture(const Request &request) const
{
    const auto page = this->page(request);
    if (!page) {
        return refused(Refusal::NoSuchPage);
    }
    const PageSize size = sizeOf(*page);
    if (!(request.scale > 0)) {
        return refused(Refusal::BadRequest);
    }
    if (size.width >= kMostPoints || size.height >= kMostPoints) {
        return refused(Refusal::TooLarge); // the numbers of poppler would overflow
    }
    const auto region = visibleRegion(size, request.scale, request.region);
    if (!region) {
        return refused(Refusal::BadRequest);
    }
    if (std::int64_t{region->width} * region->height > static_cast<std::int64_t>(kMostPixels)) {
        return refused(Refusal::TooLarge);
    }
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_argb32);
    renderer.set_render_hints(poppler::page_renderer::antialiasing |
                              poppler::page_renderer::text_antialiasing);
    const double perInch = request.scale * kPointsPerInch;
    const poppler::image image = renderer.render_page(
        page.get(), perInch, perInch, region->left, region->top, region->width, region->height);
    // Without memory for it poppler gives a picture of one pixel; whatever else is wrong, one of the right
    // size.
    const bool isAsWanted = image.is_valid() && image.format() == poppler::image::format_argb32 &&
                            image.width() == region->width && image.height() == region->height;
    return isAsWanted ? encode(pictureOf(image)) : refused(Refusal::OutOfMemory);
}

Reader::Reader(const std::string &path)
    : m_parts(std::make_unique<Parts>())
{
    poppler::set_debug_error_function(collect, &m_parts->complaints);
    m_parts->document.reset(poppler::document::load_from_file(path));
    if (!m_parts->document && !looksLikePdf(path)) {
        m_parts->whyNot = Refusal::NotPdf;
    } else if (m_parts->document && !m_parts->document->is_locked() && m_parts->document->pages() <= 0) {
        m_parts->document.reset();
    }
}

Reader::~Reader() = default;

std::string Reader::answer(const Request &request)
{
    if (!m_parts->document) {
        return m_parts->refused(m_parts->whyNot);
    }
    if (m_parts->document->is_locked() && request.ask != Ask::About) {
        return m_parts->refused(Refusal::Locked);
    }
    switch (request.ask) {
    case Ask::About:
        return m_parts->about();
    case Ask::Outline:
        return m_parts->outline();
    case Ask::Text:
        return m_parts->text(request);
    case Ask::Picture:
        return m_parts->picture(request);
    case Ask::Identifiers:
        return m_parts->identifiers();
    }
    return m_parts->refused(Refusal::BadRequest);
}

} // namespace winnow::pdf
