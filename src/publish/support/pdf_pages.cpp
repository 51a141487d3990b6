#include "publish/support/pdf_pages.h"

#include "publish/support/xml.h"
#include "text/printable_text.h"

#include <algorithm>
#include <array>

namespace winnow::publish {

namespace {

// A4, in points.
constexpr double kShortSide = 595.28;
constexpr double kLongSide = 841.89;
constexpr double kMargin = 62;
constexpr double kTop = 60;
constexpr double kBottom = 66;
constexpr double kFoot = 36; ///< from the lower edge to the line of the page number

constexpr double kAbove = 12; ///< what is shown above a place that a link leads to

constexpr TextStyle kFootStyle{.family = Family::Sans, .size = 8, .leading = 10, .ink = kPdfQuiet};

template <class... Ts>
struct Overloaded : Ts...
{
    using Ts::operator()...;
};

template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

double widthOf(const PdfPage &page)
{
    return page.isLandscape ? kLongSide : kShortSide;
}

double heightOf(const PdfPage &page)
{
    return page.isLandscape ? kShortSide : kLongSide;
}

/// What fits on one line, with an ellipsis where the rest is cut.
std::string shortened(const TextSetter &setter, std::string text, double width)
{
    if (setter.widthOf(text, kFootStyle) <= width) {
        return text;
    }
    while (!text.empty() && setter.widthOf(text + "\u2026", kFootStyle) > width) {
        do {
            text.pop_back();
        } while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U);
        if (!text.empty() && (static_cast<unsigned char>(text.back()) & 0x80U) != 0) {
            text.pop_back();
        }
    }
    return text + "\u2026";
}

Error failure(cairo_status_t status)
{
    return {ErrorCode::Internal,
            "The PDF could not be drawn; write it as HTML and print that instead.",
            cairo_status_to_string(status),
            {}};
}

} // namespace

PdfPages::PdfPages()
{
    newPage();
}

double PdfPages::left() const
{
    return kMargin;
}

double PdfPages::width() const
{
    return widthOf(m_pages.back()) - 2 * kMargin;
}

double PdfPages::room() const
{
    return heightOf(m_pages.back()) - kBottom - m_y;
}

double PdfPages::height() const
{
    return heightOf(m_pages.back()) - kBottom - kTop;
}

bool PdfPages::isAtTop() const
{
    return m_y <= kTop;
}

void PdfPages::turn(bool isLandscape)
{
    if (m_isLandscape == isLandscape) {
        return;
    }
    m_isLandscape = isLandscape;
    if (isAtTop()) {
        m_pages.back().isLandscape = isLandscape;
    } else {
        newPage();
    }
}

void PdfPages::newPage()
{
    if (!m_pages.empty()) {
        for (auto tag = m_open.rbegin(); tag != m_open.rend(); ++tag) {
            add(Tag{.name = *tag, .isEnd = true});
        }
    }
    m_pages.push_back({.isLandscape = m_isLandscape, .items = {}});
    m_y = kTop;
    for (const std::string &tag : m_open) {
        add(Tag{.name = tag});
    }
}

void PdfPages::need(double height)
{
    if (room() < height && !isAtTop()) {
        newPage();
    }
}

void PdfPages::space(double height)
{
    if (!isAtTop()) {
        m_y += height;
    }
}

void PdfPages::line(const PdfLine &line, double x)
{
    need(line.height);
    add(PlacedLine{line, x, m_y});
    m_y += line.height;
}

void PdfPages::lines(const std::vector<PdfLine> &lines, double x)
{
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::size_t left = lines.size() - i;
        const bool isFirst = i == 0 && lines.size() > 1;
        const bool isLastButOne = left == 2 && lines.size() > 3;
        need(isFirst || isLastButOne ? lines[i].height + lines[i + 1].height : lines[i].height);
        line(lines[i], x);
    }
}

void PdfPages::addBehind(std::size_t page, PageItem item)
{
    auto &items = m_pages[page].items;
    items.insert(items.begin(), std::move(item));
}

void PdfPages::begin(const std::string &tag)
{
    m_open.push_back(tag);
    add(Tag{.name = tag});
}

void PdfPages::end()
{
    add(Tag{.name = m_open.back(), .isEnd = true});
    m_open.pop_back();
}

void PdfPages::place(const std::string &name, int level, const std::string &text)
{
    add(Tag{.name = CAIRO_TAG_DEST,
            .attributes =
                "name='" + name + "' x=" + decimal(left()) + " y=" + decimal(std::max(m_y - kAbove, 0.0))});
    add(Tag{.name = CAIRO_TAG_DEST, .isEnd = true});
    m_places[name] = page();
    if (level > 0) {
        m_outline.push_back({level, text::printableLine(text), name});
    }
}

void PdfPages::drawPage(cairo_t *cairo, const PdfPage &page) const
{
    const Overloaded draw{
        [&](const PlacedLine &placed) { drawLine(cairo, placed.line, placed.x, placed.y); },
        [&](const Filling &filling) {
            setInk(cairo, filling.colour);
            cairo_rectangle(cairo, filling.area.x, filling.area.y, filling.area.width, filling.area.height);
            cairo_fill(cairo);
        },
        [&](const PlacedDrawing &placed) {
            cairo_save(cairo);
            cairo_translate(cairo, placed.x, placed.y);
            cairo_scale(cairo, placed.scale, placed.scale);
            CairoPainter(*placed.diagram, Glyphs::Text).draw(cairo, false);
            cairo_restore(cairo);
        },
        [&](const Tag &tag) {
            if (tag.isEnd) {
                cairo_tag_end(cairo, tag.name.c_str());
            } else {
                cairo_tag_begin(cairo, tag.name.c_str(), tag.attributes.c_str());
            }
        },
    };
    for (const PageItem &item : page.items) {
        std::visit(draw, item);
    }
}

Result<std::string>
PdfPages::draw(const PdfFacts &facts, const std::string &title, const TextSetter &setter) const
{
    std::string bytes;
    const CairoSurface surface(
        cairo_pdf_surface_create_for_stream(appendBytes, &bytes, kShortSide, kLongSide));
    describePdf(surface.get(), facts);
    {
        const Cairo cairo(cairo_create(surface.get()));
        for (std::size_t i = 0; i < m_pages.size(); ++i) {
            const PdfPage &page = m_pages[i];
            cairo_pdf_surface_set_size(surface.get(), widthOf(page), heightOf(page));
            if (i == 0) {
                cairo_tag_begin(cairo.get(), "Document", nullptr);
            }
            drawPage(cairo.get(), page);
            if (i + 1 == m_pages.size()) {
                cairo_tag_end(cairo.get(), "Document");
            }
            const std::string number = std::to_string(i + 1) + " / " + std::to_string(m_pages.size());
            const double between = widthOf(page) - 2 * kMargin;
            const double numberWidth = setter.widthOf(number, kFootStyle);
            constexpr double kGap = 24;
            const std::vector<TextPiece> left{
                {.text = i == 0
                             ? std::string()
                             : shortened(setter, text::printableLine(title), between - numberWidth - kGap)}};
            const std::vector<TextPiece> right{{.text = number}};
            const double y = heightOf(page) - kFoot;
            for (const PdfLine &line : setter.lines(left, kFootStyle, between)) {
                drawLine(cairo.get(), line, kMargin, y);
            }
            for (const PdfLine &line : setter.lines(right, kFootStyle, between, evidence::Alignment::End)) {
                drawLine(cairo.get(), line, kMargin, y);
            }
            cairo_show_page(cairo.get());
        }
        if (const cairo_status_t status = cairo_status(cairo.get()); status != CAIRO_STATUS_SUCCESS) {
            return failure(status);
        }
        std::array<int, 4> parents{CAIRO_PDF_OUTLINE_ROOT, 0, 0, 0};
        int deepest = 0;
        for (const OutlineEntry &entry : m_outline) {
            const int level = std::clamp(entry.level, 1, std::min(deepest + 1, 3));
            parents.at(static_cast<std::size_t>(level)) =
                cairo_pdf_surface_add_outline(surface.get(),
                                              parents.at(static_cast<std::size_t>(level) - 1),
                                              entry.text.c_str(),
                                              ("dest='" + entry.place + "'").c_str(),
                                              CAIRO_PDF_OUTLINE_FLAG_OPEN);
            deepest = level;
        }
    }
    cairo_surface_finish(surface.get());
    if (const cairo_status_t status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS) {
        return failure(status);
    }
    completeCatalogue(bytes, facts);
    return bytes;
}

} // namespace winnow::publish
